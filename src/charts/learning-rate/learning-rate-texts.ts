import {inEachLanguage} from "../../core/i18n/written.ts";
import {warmupSteps} from "../../analysis/warm-up.ts";
import {formatTick} from "../../core/i18n/format-drawn.ts";
import {formatChosen, formatNumber} from "../../core/i18n/format.ts";
import type {Locale, Localised} from "../../core/i18n/locale.ts";
import {rateAt, type RateState} from "./rate-state.ts";

/** Where the curves come from, and how long the runs of the article warm up. */
export function note(): Localised {
  return inEachLanguage((locale) => ({
    en:
      `Computed from the formula; LLaMA and Llama 2 warm up for ${formatTick(warmupSteps, locale)} steps, ` +
      "less than a hundredth of a run."
  }));
}

/** Where the rate stands at the end of the run. */
export function summary(state: RateState): Localised {
  return inEachLanguage((locale) => ({
    en: `With a cycle of ${formatChosen(state.stretch, locale)} times the run, the rate ends at ${percentAt(state, 100, locale)}% of its peak.`
  }));
}

/** What is drawn, and where the rate stands half-way and at the end. */
export function describe(state: RateState): Localised {
  return inEachLanguage((locale) => ({
    en:
      `Line chart of the learning rate, in per cent of its peak, over a run. It rises in a straight line for the first ` +
      `${formatChosen(state.warmup, locale)}% and follows a cosine from there: ${percentAt(state, 50, locale)}% half-way. ${summary(state)[locale]}`
  }));
}

function percentAt(state: RateState, share: number, locale: Locale): string {
  return formatNumber(100 * rateAt(state, share), {decimals: 0}, locale);
}
