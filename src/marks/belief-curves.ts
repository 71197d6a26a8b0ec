import * as Plot from "@observablehq/plot";
import type {Markish} from "@observablehq/plot";
import {coefficientsOf} from "../laws/chinchilla.ts";
import type {Belief} from "../analysis/beliefs.ts";
import type {DrawingWidth} from "../core/define/chart.ts";
import {
  budget,
  budgetTokens,
  hoursAt,
  largeLoss,
  small,
  smallLoss,
  type ContinuedRun,
  type ContinuedView,
  type Domains
} from "../analysis/continued-run.ts";
import {formatShort} from "../core/i18n/format.ts";
import type {Locale, Localised} from "../core/i18n/locale.ts";
import {dodge, labelMark} from "./labels.ts";
import {roomOf} from "./pixels.ts";
import {placedLabel, placedRing, seriesLine} from "./lines.ts";
import {colour, frames} from "./theme.ts";

const strings = {
  ends: {en: "7B ends"},
  floors: {en: "published floors"},
  level: {en: "level at"},
  zero: {en: "zero at"},
  fitted: {en: "fitted here"},
  observed: {en: "in fact"},
  budget: {en: "the 70B’s budget"},
  tokens: {en: "tokens for a 7B"}
} as const satisfies Record<string, Localised>;

/** A belief's name at the end of its curve, and in a sentence. */
export const beliefNames: Readonly<Record<Belief, {readonly label: Localised; readonly said: Localised}>> = {
  line: {label: {en: "line"}, said: {en: "straight line"}},
  "power-law": {label: {en: "power law"}, said: {en: "power law"}},
  hoffmann: {label: {en: "Hoffmann"}, said: {en: "Hoffmann’s law"}},
  epoch: {label: {en: "Epoch"}, said: {en: "Epoch’s refit"}}
};

/** Dash of a belief's curve. */
export const beliefDash: Readonly<Record<Belief, string>> = {
  line: "2 4",
  "power-law": "10 4",
  hoffmann: "3 3",
  epoch: "10 3 2 3"
};

/** All beliefs are about one run, so that they have its hue and differ in dash and label. */
const hue = colour.size(small.sizeClass);

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
    Plot.areaY([...x], {
      x: (value: number) => value,
      y1: low,
      y2: high,
      ariaLabel: () => "floors",
      fill: colour.faded,
      fillOpacity: 0.25
    }),
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

/** The parts of the curve that were fitted, as a broad stroke beneath it. */
export function fittedParts(continued: readonly ContinuedRun[]): Markish[] {
  return continued.flatMap(({belief, fit}) =>
    fit
      ? [
          seriesLine(`${belief}:fit`, fit, {
            stroke: hue,
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
    seriesLine(belief, curve, {stroke: hue, strokeWidth: 1.75, strokeDasharray: beliefDash[belief]})
  );
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
    Plot.dot([smallLoss], {x: [small.gpuHours], y: [smallLoss], ariaLabel: () => "end-7B", r: 4, fill: hue}),
    placedLabel(
      "end-7B",
      {x: small.gpuHours, y: smallLoss, text: strings.ends[locale]},
      {fill: hue, anchor: "start", dx: 4, dy: -12}
    ),
    ...continued.flatMap(({belief, continuation, curve, end, isCut}) => {
      const last = {x: curve.x.at(-1)!, y: curve.y.at(-1)!};
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
                  text: `${beliefNames[belief][width === "narrow" ? "label" : "said"][locale]} ↓ ${end.toFixed(2)}`
                },
                {fill: hue, anchor: "end", dx: -8, dy: -9}
              )
            ]
          : [])
      ];
    })
  ];
}

/** A place that a curve passes: labelled above to the right where the curve is steep, else to the left of it. */
function ring(
  key: string,
  place: {readonly x: number; readonly y: number; readonly text: string},
  isSteep: boolean
): Markish[] {
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

/** Says of a fitted part that it is one. */
export function fittedLabel(continued: readonly ContinuedRun[], locale: Locale): Markish[] {
  const fit = continued.find((each) => each.fit)?.fit;
  if (!fit) return [];
  const middle = fit.x.length / 2;
  return [
    placedLabel(
      "fitted",
      {x: fit.x[middle]!, y: fit.y[middle]!, text: strings.fitted[locale]},
      {fill: hue, anchor: "start", dx: 6, dy: -16, weight: 400}
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
      ? {key: "end-7B", y: smallLoss, name: strings.observed[locale], fill: hue}
      : {key: "llama2-70B", y: largeLoss, name: "70B", fill: colour.size(4)},
    ...ends.map(({belief, end}) => ({
      key: belief,
      y: end,
      name: beliefNames[belief].label[locale],
      fill: hue
    }))
  ].map(({key, y, name, fill}) => ({key: `${key}:label`, x, y, text: `${name}: ${y.toFixed(digits)}`, fill}));
  return [
    Plot.dot(ends, {
      x: () => x,
      y: "end",
      ariaLabel: (each: ContinuedRun) => `${each.belief}:end`,
      r: 3.5,
      fill: colour.paper,
      stroke: hue,
      strokeWidth: 1.75
    }),
    labelMark(dodge(labels, roomOf(16, domains.y, frames[width])), {textAnchor: "start", dx: 8})
  ];
}
