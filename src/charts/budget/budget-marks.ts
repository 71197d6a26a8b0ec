import * as Plot from "@observablehq/plot";
import type {Markish} from "@observablehq/plot";
import type {CostPart, DrawnBudget} from "./budget-curves.ts";
import {perParameter, times} from "./budget-texts.ts";
import type {DrawingWidth} from "../../core/define/chart.ts";
import {formatShort} from "../../core/i18n/format.ts";
import type {Locale, Localised} from "../../core/i18n/locale.ts";
import {lastOf, lastPoint, pointsOf, valueAt} from "../../core/math/points.ts";
import {stick} from "../../marks/labels.ts";
import {placedLabel, placedRing, seriesLine, shade} from "../../marks/lines.ts";
import {colour} from "../../marks/theme.ts";
import {wrappedTitle} from "../../marks/titles.ts";

const strings = {
  trainingOnly: {en: "total = training"},
  cheapest: {en: "cheapest"},
  optimal: {en: "compute-optimal"},
  optimum: {en: "optimum"},
  tokens: {en: "tokens"},
  perParameter: {en: "per parameter"},
  tooSmall: {en: "too small"},
  unproven: {en: "no run went so far"}
} as const satisfies Record<string, Localised>;

/** Names of the parts of the cost. */
export const curveNames: Readonly<Record<CostPart, Localised>> = {
  training: {en: "training"},
  inference: {en: "serving"},
  total: {en: "total"}
};

const styles = {
  training: {stroke: colour.ramp(3), strokeWidth: 1.75, strokeDasharray: "8 3"},
  inference: {stroke: colour.ramp(4), strokeWidth: 1.75, strokeDasharray: "2 4"},
  total: {stroke: colour.accent, strokeWidth: 2.5}
} as const;

/** Cost of training, of serving, and of both, by size. */
export function curves(drawn: DrawnBudget): Markish[] {
  return drawn.curves.map(({key, curve}) => seriesLine(key, curve, styles[key]));
}

/** The sizes that cost little more than the cheapest, as a broad stroke. */
export function flatPart({flat}: DrawnBudget): Markish {
  return seriesLine("total:flat", flat, {
    stroke: colour.accent,
    strokeOpacity: 0.25,
    strokeWidth: 12,
    strokeLinecap: "round"
  });
}

/** How far the cheapest size is known, below the curve of the whole cost. */
export function refittedSizes({refitted, best, domains}: DrawnBudget): Markish[] {
  if (!refitted) return [];
  const [low, high] = refitted;
  const [from, to] = [low / 1e9, Math.min(high / 1e9, domains.x[1])];
  const height = best.total / 1.35;
  const [below, above] = [height / 1.06, height * 1.06];
  // One line, with a stroke across either end.
  return [
    seriesLine(
      "cheapest:refits",
      {x: [from, from, from, to, to, to], y: [above, below, height, height, above, below]},
      {stroke: colour.ink, strokeWidth: 1.5}
    )
  ];
}

/** A veil over sizes that would read more tokens per parameter than any run that the law was fitted to. */
export function unprovenSizes(
  {unproven, domains, curves: drawn}: DrawnBudget,
  width: DrawingWidth,
  locale: Locale
): Markish[] {
  const [from, to] = unproven;
  const [bottom, top] = domains.y;
  // No higher than the whole cost, as the label of the cheapest size stands above it.
  const total = drawn.find(({key}) => key === "total");
  const height = total && pointsOf(total.curve).find(({x}) => x >= to)?.y;
  // In the narrow drawing there is room for two short words a line.
  const text = strings.unproven[locale];
  const isNarrow = width === "narrow";
  return [
    shade("unproven", {x: [from, to], y: domains.y}, {fill: colour.paper, fillOpacity: 0.6}),
    seriesLine(
      "unproven-edge",
      {x: [to, to], y: [bottom, height ?? top]},
      {stroke: colour.soft, strokeDasharray: "2 3"}
    ),
    placedLabel(
      "unproven",
      {
        x: to,
        y: bottom,
        text: isNarrow ? text.replace(/(\S+ \S+) /g, "$1\n") : text
      },
      {fill: colour.soft, anchor: "end", dx: -5, dy: isNarrow ? -28 : -9, weight: 400}
    )
  ];
}

/** Sizes that are out of reach, as a shade. */
export function unreachableSizes({unreachable, domains}: DrawnBudget, locale: Locale): Markish[] {
  const [bottom, top] = domains.y;
  return [
    shade("unreachable", {x: unreachable, y: domains.y}, {fill: colour.faded, fillOpacity: 0.25}),
    Plot.text([strings.tooSmall[locale]], {
      x: [Math.sqrt(unreachable[0] * unreachable[1])],
      y: [Math.sqrt(bottom * top)],
      text: (text: string) => text,
      ariaLabel: () => "unreachable:label",
      rotate: -90,
      fill: colour.soft
    })
  ];
}

