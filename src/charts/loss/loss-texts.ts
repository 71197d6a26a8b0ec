import {inEachLanguage} from "../../core/i18n/written.ts";
import {familyFigures, familyNames, readingErrors} from "../../analysis/families.ts";
import {fallRate, fallTokens} from "../../analysis/fall-rate.ts";
import {meanLoss} from "../../analysis/mean-loss.ts";
import {calibratedLoss, computeAt, curveOf, llama1Runs, runOf, type Run} from "../../analysis/runs.ts";
import {formatList, formatNumber, formatShort} from "../../core/i18n/format.ts";
import type {Locale, Localised} from "../../core/i18n/locale.ts";
import {firstReaches} from "../../core/math/crossings.ts";
import {firstOf, firstPoint, lastOf, lastPoint, pointsOf} from "../../core/math/points.ts";
import {computeText, lossText} from "../../marks/axes.ts";
import {passingText} from "../../marks/passing.ts";
import {bandPercentiles} from "./logged-loss.ts";
import {changesOf, focusedRuns, inputs, type LossState} from "./loss-state.ts";

const noRun: Localised = {en: "No run of this family has the chosen sizes."};

/** Where the curve of the 7B begins and ends. */
export function oneRunAnswer(): Localised {
  return inEachLanguage((locale) => {
    const run = runOf("llama1-7B");
    const first = Math.floor(10 * firstOf(run.loss)) / 10;
    return {
      en:
        `One run: the 7B falls from above ${lossText(first, locale, 1)} to ${lossText(meanLoss(run), locale, 2)} nats per token ` +
        "over a trillion tokens."
    };
  });
}

/** How fast each run falls where the two small ones end: these flatten there, the large ones don’t. */
export function regimesAnswer(): Localised {
  return inEachLanguage((locale) => {
    const rates = llama1Runs.map((run) => lossText(fallRate(run, 900, 1007), locale));
    return {
      en:
        "Each run plunges, then falls nearly straight, then flattens towards its own end: near a trillion tokens the four fall by " +
        `${formatList(rates, locale)} nats for every ${formatNumber(fallTokens, {decimals: 0}, locale)} billion.`
    };
  });
}

/** Who passes whom once, and who is first at a loss of 1.9. */
export function firstToReachAnswer(): Localised {
  return inEachLanguage((locale) => {
    const level = 1.9;
    const [small, large] = [runOf("llama1-7B"), runOf("llama1-13B")].map((run) => {
      const hours = firstReaches(curveOf(run, "gpu-hours"), level) ?? Number.NaN;
      return formatShort(hours, locale, 2);
    });
    return {
      en: `The 13B passes the 7B once, and is first at ${lossText(level, locale, 1)}: after ${large} GPU-hours, against ${small}.`
    };
  });
}

/** Where the curves were read off, how well, and what their bands are. */
export function note(state: LossState): Localised {
  return inEachLanguage((locale) => {
    const families = state.family === "both" ? (["llama1", "llama2"] as const) : ([state.family] as const);
    const errors = families.map((family) => {
      const {tokens, loss} = readingErrors[family];
      return `${tokens[locale]} and ${loss[locale]} (${familyNames[family][locale]})`;
    });
    const {low, high} = bandPercentiles;
    return {
      en:
        `Read off ${families.map((family) => familyFigures[family][locale]).join(" and ")}, to ` +
        `${errors.join(", ")}: less than a line’s width. ` +
        `Bands hold ${low} to ${high}% of the logged loss; needles are single spikes.` +
        (state.calibration === "old" ? " Drawn with the older calibration, for comparison only." : "")
    };
  });
}

/** Who is lowest where all the runs on screen are still training, as far along as that goes. */
export function summary(state: LossState): Localised {
  return inEachLanguage((locale) => {
    const curves = focusedRuns(state).map((run) => ({run, ...curveOf(run, state.axis, state.calibration)}));
    const shared = Math.min(...curves.map((curve) => lastPoint(curve).x));
    const at = curves
      .filter((curve) => firstPoint(curve).x <= shared)
      .map(({run, ...curve}) => ({run, loss: lastOf(pointsOf(curve).filter(({x}) => x <= shared)).y}))
      .sort((a, b) => a.loss - b.loss);
    const [lowest] = at;
    if (!lowest) return noRun;
    const amount = computeText(shared, state.axis, locale);
    const loss = lossText(lowest.loss, locale);
    return {
      en:
        at.length === 1
          ? `${nameOf(lowest.run, locale)} reaches ${loss} nats per token after ${amount}.`
          : `At ${amount}, as far as all of these runs go, ${nameOf(lowest.run, locale)} is lowest, at ${loss} nats per token.`
    };
  });
}

/** What is drawn, where each run ends, and what is marked. */
export function describe(state: LossState): Localised {
  return inEachLanguage((locale) => {
    const ends = focusedRuns(state).map((run) => {
      const x = computeAt(run, lastOf(run.tokens), state.axis, state.calibration);
      const loss = calibratedLoss(run, lastOf(run.loss), state.calibration);
      return `${nameOf(run, locale)} ends at ${lossText(loss, locale)} after ${computeText(x, state.axis, locale)}`;
    });
    if (ends.length === 0) return noRun;
    const changes =
      state.annotations === "crossings" ? changesOf(state).map((change) => passingText(change)[locale]) : [];
    const axis = {tokens: "training tokens", "gpu-hours": "GPU-hours", flops: "FLOPs"}[state.axis];
    return {
      en:
        `Line chart of training loss, in nats per token, by ${axis} on a ${inputs.scale.names[state.scale][locale]} axis. ` +
        `${ends.join("; ")}.` +
        (state.annotations === "regimes"
          ? " Marked on each curve: the part that is nearly straight, and where the last tenth begins."
          : "") +
        (changes.length > 0 ? ` Marked crossings: ${changes.join("; ")}.` : "")
    };
  });
}

function nameOf({family, model}: Run, locale: Locale): string {
  return `${familyNames[family][locale]} ${model}`;
}
