import * as Plot from "@observablehq/plot";
import type {Markish} from "@observablehq/plot";
import {priceIn, valleyBottom, type ValleyText} from "../../analysis/equal-compute/marin-valley.ts";
import type {DrawingWidth} from "../../core/define/chart.ts";
import {formatSigned} from "../../core/i18n/format-drawn.ts";
import type {Locale} from "../../core/i18n/locale.ts";
import {firstPoint, lastOf} from "../../core/math/points.ts";
import {computeTick} from "../../marks/axes.ts";
import {placedLabel, placedRing, seriesDots, seriesLine} from "../../marks/lines.ts";
import {colour} from "../../marks/theme.ts";
import {drawnValleys} from "./valley-state.ts";
import {markedFactors, ratioText, strings} from "./valley-texts.ts";

/** The finished runs of each budget and a smooth line through them, darker with the budget. */
export function budgetMarks(text: ValleyText, locale: Locale): Markish[] {
  const valleys = drawnValleys(text);
  return valleys.flatMap(({key, budget, runs, course}, index) => {
    const hue = colour.ramp(valleys.length - index + 1);
    const amount = computeTick(budget, "flops", locale);
    return [
      seriesLine(`${key}-course`, course, {stroke: hue, strokeWidth: 2}),
      seriesDots(key, runs, hue, 6),
      placedLabel(
        key,
        // The topmost has most room: it says what the numbers count.
        {...firstPoint(runs), text: index === 0 ? `${amount} ${strings.flops[locale]}` : amount},
        {fill: hue, anchor: "end", dx: -7}
      )
    ];
  });
}

/** What four and twenty times the lowest cost on the largest budget: a step up from the level of its bottom. */
export function stepMarks(text: ValleyText, width: DrawingWidth, locale: Locale): Markish[] {
  const {runs} = lastOf(drawnValleys(text));
  const {ratio, loss} = valleyBottom(runs);
  const steps = markedFactors.map((factor) => ({factor, x: ratio * factor, price: priceIn(runs, factor)}));
  const isNarrow = width === "narrow";
  return [
    seriesLine(
      "bottom-level",
      {x: [ratio, lastOf(steps).x], y: [loss, loss]},
      {stroke: colour.ink, strokeWidth: 1, strokeDasharray: "3 3"}
    ),
    placedRing("bottom", {x: ratio, y: loss}, colour.ink),
    placedLabel(
      "bottom-level",
      {x: ratio, y: loss, text: `${strings.bottom[locale]} ${ratioText(ratio, locale)}`},
      {fill: colour.ink, anchor: "end", dx: isNarrow ? -2 : 6, dy: isNarrow ? 14 : 18, weight: 500}
    ),
    ...steps.flatMap(({factor, x, price}, index) => [
      Plot.link([factor], {
        x1: [x],
        x2: [x],
        y1: [loss],
        y2: [loss + price],
        ariaLabel: () => `step-${factor}`,
        stroke: colour.ink,
        strokeWidth: 2
      }),
      placedLabel(
        `step-${factor}`,
        {x, y: loss, text: `${ratioText(factor, locale)}×\n${formatSigned(price, 2, locale)}`},
        {
          fill: colour.ink,
          anchor: "middle",
          dx: isNarrow ? (index === 0 ? -5 : 5) : 0,
          dy: isNarrow ? 22 : 24
        }
      )
    ])
  ];
}