/** The names of the curves, at their right. */
export function curveLabels({curves, best}: DrawnBudget, width: DrawingWidth, locale: Locale): Markish[] {
  return curves.flatMap(({key, curve}) => {
    if (key === "total") {
      const text = (best.inference === 0 ? strings.trainingOnly : curveNames.total)[locale];
      return [
        placedLabel(key, {...lastPoint(curve), text}, {fill: colour.accent, anchor: "end", dx: -12, dy: -8})
      ];
    }
    if (best.inference === 0) return [];
    // All rise to the right, so that there is room below the curves, to the right of a place; where the two
    // meet at the right, serving is by itself at the left.
    const isMeeting =
      key === "inference" && Math.abs(Math.log2(costAtEnd(curves, key) / costAtEnd(curves, "training"))) < 1;
    const share = isMeeting
      ? 0.25
      : {narrow: {training: 0.86, inference: 0.7}, wide: {training: 0.82, inference: 0.82}}[width][key];
    const place = valueAt(pointsOf(curve), Math.round(share * (curve.x.length - 1)));
    return [
      placedLabel(
        key,
        {...place, text: curveNames[key][locale]},
        {fill: styles[key].stroke, anchor: "start", dx: 8, dy: 10}
      )
    ];
  });
}

/** Cost of a part at the right end of its curve. */
function costAtEnd(curves: DrawnBudget["curves"], part: CostPart): number {
  const drawn = curves.find(({key}) => key === part);
  if (!drawn)
    throw new Error(`no curve of a cost: ${part} (one of ${curves.map(({key}) => key).join(", ")})`);
  return lastOf(drawn.curve.y);
}

/** The compute-optimal size, where training is cheapest; not where it is the cheapest of all too. */
export function optimalMark(
  {optimal, best, domains}: DrawnBudget,
  width: DrawingWidth,
  locale: Locale
): Markish[] {
  if (optimal.parameters < 1.02 * best.parameters) return [];
  const place = {x: optimal.parameters / 1e9, y: optimal.training};
  const [bottom] = domains.y;
  // In the narrow drawing the whole word would run into what stands where no run went.
  const name = width === "narrow" ? strings.optimum : strings.optimal;
  const text = `${name[locale]}: ${formatShort(optimal.parameters, locale)}`;
  return [
    Plot.ruleX([place], {
      x: "x",
      y1: bottom,
      y2: "y",
      ariaLabel: () => "optimal:drop",
      stroke: colour.ramp(3),
      strokeDasharray: "1 3"
    }),
    placedRing("optimal", place, colour.ramp(3)),
    placedLabel(
      "optimal",
      {x: place.x, y: bottom, text: wrappedTitle(text, {width: 160})},
      {fill: colour.ramp(3), anchor: "middle", dy: -10, weight: 400}
    )
  ];
}

/** A size that is compared, and how many times the least it costs. */
export function ownMark({own, best}: DrawnBudget, name: string, locale: Locale): Markish[] {
  if (!own) return [];
  const place = {x: own.parameters / 1e9, y: own.total};
  // To the left of the steep arm, else below.
  const isSteep = own.parameters < best.parameters && own.total > 1.4 * best.total;
  return [
    placedRing("own", place, colour.ink),
    placedLabel(
      "own",
      {...place, text: `${name}: ${times(own.total, best.total, locale)}×`},
      {
        fill: colour.ink,
        anchor: isSteep ? "end" : "start",
        dx: isSteep ? -8 : 2,
        dy: isSteep ? 0 : 17
      }
    )
  ];
}

/** The cheapest size, with its tokens; its label stands off, above both arms of the curve. */
export function cheapestMark({best}: DrawnBudget, width: DrawingWidth, locale: Locale): Markish[] {
  const place = {x: best.parameters / 1e9, y: best.total};
  const isNarrow = width === "narrow";
  const lines = [
    `${strings.cheapest[locale]}: ${formatShort(best.parameters, locale)}`,
    ...(isNarrow ? [] : [`${formatShort(best.tokens, locale)} ${strings.tokens[locale]}`]),
    `${perParameter(best, locale)} ${strings.perParameter[locale]}`
  ];
  const height = isNarrow ? 60 : 58;
  return [
    Plot.vector([place], {
      x: "x",
      y: "y",
      ariaLabel: () => "cheapest:leader",
      shape: stick,
      anchor: "start",
      length: height,
      rotate: 180,
      stroke: colour.accent,
      strokeWidth: 1
    }),
    Plot.dot([place], {x: "x", y: "y", ariaLabel: () => "cheapest", r: 5, fill: colour.accent}),
    ...lines.map((text, index) =>
      placedLabel(
        `cheapest-${index + 1}`,
        {...place, text},
        {
          fill: colour.accent,
          anchor: "start",
          dx: -4,
          dy: -height - 9 - 17 * (lines.length - 1 - index),
          weight: index === 0 ? 600 : 400
        }
      )
    )
  ];
}
