import {finishedFits, lawPenalty} from "../../analysis/equal-compute/fitted-laws.ts";
import {marinPenalty, valleyBudgets, valleyRuns} from "../../analysis/equal-compute/marin-valley.ts";
import {tunedRuns} from "../../analysis/equal-compute/direct-pairs.ts";
import type {State} from "../../core/define/chart.ts";
import {remember} from "../../core/math/memo.ts";
import {firstOf} from "../../core/math/points.ts";
import {logSpaced, type Series} from "../../core/math/series.ts";

/** What can be chosen of the valley. */
export const inputs = {
  view: {
    type: "choice",
    options: ["budgets", "price"],
    default: "budgets",
    label: {en: "Show"},
    names: {budgets: {en: "loss by budget"}, price: {en: "price of straying"}}
  },
  text: {
    type: "choice",
    options: ["nemotron", "dclm"],
    default: "nemotron",
    label: {en: "Trained on"},
    names: {nemotron: {en: "Nemotron"}, dclm: {en: "DCLM"}}
  }
} as const;

/** A state of the chart of the valley. */
export type ValleyState = State<typeof inputs>;

/** Factors off the optimum at which the price is marked. */
export const markedFactors = [2, 4, 10, 20] as const;

/** The valley of each budget, by ascending budget. */
export function budgetRuns({
  text
}: ValleyState): readonly {readonly key: string; readonly budget: number; readonly runs: Series}[] {
  return valleyBudgets.map((budget) => ({
    key: `budget-${budget.toExponential().replace("+", "")}`,
    budget,
    runs: valleyRuns(text, budget)
  }));
}

/** Factors over which the price is drawn. */
const factors = logSpaced({from: 0.25, to: 25}, 41);

const knownPrices = remember(
  (
    _: "all"
  ): {readonly measured: Series; readonly least: readonly number[]; readonly most: readonly number[]} => {
    const laws = factors.map((factor) => finishedFits.map((fit) => lawPenalty(fit, factor).value));
    return {
      measured: {x: factors, y: factors.map((factor) => marinPenalty(factor).value)},
      least: laws.map((prices) => Math.min(...prices)),
      most: laws.map((prices) => Math.max(...prices))
    };
  },
  (key) => key,
  1
);

/** What straying costs: measured by Marin, and the least and most of the laws, in nats per token. */
export function prices(): ReturnType<typeof knownPrices> {
  return knownPrices("all");
}

/** The tuned runs, as if that of fewest tokens per parameter were the optimum. */
export function tunedPrices(): Series {
  const runs = tunedRuns();
  const {ratio: lowest} = firstOf(runs);
  return {x: runs.map(({ratio}) => ratio / lowest), y: runs.map(({above}) => above)};
}
