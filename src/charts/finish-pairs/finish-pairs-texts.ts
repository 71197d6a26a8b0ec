import {favour} from "../../analysis/finish-line/pair.ts";
import {gapErrors, isLargerAhead} from "../../analysis/finish-line/open-pairs.ts";
import {formatSigned} from "../../core/i18n/format-drawn.ts";
import {formatNumber} from "../../core/i18n/format.ts";
import type {Localised} from "../../core/i18n/locale.ts";
import {inEachLanguage} from "../../core/i18n/written.ts";
import {lossText} from "../../marks/axes.ts";
import {inputs, shownPairs, type PairsState} from "./finish-pairs-state.ts";

/** Words on the drawing, of its axis and of its table. */
export const strings = {
  gapAxis: {en: "Loss of the larger minus the smaller (nats)"},
  shareAxis: {en: "Schedule of the larger run that is done (%)"},
  smaller: {en: "smaller is lower"},
  larger: {en: "larger is lower"},
  gap: {en: "gap"},
  gapUnit: {en: "nat/token"},
  share: {en: "schedule done"},
  percent: {en: "%"},
  firm: {en: "changes, firmly"},
  firmShort: {en: "changes"},
  fragile: {en: "changes, not firmly"},
  fragileShort: {en: "not firmly"},
  stays: {en: "stays"},
  smallerRun: {en: "Smaller run:"},
  beyond: {en: "larger"}
} as const satisfies Record<string, Localised>;

/** How many there are, how many change, and how many of them firmly. */
export function summary(state: PairsState): Localised {
  return inEachLanguage((locale) => {
    const pairs = shownPairs(state);
    const count = (value: number): string => formatNumber(value, {decimals: 0}, locale);
    if (pairs.length === 0) return {en: "No pair has this source and length."};
    const turned = pairs.filter((pair) => pair.isTurned);
    const ahead = pairs.filter((pair) => pair.finishedGap < 0).length;
    if (turned.length === 0) {
      const gaps = pairs.map(({finishedGap}) => finishedGap);
      return {
        en:
          `None of these ${count(pairs.length)} verdicts changes; finished, the gap is ` +
          `${lossText(Math.min(...gaps), locale)} to ${lossText(Math.max(...gaps), locale)} nats.`
      };
    }
    return {
      en:
        `Of these ${count(pairs.length)} verdicts ${count(turned.length)} change once both finish, ` +
        `${count(turned.filter((pair) => pair.isFirm).length)} of them firmly; the larger is then ahead in ${count(ahead)}.`
    };
  });
}

/** Who is ahead, beyond the error, once the smaller has read much more than its optimum. */
export function longAnswer(): Localised {
  return inEachLanguage((locale) => {
    const pairs = shownPairs({source: "all", length: "long", schedule: "longest"});
    const ahead = pairs.filter(isLargerAhead);
    const [many, all] = [ahead, pairs].map(({length}) => formatNumber(length, {decimals: 0}, locale));
    return {
      en: `Where the smaller has read five times Chinchilla’s tokens or more, the larger is ahead in ${many} of ${all} pairs once both finish.`
    };
  });
}

/** Sources, error, and what a fall is. */
export function note(state: PairsState): Localised {
  return inEachLanguage((locale) => {
    const favours = shownPairs(state).map(favour);
    const range =
      favours.length === 0
        ? ""
        : `, here ${formatSigned(Math.min(...favours), 3, locale)} to ${formatSigned(Math.max(...favours), 3, locale)} nats`;
    return {
      en:
        "Runs of the ladder of Bhagia et al. (arXiv 2412.04403) and of Hägele et al. (arXiv 2405.18392, as Schaipp et al. published " +
        `them); a gap is good to ± ${lossText(gapErrors.ladder, locale)} and ± ${lossText(gapErrors.horizon, locale)} nats. xC counts lengths ` +
        `in multiples of Chinchilla’s tokens. The fall of a line is the price of the larger run’s stretched ` +
        `schedule${range}. Broken lines turn, but not by every way to ` +
        "smooth the curves, either validation text, or count of FLOPs. The pairs share runs, so they aren’t independent."
    };
  });
}

/** What is drawn, and what it shows. */
export function describe(state: PairsState): Localised {
  return inEachLanguage((locale) => {
    const pairs = shownPairs(state);
    const gaps = (of: "midRunGap" | "finishedGap"): string => {
      const values = pairs.map((pair) => pair[of]);
      return values.length === 0
        ? "none"
        : `${formatSigned(Math.min(...values), 3, locale)} to ${formatSigned(Math.max(...values), 3, locale)}`;
    };
    return {
      en:
        "Slope chart of the loss of a larger model minus that of a smaller at equal compute, in nats per token: left with the larger on its " +
        `way, on its ${inputs.schedule.names[state.schedule][locale]}, right with both finished, by the share of its schedule that is done. Left the gaps are ${gaps("midRunGap")}, right ${gaps("finishedGap")}. ` +
        summary(state)[locale]
    };
  });
}

/** Name of a pair in the table, e.g. `"760M 10xC, 1B"`. */
export function pairName({
  small,
  large,
  text
}: {
  readonly small: {readonly size: string; readonly length: string};
  readonly large: {readonly size: string};
  readonly text: string;
}): string {
  return `${small.size} ${small.length}, ${large.size}${text === "" ? "" : `, ${text}`}`;
}
