import * as Plot from "@observablehq/plot";
import type {Markish} from "@observablehq/plot";
import type {DrawingWidth} from "../core/define/chart.ts";
import {formatShort} from "../core/i18n/format.ts";
import type {Locale, Localised} from "../core/i18n/locale.ts";
import {axes, lossLabel, stepLabel, type AxesOptions} from "./axes.ts";
import {plotSize} from "./pixels.ts";
import {colour, type Frame} from "./theme.ts";
import {frameFor, titleRoom, wrappedTitle} from "./titles.ts";

const strings = {
  rateAxis: {en: "Learning rate (10⁻⁴)"}
} as const satisfies Record<string, Localised>;

/**
 * Two panels in one drawing, one above the other, over one x-axis. The y scale is the lower panel's, so that a reader's
 * crosshair reads it; the upper panel is drawn where that scale goes on above.
 */
export interface Panels {
  /** Domain of y: from the lower panel's smallest value up to the top of the drawing. */
  readonly domain: readonly [number, number];
  /** The lower panel's value at its upper edge. */
  readonly edge: number;
  /** Value of y at which the upper panel has this value of its own. */
  readonly upper: (value: number) => number;
  /** A distance in px as a difference in y. */
  readonly pixels: (count: number) => number;
}

/** How two panels share a drawing. */
interface PanelLayout {
  /** Smallest and largest value of the lower panel. */
  readonly lower: readonly [number, number];
  /** Smallest and largest value of the upper panel. */
  readonly upper: readonly [number, number];
  /** Height of the upper panel in px. */
  readonly upperHeight: number;
  /** Height between the two in px, with room for the lower panel's title. */
  readonly between: number;
}

function stackPanels(frame: Frame, {lower, upper, upperHeight, between}: PanelLayout): Panels {
  const {height} = plotSize(frame);
  const perPixel = (lower[1] - lower[0]) / (height - upperHeight - between);
  const pixels = (count: number): number => count * perPixel;
  const place = (value: number): number => (value - upper[0]) / (upper[1] - upper[0]);
  return {
    domain: [lower[0], lower[0] + pixels(height)],
    edge: lower[1],
    upper: (value) => lower[1] + pixels(between + place(value) * upperHeight),
    pixels
  };
}

/** What the axes of both panels say, and at which values; what isn't named for a panel is the lower one's. */
interface PanelAxesOptions extends Omit<AxesOptions, "yLabel"> {
  readonly panels: Panels;
  readonly upperLabel: string;
  readonly upperTicks: readonly number[];
  readonly upperFormat: (value: number) => string;
  readonly lowerLabel: string;
}

/** Grid, ticks and labels of both panels, and the x-axis below them. */
function panelAxes({
  panels,
  upperLabel,
  upperTicks,
  upperFormat,
  lowerLabel,
  frame,
  ...lower
}: PanelAxesOptions): Markish[] {
  const left = {frameAnchor: "left", fill: colour.soft} as const;
  return [
    ...axes({...lower, yLabel: upperLabel, frame}),
    Plot.gridY(upperTicks, {y: panels.upper, stroke: colour.grid, strokeOpacity: 1}),
    Plot.text(upperTicks, {
      ...left,
      y: panels.upper,
      text: upperFormat,
      textAnchor: "end",
      dx: -8
    }),
    Plot.text([wrappedTitle(lowerLabel, frame)], {
      ...left,
      y: [panels.edge],
      text: (text: string) => text,
      textAnchor: "start",
      lineAnchor: "bottom",
      dx: 2 - frame.marginLeft,
      dy: -9
    })
  ];
}

/** Size and margins of a drawing of the learning rate above the loss. */
export function stepFrame(width: DrawingWidth, locale: Locale): Frame {
  return frameFor(width, {xLabel: stepLabel(locale), yLabel: strings.rateAxis[locale]});
}

/** The panels of the learning rate above the loss, with room for the titles of both. */
export function stepPanels(
  width: DrawingWidth,
  locale: Locale,
  layout: Omit<PanelLayout, "between">
): Panels {
  const frame = stepFrame(width, locale);
  const between = (width === "narrow" ? 32 : 42) + titleRoom(lossLabel(locale), frame);
  return stackPanels(frame, {...layout, between});
}

/** Axes of the learning rate, up to 3 × 10⁻⁴, above the loss, over training steps. */
export function stepPanelAxes({
  panels,
  xTicks,
  yTicks,
  width,
  locale
}: {
  readonly panels: Panels;
  readonly xTicks: readonly number[];
  readonly yTicks: readonly number[];
  readonly width: DrawingWidth;
  readonly locale: Locale;
}): Markish[] {
  return panelAxes({
    panels,
    upperLabel: strings.rateAxis[locale],
    upperTicks: width === "narrow" ? [0, 3e-4] : [0, 1e-4, 2e-4, 3e-4],
    upperFormat: (value) => (value * 1e4).toFixed(0),
    lowerLabel: lossLabel(locale),
    xLabel: stepLabel(locale),
    xTicks,
    yTicks,
    xFormat: (value) => formatShort(value, locale),
    yFormat: (value) => value.toFixed(2),
    frame: stepFrame(width, locale)
  });
}
