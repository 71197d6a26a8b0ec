import * as Plot from "@observablehq/plot";
import type {Markish} from "@observablehq/plot";
import {valleyBottom, valleyLoss} from "../../analysis/equal-compute/marin-valley.ts";
import type {DrawingWidth} from "../../core/define/chart.ts";
import {formatSigned} from "../../core/i18n/format-drawn.ts";
import type {Locale} from "../../core/i18n/locale.ts";
import {interpolate} from "../../core/math/interpolate.ts";
import {firstPoint, lastOf, valueAt} from "../../core/math/points.ts";
import {computeTick, lossText} from "../../marks/axes.ts";
import {placedLabel, placedRing, seriesDots, seriesLine} from "../../marks/lines.ts";
import {colour} from "../../marks/theme.ts";
import {budgetRuns, markedFactors, prices, tunedPrices, type ValleyState} from "./valley-state.ts";
import {ratioText, strings} from "./valley-texts.ts";

/** A line through the finished runs of each budget, darker with the budget. */
export function budgetMarks(state: ValleyState, locale: Locale): Markish[] {
  const budgets = budgetRuns(state);
  return budgets.flatMap(({key, budget, runs}, index) => {
    const hue = colour.ramp(budgets.length - index + 1);
    return [
      seriesLine(key, runs, {stroke: hue, strokeWidth: 1.75}),
      seriesDots(`${key}-runs`, runs, hue, 6),
      placedLabel(
        key,
        {...firstPoint(runs), text: computeTick(budget, "flops", locale)},
        {fill: hue, anchor: "end", dx: -7, weight: 500}
      )
    ];
  });
}

/** What four and twenty times the lowest cost on the largest budget: a step up from the level of its bottom. */
export function stepMarks(state: ValleyState, width: DrawingWidth, locale: Locale): Markish[] {
  const {runs} = lastOf(budgetRuns(state));
  const {ratio, loss} = valleyBottom(runs);
  const steps = [4, 20].map((factor) => ({
    factor,
    x: ratio * factor,
    y: interpolate(runs, ratio * factor)
  }));
  return [
    placedRing("bottom", {x: ratio, y: loss}, colour.ink),
    seriesLine(
      "bottom-level",
      {x: [ratio, valueAt(steps, 1).x], y: [loss, loss]},
      {stroke: colour.ink, strokeWidth: 1, strokeDasharray: "3 3"}
    ),
    placedLabel(
      "bottom-level",
      {x: ratio, y: valleyLoss(runs, ratio), text: `${ratioText(ratio, locale)}: ${strings.bottom[locale]}`},
      {fill: colour.ink, anchor: "end", dx: -2, dy: 15, weight: 500}
    ),
    ...steps.flatMap(({factor, x, y}) => [
      Plot.link([factor], {
        x1: [x],
        x2: [x],
        y1: [loss],
        y2: [y],
        ariaLabel: () => `step-${factor}`,
        stroke: colour.ink,
        strokeWidth: 1.5
      }),
      placedLabel(
        `step-${factor}`,
        {
          x,
          y: loss,
          text: `${ratioText(factor, locale)}×${width === "narrow" ? "\n" : ": "}${formatSigned(y - loss, 2, locale)}`
        },
        {
          fill: colour.ink,
          anchor: factor < 10 ? "end" : "start",
          dx: factor < 10 ? 14 : -12,
          dy: width === "narrow" ? 19 : 13
        }
      )
    ])
  ];
}

/** The measured price, the laws as a band, the tuned runs, and the four marked factors. */
export function priceMarks(width: DrawingWidth, locale: Locale): Markish[] {
  const {measured, least, most} = prices();
  const tuned = tunedPrices();
  return [
    Plot.areaY(measured.x, {
      x: (factor: number) => factor,
      y1: least,
      y2: most,
      ariaLabel: () => "laws",
      fill: colour.size(4),
      fillOpacity: 0.22
    }),
    seriesLine("measured", measured, {stroke: colour.ramp(2), strokeWidth: 2.5}),
    Plot.dot(tuned.x, {
      x: tuned.x,
      y: tuned.y,
      ariaLabel: (_: number, index: number) => `tuned-${index}`,
      r: 4.5,
      symbol: "diamond",
      fill: colour.size(1)
    }),
    ...markedFactors.map((factor) =>
      placedRing(`marked-${factor}`, {x: factor, y: interpolate(measured, factor)}, colour.ramp(2))
    ),
    ...markedFactors.map((factor) =>
      placedLabel(
        `marked-${factor}`,
        {
          x: factor,
          y: interpolate(measured, factor),
          text: lossText(interpolate(measured, factor), locale, 2)
        },
        {fill: colour.ramp(2), anchor: "end", dx: -6, dy: -10}
      )
    ),
    ...legend(width, locale)
  ];
}

function legend(width: DrawingWidth, locale: Locale): Markish[] {
  const room = width === "wide" ? 0.011 : 0.02;
  const lines = [
    {key: "measured", text: strings.measured, fill: colour.ramp(2)},
    {key: "laws", text: strings.laws, fill: colour.size(4)},
    {key: "tuned", text: strings.tuned, fill: colour.size(1)}
  ];
  return lines.map(({key, text, fill}, index) =>
    placedLabel(
      `legend-${key}`,
      {x: 0.27, y: 0.2 - index * room, text: text[locale]},
      {fill, anchor: "start"}
    )
  );
}
