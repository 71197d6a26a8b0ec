import {mean, quantile} from "d3-array";
import marin from "../../data/isoflop-marin.ts";
import {interpolate} from "../../core/math/interpolate.ts";
import {localPolynomial} from "../../core/math/local-polynomial.ts";
import {valueAt} from "../../core/math/points.ts";
import {logSpaced, type Interval, type Series} from "../../core/math/series.ts";
import type {Estimate} from "./fitted-laws.ts";

/** A text that scatters little enough to show the valley. */
export type ValleyText = "dclm" | "nemotron";

/** The texts. */
export const valleyTexts: readonly ValleyText[] = ["nemotron", "dclm"];

/** Budgets with enough sizes on both sides of the bottom, in FLOPs, ascending. */
export const valleyBudgets = [9e18, 3e19, 9e19, 3e20] as const;

/** Budgets at which a penalty is quoted. */
const quotedBudgets = [1.8e20, 3e20];
/** Scatter of a run about a smooth curve, in nats per token. */
export const runNoise = 0.01;

/** Finished runs of one budget: tokens per effective parameter, ascending, and loss in nats per token. */
export function valleyRuns(text: ValleyText, budget: number): Series {
  const points = marin.rows
    .filter((row) => row.train_set === text && row.kind === "isoflop" && row.budget === budget)
    // Small models are mostly embedding: their effective size is what the compute was spent on.
    .map(({tokens, flops, loss}) => ({ratio: (6 * tokens * tokens) / flops, loss}))
    .toSorted((a, b) => a.ratio - b.ratio);
  return {x: points.map(({ratio}) => ratio), y: points.map(({loss}) => loss)};
}

/** Near the bottom a quartic in log x through so many runs; beyond, the straight line between two. */
const bottomRuns = 11;

/** The course of a valley at some tokens per effective parameter, in nats per token. */
export function valleyLoss(runs: Series, ratio: number): number {
  const {from, to} = bottomOf(runs);
  return ratio >= from && ratio <= to
    ? localPolynomial(runs, ratio, {degree: 4, neighbours: bottomRuns})
    : interpolate(runs, ratio);
}

/** The window of the runs around the lowest. */
function bottomOf({x, y}: Series): Interval {
  const lowest = y.indexOf(Math.min(...y));
  const reach = (bottomRuns - 1) / 2;
  return {
    from: valueAt(x, Math.max(0, lowest - reach)),
    to: valueAt(x, Math.min(x.length - 1, lowest + reach))
  };
}

/** Where a valley is lowest: tokens per effective parameter, and loss. */
export function valleyBottom(runs: Series): {readonly ratio: number; readonly loss: number} {
  return logSpaced(bottomOf(runs), 200)
    .map((ratio) => ({ratio, loss: valleyLoss(runs, ratio)}))
    .reduce((lowest, each) => (each.loss < lowest.loss ? each : lowest));
}

function penaltyIn(runs: Series, factor: number): number {
  const {ratio, loss} = valleyBottom(runs);
  return interpolate(runs, ratio * factor) - loss;
}

/**
 * How much higher the loss is off the bottom at equal compute, in nats per token: the mean over two texts and two budgets, with
 * the middle nine tenths of what the runs' noise would make of it.
 *
 * @param noise normally distributed numbers of mean 0 and variance 1; no interval without it
 */
export function marinPenalty(factor: number, noise?: () => number): Estimate {
  const curves = valleyTexts.flatMap((text) => quotedBudgets.map((budget) => valleyRuns(text, budget)));
  const value = mean(curves, (runs) => penaltyIn(runs, factor)) ?? Number.NaN;
  if (!noise) return {value, low: value, high: value};
  const draws = curves.flatMap((runs) =>
    Array.from({length: 60}, () =>
      penaltyIn({x: runs.x, y: runs.y.map((loss) => loss + runNoise * noise())}, factor)
    )
  );
  return {value, low: quantile(draws, 0.05) ?? value, high: quantile(draws, 0.95) ?? value};
}
