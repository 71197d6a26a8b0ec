import {leadChanges, type LeadChange} from "../../analysis/lead-changes.ts";
import {gapCurve} from "../../analysis/run-gap.ts";
import {knots, runs, type Run} from "../../analysis/runs.ts";
import type {State} from "../../core/define/chart.ts";
import {lastPoint, pointsOf, valueAt} from "../../core/math/points.ts";
import type {Series} from "../../core/math/series.ts";
import {computeInput, familyInput, scaleInput} from "../../marks/inputs.ts";

/** What can be chosen of the differences. */
export const inputs = {
  family: familyInput,
  // By size class, as in `Run`, so that each pair is one of either family.
  pair: {
    type: "choice",
    options: ["1-2", "2-3", "3-4", "1-3", "2-4", "1-4"],
    default: "1-2",
    label: {en: "Compare"},
    names: {
      "1-2": {en: "7B and 13B"},
      "2-3": {en: "13B and 33/34B"},
      "3-4": {en: "33/34B and 65/70B"},
      "1-3": {en: "7B and 33/34B"},
      "2-4": {en: "13B and 65/70B"},
      "1-4": {en: "7B and 65/70B"}
    }
  },
  axis: computeInput,
  scale: scaleInput
} as const;

/** A state of the chart of differences. */
export type GapState = State<typeof inputs>;

/** What is drawn of the gap, in nats per token: the same in every state, so that gaps can be compared. */
export const gapDomain = [-0.05, 0.1] as const;

/** The two runs of a family that are compared. */
export interface Pair {
  readonly small: Run;
  readonly large: Run;
}

/** The pair of runs that a state compares. */
export function pairOf({family, pair}: GapState): Pair {
  const [small, large] = pair
    .split("-")
    .map((size) => runs.find((run) => run.family === family && run.sizeClass === Number(size)));
  if (!small || !large)
    throw new Error(`unknown pair: ${family} ${pair} (expected two size classes of a family)`);
  return {small, large};
}

/** Where the lead between the two runs changes. */
export function changesOf(state: GapState): LeadChange[] {
  const {small, large} = pairOf(state);
  return leadChanges([small, large], state.axis);
}

/** The gap from where it comes into the picture, from above, to the end of the run that ends first. */
export function drawnCurve(state: GapState): Series {
  const {small, large} = pairOf(state);
  const whole = gapCurve(small, large, state.axis, 4 * knots);
  const points = pointsOf(whole);
  const entry = points.findLastIndex(({y}) => y > gapDomain[1]) + 1;
  return gapCurve(small, large, state.axis, knots, {from: valueAt(points, entry).x, to: lastPoint(whole).x});
}
