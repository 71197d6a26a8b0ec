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
import {familyFigures, readingErrors} from "../../analysis/families.ts";
import {formatNumber, formatShort} from "../../core/i18n/format.ts";
import type {Localised} from "../../core/i18n/locale.ts";
import {beliefNames} from "../../marks/belief-looks.ts";
import {inputs, type ExtrapolationState} from "./extrapolation-state.ts";

/** The state in which the chart opens. */
const opening: ExtrapolationState = {
  beliefs: inputs.beliefs.default,
  lineWindow: inputs.lineWindow.default,
  powerWindow: inputs.powerWindow.default,
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
    lineWindow: "300-1000",
    powerWindow: "200-1000",
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

function end(belief: Belief, chosen: Partial<ExtrapolationState>): string {
  return nats(told(belief, chosen).end, 2);
}

/** The answers of the named states. */
export const answers = {
  line: (): Localised => ({
    en: `A straight line says yes: level with the 70B after a quarter of its budget, and from there on to ${end("line", {})}.`
  }),
  "power-law": (): Localised => ({
    en: `A power law above a floor of ${opening.floor} says no: the 7B ends at ${end("power-law", namedInputs["power-law"])}, the 70B at ${nats(largeLoss, 2)}.`
  }),
  "power-law-no-floor": (): Localised => ({
    en: `Without a floor, the most favourable power law says yes, by a hair: ${end("power-law", namedInputs["power-law-no-floor"])} against ${nats(largeLoss, 2)}.`
  }),
  parametric: (): Localised => ({
    en: `Both published laws say no: ${end("hoffmann", namedInputs.parametric)} and ${end("epoch", namedInputs.parametric)}, and not even endless data would reach the 70B’s ${nats(largeLoss, 2)}.`
  }),
  all: (): Localised => {
    const ends = continuedRuns({...opening, ...namedInputs.all}).map((each) => each.end);
    return {
      en: `Four beliefs end anywhere from ${nats(Math.min(...ends), 2)} to ${nats(Math.max(...ends), 2)}: it is the belief that decides, not the data.`
    };
  },
  early: (): Localised => {
    const off = (belief: Belief): string => offText(told(belief, namedInputs.early).end - smallLoss, 2);
    return {
      en: `Fitted up to a trillion tokens, the line ends ${off("line")}, the power law ${off("power-law")}.`
    };
  },
  "line-to-zero": (): Localised => ({
    en: `The same line comes to a loss of zero at about ${zeroHours(told("line", namedInputs["line-to-zero"]))} GPU-hours, which no model of text can.`
  })
} as const;

/** What is read off, what is believed, and how well the fits fit. */
export function note(state: ExtrapolationState): Localised {
  const {tokens, loss} = readingErrors.llama2;
  const misses = continuedRuns(state).flatMap(({belief, continuation}) =>
    continuation.rms === undefined ? [] : [`${beliefNames[belief].said.en} ${nats(continuation.rms, 4)} nat`]
  );
  return {
    en:
      `Read off ${familyFigures.llama2.en}, to ${tokens.en} and ${loss.en}; what goes on beyond the read or fitted part is belief. ` +
      "The laws and floors (E) of Hoffmann et al. and of Epoch’s refit stem from other data and another tokenizer; of the laws only differences are used." +
      (misses.length > 0 ? ` Rms distance of a fit from its window’s bins: ${misses.join(", ")}.` : "")
  };
}

/** What each belief says of the 7B's end, or of where the 70B's budget would take it. */
export function summary(state: ExtrapolationState): Localised {
  const continued = continuedRuns(state);
  if (state.view === "early") {
    const parts = continued.map((each) => `${who(each, state)} ${predicted(each)}`);
    return {
      en:
        parts.length === 0
          ? `These fits include the 7B’s end, at ${nats(smallLoss)}, and so predict nothing.`
          : `The 7B ended at ${nats(smallLoss)}: ${parts.join("; ")}.`
    };
  }
  const parts = continued.map((each) => `${who(each, state)} ${reached(each)}`);
  return {
    en:
      `For a 7B on the 70B’s ${formatShort(budget, "en")} GPU-hours (${formatShort(budgetTokens * 1e9, "en")} tokens), ` +
      `where the 70B is at ${nats(largeLoss)}, ${parts.join("; ")}.`
  };
}

function who({belief, continuation}: ContinuedRun, state: ExtrapolationState): string {
  return {
    line: `a straight line fitted ${windowText(state.lineWindow, "en")}`,
    "power-law": `a power law fitted ${windowText(state.powerWindow, "en")}, with a floor of ${nats(continuation.limit, 2)},`,
    hoffmann: beliefNames.hoffmann.said.en,
    epoch: beliefNames.epoch.said.en
  }[belief];
}

function predicted({end: loss}: ContinuedRun): string {
  return `predicts ${nats(loss)}, ${offText(loss - smallLoss)}`;
}

function reached(continued: ContinuedRun): string {
  const level = continued.continuation.reaches(largeLoss);
  const met =
    level === undefined
      ? "never level with the 70B"
      : `level with the 70B at ${formatShort(hoursAt(level), "en")} GPU-hours`;
  const zero = continued.belief === "line" ? ` and at zero at ${zeroHours(continued)} GPU-hours` : "";
  return `comes to ${nats(continued.end)}, ${met}${zero}`;
}

/** GPU-hours at which a line comes to a loss of zero. */
function zeroHours({belief, continuation}: ContinuedRun): string {
  const tokens = continuation.reaches(0);
  if (tokens === undefined) throw new Error(`never at zero: ${belief} (expected a falling line)`);
  return formatShort(hoursAt(tokens), "en");
}

function offText(error: number, decimals = 3): string {
  return `${nats(Math.abs(error), decimals)} too ${error < 0 ? "low" : "high"}`;
}

function nats(loss: number, decimals = 3): string {
  return formatNumber(loss, {decimals}, "en");
}

/** What is drawn of a state, and what it shows. */
export function describe(state: ExtrapolationState): Localised {
  const drawn = state.view === "early" ? "the Llama 2 7B" : "the Llama 2 7B and 70B, and the 7B continued";
  return {
    en:
      `Line chart of training loss, in nats per token, by GPU-hours on a ${inputs.scale.names[state.scale].en} axis: ` +
      `${drawn}${state.view === "zero" ? ", down to a loss of zero" : ""}. ${summary(state).en}`
  };
}
