import * as Plot from "@observablehq/plot";
import type {Markish} from "@observablehq/plot";
import {fieldKey} from "../core/define/drawn-curve.ts";
import {colour} from "./theme.ts";

/**
 * The field in which an input is drawn by hand. It spans what the input does: its places, from where the curve sets off,
 * and its values.
 */
export function drawField(
  input: string,
  {x, y}: {readonly x: readonly [number, number]; readonly y: readonly [number, number]}
): Markish {
  return Plot.areaY(x, {
    x: (place: number) => place,
    y1: y[0],
    y2: y[1],
    ariaLabel: () => fieldKey(input),
    fill: colour.faded,
    fillOpacity: 0.16
  });
}
