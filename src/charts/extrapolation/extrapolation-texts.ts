import {inEachLanguage} from "../../core/i18n/written.ts";
import {windowText, type Belief} from "../../analysis/beliefs.ts";
import {
  budget,
  budgetTokens,
  continuedRuns,
  hoursAt,
  largeLoss,
  smallLoss,
  type ContinuedRun
} from "../../analysis/continued-run.ts";
import {lineWindows} from "../../analysis/fit-windows.ts";
import {familyFigures, readingErrors} from "../../analysis/families.ts";
import {formatNumber, formatShort} from "../../core/i18n/format.ts";
import type {Locale, Localised} from "../../core/i18n/locale.ts";
import {beliefNames} from "../../marks/belief-looks.ts";
import {inputs, type ExtrapolationState} from "./extrapolation-state.ts";

/** The state in which the chart opens. */
const opening: ExtrapolationState = {
  beliefs: inputs.beliefs.default,
  linefit: inputs.linefit.default,
  powerfit: inputs.powerfit.default,
  floor: inputs.floor.default,
  scale: inputs.scale.default,
  view: inputs.view.default
};

/** The inputs of the named states that have them. */
export const namedInputs = {
  "power-law": {beliefs: ["power-law"]},
  "power-law-no-floor": {beliefs: ["power-law"], floor: "0"},
  parametric: {beliefs: ["hoffmann", "epoch"]},
  all: {beliefs: ["line", "power-law", "hoffmann", "epoch"]},
  early: {
    beliefs: ["line", "power-law"],
    linefit: "300-1000",
    powerfit: "200-1000",
    scale: "linear",
    view: "early"
  },
  "line-to-zero": {scale: "linear", view: "zero"}
} as const satisfies Record<string, Partial<ExtrapolationState>>;

/** What one belief says in a state. */
function told(belief: Belief, chosen: Partial<ExtrapolationState>): ContinuedRun {
  const found = continuedRuns({...opening, ...chosen}).find((each) => each.belief === belief);
  if (!found) throw new Error(`no continuation: ${belief} (expected one that is believed in)`);
  return found;
}

function end(belief: Belief, chosen: Partial<ExtrapolationState>, locale: Locale): string {
  return nats(told(belief, chosen).end, locale, 2);
}

/** After what share of the budget the opening view's line is level with the 70B. */
function levelShare(): number {
  const tokens = told("line", {}).continuation.reaches(largeLoss);
  if (tokens === undefined) throw new Error("never level: line (expected a falling line)");
  return tokens / budgetTokens;
}

/** After what shares of the budget the lines through all windows are, e.g. `"18% to 45%"`. */
function levelRange(locale: Locale): string {
  const shares = lineWindows("all").map(({level}) => level);
  return `${percent(Math.min(...shares), locale)} to ${percent(Math.max(...shares), locale)}`;
}

function percent(share: number, locale: Locale): string {
  return `${formatNumber(100 * share, {decimals: 0}, locale)}%`;
}

/** The answers of the named states. */
export const answers = {
  line: (): Localised =>
    inEachLanguage((locale) => ({
      en:
        `A straight line says yes: this one is level with the 70B after ${percent(levelShare(), locale)} of its budget, as others are after ` +
        `${levelRange(locale)}, and goes on to ${end("line", {}, locale)}.`
    })),
  "power-law": (): Localised =>
    inEachLanguage((locale) => ({
      en: `A power law above a floor of ${opening.floor} says no: the 7B ends at ${end("power-law", namedInputs["power-law"], locale)}, the 70B at ${nats(largeLoss, locale, 2)}.`
    })),
  "power-law-no-floor": (): Localised =>
    inEachLanguage((locale) => ({
      en: `Without a floor, this power law says yes, by a hair: ${end("power-law", namedInputs["power-law-no-floor"], locale)} against ${nats(largeLoss, locale, 2)}.`
    })),
  parametric: (): Localised =>
    inEachLanguage((locale) => ({
      en: `Both published laws say no: ${end("hoffmann", namedInputs.parametric, locale)} and ${end("epoch", namedInputs.parametric, locale)}, and not even endless data would reach the 70B’s ${nats(largeLoss, locale, 2)}.`
    })),
  all: (): Localised => {
    const ends = continuedRuns({...opening, ...namedInputs.all}).map((each) => each.end);
    return inEachLanguage((locale) => ({
      en: `Four beliefs end anywhere from ${nats(Math.min(...ends), locale, 2)} to ${nats(Math.max(...ends), locale, 2)}: it is the belief that decides, not the data.`
    }));
  },
  early: (): Localised => {
    const off = (belief: Belief, locale: Locale): string =>
      offText(told(belief, namedInputs.early).end - smallLoss, locale, 2);
    return inEachLanguage((locale) => ({
      en: `Fitted up to a trillion tokens, the line ends ${off("line", locale)}, the power law ${off("power-law", locale)}.`
    }));
  },
  "line-to-zero": (): Localised =>
    inEachLanguage((locale) => ({
      en: `The same line comes to a loss of zero at about ${zeroHours(told("line", namedInputs["line-to-zero"]), locale)} GPU-hours, which no model of text can.`
    }))
} as const;

