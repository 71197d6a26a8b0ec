import {
  firstTokens,
  forecastCurve,
  forecastEnd,
  forecastRun,
  forecastStart,
  knownCurve,
  restCurve,
  stoppedCurve,
  stoppedRun
} from "../analysis/forecasts.ts";
import {drawnCurve, inputs, lossDomain, type DrawState} from "./draw-the-rest/draw-the-rest-state.ts";
import {answers, describe, note, summary} from "./draw-the-rest/draw-the-rest-texts.ts";
import {
  drawingMarks,
  endLabels,
  endNames,
  forecasts,
  pastLabels,
  restKey,
  revealedMarks,
  turnLabel
} from "./draw-the-rest/forecast-marks.ts";
import {defineChart, type Reading} from "../core/define/chart.ts";
import {formatNumber} from "../core/i18n/format.ts";
import type {Locale, Localised} from "../core/i18n/locale.ts";
import {axes, computeColumn, computeLabel, computeTick, lossColumn, lossLabel} from "../marks/axes.ts";
import {beliefNames} from "../marks/belief-looks.ts";
import {drawField} from "../marks/draw-field.ts";
import {seriesLine} from "../marks/lines.ts";
import {colour, dash} from "../marks/theme.ts";
import {frameFor, labelledEnd} from "../marks/titles.ts";

const strings = {
  rest: {en: "Llama 2 7B, the rest"},
  drawing: {en: "your drawing"}
} as const satisfies Record<string, Localised>;

/** How a 7B goes on after its first trillion tokens: drawn by the reader, then as it did. */
export default defineChart({
  title: {en: "The rest of a 7B’s curve, drawn by you"},
  question: {en: "LLaMA’s 7B stopped after a trillion tokens. How did Llama 2’s 7B go on?"},
  inputs,
  states: {
    before: {inputs: {}, answer: answers.before},
    revealed: {inputs: {reveal: "yes"}, answer: answers.revealed}
  },
  outcome: "revealed",
  note,
  summary,
  describe,
  reading,
  plot({state, width, locale}) {
    const end = width === "narrow" ? 2380 : 2280;
    const titles = {xLabel: computeLabel("tokens", locale), yLabel: lossLabel(locale)};
    const frame = frameFor(width, titles);
    const isBlank = state.drawing.length === 0 && state.reveal === "no";
    const hue = colour.size(forecastRun.sizeClass);
    return {
      ...frame,
      x: {domain: [firstTokens, labelledEnd([firstTokens, forecastEnd, end], endNames, locale)]},
      y: {domain: lossDomain},
      marks: [
        drawField("drawing", {x: [forecastStart.tokens, forecastEnd], y: lossDomain}),
        ...axes({
          ...titles,
          xTicks:
            width === "narrow" ? [500, 1000, 1500, 2000] : [250, 500, 750, 1000, 1250, 1500, 1750, 2000],
          yTicks: [1.7, 1.8, 1.9],
          xFormat: (value) => computeTick(value, "tokens", locale),
          yFormat: (value) => formatNumber(value, {decimals: 1}, locale),
          frame
        }),
        seriesLine(stoppedRun.key, stoppedCurve, {
          stroke: colour.faded,
          strokeWidth: 1.75
        }),
        seriesLine(forecastRun.key, knownCurve, {stroke: hue, strokeWidth: 2, strokeDasharray: dash.llama2}),
        ...pastLabels(width, locale),
        ...(isBlank ? [turnLabel(locale)] : []),
        ...(state.reveal === "yes" ? revealedMarks() : []),
        ...drawingMarks(state),
        endLabels(state, width, locale)
      ]
    };
  }
});

function reading(state: DrawState, locale: Locale): Reading {
  return {
    x: computeColumn("tokens", locale),
    y: lossColumn(locale),
    series: [
      {key: forecastRun.key, label: "Llama 2 7B", ...knownCurve},
      ...(state.drawing.length > 0
        ? [{key: "drawing", label: strings.drawing[locale], ...drawnCurve(state)}]
        : []),
      ...(state.reveal === "yes"
        ? [
            {key: restKey, label: strings.rest[locale], ...restCurve},
            ...forecasts().map(({belief, forecast}) => ({
              key: belief,
              label: beliefNames[belief].said[locale],
              ...forecastCurve(forecast)
            }))
          ]
        : []),
      {key: stoppedRun.key, label: "LLaMA 7B", ...stoppedCurve}
    ]
  };
}
