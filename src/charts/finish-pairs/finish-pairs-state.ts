import {
  firmlyTurned,
  openPairs,
  type LargerSchedule,
  type OpenPair
} from "../../analysis/finish-line/open-pairs.ts";
import {isTurned} from "../../analysis/finish-line/pair.ts";
import {isLong, multipleOf} from "../../analysis/finish-line/ladder-prices.ts";
import type {State} from "../../core/define/chart.ts";
import {remember} from "../../core/math/memo.ts";

/** What can be chosen of the pairs of open runs. */
export const inputs = {
  source: {
    type: "choice",
    options: ["all", "ladder", "horizon"],
    default: "all",
    label: {en: "Runs"},
    names: {all: {en: "all"}, ladder: {en: "the ladder"}, horizon: {en: "Hägele et al."}}
  },
  length: {
    type: "choice",
    options: ["any", "2xC", "5xC", "10xC", "long"],
    default: "any",
    label: {en: "Length of the smaller"},
    names: {
      any: {en: "any"},
      "2xC": {en: "two times Chinchilla’s"},
      "5xC": {en: "five times"},
      "10xC": {en: "ten times"},
      long: {en: "five or more"}
    }
  },
  schedule: {
    type: "choice",
    options: ["longest", "shorter"],
    default: "longest",
    label: {en: "Larger read on its"},
    names: {longest: {en: "longest schedule"}, shorter: {en: "shorter one"}}
  }
} as const;

/** A state of the chart of pairs. */
export type PairsState = State<typeof inputs>;

/** A pair, and whether its lead changes for certain. */
export interface ShownPair extends OpenPair {
  readonly isTurned: boolean;
  readonly isFirm: boolean;
}

const pairsOn = remember(
  (schedule: LargerSchedule): readonly ShownPair[] => {
    const firm = firmlyTurned(schedule);
    return openPairs(schedule).map((pair) => ({
      ...pair,
      isTurned: isTurned(pair),
      isFirm: firm.has(pair.key)
    }));
  },
  (schedule) => schedule,
  2
);

/** The pairs of a state. A length, in multiples of 20 tokens per parameter, is one of the ladder’s. */
export function shownPairs({source, length, schedule}: PairsState): readonly ShownPair[] {
  return pairsOn(schedule).filter(
    (pair) =>
      (source === "all" || pair.source === source) &&
      (length === "any" || (pair.source === "ladder" && isOfLength(pair.small.length, length)))
  );
}

function isOfLength(own: string, length: PairsState["length"]): boolean {
  return length === "long" ? isLong(own) : multipleOf(own) === multipleOf(length);
}

/** Parameters below which the smaller of a pair has the hue of the class, by class; no bound for the largest. */
export const classBounds = {1: 1.2e8, 2: 3e8, 3: 5e8, 4: Infinity} as const;

/** Size class of the smaller of a pair, by its hue. */
export type SizeClass = keyof typeof classBounds;

/** Size class of the smaller of a pair, from 1 (the smallest) to 4: for its hue. */
export function sizeClass({small}: OpenPair): SizeClass {
  if (small.parameters < classBounds[1]) return 1;
  if (small.parameters < classBounds[2]) return 2;
  return small.parameters < classBounds[3] ? 3 : 4;
}
