import {inEachLanguage} from "../../core/i18n/written.ts";
import {lawErrorAtEnd} from "../../analysis/law-error.ts";
import {lossNear24k, measuredSteps, shared} from "../../analysis/measured-runs.ts";
import {formatNumber} from "../../core/i18n/format.ts";
import type {Locale, Localised} from "../../core/i18n/locale.ts";
import {sketchError} from "../../laws/multi-power.ts";
import {lossText} from "../../marks/axes.ts";
import {drawnAt, twoSteps} from "./drawn-schedule.ts";
import {answered, errorRange, findingsOf, stepsText, tooHigh} from "./lab-findings.ts";
import {inputs, names, type LabState} from "./lab-state.ts";
import {decaySteps, lastShare, nearestMeasured} from "./planned-run.ts";

/** The named states, each with what the law expects in it. */
export const states = {
  cosine: answered(
    {},
    ({last, error}) => `The law expects ${last} of the cosine, ${error} than was measured.`
  ),
  constant: answered(
    {schedule: "constant"},
    ({last, gap}) => `Never brought down, the rate leaves the loss at ${last}, ${gap} the cosine.`
  ),
  wsd: answered(
    {schedule: "wsd-exponential"},
    ({last, gap}, locale) =>
      `A late decay is expected to end at ${last}, ${gap} the cosine; measured, it was ${measuredGain(locale)} below.`
  ),
  linear: answered(
    {schedule: "linear"},
    ({last, gap}) => `A straight line down is expected to end at ${last}, ${gap} the cosine.`
  ),
  "1-sqrt": answered(
    {schedule: "wsd-sqrt"},
    ({last, gap}) => `A late decay that starts steep is expected to end at ${last}, ${gap} the cosine.`
  ),
  "cosine-72k": answered(
    {steps: 72_000},
    ({last, error}) => `Over 72,000 steps the law expects ${last} of the cosine, ${error} than was measured.`
  ),
  "wsd-72k": answered(
    {schedule: "wsd-exponential", steps: 72_000},
    ({last, gap}) => `Over 72,000 steps a late decay is expected to end at ${last}, ${gap} the cosine.`
  ),
  drawn: answered(
    {schedule: "drawn", rate: twoSteps},
    ({last, gap}) =>
      `In two late steps, drawn by hand, the loss is expected to end at ${last}, ${gap} the cosine. By this law it matters more when the rate falls than how.`
  )
};

/** How far the measured late decay ends below the measured cosine. */
function measuredGain(locale: Locale): string {
  return lossText(lossNear24k("100M", "cosine_24000") - lossNear24k("100M", "wsd_20000_24000"), locale);
}

/** By what law the loss is expected, and how far that is off. */
export function note(state: LabState): Localised {
  return inEachLanguage((locale) => {
    const isRaised = state.schedule === "wsd-exponential" && lastShare(state) > state.floor;
    const written = (value: number): string => formatNumber(value, {significant: 1}, locale);
    return {
      en:
        `Expected by the multi-power law (Luo et al. 2025, arXiv 2503.12811), drawn to within ${written(sketchError)} nat. It knows a peak ` +
        `rate of ${written(shared.peak)} only. Near step 24,000 of six measured runs of this size it differs from the measurement by ` +
        `${errorRange(state, locale)} nats; the bar at the end is as long. It makes a late decay look better than it ` +
        "is. Measured runs: repository MultiPowerLaw, MIT licence." +
        (isRaised ? ` No exponential decay comes to 0; here it goes to ${lastShare(state)}%.` : "") +
        (state.schedule === "drawn" && rises(state)
          ? " No measured run raises its rate after warm-up, as this one does."
          : "")
    };
  });
}

function rises({rate}: LabState): boolean {
  return rate.some((share, index) => share > (rate[index - 1] ?? inputs.rate.from.value));
}

/** What the law expects of a run, beside a cosine of its length, and how far it was off where one was measured. */
export function summary(state: LabState): Localised {
  return inEachLanguage((locale) => {
    const {last, gap} = findingsOf(state, locale);
    const nearest = nearestMeasured(state);
    // Other schedules end where the cosine does; a drawn one anywhere.
    const end = state.schedule === "drawn" ? ` down to ${state.floor}%` : "";
    const compared = state.schedule === "cosine" ? "" : `, ${gap} a cosine of that length${end}`;
    const known = nearest
      ? `; in the measured run of ${stepsText(measuredSteps[nearest], locale)} steps it ends ${tooHigh(lawErrorAtEnd(state.model, nearest), locale)}`
      : "; no such run was measured";
    return {
      en: `The law expects ${last} nats per token after ${stepsText(state.steps, locale)} steps${compared}${known}.`
    };
  });
}

/** What is drawn: the schedule, and what the law expects of it. */
export function describe(state: LabState): Localised {
  return inEachLanguage((locale) => {
    const {schedule} = state;
    const decays = schedule.startsWith("wsd")
      ? `, decaying over the last ${stepsText(decaySteps(state), locale)} steps`
      : "";
    const down =
      schedule === "drawn"
        ? `, at ${state.rate.join(", ")}% of its peak when the run is ${drawnAt.join(", ")}% of the way from warm-up to its end`
        : schedule === "constant"
          ? ""
          : ` to ${lastShare(state)}% of its peak`;
    return {
      en:
        `Two line charts over the steps of a run of a model with ${state.model} parameters: above, the learning rate, ` +
        `${names[schedule][locale]}${decays}${down}; below, the expected loss, in nats per token. ${summary(state)[locale]}`
    };
  });
}
