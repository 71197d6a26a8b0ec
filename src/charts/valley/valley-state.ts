import {
  marinPenalty,
  marinPrices,
  quotedFactors,
  valleyBudgets,
  valleyRuns,
  type QuotedFactor,
  type ValleyText
} from "../../analysis/equal-compute/marin-valley.ts";
import type {Estimate} from "../../analysis/equal-compute/estimate.ts";
import {finishedFits, lawPenalty} from "../../analysis/equal-compute/fitted-laws.ts";
import {tunedRuns} from "../../analysis/equal-compute/tuned-runs.ts";
import type {State} from "../../core/define/chart.ts";
import {akima} from "../../core/math/akima.ts";
import {remember} from "../../core/math/memo.ts";
import {firstOf, lastOf, valueAt} from "../../core/math/points.ts";
import {logSpaced, type Series} from "../../core/math/series.ts";

/** What can be chosen of the valley. */
export const inputs = {
  view: {
    type: "choice",
    options: ["nemotron", "dclm", "price"],
    default: "nemotron",
    label: {en: "Show"},
    names: {
      nemotron: {en: "loss, trained on Nemotron"},
      dclm: {en: "loss, trained on DCLM"},
      price: {en: "price of straying"}
    }
  }
} as const;

/** A state of the chart of the valley. */
export type ValleyState = State<typeof inputs>;

/** The valley of one budget: its runs, and a smooth course through them. */
export interface DrawnValley {
  readonly key: string;
  readonly budget: number;
  readonly runs: Series;
  readonly course: Series;
}

/** Knots of a course from one run to the next. */
const knots = 6;

/** The valley of each budget, by ascending budget. */
export function drawnValleys(text: ValleyText): readonly DrawnValley[] {
  return valleyBudgets.map((budget) => {
    const runs = valleyRuns(text, budget);
    const x = runs.x
      .slice(1)
      .flatMap((to, index) => logSpaced({from: valueAt(runs.x, index), to}, knots + 1).slice(0, knots));
    const at = [...x, lastOf(runs.x)];
    return {
      key: `budget-${budget.toExponential().replace("+", "")}`,
      budget,
      runs,
      course: {x: at, y: at.map((ratio) => akima(runs, ratio))}
    };
  });
}

/** Factors over which the price is drawn. */
const factors = logSpaced({from: 0.25, to: 25}, 61);

/** What straying costs, in nats per token. */
export interface DrawnPrices {
  /** By the runs of Marin, over all factors and at those that are quoted. */
  readonly measured: Series;
  readonly quoted: readonly ({readonly factor: QuotedFactor} & Estimate)[];
  /** The least and the most of the laws. */
  readonly least: Series;
  readonly most: Series;
  /** Tuned runs, as if that of fewest tokens per parameter were the optimum. */
  readonly tuned: Series;
}

const knownPrices = remember(
  (_: "all"): DrawnPrices => {
    const laws = factors.map((factor) => finishedFits.map((fit) => lawPenalty(fit, factor).value));
    const runs = tunedRuns();
    const {ratio: fewest} = firstOf(runs);
    return {
      measured: {x: factors, y: marinPrices(factors)},
      quoted: quotedFactors.map((factor) => ({factor, ...marinPenalty(factor)})),
      least: {x: factors, y: laws.map((prices) => Math.min(...prices))},
      most: {x: factors, y: laws.map((prices) => Math.max(...prices))},
      tuned: {x: runs.map(({ratio}) => ratio / fewest), y: runs.map(({above}) => above)}
    };
  },
  (key) => key,
  1
);

/** What is drawn of the price. */
export function drawnPrices(): DrawnPrices {
  return knownPrices("all");
}
