import {inEachLanguage} from "../../core/i18n/written.ts";
import {familyFigures, readingErrors} from "../../analysis/families.ts";
import {
  endError,
  fittedFrom,
  forecastEnd,
  forecastPlaces,
  forecastStart,
  lineForecast,
  missOf,
  observedEnd,
  powerForecast,
  powerForecasts,
  stoppedLoss,
  type Miss
} from "../../analysis/forecasts.ts";
import type {Continuation} from "../../analysis/continuations.ts";
import {formatTick} from "../../core/i18n/format-drawn.ts";
import {formatNumber} from "../../core/i18n/format.ts";
import type {Locale, Localised} from "../../core/i18n/locale.ts";
import {lastOf} from "../../core/math/points.ts";
import {inputs, type DrawState} from "./draw-the-rest-state.ts";

/** The answers of the named states. */
export const answers = {
  before: (): Localised =>
    inEachLanguage((locale) => ({
      en: `Your turn: Llama 2’s 7B is at ${nats(forecastStart.loss, locale)} nats per token after a trillion tokens. Draw how it goes on to two.`
    })),
  revealed: (): Localised =>
    inEachLanguage((locale) => ({
      en: `It ended at ${nats(observedEnd, locale)} nats per token: a line through ${fittedFrom.line} to ${formatTick(forecastStart.tokens, locale)} billion tokens ends ${offEnd(endError(lineForecast), locale)}, a power law ${offEnd(endError(powerForecast()), locale)}.`
    }))
} as const;

/** Which run to go on with, where both come from, and what was fitted. */
export function note({reveal}: DrawState): Localised {
  return inEachLanguage((locale) => {
    const {tokens, loss} = readingErrors.llama2;
    return {
      en:
        "Go on with Llama 2’s 7B: it is the run that is revealed. LLaMA’s 7B is another, on other data, and its learning rate had come down by then; " +
        `at a trillion tokens it is ${nats(forecastStart.loss - stoppedLoss, locale)} lower. ` +
        `Read off ${familyFigures.llama1[locale]}, and ${familyFigures.llama2[locale]}, to ${tokens[locale]} and ${loss[locale]}.` +
        (reveal === "yes" ? ` ${fitsText(locale)}` : "")
    };
  });
}

function fitsText(locale: Locale): string {
  const ends = powerForecasts().map(endError);
  return (
    `Line and power law are fitted to Llama 2’s 7B up to a trillion tokens, from ${fittedFrom.line} and from ${fittedFrom.power} billion on; the power law’s floor is the one that fits best, ` +
    `${floorText(powerForecast(), locale)}, and with any up to ${floorText(lastOf(powerForecasts()), locale)} it ends ${nats(Math.min(...ends), locale)} to ${nats(Math.max(...ends), locale)} too high. ` +
    "Errors are against the mean of the logged loss at ten places."
  );
}

function floorText({limit}: Continuation, locale: Locale): string {
  return formatNumber(limit, {significant: 3}, locale);
}

/** What the drawing says, and how far it and the two fits are off where the run is revealed. */
export function summary(state: DrawState): Localised {
  return inEachLanguage((locale) => ({
    en: state.reveal === "yes" ? revealedText(state, locale) : drawingText(state, locale)
  }));
}

function drawingText({drawing}: DrawState, locale: Locale): string {
  const reached = forecastPlaces[drawing.length - 1];
  const last = drawing.at(-1);
  if (reached === undefined || last === undefined)
    return `Llama 2’s 7B is at ${nats(forecastStart.loss, locale)} nats per token after a trillion tokens; what comes then isn’t drawn yet.`;
  if (drawing.length < forecastPlaces.length)
    return `So far your drawing goes to ${trillions(reached, locale)}, and to ${nats(last, locale)} nats per token.`;
  const change = last - inputs.drawing.from.value;
  const changed = isNothing(change)
    ? "the same as"
    : `${nats(Math.abs(change), locale)} ${change < 0 ? "lower" : "higher"} than`;
  return `In your drawing the run ends at ${nats(last, locale)} nats per token, ${changed} after a trillion tokens.`;
}

function revealedText({drawing}: DrawState, locale: Locale): string {
  const count = drawing.length || forecastPlaces.length;
  const off = ({at}: Continuation): string => offText(missOf(forecastPlaces.slice(0, count).map(at)), locale);
  const you = drawing.length > 0 ? `you are ${offText(missOf(drawing), locale)}; ` : "";
  const fits = `${you}the line is ${off(lineForecast)}, the power law ${off(powerForecast())}`;
  return count === forecastPlaces.length
    ? `Llama 2’s 7B ended at ${nats(observedEnd, locale)} nats per token: ${fits}.`
    : `As far as you drew, to ${trillions(forecastPlaces[count - 1] ?? forecastEnd, locale)}, ${fits}.`;
}

function offText({mean, end: error}: Miss, locale: Locale): string {
  const off = `${nats(mean, locale)} off on average`;
  return error === undefined ? off : `${offEnd(error, locale)} there and ${off}`;
}

function offEnd(error: number, locale: Locale): string {
  return isNothing(error) ? "right" : `${nats(Math.abs(error), locale)} too ${error < 0 ? "low" : "high"}`;
}

/** Whether a difference is none in the three decimals that are printed. */
function isNothing(difference: number): boolean {
  return Math.round(1000 * Math.abs(difference)) === 0;
}

/** What is drawn of a state, and what it shows. */
export function describe(state: DrawState): Localised {
  return inEachLanguage((locale) => {
    const {drawing, reveal} = state;
    const run = (name: string, tokens: number, loss: number): string =>
      `${name} 7B up to ${trillions(tokens, locale)}, at ${nats(loss, locale)}`;
    const parts = [
      run("LLaMA", forecastStart.tokens, stoppedLoss),
      reveal === "yes"
        ? run("Llama 2", forecastEnd, observedEnd)
        : run("Llama 2", forecastStart.tokens, forecastStart.loss),
      ...(reveal === "yes" ? ["a line and a power law that continue its first trillion"] : []),
      ...(drawing.length > 0
        ? [`your drawing, through ${drawing.map((each) => nats(each, locale)).join(", ")}`]
        : reveal === "no"
          ? ["an empty field from there to two trillion"]
          : [])
    ];
    return {
      en: `Line chart of training loss, in nats per token, by training tokens: ${parts.join("; ")}. ${summary(state)[locale]}`
    };
  });
}

function trillions(tokens: number, locale: Locale): string {
  return `${formatNumber(tokens / 1000, {significant: 2}, locale)} trillion tokens`;
}

function nats(loss: number, locale: Locale): string {
  return formatNumber(loss, {decimals: 3}, locale);
}
