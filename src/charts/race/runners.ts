import * as Plot from "@observablehq/plot";
import type {Markish} from "@observablehq/plot";
import {valueAt, type Point} from "../../core/math/points.ts";
import {dodge, labelMark, type EndLabel} from "../../marks/labels.ts";
import {roomOf} from "../../marks/pixels.ts";
import {colour} from "../../marks/theme.ts";
import {leftOf, valuesAt, type Field} from "./race-field.ts";
import {place} from "./race-curves.ts";
import type {Runner} from "./race-state.ts";
import {spread} from "./spread.ts";

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
  const names = running.map((runner, index) => ({...runner, runsAt: runner.y, y: valueAt(heights, index)}));
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
            y1: "runsAt",
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

type Placed = Runner & Point;

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
