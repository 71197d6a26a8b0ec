import * as Plot from "@observablehq/plot";
import type {Markish} from "@observablehq/plot";
import {dodge, labelMark, type EndLabel} from "../../marks/labels.ts";
import {pixelsFromLeft, plotSize, roomOf} from "../../marks/pixels.ts";
import {computeAt, type ComputeAxis} from "../../analysis/runs.ts";
import {seriesLine} from "../../marks/lines.ts";
import type {SmoothedCurve} from "../../analysis/smoothed-curve.ts";
import type {Standing} from "../../analysis/standings.ts";
import {colour, dash, type Frame} from "../../marks/theme.ts";

/** A runner: how its run stands, and the curve on which it runs. */
export interface Runner extends Standing {
  readonly curve: SmoothedCurve;
  readonly isFavourite: boolean;
}

/** Where a race is drawn. */
export interface Field {
  readonly frame: Frame;
  readonly axis: ComputeAxis;
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

/** Compute and loss at a place of a field, in px from the upper left corner of the plot. */
export function valuesAt(
  {frame, x, y}: Field,
  [left, top]: readonly [number, number]
): {x: number; y: number} {
  const {width, height} = plotSize(frame);
  return {
    x: x[0] * (x[1] / x[0]) ** (left / width),
    y: y[1] - ((y[1] - y[0]) * top) / height
  };
}

/** Distance of an amount of compute from the left edge of the plot, in px. */
function leftOf({frame, x}: Field, compute: number): number {
  return pixelsFromLeft(compute, "log", x, frame);
}

/** The whole way of each runner, faded, and what it has run of it; knots still ahead wait where the runner is. */
export function raceCurves(runners: readonly Runner[], {axis}: Field): Markish[] {
  const way = ({run, curve}: Runner): readonly number[] =>
    curve.tokens.map((tokens) => computeAt(run, tokens, axis));
  return [
    ...runners.map((runner) =>
      seriesLine(
        runner.run.key,
        {x: way(runner), y: runner.curve.loss},
        {stroke: colour.faded, strokeWidth: 1.25, strokeDasharray: dash[runner.run.family]}
      )
    ),
    ...runners.map((runner) => {
      const {run, curve, isFavourite, status} = runner;
      const here = place(runner, axis);
      const isAhead = (index: number): boolean => curve.tokens[index]! > here.tokens;
      return seriesLine(
        `${run.key}:run`,
        {
          x: way(runner).map((value, index) => (isAhead(index) ? here.x : value)),
          y: curve.loss.map((value, index) => (isAhead(index) ? here.y : value))
        },
        {
          stroke: colour.size(run.sizeClass),
          strokeWidth: isFavourite ? 3.5 : 2,
          // Knots that all wait at the start would be a speck.
          strokeOpacity: status === "hidden" ? 0 : 1,
          strokeDasharray: dash[run.family]
        }
      );
    })
  ];
}

/** Where a runner is: at its start while hidden, at its end once it has finished. */
function place(runner: Runner, axis: ComputeAxis): {tokens: number; x: number; y: number} {
  const tokens = runner.status === "hidden" ? runner.curve.tokens[0]! : runner.tokens;
  return {tokens, x: computeAt(runner.run, tokens, axis), y: runner.loss ?? runner.curve.loss[0]!};
}

/** The line that all runners who still run have reached, with the compute that each has had. */
export function raceFront(
  runners: readonly Runner[],
  field: Field,
  compute: number,
  text: string
): Markish[] {
  const top = Math.max(...runners.map(({loss}) => loss ?? -Infinity));
  const isStart = leftOf(field, compute) < leftOf(field, field.x[1]) / 2;
  return [
    Plot.ruleX([compute], {
      y1: field.y[0],
      y2: Math.min(field.y[1], top + 0.03),
      ariaLabel: () => "front",
      stroke: colour.soft,
      strokeDasharray: "1 3"
    }),
    Plot.text([text], {
      x: [compute],
      y: [field.y[0]],
      text: (line: string) => line,
      ariaLabel: () => "front:label",
      textAnchor: isStart ? "start" : "end",
      dx: isStart ? 6 : -6,
      dy: -9,
      fill: colour.ink,
      stroke: colour.paper,
      strokeWidth: 4
    })
  ];
}

/**
 * Runners with their names: a dot where one runs, a ring where one has finished, a small grey ring where one will come
 * into the figure; the favourite a star instead. Names keep off each other, with a line to the dot where they had to
 * move.
 */
export function raceRunners(runners: readonly Runner[], field: Field): Markish[] {
  const placed = runners.map((runner) => ({...runner, ...place(runner, field.axis)}));
  const running = placed.filter(({status}) => status === "running").sort((a, b) => a.y - b.y);
  const room = roomOf(15, field.y, field.frame);
  const heights = spread(
    running.map(({y}) => y),
    room
  );
  // One runner alone has its name close by: at the end of the race there is no more room than that.
  const distance = running.length > 1 ? 18 : 8;
  const names = running.map((runner, index) => ({...runner, y: heights[index]!}));
  // A name that passes over a start takes its place.
  const hidden = placed.filter(
    ({status, x, y}) =>
      status === "hidden" &&
      !names.some((name) => {
        const ahead = leftOf(field, x) - leftOf(field, name.x);
        return ahead < distance + 32 && Math.abs(y - name.y) < 0.8 * room;
      })
  );
  const finished = placed.filter(({status}) => status === "finished");
  const isLast = ({x}: Placed): boolean => x === Math.max(...finished.map((each) => each.x));
  const isEnd = finished.length === runners.length;
  return [
    ...(running.length > 1
      ? [
          Plot.link(names, {
            x1: "x",
            x2: ({x}: Placed) => valuesAt(field, [leftOf(field, x) + distance - 3, 0]).x,
            y1: (_: Placed, index: number) => running[index]!.y,
            y2: "y",
            ariaLabel: ({run}: Placed) => `${run.key}:link`,
            stroke: colour.soft
          })
        ]
      : []),
    labelMark(dodged(hidden, 0.9, field), {textAnchor: "middle", dx: 0}),
    // Below a finished run is free, as all others come from above it; so is its right once all have finished.
    labelMark(
      dodged(
        finished.filter((each) => !isEnd || !isLast(each)),
        -0.75,
        field
      ),
      {textAnchor: "end", dx: 4}
    ),
    labelMark(
      dodged(
        finished.filter((each) => isEnd && isLast(each)),
        0.75,
        field
      ),
      {textAnchor: "start", dx: 5}
    ),
    labelMark(names.map(nameOf), {textAnchor: "start", dx: distance}),
    ...runnerSymbols(
      // The one ahead on top.
      [...hidden, ...finished, ...running.toReversed()].map((runner) => ({
        ...runner,
        key: `${runner.run.key}:runner`
      }))
    )
  ];
}

type Placed = Runner & {readonly x: number; readonly y: number};

function nameOf({run, status, x, y}: Placed): EndLabel {
  const fill = status === "hidden" ? colour.soft : colour.size(run.sizeClass);
  return {key: `${run.key}:label`, text: run.model, x, y, fill};
}

/** Names of runners moved up by some lines, and apart where they would touch. */
function dodged(runners: readonly Placed[], lines: number, field: Field): EndLabel[] {
  const room = roomOf(15, field.y, field.frame);
  const names = runners.map(nameOf).map((name) => ({...name, y: name.y + lines * room}));
  return dodge(names, room, 32, (x) => leftOf(field, x));
}

/**
 * Values moved apart to at least `room` from each other, in all as little as possible (least squares, by pooling
 * neighbours that touch).
 *
 * @param values ascending
 */
export function spread(values: readonly number[], room: number): number[] {
  const blocks: {start: number; count: number}[] = [];
  for (const value of values) {
    let block = {start: value, count: 1};
    for (
      let below = blocks.at(-1);
      below && below.start + below.count * room > block.start;
      below = blocks.at(-1)
    ) {
      blocks.pop();
      const count = below.count + block.count;
      const start = (below.count * below.start + block.count * (block.start - below.count * room)) / count;
      block = {start, count};
    }
    blocks.push(block);
  }
  return blocks.flatMap(({start, count}) => Array.from({length: count}, (_, index) => start + index * room));
}

/** Symbols at the places of runners: filled while running, a ring once finished, a small grey ring while hidden. */
export function runnerSymbols(
  symbols: readonly (Placed & {readonly key: string})[],
  starRadius = 7
): Markish[] {
  return [false, true].map((isFavourite) =>
    Plot.dot(
      symbols.filter((runner) => runner.isFavourite === isFavourite),
      {
        x: "x",
        y: "y",
        ariaLabel: "key",
        symbol: isFavourite ? "star" : "circle",
        r: ({status}: Runner) => (isFavourite ? starRadius : status === "hidden" ? 3 : 4.5),
        fill: ({status, run}: Runner) => (status === "running" ? colour.size(run.sizeClass) : colour.paper),
        stroke: ({status, run}: Runner) => (status === "hidden" ? colour.soft : colour.size(run.sizeClass)),
        strokeWidth: 1.75
      }
    )
  );
}
