import * as Plot from "@observablehq/plot";
import type {Markish} from "@observablehq/plot";
import type {Run} from "../../analysis/runs.ts";
import type {Locale, Localised} from "../../core/i18n/locale.ts";
import {firstOf, pointsOf, type Point} from "../../core/math/points.ts";
import type {Projection} from "../../marks/run-curves.ts";
import {colour, halo} from "../../marks/theme.ts";
import {lossAt} from "./logged-loss.ts";

const strings = {
  plunge: {en: "plunge"},
  straight: {en: "nearly straight"},
  flattening: {en: "flattening"}
} as const satisfies Record<string, Localised>;

/** The window, in 1e9 tokens, in which a run's curve is nearly straight (claims check, section 5). */
const straightWindow = {
  llama1: {1: [300, 800], 2: [300, 800], 3: [400, 1100], 4: [400, 1100]},
  llama2: {1: [500, 1500], 2: [500, 1500], 3: [500, 1500], 4: [500, 1500]}
} as const;

/** The part of a run's curve that is nearly straight, as a broad stroke beneath it. */
export function straightPart(run: Run, {x, y}: Projection): Markish {
  const [from, to] = straightWindow[run.family][run.sizeClass];
  const points = pointsOf({x: run.tokens, y: run.loss}).filter((point) => point.x >= from && point.x <= to);
  return Plot.line(points, {
    x: (point: Point) => x(run, point.x),
    y: (point: Point) => y(run, point.y),
    stroke: colour.size(run.sizeClass),
    strokeOpacity: 0.28,
    strokeWidth: 11,
    strokeLinecap: "round"
  });
}

/** Names of the three regimes on the curve of the smallest run, and where the last tenth of each begins. */
export function regimeLabels(runs: readonly Run[], {x, y}: Projection, locale: Locale): Markish[] {
  const [top] = runs;
  if (!top) return [];
  const place = (run: Run, tokens: number): Point => ({x: x(run, tokens), y: y(run, lossAt(run, tokens))});
  const [from, to] = straightWindow[top.family][top.sizeClass];
  const labels = [
    {
      ...place(top, Math.exp((Math.log(firstOf(top.tokens)) + Math.log(from)) / 2)),
      text: strings.plunge[locale]
    },
    {...place(top, (from + to) / 2), text: strings.straight[locale]},
    {...place(top, 0.95 * top.plottedTokens), text: strings.flattening[locale]}
  ];
  const lastTenths = runs.map((run) => ({
    ...place(run, 0.9 * run.plottedTokens),
    stroke: colour.size(run.sizeClass)
  }));
  return [
    Plot.dot(lastTenths, {x: "x", y: "y", r: 4.5, fill: colour.paper, stroke: "stroke", strokeWidth: 1.75}),
    Plot.text(labels, {
      x: "x",
      y: "y",
      text: "text",
      dx: 6,
      dy: -14,
      textAnchor: "start",
      fill: colour.ink,
      fontStyle: "italic",
      ...halo
    })
  ];
}
