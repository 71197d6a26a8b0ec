import {quantileSorted} from "d3-array";
import {remember} from "../../core/math/memo.ts";
import refits from "../../data/chinchilla-refits.ts";
import {cheapest, type Demand} from "../serving-cost.ts";

/**
 * Smallest and largest number of parameters between which the cheapest model lies by nine in ten refits of Chinchilla’s law,
 * each to as many of its runs, drawn anew with replacement. Infinite where as many refits never reach the target.
 */
export const refittedCheapest = remember(
  (demand: Demand): readonly [number, number] => {
    const sizes = refits.rows
      .filter(({draw}) => draw > 0)
      .map((law) => (law.E < demand.target ? cheapest(demand, law).parameters : Infinity))
      .toSorted((a, b) => a - b);
    const bound = (share: number): number => quantileSorted(sizes, share) ?? Number.NaN;
    return [bound(0.05), bound(0.95)];
  },
  ({target, served}) => `${target} ${served}`
);
