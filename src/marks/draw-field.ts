import type {Markish} from "@observablehq/plot";
import {fieldKey} from "../core/define/drawn-curve.ts";
import {shade} from "./lines.ts";
import {colour} from "./theme.ts";

/**
 * The field in which an input is drawn by hand. It spans what the input does: its places, from where the curve sets off,
 * and its values.
 */
export function drawField(
  input: string,
  {x, y}: {readonly x: readonly [number, number]; readonly y: readonly [number, number]}
): Markish {
  return shade(fieldKey(input), {x, y}, {fill: colour.faded, fillOpacity: 0.16});
}
