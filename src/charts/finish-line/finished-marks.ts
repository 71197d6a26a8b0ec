import * as Plot from "@observablehq/plot";
import type {Markish} from "@observablehq/plot";
import {multipleOf} from "../../analysis/finish-line/ladder-prices.ts";
import type {OpenSize} from "../../analysis/finish-line/open-run.ts";
import {formatNumber} from "../../core/i18n/format.ts";
import {seriesOf, type Point} from "../../core/math/points.ts";
import {placedLabel, placedRing, seriesLine} from "../../marks/lines.ts";
import {colour} from "../../marks/theme.ts";
import {finishedGapWords, plannedWords} from "./drawn-words.ts";
import {aside, cornerNote, finishedKey, pairColours, runKey, type FinishDrawing} from "./finish-drawing.ts";
import {arrivedEnds, endsOf, finishedPoint, isDecided, runningPoint} from "./finish-line-state.ts";
import {placeMarks} from "./running-marks.ts";

/** Runs that were planned to end where they stand, joined by a dotted line, and the verdict between them. */
export function finishedMarks(drawing: FinishDrawing): Markish[] {
  const {compared, state} = drawing;
  const {smallSize, largeSize} = compared;
  const [smallEnds, largeEnds] = [endsOf(compared, smallSize), arrivedEnds(state)];
  return [
    ...(isDecided(state) ? fallMarks(drawing) : []),
    ...planned(smallSize, smallEnds, pairColours.small, "square"),
    ...planned(largeSize, largeEnds, pairColours.large, "circle"),
    ...largeNames(drawing, largeEnds),
    cornerNote("planned", drawing, plannedWords(drawing)),
    ...placeMarks(drawing),
    ...(isDecided(state) ? verdictMarks(drawing) : [])
  ];
}

/** Shapes differ, so that no colour has to tell the sizes apart. */
function planned(
  {size, runs}: OpenSize,
  ends: readonly Point[],
  fill: string,
  symbol: "square" | "circle"
): Markish[] {
  return [
    seriesLine(finishedKey(size, ends), seriesOf(ends), {
      stroke: fill,
      strokeWidth: 1.75,
      strokeDasharray: "1 4",
      strokeLinecap: "round"
    }),
    Plot.dot(ends, {
      x: "x",
      y: "y",
      ariaLabel: ({x}: Point) =>
        `${runKey(runs.find(({finalFlops}) => finalFlops === x) ?? {size, length: ""})}-end`,
      r: 4.5,
      symbol,
      fill
    })
  ];
}

/** The larger’s name at its first dot, and the lengths of its runs where there is room; none where the verdict stands. */
function largeNames({compared, width, locale}: FinishDrawing, ends: readonly Point[]): Markish[] {
  const {largeSize, source, flops} = compared;
  const hasLengths = source === "ladder" && width === "wide";
  return ends.flatMap((end, index) => {
    const run = largeSize.runs.find(({finalFlops}) => finalFlops === end.x);
    if (!run || Math.abs(Math.log(end.x / flops)) < 0.1) return [];
    const words = [
      ...(index === 0 ? [largeSize.size] : []),
      ...(hasLengths ? [`${formatNumber(multipleOf(run.length), {significant: 2}, locale)}×`] : [])
    ];
    if (words.length === 0) return [];
    return [
      placedLabel(
        `${runKey(run)}-end`,
        {...end, text: words.join(" ")},
        {fill: pairColours.large, anchor: "end", dx: -4, dy: 14, weight: index === 0 ? 600 : 400}
      )
    ];
  });
}

/** From where the larger is on its way to where it would end. */
function fallMarks({compared}: FinishDrawing): Markish[] {
  const [running, finished] = [runningPoint(compared), finishedPoint(compared)];
  return [
    Plot.arrow([compared], {
      x1: [running.x],
      x2: [finished.x],
      y1: [running.y],
      y2: [finished.y],
      ariaLabel: () => "fall",
      stroke: pairColours.large,
      strokeWidth: 2,
      insetEnd: 9,
      headLength: 6
    })
  ];
}

/** The larger, finished on the budget of the smaller: an open ring with its error. Where finished runs cross: a ring too. */
function verdictMarks(drawing: FinishDrawing): Markish[] {
  const {compared, locale} = drawing;
  const {large, error, finishedCrossings} = compared;
  const finished = finishedPoint(compared);
  const bounds = [finished.y - error, finished.y + error];
  return [
    Plot.dot(finishedCrossings, {
      x: "x",
      y: "y",
      ariaLabel: (_: Point, index: number) => `finished-crossing-${index + 1}`,
      r: 8,
      stroke: colour.ink,
      strokeWidth: 1.25
    }),
    Plot.link(bounds, {
      x1: bounds.map(() => aside(drawing, finished.x, -10)),
      x2: bounds.map(() => aside(drawing, finished.x, 10)),
      y1: bounds,
      y2: bounds,
      ariaLabel: (_: number, index: number) => `verdict-bound-${index + 1}`,
      stroke: pairColours.large,
      strokeWidth: 1.25
    }),
    placedRing(`${runKey(large)}-verdict`, finished, pairColours.large, 5.5),
    placedLabel(
      "gap-finished",
      {...finished, text: finishedGapWords(drawing)[locale]},
      {fill: pairColours.large, anchor: "end", dx: -12, dy: 19}
    )
  ];
}
