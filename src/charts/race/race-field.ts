import type {ComputeAxis} from "../../analysis/runs.ts";
import {pixelsFromLeft, plotSize} from "../../marks/pixels.ts";
import type {Frame} from "../../marks/theme.ts";

/** Where a race is drawn. */
export interface Field {
  readonly frame: Frame;
  readonly axis: ComputeAxis;
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

/** Compute and loss at a place of a field, in px from the upper left corner of the plot. */
export function valuesAt(
  {frame, x, y}: Field,
  [left, top]: readonly [number, number]
): {x: number; y: number} {
  const {width, height} = plotSize(frame);
  return {
    x: x[0] * (x[1] / x[0]) ** (left / width),
    y: y[1] - ((y[1] - y[0]) * top) / height
  };
}

/** Distance of an amount of compute from the left edge of the plot, in px. */
export function leftOf({frame, x}: Field, compute: number): number {
  return pixelsFromLeft(compute, "log", x, frame);
}
