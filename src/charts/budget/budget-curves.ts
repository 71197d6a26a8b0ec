import {coefficientsOf} from "../../laws/chinchilla.ts";
import {
  cheapest,
  costOf,
  parametersAt,
  sizesWithin,
  smallestParameters,
  trainedCheapest,
  type Cost,
  type Demand
} from "../../analysis/serving-cost.ts";
import {refittedCheapest} from "../../analysis/equal-compute/refitted-cheapest.ts";
import {longestRatio} from "../../analysis/past-optimum.ts";
import type {BudgetState} from "./budget-state.ts";
import {logSpaced, type Series} from "../../core/math/series.ts";

export type CostPart = "training" | "inference" | "total";

/** Everything that is drawn of a view; sizes in 1e9 parameters, costs in FLOPs. */
export interface DrawnBudget {
  readonly best: Cost;
  readonly optimal: Cost;
  /** Where the cheapest size lies by nine in ten refits of the law, where it has some. */
  readonly refitted: readonly [number, number] | undefined;
  /** The size that is compared, where it reaches the loss and lies in the picture. */
  readonly own: Cost | undefined;
  readonly domains: Readonly<Record<"x" | "y", readonly [number, number]>>;
  readonly curves: readonly {readonly key: CostPart; readonly curve: Series}[];
  /** The part of the total that costs little more than the least. */
  readonly flat: Series;
  /** Sizes that don't reach the loss on endless data, as far as they are drawn. */
  readonly unreachable: readonly [number, number];
  /** Sizes that would read more tokens per parameter than any of the law’s runs did. */
  readonly unproven: readonly [number, number];
}

/** How many times the least cost is still drawn, and how many times still counts as cheap. */
const tallest = 20;
export const cheap = 1.1;

/** A view as numbers: what its sizes cost, which is cheapest, and how far all that is drawn. */
export function drawnBudget(view: BudgetState): DrawnBudget {
  const law = coefficientsOf(view.law);
  const demand = demandOf(view);
  const best = cheapest(demand, law);
  const optimal = trainedCheapest(demand, law);
  const smallest = smallestParameters(demand.target, law);
  const size = countOf(view.size);
  const own = size > smallest ? costOf(size, demand, law) : undefined;
  const bottom = Math.min(best.total / tallest, optimal.training / 3);
  const top = 1.3 * tallest * best.total;
  const largest = Math.max(8 * optimal.parameters, 1.5 * (own?.parameters ?? 0));
  const [from, to] = sizesWithin(tallest, demand, law);
  const last = Math.min(to, largest);
  const firstServing = Math.max(from, bottom / (2 * demand.served));
  const curve = (key: CostPart, first: number, end: number, count: number): Series => {
    const sizes = logSpaced({from: first, to: end}, count);
    return {x: sizes.map((each) => each / 1e9), y: sizes.map((each) => costOf(each, demand, law)[key])};
  };
  return {
    best,
    optimal,
    refitted: view.law === "epoch-replication" ? refittedCheapest(demand) : undefined,
    own: own && own.total <= top ? own : undefined,
    domains: {x: [smallest / 1.3e9, largest / 1e9], y: [bottom, top]},
    curves: [
      {key: "training", curve: curve("training", from, last, 120)},
      ...(firstServing < last
        ? [{key: "inference", curve: curve("inference", firstServing, last, 24)} as const]
        : []),
      {key: "total", curve: curve("total", from, last, 120)}
    ],
    flat: curve("total", ...sizesWithin(cheap, demand, law), 40),
    unreachable: [smallest / 1.3e9, smallest / 1e9],
    unproven: [smallest / 1e9, parametersAt(longestRatio(), demand.target, law) / 1e9]
  };
}

/** The demand of a view; a token that costs more to serve counts as several. */
export function demandOf({target, served, price}: BudgetState): Demand {
  return {target, served: Number(price) * countOf(served)};
}

/** A plain count from its short name, e.g. 1e13 from `"10t"`; 0 from any without a unit. */
export function countOf(name: string): number {
  const unit = {b: 1e9, t: 1e12}[name.slice(-1)];
  return unit === undefined ? 0 : Number(name.slice(0, -1)) * unit;
}
