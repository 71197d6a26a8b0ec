import * as Plot from "@observablehq/plot";
import type {Markish} from "@observablehq/plot";
import type {Pixels} from "./crossing-flags.ts";
import {formatSigned} from "../../core/i18n/format-drawn.ts";
import {noise} from "../../core/math/crossings.ts";
import type {Locale, Localised} from "../../core/i18n/locale.ts";
import type {Run} from "../../analysis/runs.ts";
import {placedLabel, shade} from "../../marks/lines.ts";
import {lastPoint, pointsOf} from "../../core/math/points.ts";
import type {Series} from "../../core/math/series.ts";
import {colour} from "../../marks/theme.ts";

type Domain = readonly [from: number, to: number];

const strings = {
  noise: {en: "noise"}
} as const satisfies Record<string, Localised>;

/** The half of a drawing of differences on which a run has the lower loss, in the run's hue and in words. */
export function ground(run: Run, x: Domain, y: Domain, locale: Locale): Markish[] {
  const isAbove = y[1] > 0;
  const fill = colour.size(run.sizeClass);
  const lower: Localised = {en: `${run.model} lower`};
  return [
    shade(`${run.key}:ground`, {x, y}, {fill, fillOpacity: 0.12}),
    placedLabel(
      `${run.key}:ground`,
      {x: x[1], y: isAbove ? y[1] : y[0], text: lower[locale]},
      {fill, anchor: "end", dx: -28, dy: isAbove ? 14 : -14}
    )
  ];
}

/** The differences that are noise, about a line at zero. */
export function noiseBand(x: Domain): Markish[] {
  return [
    shade("noise", {x, y: [-noise, noise]}, {fill: colour.soft, fillOpacity: 0.25}),
    Plot.ruleY([0], {stroke: colour.ink, strokeWidth: 1})
  ];
}

/** The noise band's name, at its left. */
export function noiseLabel(x: number, isLong: boolean, locale: Locale): Markish {
  return placedLabel(
    "noise",
    {x, y: 0, text: `${strings.noise[locale]}${isLong ? ` ±${noise}` : ""}`},
    {fill: colour.soft, anchor: "start", dx: 5, dy: -14, weight: 400}
  );
}

/** The last difference, above its point, or below where the curve comes down on it. */
export function gapEnd(key: string, curve: Series, pixels: Pixels, locale: Locale): Markish[] {
  const last = lastPoint(curve);
  const near = pointsOf(curve).filter(({x}) => pixels.x(last.x) - pixels.x(x) < 26);
  const rise = pixels.y(Math.max(...near.map(({y}) => y)) - last.y);
  return [
    Plot.dot([last], {x: "x", y: "y", r: 3.5, ariaLabel: () => `${key}:end`, fill: colour.ink}),
    placedLabel(
      `${key}:end`,
      {...last, text: formatSigned(last.y, 3, locale)},
      {fill: colour.ink, anchor: "middle", dy: rise > 8 ? 15 : -14 - rise}
    )
  ];
}
