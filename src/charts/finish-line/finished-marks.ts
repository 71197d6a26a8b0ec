import * as Plot from "@observablehq/plot";
import type {Markish} from "@observablehq/plot";
import type {ComparedSizes} from "../../analysis/finish-line/compared-sizes.ts";
import type {OpenSize} from "../../analysis/finish-line/open-run.ts";
import type {Locale} from "../../core/i18n/locale.ts";
import {seriesOf, type Point} from "../../core/math/points.ts";
import {placedLabel, placedRing, seriesLine} from "../../marks/lines.ts";
import {colour} from "../../marks/theme.ts";
import {
  arrivedEnds,
  endsOf,
  finishedPoint,
  isDecided,
  runningPoint,
  type FinishState
} from "./finish-line-state.ts";
import {gapLabel} from "./finish-line-texts.ts";
import {finishedKey, pairColours, runKey} from "./running-marks.ts";

/** Runs that were planned to end where they stand, joined by a dotted line, and the verdict between them. */
export function finishedMarks(compared: ComparedSizes, state: FinishState, locale: Locale): Markish[] {
  const {smallSize, largeSize} = compared;
  return [
    ...planned(smallSize, endsOf(compared, smallSize), pairColours.small, "square"),
    ...planned(largeSize, arrivedEnds(state), pairColours.large, "circle"),
    ...(isDecided(state) ? verdictMarks(compared, locale) : [])
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

/** The larger, finished on the budget of the smaller: an open ring with its error, and both gaps. */
function verdictMarks(compared: ComparedSizes, locale: Locale): Markish[] {
  const {large, error, midRunGap, finishedGap} = compared;
  const [running, finished] = [runningPoint(compared), finishedPoint(compared)];
  return [
    Plot.link([compared], {
      x1: [finished.x],
      x2: [finished.x],
      y1: [finished.y - error],
      y2: [finished.y + error],
      ariaLabel: () => "verdict-error",
      stroke: pairColours.large,
      strokeWidth: 2
    }),
    placedRing(`${runKey(large)}-verdict`, finished, pairColours.large, 6),
    placedRing(`${runKey(large)}-place`, running, pairColours.large, 5.5),
    placedLabel(
      "gap-running",
      {...running, text: gapLabel(midRunGap, locale)},
      {fill: colour.soft, anchor: "start", dx: 10, dy: -12}
    ),
    placedLabel(
      "gap-finished",
      {...finished, text: gapLabel(finishedGap, locale)},
      {fill: pairColours.large, anchor: "end", dx: -10, dy: 13, weight: 700}
    )
  ];
}
