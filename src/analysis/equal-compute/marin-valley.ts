import {mean} from "d3-array";
import {randomLcg, randomNormal} from "d3-random";
import marin from "../../data/isoflop-marin.ts";
import {akima} from "../../core/math/akima.ts";
import {localPolynomial} from "../../core/math/local-polynomial.ts";
import {remember} from "../../core/math/memo.ts";
import {firstOf, lastOf, valueAt} from "../../core/math/points.ts";
import {logSpaced, type Interval, type Series} from "../../core/math/series.ts";
import {estimateOf, type Estimate} from "./estimate.ts";

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

/** Runs round the lowest through which a quartic in log x finds the bottom. */
const bottomRuns = 9;
/** Places at which the quartic is looked at, and then again between the two beside the lowest. */
const bottomPlaces = 24;

/** Where a valley is lowest by a quartic through the runs round its lowest: tokens per parameter, and loss. */
export function valleyBottom({x, y}: Series): {readonly ratio: number; readonly loss: number} {
  const reach = (bottomRuns - 1) / 2;
  const lowest = y.indexOf(Math.min(...y));
  const [start, end] = [Math.max(0, lowest - reach), lowest + reach + 1];
  const near = {x: x.slice(start, end), y: y.slice(start, end)};
  const [from, to] = [firstOf(near.x), lastOf(near.x)];
  const step = (to / from) ** (1 / (bottomPlaces - 1));
  const {ratio} = lowestOf(near, {from, to});
  return lowestOf(near, {from: Math.max(from, ratio / step), to: Math.min(to, ratio * step)});
}

function lowestOf(near: Series, between: Interval): {readonly ratio: number; readonly loss: number} {
  return logSpaced(between, bottomPlaces)
    .map((ratio) => ({ratio, loss: localPolynomial(near, ratio, {degree: 4, neighbours: bottomRuns})}))
    .reduce((least, each) => (each.loss < least.loss ? each : least));
}

/** The valleys over which a price is the mean. */
function quotedValleys(): Series[] {
  return valleyTexts.flatMap((text) => quotedBudgets.map((budget) => valleyRuns(text, budget)));
}

/** Tokens per parameter at the bottom: the geometric mean of four valleys. */
export function marinOptimum(): number {
  return Math.exp(mean(quotedValleys(), (runs) => Math.log(valleyBottom(runs).ratio)) ?? Number.NaN);
}

/** Loss off the bottom of one valley, on a smooth curve through its runs, above the bottom's. */
function pricesIn(runs: Series, factors: readonly number[]): number[] {
  const {ratio, loss} = valleyBottom(runs);
  return factors.map((factor) => akima(runs, ratio * factor) - loss);
}

/** What one valley costs off its bottom, in nats per token. @param factor tokens per parameter over those of the bottom */
export function priceIn(runs: Series, factor: number): number {
  return valueAt(pricesIn(runs, [factor]), 0);
}

/** How much higher the loss is off the bottom at equal compute, in nats per token, for each factor: the mean of four valleys. */
export function marinPrices(factors: readonly number[]): number[] {
  const valleys = quotedValleys().map((runs) => pricesIn(runs, factors));
  return factors.map((_, index) => mean(valleys, (prices) => valueAt(prices, index)) ?? Number.NaN);
}

/** Factors off the optimum at which a price is quoted. */
export const quotedFactors = [2, 4, 10, 20] as const;

export type QuotedFactor = (typeof quotedFactors)[number];

/** How often the noise of a valley's runs is drawn. */
const noiseDraws = 100;

const knownPrices = remember(
  (_: "all"): ReadonlyMap<QuotedFactor, Estimate> => {
    const noise = randomNormal.source(randomLcg(0.42))(0, runNoise);
    const drawn = quotedValleys().flatMap(({x, y}) =>
      Array.from({length: noiseDraws}, () => pricesIn({x, y: y.map((loss) => loss + noise())}, quotedFactors))
    );
    const values = marinPrices(quotedFactors);
    return new Map(
      quotedFactors.map((factor, index) => {
        const draws = drawn.map((prices) => valueAt(prices, index));
        return [factor, estimateOf(valueAt(values, index), draws)];
      })
    );
  },
  (key) => key,
  1
);

/**
 * The price of a factor, with the middle nine tenths of what one of the four valleys would show with the noise of its runs drawn
 * anew: the valleys share their sizes and rules, so that their mean is hardly surer than one of them.
 */
export function marinPenalty(factor: QuotedFactor): Estimate {
  const known = knownPrices("all").get(factor);
  if (known) return known;
  throw new RangeError(`unknown factor: ${factor} (one of ${quotedFactors.join(", ")})`);
}
