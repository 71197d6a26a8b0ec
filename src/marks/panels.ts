import * as Plot from "@observablehq/plot";
import type {Markish} from "@observablehq/plot";
import {axes} from "./labels.ts";
import {plotSize} from "./pixels.ts";
import {colour, type Frame} from "./theme.ts";

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

/**
 * The panels of a frame.
 *
 * @param lower smallest and largest value of the lower panel
 * @param upper smallest and largest value of the upper panel
 * @param upperHeight height of the upper panel in px
 * @param between height in px between the two, room for the lower panel's label
 */
export function stackPanels(
  frame: Frame,
  {
    lower,
    upper,
    upperHeight,
    between
  }: {
    readonly lower: readonly [number, number];
    readonly upper: readonly [number, number];
    readonly upperHeight: number;
    readonly between: number;
  }
): Panels {
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

/** Grid, ticks and labels of both panels, and the x-axis below them. */
export function panelAxes({
  panels,
  upperLabel,
  upperTicks,
  upperFormat,
  lowerLabel,
  frame,
  ...lower
}: {
  readonly panels: Panels;
  readonly upperLabel: string;
  readonly upperTicks: readonly number[];
  readonly upperFormat: (value: number) => string;
  readonly lowerLabel: string;
  readonly xLabel: string;
  readonly xTicks: readonly number[];
  readonly yTicks: readonly number[];
  readonly xFormat: (value: number) => string;
  readonly yFormat: (value: number) => string;
  readonly frame: Frame;
}): Markish[] {
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
    Plot.text([lowerLabel], {
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
