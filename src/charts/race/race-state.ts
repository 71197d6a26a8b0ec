import {computeAt, knots, runs, type Run} from "../../analysis/runs.ts";
import {smoothedCurve, type SmoothedCurve} from "../../analysis/smoothed-curve.ts";
import {standings, type LeadPass, type Standing} from "../../analysis/standings.ts";
import type {State} from "../../core/define/chart.ts";
import {remember} from "../../core/math/memo.ts";
import {firstOf} from "../../core/math/points.ts";
import {computeInput, familyInput} from "../../marks/inputs.ts";

/** What can be chosen of a race. */
export const inputs = {
  /**
   * Share of the way in the logarithm of compute, so that each per cent multiplies it by the same factor: 0 is where
   * the first run comes into the figure, 100 where the last one ends. Fractions are drawn too.
   */
  time: {
    type: "range",
    min: 0,
    max: 100,
    step: 0.25,
    default: 11,
    unit: "%",
    playSeconds: 16,
    label: {en: "Share of the way, on a logarithmic axis"}
  },
  family: familyInput,
  axis: {...computeInput, label: {en: "The same for all"}},
  // By size class, as in `Run`, so that a favourite is one in either family.
  favourite: {
    type: "choice",
    options: ["none", "1", "2", "3", "4"],
    default: "none",
    label: {en: "Your favourite"},
    names: {none: {en: "none"}, "1": {en: "7B"}, "2": {en: "13B"}, "3": {en: "33/34B"}, "4": {en: "65/70B"}}
  }
} as const;

/** A state of the chart of a race. */
export type RaceState = State<typeof inputs>;

/** A runner: how its run stands, and the curve on which it runs. */
export interface Runner extends Standing {
  readonly curve: SmoothedCurve;
  readonly isFavourite: boolean;
}

/** The runs of each family, small to large. */
export const families: Readonly<Record<RaceState["family"], readonly Run[]>> = {
  llama1: runs.filter(({family}) => family === "llama1"),
  llama2: runs.filter(({family}) => family === "llama2")
};

/** The curve on which a run runs, without its noise. */
export const wayOf = remember(
  (run: Run) => smoothedCurve(run, knots),
  ({key}) => key,
  runs.length
);

/** From where the first run comes into the figure to where the last one ends. */
export function courseOf({family, axis}: RaceState): [number, number] {
  const all = families[family];
  return [
    Math.min(...all.map((run) => computeAt(run, firstOf(run.tokens), axis))),
    Math.max(...all.map((run) => computeAt(run, run.plottedTokens, axis)))
  ];
}

/** Compute that every run has had, in the unit of the axis. */
export function computeOf(state: RaceState): number {
  const [from, to] = courseOf(state);
  // At the end exactly, or rounding would leave the last run a step short of it.
  return state.time === 100 ? to : from * (to / from) ** (state.time / 100);
}

/** The runners in the order in which they stand. */
export function runnersOf(state: RaceState): Runner[] {
  return standings(families[state.family], state.axis, computeOf(state)).order.map((standing) => ({
    ...standing,
    curve: wayOf(standing.run),
    isFavourite: state.favourite === String(standing.run.sizeClass)
  }));
}

/** The last change of the first place, where there has been one. */
export function lastPass(state: RaceState): LeadPass | undefined {
  return standings(families[state.family], state.axis, computeOf(state)).leadChanges.at(-1);
}
