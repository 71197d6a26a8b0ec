import {inEachLanguage} from "../../core/i18n/written.ts";
import {cycleLoss, multipliers, ownCosinesApart, type Panel} from "../../analysis/cosine-cycles.ts";
import {binScatter} from "../../analysis/stated-errors.ts";
import {formatNumber} from "../../core/i18n/format.ts";
import type {Locale, Localised} from "../../core/i18n/locale.ts";
import {lastOf} from "../../core/math/points.ts";
import {markedLosses, markedSequences, shownCurves, type AblationState} from "./cosine-ablation-state.ts";

/** The two run lengths. */
export const panelNames = {
  short: {en: "short run"},
  long: {en: "long run"}
} as const satisfies Record<Panel, Localised>;

/** The answers of the named states that have numbers in them. */
export const answers = {
  "short-mark": (): Localised =>
    inEachLanguage((locale) => ({
      en: `After 6 million sequences of the short run, its own cosine stands at ${ownCosine("short", locale)}.`
    })),
  "long-mark": (): Localised =>
    inEachLanguage((locale) => ({
      en: `After the same 6 million sequences, the long run’s own cosine stands at ${ownCosine("long", locale)}.`
    })),
  "both-mark": (): Localised =>
    inEachLanguage((locale) => ({
      en: `Same model, same sequences: ${nats(ownCosinesApart(markedSequences), locale)} nats apart, by the length of the cosine alone, as far as the paper says.`
    }))
} as const;

function ownCosine(panel: Panel, locale: Locale): string {
  return nats(cycleLoss(panel, 1, markedSequences).loss, locale);
}

/** Where the curves come from, and how far off they may be. */
export function note(): Localised {
  return inEachLanguage((locale) => ({
    en:
      `Read off Hoffmann et al. (arXiv 2203.15556), Figure A1, to ±${nats(binScatter, locale)} nat (the bands). ${runs(Math.min(...multipliers), locale)}× is the cosine made for the run; ` +
      "where a line hides behind others, its ends are joined."
  }));
}

/** Where the cosines made for their runs stand at the marked place. */
export function summary(state: AblationState): Localised {
  return inEachLanguage((locale) => {
    const marks = markedLosses(state).map(
      ({panel, loss}) => `${nats(loss, locale)} in the ${panelNames[panel][locale]}`
    );
    return {en: `After 6 million sequences, the cosine made for the run stands at ${marks.join(" and ")}.`};
  });
}

/** What is drawn of a state, and what it shows. */
export function describe(state: AblationState): Localised {
  return inEachLanguage((locale) => {
    const ends = shownCurves(state).map(
      ({panel, multiplier, y}) => `${panelNames[panel][locale]}, ${multiplier}×: ${nats(lastOf(y), locale)}`
    );
    const mark = state.mark === "6M" ? ` A line marks 6 million sequences. ${summary(state)[locale]}` : "";
    return {
      en: `Line chart of training loss, in nats per token, by millions of sequences, for cosine cycles of ${runs(Math.min(...multipliers), locale)} to ${runs(Math.max(...multipliers), locale)} times the run. Last losses: ${ends.join("; ")}.${mark}`
    };
  });
}

function nats(loss: number, locale: Locale): string {
  return formatNumber(loss, {decimals: 3}, locale);
}

/** A cycle length in runs. */
function runs(multiplier: number, locale: Locale): string {
  return formatNumber(multiplier, {decimals: 1}, locale);
}
