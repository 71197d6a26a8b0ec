import {inEachLanguage} from "../../core/i18n/written.ts";
import {lawErrorAtEnd, lawErrorsNear24k} from "../../analysis/law-error.ts";
import {measuredSteps} from "../../analysis/measured-runs.ts";
import type {NamedState} from "../../core/define/chart.ts";
import {formatSigned} from "../../core/i18n/format-drawn.ts";
import {formatNumber, formatShort} from "../../core/i18n/format.ts";
import type {Locale, Localised} from "../../core/i18n/locale.ts";
import {lastPoint} from "../../core/math/points.ts";
import {lossText} from "../../marks/axes.ts";
import {cosineOf, expected, inputs, type LabState} from "./lab-state.ts";
import {nearestMeasured} from "./planned-run.ts";

/** What a sentence about a state is made of, as text. */
interface Findings {
  /** Expected loss at the end. */
  readonly last: string;
  /** Where it is from the expected cosine, e.g. `"0.054 below"`. */
  readonly gap: string;
  /** Its distance from the measured end, e.g. `"0.011 more"`. */
  readonly error: string;
}

/** What the law finds in a state. */
export function findingsOf(state: LabState, locale: Locale): Findings {
  const last = lastPoint(expected(state)).y;
  const gap = last - lastPoint(expected(cosineOf(state))).y;
  const nearest = nearestMeasured(state);
  const error = nearest ? lawErrorAtEnd(state.model, nearest) : 0;
  const distance = lossText(Math.abs(gap), locale);
  return {
    last: lossText(last, locale),
    gap: Math.abs(gap) < 0.0005 ? "level with" : `${distance} ${gap > 0 ? "above" : "below"}`,
    error: `${lossText(Math.abs(error), locale)} ${error > 0 ? "more" : "less"}`
  };
}

const defaults: LabState = {
  schedule: inputs.schedule.default,
  model: inputs.model.default,
  steps: inputs.steps.default,
  decay: inputs.decay.default,
  floor: inputs.floor.default,
  rate: inputs.rate.default
};

/** A named state with an answer that holds numbers of this very state. */
export function answered(
  chosen: Partial<LabState>,
  say: (findings: Findings, locale: Locale) => string
): NamedState<Partial<LabState>> {
  return {
    inputs: chosen,
    answer: () =>
      inEachLanguage((locale) => ({en: say(findingsOf({...defaults, ...chosen}, locale), locale)}))
  };
}

/** How far the law is off where a run ends, e.g. `"0.011 too high"`. */
export function tooHigh(error: number, locale: Locale): string {
  return `${lossText(Math.abs(error), locale)} too ${error > 0 ? "high" : "low"}`;
}

/** Steps of a run in a sentence, e.g. `"24,000"`. */
export function stepsText(steps: number, locale: Locale): string {
  return formatNumber(steps, {decimals: 0}, locale);
}

/** How far the law was off near step 24 000 of the measured runs of this size, e.g. `"−0.021 to +0.011"`. */
export function errorRange({model}: LabState, locale: Locale): string {
  const [least, most] = lawErrorsNear24k(model);
  return `${formatSigned(least, 3, locale)} to ${formatSigned(most, 3, locale)}`;
}

/** How far the law was off where such a run was measured, in lines that stand in the drawing. */
export function knownError(state: LabState): Localised {
  return inEachLanguage((locale) => {
    const nearest = nearestMeasured(state);
    return nearest
      ? {
          en: `The law ends ${tooHigh(lawErrorAtEnd(state.model, nearest), locale)}\nin the measured run of ${formatShort(measuredSteps[nearest], locale)}.`
        }
      : {en: `No such run was measured;\nelsewhere the law is off by\n${errorRange(state, locale)}.`};
  });
}
