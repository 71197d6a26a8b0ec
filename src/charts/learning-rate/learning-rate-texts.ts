import {warmupSteps} from "../../analysis/warm-up.ts";
import {formatTick} from "../../core/i18n/format-drawn.ts";
import {formatChosen, formatNumber} from "../../core/i18n/format.ts";
import type {Localised} from "../../core/i18n/locale.ts";
import {rateAt, type RateState} from "./rate-state.ts";

/** Where the curves come from, and how long the runs of the article warm up. */
export function note(): Localised {
  return {
    en:
      `Computed from the formula; LLaMA and Llama 2 warm up for ${formatTick(warmupSteps, "en")} steps, ` +
      "less than a hundredth of a run."
  };
}

/** Where the rate stands at the end of the run. */
export function summary(state: RateState): Localised {
  return {
    en: `With a cycle of ${formatChosen(state.stretch, "en")} times the run, the rate ends at ${percentAt(state, 100)}% of its peak.`
  };
}

/** What is drawn, and where the rate stands half-way and at the end. */
export function describe(state: RateState): Localised {
  return {
    en:
      `Line chart of the learning rate, in per cent of its peak, over a run. It rises in a straight line for the first ` +
      `${formatChosen(state.warmup, "en")}% and follows a cosine from there: ${percentAt(state, 50)}% half-way. ${summary(state).en}`
  };
}

function percentAt(state: RateState, share: number): string {
  return formatNumber(100 * rateAt(state, share), {decimals: 0}, "en");
}
