import * as Plot from "@observablehq/plot";
import type {Markish} from "@observablehq/plot";
import {
  budget,
  largeLoss,
  small,
  smallLoss,
  type ContinuedRun,
  type ContinuedView
} from "../../analysis/continued-run.ts";
import type {DrawingWidth} from "../../core/define/chart.ts";
import {formatNumber} from "../../core/i18n/format.ts";
import type {Locale, Localised} from "../../core/i18n/locale.ts";
import {pointsOf, valueAt} from "../../core/math/points.ts";
import {beliefDash, beliefHue, beliefNames} from "../../marks/belief-looks.ts";
import {dodge, labelMark} from "../../marks/labels.ts";
import {placedLabel, seriesLine} from "../../marks/lines.ts";
import {roomOf} from "../../marks/pixels.ts";
import {colour, frames} from "../../marks/theme.ts";
import type {Domains} from "./view-domains.ts";

const strings = {
  fitted: {en: "fitted here"},
  observed: {en: "in fact"}
} as const satisfies Record<string, Localised>;

/** The parts of the curve that were fitted, as a broad stroke beneath it. */
export function fittedParts(continued: readonly ContinuedRun[]): Markish[] {
  return continued.flatMap(({belief, fit}) =>
    fit
      ? [
          seriesLine(`${belief}:fit`, fit, {
            stroke: beliefHue,
            strokeOpacity: 0.28,
            strokeWidth: 10,
            strokeLinecap: "round"
          })
        ]
      : []
  );
}

/** The run going on, belief by belief. */
export function continuationCurves(continued: readonly ContinuedRun[]): Markish[] {
  return continued.map(({belief, curve}) =>
    seriesLine(belief, curve, {stroke: beliefHue, strokeWidth: 1.75, strokeDasharray: beliefDash[belief]})
  );
}

/** Says of a fitted part that it is one. */
export function fittedLabel(continued: readonly ContinuedRun[], locale: Locale): Markish[] {
  const fit = continued.find((each) => each.fit)?.fit;
  if (!fit) return [];
  const middle = valueAt(pointsOf(fit), fit.x.length / 2);
  return [
    placedLabel(
      "fitted",
      {...middle, text: strings.fitted[locale]},
      {fill: beliefHue, anchor: "start", dx: 6, dy: -16, weight: 400}
    )
  ];
}

/** Where the curves end: a dot each, and its name and value, one below the other. */
export function endMarks(
  continued: readonly ContinuedRun[],
  {view}: ContinuedView,
  domains: Domains,
  width: DrawingWidth,
  locale: Locale
): Markish[] {
  const isEarly = view === "early";
  const x = isEarly ? small.gpuHours : budget;
  const digits = width === "narrow" && !isEarly ? 2 : 3;
  const ends = continued.filter(({isCut}) => !isCut);
  const labels = [
    isEarly
      ? {key: "end-7B", y: smallLoss, name: strings.observed[locale], fill: beliefHue}
      : {key: "llama2-70B", y: largeLoss, name: "70B", fill: colour.size(4)},
    ...ends.map(({belief, end}) => ({
      key: belief,
      y: end,
      name: beliefNames[belief].label[locale],
      fill: beliefHue
    }))
  ].map(({key, y, name, fill}) => ({
    key: `${key}:label`,
    x,
    y,
    text: `${name}: ${formatNumber(y, {decimals: digits}, locale)}`,
    fill
  }));
  return [
    Plot.dot(ends, {
      x: () => x,
      y: "end",
      ariaLabel: (each: ContinuedRun) => `${each.belief}:end`,
      r: 3.5,
      fill: colour.paper,
      stroke: beliefHue,
      strokeWidth: 1.75
    }),
    labelMark(dodge(labels, roomOf(16, domains.y, frames[width])), {textAnchor: "start", dx: 8})
  ];
}
