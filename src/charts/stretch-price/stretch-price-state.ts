import {
  stretchPrices,
  type PriceSource,
  type StretchPrice
} from "../../analysis/finish-line/stretch-prices.ts";
import type {State} from "../../core/define/chart.ts";
import {firstOf} from "../../core/math/points.ts";
import {remember} from "../../core/math/memo.ts";

/** What can be chosen of the prices. */
export const inputs = {
  sources: {
    type: "subset",
    options: ["ladder", "horizon", "luo", "hoffmann"],
    default: [],
    label: {en: "Measured by"},
    names: {
      ladder: {en: "the ladder"},
      horizon: {en: "Hägele et al."},
      luo: {en: "Luo et al."},
      hoffmann: {en: "Chinchilla"}
    }
  },
  colour: {
    type: "choice",
    options: ["source", "start"],
    default: "source",
    label: {en: "Hue by"},
    names: {source: {en: "who measured"}, start: {en: "where the ladder is read"}}
  }
} as const;

/** A state of the chart of prices. */
export type PriceState = State<typeof inputs>;

/** The prices of one model, by ascending stretch. */
export interface PriceGroup {
  readonly key: string;
  readonly source: PriceSource;
  readonly name: string;
  readonly start: string;
  readonly prices: readonly StretchPrice[];
}

const allGroups = remember(
  (_: "all"): readonly PriceGroup[] =>
    [...Map.groupBy(stretchPrices(), ({source, name, start}) => [source, name, start].join(" ").trim())].map(
      ([words, prices]) => {
        const {source, name, start} = firstOf(prices);
        return {
          key: words.replace(/[ ,]+/g, "-"),
          source,
          name,
          start,
          prices: prices.toSorted((a, b) => a.stretch - b.stretch)
        };
      }
    ),
  (key) => key,
  1
);

/** The models of a state with their prices, source by source. */
export function priceGroups({sources}: PriceState): readonly PriceGroup[] {
  return allGroups("all").filter(({source}) => sources.length === 0 || sources.includes(source));
}

/** All prices of a state. */
export function shownPrices(state: PriceState): readonly StretchPrice[] {
  return priceGroups(state).flatMap(({prices}) => prices);
}
