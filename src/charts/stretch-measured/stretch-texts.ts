import {inEachLanguage} from "../../core/i18n/written.ts";
import {
  decayStart,
  lossNear24k,
  shared,
  stepOfEqualLoss,
  type MeasuredModel,
  type MeasuredSchedule
} from "../../analysis/measured-runs.ts";
import {statedErrors} from "../../analysis/stated-errors.ts";
import {formatNumber, formatShort} from "../../core/i18n/format.ts";
import type {Locale, Localised} from "../../core/i18n/locale.ts";
import {firstOf} from "../../core/math/points.ts";
import {lossText} from "../../marks/axes.ts";
import {longNames} from "./schedule-names.ts";
import {endsOf, pairNear24k, type StretchState} from "./stretch-state.ts";

/** What each state shows, in a sentence. */
export const answers = {
  matched: () =>
    inEachLanguage((locale) => ({
      en: `At step 24,000 the cosine made for that length is ${by("100M", "cosine_72000", locale)} nats lower than the one stretched threefold.`
    })),
  stretched: () =>
    inEachLanguage((locale) => ({
      en: `The stretched run is ${by("100M", "cosine_72000", locale)} nats behind at step 24,000, and is as low as the matched one only near step ${formatShort(stepOfEqualLoss("100M"), locale, 2)}.`
    })),
  matched25M: () =>
    inEachLanguage((locale) => ({
      en: `With 25M parameters, the stretched cosine costs ${by("25M", "cosine_72000", locale)} nats.`
    })),
  matched400M: () =>
    inEachLanguage((locale) => ({
      en: `With 400M parameters, the stretched cosine costs ${by("400M", "cosine_72000", locale)} nats.`
    })),
  wsd: () =>
    inEachLanguage((locale) => ({
      en: `A constant rate that decays from step ${stepText(decayStart, locale)} ends ${by("100M", "wsd_20000_24000", locale)} nats lower than the cosine.`
    })),
  all: () => ({
    en: "The runs whose rate has come down by step 24,000 are the lowest; the constant ones are the highest."
  })
} as const satisfies Record<string, () => Localised>;

/** How far a schedule is from the matched cosine near step 24 000, without sign. */
function by(model: MeasuredModel, schedule: MeasuredSchedule, locale: Locale): string {
  return lossText(Math.abs(lossNear24k(model, schedule) - lossNear24k(model, "cosine_24000")), locale);
}

/** Who measured the losses, how sure they are, and what WSD is here. */
export function note(): Localised {
  return inEachLanguage((locale) => {
    const {scatter, betweenRuns} = statedErrors["cosine-stretch"];
    return {
      en:
        "Measured by Luo et al. (arXiv 2503.12811; repository MultiPowerLaw, MIT licence), one run for each curve: " +
        `±${scatter} nat of scatter, ±${betweenRuns} between two runs alike. ` +
        `Peak rate ${formatNumber(shared.peak, {significant: 1}, locale)}. WSD is warm-up, stable, decay: here ` +
        `constant to step ${stepText(decayStart, locale)}, then down to a tenth.`
    };
  });
}

/** How far two schedules are apart near step 24 000, or which of the runs on screen ends lowest. */
export function summary(state: StretchState): Localised {
  return inEachLanguage((locale) => {
    const near = pairNear24k(state);
    if (near) {
      const [first, second] = near;
      const difference = second.loss - first.loss;
      const way = difference > 0 ? "higher" : "lower";
      return {
        en:
          `Near step 24,000, the ${state.model} model is ${lossText(Math.abs(difference), locale)} nats ${way} with ` +
          `${longNames[second.schedule][locale]} than with ${longNames[first.schedule][locale]}.`
      };
    }
    const ends = endsOf(state).sort((a, b) => a.y - b.y);
    const {schedule, x, y} = firstOf(ends);
    const lowest = ends.length > 1 ? ", the lowest end of those shown" : "";
    return {
      en:
        `With ${longNames[schedule][locale]}, the ${state.model} model is at ${lossText(y, locale)} nats per token at step ` +
        `${stepText(x, locale)}${lowest}.`
    };
  });
}

/** What is drawn, and where its curves end. */
export function describe(state: StretchState): Localised {
  return inEachLanguage((locale) => {
    const ends = endsOf(state).map(
      ({schedule, x, y}) =>
        `${longNames[schedule][locale]} ${lossText(y, locale)} at step ${stepText(x, locale)}`
    );
    return {
      en:
        `Two line charts over training steps of a model with ${state.model} parameters: above, the learning rate; below, the measured ` +
        `loss, in nats per token. Where the curves end: ${ends.join("; ")}. ${summary(state)[locale]}`
    };
  });
}

function stepText(step: number, locale: Locale): string {
  return formatNumber(step, {decimals: 0}, locale);
}
