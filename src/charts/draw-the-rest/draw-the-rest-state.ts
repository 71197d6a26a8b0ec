import {forecastPlaces, forecastStart} from "../../analysis/forecasts.ts";
import type {State} from "../../core/define/chart.ts";
import {drawnPlaces} from "../../core/define/drawn-curve.ts";
import {seriesOf} from "../../core/math/points.ts";
import type {Series} from "../../core/math/series.ts";

/** Losses that are drawn, in nats per token. */
export const lossDomain = [1.65, 1.95] as const;

/** Inputs of the chart that a reader draws in. */
export const inputs = {
  drawing: {
    type: "drawn",
    at: forecastPlaces,
    from: {at: forecastStart.tokens, value: Number(forecastStart.loss.toFixed(3))},
    min: lossDomain[0],
    max: lossDomain[1],
    step: 0.001,
    default: [],
    atUnit: {en: "billion tokens"},
    unit: {en: "nat/token"},
    label: {en: "Draw the loss"}
  },
  reveal: {
    type: "choice",
    options: ["no", "yes"],
    default: "no",
    isSwitch: true,
    label: {en: "How it went on"},
    names: {no: {en: "Hide"}, yes: {en: "Reveal"}}
  }
} as const;

/** What a reader drew, and whether the run is revealed. */
export type DrawState = State<typeof inputs>;

/** The reader's curve, from where the run is known. */
export function drawnCurve({drawing}: DrawState): Series {
  return seriesOf(drawnPlaces(inputs.drawing, drawing));
}
