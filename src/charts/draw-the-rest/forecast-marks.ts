import type {Markish} from "@observablehq/plot";
import type {Belief} from "../../analysis/beliefs.ts";
import type {Continuation} from "../../analysis/continuations.ts";
import {
  forecastCurve,
  forecastEnd,
  forecastRun,
  forecastStart,
  lineForecast,
  observedEnd,
  powerForecast,
  restCurve,
  stoppedLoss,
  stoppedRun
} from "../../analysis/forecasts.ts";
import type {DrawingWidth} from "../../core/define/chart.ts";
import {formatNumber} from "../../core/i18n/format.ts";
import type {Locale, Localised} from "../../core/i18n/locale.ts";
import {lastPoint} from "../../core/math/points.ts";
import {beliefDash, beliefNames} from "../../marks/belief-looks.ts";
import {dodge, labelMark} from "../../marks/labels.ts";
import {placedLabel, seriesDots, seriesLine} from "../../marks/lines.ts";
import {roomOf} from "../../marks/pixels.ts";
import {colour, dash, frames} from "../../marks/theme.ts";
import {drawnCurve, lossDomain, type DrawState} from "./draw-the-rest-state.ts";

const strings = {
  stopped: {wide: {en: "LLaMA’s 7B stops"}, narrow: {en: "LLaMA’s\n7B stops"}},
  continued: {wide: {en: "Llama 2’s 7B"}, narrow: {en: "Llama 2’s\n7B"}},
  turn: {en: "your turn"},
  you: {en: "you"},
  fact: {en: "in fact"}
} as const satisfies Record<string, Localised | Record<DrawingWidth, Localised>>;

/** Names that stand behind the ends of curves. */
export const endNames: readonly Localised[] = [
  strings.you,
  strings.fact,
  ...Object.values(beliefNames).map(({label}) => label)
];

/** The two fits that go on where the run is known. */
export function forecasts(): readonly {readonly belief: Belief; readonly forecast: Continuation}[] {
  return [
    {belief: "line", forecast: lineForecast},
    {belief: "power-law", forecast: powerForecast()}
  ];
}

/** Key of the part of the run that is revealed. */
export const restKey = `${forecastRun.key}-rest`;

/** How the run went on, and how either fit does. */
export function revealedMarks(): Markish[] {
  return [
    ...forecasts().map(({belief, forecast}) =>
      seriesLine(belief, forecastCurve(forecast), {
        stroke: colour.soft,
        strokeWidth: 1.75,
        strokeDasharray: beliefDash[belief]
      })
    ),
    seriesLine(restKey, restCurve, {
      stroke: colour.size(forecastRun.sizeClass),
      strokeWidth: 2,
      strokeDasharray: dash.llama2
    })
  ];
}

/** The reader's curve and its knots. */
export function drawingMarks(state: DrawState): Markish[] {
  if (state.drawing.length === 0) return [];
  const series = drawnCurve(state);
  return [
    seriesLine("drawing", series, {stroke: colour.accent, strokeWidth: 2.5, strokeLinejoin: "round"}),
    seriesDots("drawing:knots", series, colour.accent, 6)
  ];
}

/** The names of both runs where LLaMA's stops. */
export function pastLabels(width: DrawingWidth, locale: Locale): Markish[] {
  const label = (
    loss: number,
    text: Readonly<Record<DrawingWidth, Localised>>
  ): {x: number; y: number; text: string} => ({
    x: forecastStart.tokens,
    y: loss,
    text: text[width][locale]
  });
  return [
    placedLabel(stoppedRun.key, label(stoppedLoss, strings.stopped), {
      fill: colour.soft,
      anchor: "end",
      dx: -2,
      dy: width === "narrow" ? 26 : 18,
      weight: 400
    }),
    placedLabel(forecastRun.key, label(forecastStart.loss, strings.continued), {
      fill: colour.size(forecastRun.sizeClass),
      anchor: "end",
      dx: -8,
      dy: width === "narrow" ? -54 : -50
    })
  ];
}

/** Says whose turn it is, in the empty field. */
export function turnLabel(locale: Locale): Markish {
  const place = {
    x: (forecastStart.tokens + forecastEnd) / 2,
    y: 1.85,
    text: strings.turn[locale]
  };
  return placedLabel("turn", place, {fill: colour.accent, anchor: "middle"});
}

/** Names of the curves behind their ends, with the loss there where there is room. */
export function endLabels(state: DrawState, width: DrawingWidth, locale: Locale): Markish {
  const isNarrow = width === "narrow";
  const ends = [
    ...(state.drawing.length > 0
      ? [{key: "drawing", ...lastPoint(drawnCurve(state)), name: strings.you[locale], fill: colour.accent}]
      : []),
    ...(state.reveal === "yes"
      ? [
          {
            key: restKey,
            x: forecastEnd,
            y: observedEnd,
            name: strings.fact[locale],
            fill: colour.size(forecastRun.sizeClass)
          },
          ...forecasts().map(({belief, forecast}) => ({
            key: belief,
            x: forecastEnd,
            y: forecast.at(forecastEnd),
            name: beliefNames[belief].label[locale],
            fill: colour.soft
          }))
        ]
      : [])
  ].map((each) => ({
    ...each,
    key: `${each.key}:label`,
    text: isNarrow ? each.name : `${each.name}: ${formatNumber(each.y, {decimals: 3}, locale)}`
  }));
  const labels = dodge(ends, roomOf(16, lossDomain, frames[width]), 1, (x) => x);
  return labelMark(labels, {textAnchor: "start", dx: 8});
}
