import * as Plot from "@observablehq/plot";
import type {Markish} from "@observablehq/plot";
import {
  budget,
  budgetTokens,
  hoursAt,
  largeLoss,
  small,
  smallLoss,
  type ContinuedRun,
  type ContinuedView
} from "../../analysis/continued-run.ts";
import type {DrawingWidth} from "../../core/define/chart.ts";
import {formatNumber, formatShort} from "../../core/i18n/format.ts";
import type {Locale, Localised} from "../../core/i18n/locale.ts";
import {lastPoint, type Point} from "../../core/math/points.ts";
import {coefficientsOf} from "../../laws/chinchilla.ts";
import {beliefHue, beliefNames} from "../../marks/belief-looks.ts";
import {placedLabel, placedRing, shade} from "../../marks/lines.ts";
import {colour} from "../../marks/theme.ts";
import type {Domains} from "./view-domains.ts";

const strings = {
  ends: {en: "7B ends"},
  floors: {en: "published floors"},
  level: {en: "level at"},
  zero: {en: "zero at"},
  budget: {en: "the 70B’s budget"},
  tokens: {en: "tokens for a 7B"}
} as const satisfies Record<string, Localised>;

/** Published irreducible losses as a band, and the budget as a line. */
export function contextMarks(
  {scale}: ContinuedView,
  {x, y}: Domains,
  width: DrawingWidth,
  locale: Locale
): Markish[] {
  const low = coefficientsOf("hoffmann-approach-3").E;
  const high = coefficientsOf("epoch-replication").E;
  const spent = `${strings.budget[locale]}: ${formatShort(budget, locale)}`;
  const bought = `${formatShort(budgetTokens * 1e9, locale)} ${strings.tokens[locale]}`;
  const isNarrow = width === "narrow";
  // A line that is followed far beyond the budget leaves no room to the left of it.
  const side = scale === "linear" && budget < 0.6 * x[1] ? "start" : "end";
  return [
    shade("floors", {x, y: [low, high]}, {fill: colour.faded, fillOpacity: 0.25}),
    placedLabel(
      "floors",
      scale === "log"
        ? {x: x[0], y: low, text: strings.floors[locale]}
        : {x: x[1], y: high, text: strings.floors[locale]},
      scale === "log"
        ? {fill: colour.soft, anchor: "start", dx: 4, dy: 10, weight: 400}
        : {fill: colour.soft, anchor: "end", dy: -9, weight: 400}
    ),
    Plot.ruleX([budget], {ariaLabel: () => "budget", stroke: colour.soft, strokeDasharray: "1 3"}),
    placedLabel(
      "budget",
      {x: budget, y: y[1], text: isNarrow ? spent : `${spent} = ${bought}`},
      {
        fill: colour.soft,
        anchor: isNarrow ? "middle" : side,
        dx: isNarrow ? 10 : side === "end" ? -6 : 6,
        dy: 8,
        weight: 400
      }
    )
  ];
}

/** The 7B's end, the 70B's final loss, where that is met, and where a line comes to zero or leaves the picture. */
export function landmarks(
  continued: readonly ContinuedRun[],
  {view}: ContinuedView,
  width: DrawingWidth,
  locale: Locale
): Markish[] {
  const at = (text: Localised, hours: number): string =>
    `${width === "narrow" ? "" : `${text[locale]} `}${formatShort(hours, locale)}`;
  return [
    Plot.ruleY([largeLoss], {
      x1: small.gpuHours,
      x2: budget,
      ariaLabel: () => "final-70B",
      stroke: colour.size(4),
      strokeDasharray: "1 3"
    }),
    Plot.dot([smallLoss], {
      x: [small.gpuHours],
      y: [smallLoss],
      ariaLabel: () => "end-7B",
      r: 4,
      fill: beliefHue
    }),
    placedLabel(
      "end-7B",
      {x: small.gpuHours, y: smallLoss, text: strings.ends[locale]},
      {fill: beliefHue, anchor: "start", dx: 4, dy: -12}
    ),
    ...continued.flatMap(({belief, continuation, curve, end, isCut}) => {
      const last = lastPoint(curve);
      const level = continuation.reaches(largeLoss);
      const hours = level === undefined ? Infinity : hoursAt(level);
      return [
        ...(hours <= budget
          ? ring(`${belief}:level`, {x: hours, y: largeLoss, text: at(strings.level, hours)}, isCut)
          : []),
        ...(view === "zero" && belief === "line"
          ? ring(
              `${belief}:zero`,
              {...last, text: `${strings.zero[locale]} ${formatShort(last.x, locale)}`},
              false
            )
          : []),
        ...(isCut
          ? [
              placedLabel(
                belief,
                {
                  ...last,
                  text: `${beliefNames[belief][width === "narrow" ? "label" : "said"][locale]} ↓ ${formatNumber(end, {decimals: 2}, locale)}`
                },
                {fill: beliefHue, anchor: "end", dx: -8, dy: -9}
              )
            ]
          : [])
      ];
    })
  ];
}

/** A place that a curve passes: labelled above to the right where the curve is steep, else to the left of it. */
function ring(key: string, place: Point & {readonly text: string}, isSteep: boolean): Markish[] {
  const isGround = place.y < 0.5;
  return [
    placedRing(key, place, colour.ink),
    placedLabel(
      key,
      place,
      isSteep
        ? {fill: colour.ink, anchor: "start", dx: 8, dy: -10, weight: 400}
        : {
            fill: colour.ink,
            anchor: "end",
            dx: isGround ? -44 : -8,
            dy: isGround ? -9 : 11,
            weight: 400
          }
    )
  ];
}