/** What is read off, what is believed, and how well the fits fit. */
export function note(state: ExtrapolationState): Localised {
  return inEachLanguage((locale) => {
    const {tokens, loss} = readingErrors.llama2;
    const misses = continuedRuns(state).flatMap(({belief, continuation}) =>
      continuation.rms === undefined
        ? []
        : [`${beliefNames[belief].said[locale]} ${nats(continuation.rms, locale, 4)} nat`]
    );
    return {
      en:
        `Read off ${familyFigures.llama2[locale]}, to ${tokens[locale]} and ${loss[locale]}; what goes on beyond the read or fitted part is belief. ` +
        "The laws and floors (E) of Hoffmann et al. and of Epoch’s refit stem from other data and another tokenizer; of the laws only differences are used." +
        (misses.length > 0 ? ` Rms distance of a fit from its window’s bins: ${misses.join(", ")}.` : "")
    };
  });
}

/** What each belief says of the 7B's end, or of where the 70B's budget would take it. */
export function summary(state: ExtrapolationState): Localised {
  return inEachLanguage((locale) => {
    const continued = continuedRuns(state);
    if (state.view === "early") {
      const parts = continued.map((each) => `${who(each, state, locale)} ${predicted(each, locale)}`);
      return {
        en:
          parts.length === 0
            ? `These fits include the 7B’s end, at ${nats(smallLoss, locale)}, and so predict nothing.`
            : `The 7B ended at ${nats(smallLoss, locale)}: ${parts.join("; ")}.`
      };
    }
    const parts = continued.map((each) => `${who(each, state, locale)} ${reached(each, locale)}`);
    return {
      en:
        `For a 7B on the 70B’s ${formatShort(budget, locale)} GPU-hours (${formatShort(budgetTokens * 1e9, locale)} tokens), ` +
        `where the 70B is at ${nats(largeLoss, locale)}, ${parts.join("; ")}.`
    };
  });
}

function who({belief, continuation}: ContinuedRun, state: ExtrapolationState, locale: Locale): string {
  return {
    line: `a straight line fitted ${windowText(state.linefit, locale)}`,
    "power-law": `a power law fitted ${windowText(state.powerfit, locale)}, with a floor of ${nats(continuation.limit, locale, 2)},`,
    hoffmann: beliefNames.hoffmann.said[locale],
    epoch: beliefNames.epoch.said[locale]
  }[belief];
}

function predicted({end: loss}: ContinuedRun, locale: Locale): string {
  return `predicts ${nats(loss, locale)}, ${offText(loss - smallLoss, locale)}`;
}

function reached(continued: ContinuedRun, locale: Locale): string {
  const level = continued.continuation.reaches(largeLoss);
  const met =
    level === undefined
      ? "never level with the 70B"
      : `level with the 70B at ${formatShort(hoursAt(level), locale)} GPU-hours`;
  const zero = continued.belief === "line" ? ` and at zero at ${zeroHours(continued, locale)} GPU-hours` : "";
  return `comes to ${nats(continued.end, locale)}, ${met}${zero}`;
}

/** GPU-hours at which a line comes to a loss of zero. */
function zeroHours({belief, continuation}: ContinuedRun, locale: Locale): string {
  const tokens = continuation.reaches(0);
  if (tokens === undefined) throw new Error(`never at zero: ${belief} (expected a falling line)`);
  return formatShort(hoursAt(tokens), locale);
}

function offText(error: number, locale: Locale, decimals = 3): string {
  return `${nats(Math.abs(error), locale, decimals)} too ${error < 0 ? "low" : "high"}`;
}

function nats(loss: number, locale: Locale, decimals = 3): string {
  return formatNumber(loss, {decimals}, locale);
}

/** What is drawn of a state, and what it shows. */
export function describe(state: ExtrapolationState): Localised {
  return inEachLanguage((locale) => {
    const drawn = state.view === "early" ? "the Llama 2 7B" : "the Llama 2 7B and 70B, and the 7B continued";
    return {
      en:
        `Line chart of training loss, in nats per token, by GPU-hours on a ${inputs.scale.names[state.scale][locale]} axis: ` +
        `${drawn}${state.view === "zero" ? ", down to a loss of zero" : ""}. ${summary(state)[locale]}`
    };
  });
}
