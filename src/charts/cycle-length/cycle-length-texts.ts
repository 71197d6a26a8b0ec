import {inEachLanguage} from "../../core/i18n/written.ts";
import {cycleErrors, cycleLosses, type CycleLoss} from "../../analysis/cosine-cycles.ts";
import {formatNumber} from "../../core/i18n/format.ts";
import type {Locale, Localised} from "../../core/i18n/locale.ts";
import {firstOf, lastOf} from "../../core/math/points.ts";
import type {CycleState} from "./cycle-length-state.ts";

/** Where the losses come from, and how far off they may be. */
export function note(): Localised {
  return inEachLanguage((locale) => {
    const {short, long} = cycleErrors;
    return {
      en:
        `Read off Hoffmann et al. (arXiv 2203.15556), Figure A1; bars show the reading error, ±${nats(short, locale)} nat (short run) and ` +
        `±${nats(long, locale)} nat (long run). That both panels of the figure give one curve tests how they were read, not what the cause is.`
    };
  });
}

/** How far the loss rises from the shortest cycle to the longest. */
export function summary({sequences}: CycleState): Localised {
  return inEachLanguage((locale) => {
    const rows = cycleLosses(Number(sequences));
    const [first, last] = [firstOf(rows), lastOf(rows)];
    const cycle = (row: CycleLoss): string => formatNumber(row.cycle, {decimals: 1}, locale);
    return {
      en:
        `After ${sequences} million sequences, the loss goes from ${nats(first.loss, locale)} with a cycle of ` +
        `${cycle(first)} million sequences to ${nats(last.loss, locale)} with one of ${cycle(last)} million.`
    };
  });
}

/** What is drawn of a state, and what it shows. */
export function describe(state: CycleState): Localised {
  return inEachLanguage((locale) => ({
    en: `Dot chart of training loss, in nats per token, by the length of the cosine cycle: twelve values, six from each of two run lengths. ${summary(state)[locale]}`
  }));
}

function nats(loss: number, locale: Locale): string {
  return formatNumber(loss, {decimals: 3}, locale);
}
