import {continueLine, continuePowerLaw, type Continuation} from "./continuations.ts";
import {meanLoss} from "./mean-loss.ts";
import {runOf, thinned, type Run} from "./runs.ts";
import {remember} from "../core/math/memo.ts";
import {lastOf, valueAt} from "../core/math/points.ts";
import {within, type Series} from "../core/math/series.ts";

/** The run whose rest is forecast, and one of the same size that was trained no further than that. */
export const forecastRun = runOf("llama2-7B");
export const stoppedRun = runOf("llama1-7B");

/** 1e9 tokens from which on it is forecast, and its mean loss there. */
export const forecastStart = {tokens: 1000, loss: meanLoss(forecastRun, 1000)} as const;
export const stoppedLoss = meanLoss(stoppedRun, forecastStart.tokens);

/** 1e9 tokens at which the curves begin: what came before says nothing about the rest. */
export const firstTokens = 250;

/** The two runs as they are drawn, in 1e9 tokens and nats per token: what is known, and the rest. */
export const stoppedCurve = curveOf(stoppedRun, firstTokens, Infinity);
export const knownCurve = curveOf(forecastRun, firstTokens, forecastStart.tokens);
export const restCurve = curveOf(forecastRun, lastOf(knownCurve.x), Infinity);

/** 1e9 tokens at which the run ends. */
export const forecastEnd = forecastRun.plottedTokens;

/** 1e9 tokens at which forecasts are held against the run: ten places, the last its end. */
export const forecastPlaces: readonly number[] = [
  ...Array.from({length: 9}, (_, index) => 1100 + 100 * index),
  forecastEnd
];

/** Mean loss of the run at these places, in nats per token. */
export const observedRest: readonly number[] = forecastPlaces.map((tokens) => meanLoss(forecastRun, tokens));
export const observedEnd = lastOf(observedRest);

/** 1e9 tokens from which on either forecast is fitted, up to where it begins. */
export const fittedFrom = {line: 300, power: 200} as const;

/** The run's first 1e12 tokens going on along a straight line. */
export const lineForecast = continueLine(forecastRun, {from: fittedFrom.line, to: forecastStart.tokens});

/** The same along power laws, with the floors that the published laws and the data leave open, in nats per token. */
export const powerForecasts = remember(
  (): readonly Continuation[] =>
    [0, 1, 1.4, 1.5, 1.6, 1.69].map((irreducible) =>
      continuePowerLaw(forecastRun, {from: fittedFrom.power, to: forecastStart.tokens}, irreducible)
    ),
  () => ""
);

/** The power law among them that fits the first 1e12 tokens best. */
export function powerForecast(): Continuation {
  return powerForecasts().reduce((best, each) => (rmsOf(each) < rmsOf(best) ? each : best));
}

/** How far a forecast is off, in nats per token. */
export interface Miss {
  /** Mean distance over the places that it reaches. */
  readonly mean: number;
  /** At the run's end, positive where the forecast is too high; undefined where it doesn't reach it. */
  readonly end: number | undefined;
}

/** How far losses at the first of the places, at least one, are from the run's. */
export function missOf(losses: readonly number[]): Miss {
  const errors = losses.map((loss, index) => loss - valueAt(observedRest, index));
  return {
    mean: errors.reduce((sum, error) => sum + Math.abs(error), 0) / errors.length,
    end: errors[forecastPlaces.length - 1]
  };
}

/** How far a continuation is off at the run's end, in nats per token: > 0 where it is too high. */
export function endError({at}: Continuation): number {
  return at(forecastEnd) - observedEnd;
}

/** A continuation as it is drawn, from its start through the places. */
export function forecastCurve({at}: Continuation): Series {
  const x = [forecastStart.tokens, ...forecastPlaces];
  return {x, y: x.map(at)};
}

function rmsOf({rms = Infinity}: Continuation): number {
  return rms;
}

function curveOf(run: Run, from: number, to: number): Series {
  const {tokens, loss} = thinned(run);
  return within({x: tokens, y: loss}, {from, to});
}
