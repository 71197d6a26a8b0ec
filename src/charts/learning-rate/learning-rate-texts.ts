import {
  constantLoss,
  estimateError,
  followed,
  isMeasured,
  lossAtRunEnd,
  rateShare,
  runSteps,
  stepAtRunEnd,
  stretchedLoss
} from "../../analysis/cosine-length/stretched-loss.ts";
import {warmupSteps} from "../../analysis/warm-up.ts";
import {formatTick} from "../../core/i18n/format-drawn.ts";
import {formatChosen, formatNumber} from "../../core/i18n/format.ts";
import type {Locale, Localised} from "../../core/i18n/locale.ts";
import {inEachLanguage} from "../../core/i18n/written.ts";
import {interpolate} from "../../core/math/interpolate.ts";
import {lastPoint} from "../../core/math/points.ts";
import {lossText} from "../../marks/axes.ts";
import type {RateState} from "./rate-state.ts";

/** Where the curves come from, how well those between measured ones are known, and how the article’s runs begin. */
export function note(): Localised {
  return inEachLanguage((locale) => ({
    en:
      `A model of ${followed} parameters, trained by Luo et al. (arXiv 2503.12811). Measured are a cosine of one run, one of three runs, and a ` +
      "constant rate. A cosine between the two follows from the multi-power law, shifted onto both, and is good to about " +
      `${lossText(estimateError(), locale)} nats. LLaMA and Llama 2 warm up for ${formatTick(warmupSteps, locale)} steps, ` +
      "less than a hundredth of a run."
  }));
}

/** Rate and loss where a run of the shortest cosine ends, and the loss at the end of the cosine that is chosen. */
export function summary({stretch}: RateState): Localised {
  return inEachLanguage((locale) => {
    const steps = formatTick(runSteps, locale);
    const rate = shareText(stretch, stepAtRunEnd(), locale);
    if (stretch === 1) {
      const end = lossText(lastPoint(stretchedLoss(stretch)).y, locale);
      const above = lossText(interpolate(constantLoss(), runSteps) - lossAtRunEnd(stretch), locale);
      return {
        en:
          `Over ${steps} steps the rate comes down to ${rate} of its peak, and the loss comes down with it, to ${end}: ` +
          `${above} below the run whose rate stays up.`
      };
    }
    return {
      en:
        `With a cosine of ${formatChosen(stretch, locale)} runs, the rate is at ${rate} of its peak after ${steps} steps, and the loss ` +
        `${gapText(stretch, locale)}.`
    };
  });
}

/** What is drawn, where the rate stands half-way, and what the curves show. */
export function describe(state: RateState): Localised {
  const {stretch} = state;
  return inEachLanguage((locale) => ({
    en:
      "Two panels over training steps: above, the learning rate, which rises in a straight line and then follows a cosine; below, the " +
      `loss. Half-way to the cosine’s end the rate is at ${shareText(stretch, (stretch * runSteps) / 2, locale)} of its peak. ` +
      `The loss bends down where the rate does, to ${lossText(lastPoint(stretchedLoss(stretch)).y, locale)}. ` +
      summary(state)[locale]
  }));
}

/** The loss under a cosine, against that under the cosine made for the run, where that run ends. */
function gapText(stretch: number, locale: Locale): string {
  const gap = lossAtRunEnd(stretch) - lossAtRunEnd(1);
  if (isMeasured(stretch)) return `${lossText(gap, locale)} above that of the cosine made for them`;
  return gap < estimateError()
    ? `about where the cosine made for them has it, within the estimate’s ${lossText(estimateError(), locale)}`
    : `about ${lossText(gap, locale, 2)} above that of the cosine made for them`;
}

/** The rate at a step, e.g. `"10%"`. */
export function shareText(stretch: number, step: number, locale: Locale): string {
  return `${formatNumber(100 * rateShare(stretch, Math.round(step)), {decimals: 0}, locale)}%`;
}
