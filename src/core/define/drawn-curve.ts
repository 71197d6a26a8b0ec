import type {AnyState, DrawnInput} from "./chart.ts";
import {formatNumber} from "../i18n/format.ts";
import type {Locale, Localised} from "../i18n/locale.ts";
import {firstOf, lastOf, valueAt} from "../math/points.ts";

const strings = {
  undrawn: {en: "not drawn yet"}
} as const satisfies Record<string, Localised>;

/** A place in a drawing, in the units of its axes. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Key of the mark that spans the field in which an input is drawn. */
export function fieldKey(input: string): string {
  return `field-${input}`;
}

/** Whether a state is one of those in which a curve is drawn. */
export function isUsed({usedWhere = {}}: DrawnInput, state: AnyState): boolean {
  return Object.entries(usedWhere).every(([name, choice]) => state[name] === choice);
}

/** The knots of a drawn curve as they stand in a drawing, as far as it is drawn, and where it sets off. */
export function drawnPlaces({at, from}: DrawnInput, values: readonly number[]): readonly Place[] {
  const knots = values.map((y, index) => ({x: valueAt(at, index), y}));
  return from && values.length > 0 ? [{x: from.at, y: from.value}, ...knots] : knots;
}

/** Value at a knot, or, where the curve isn't drawn so far, the last one before it. */
export function levelAt(input: DrawnInput, values: readonly number[], index: number): number {
  const {from, min, max} = input;
  return values[index] ?? values.at(-1) ?? nearestStep(input, from?.value ?? (min + max) / 2);
}

/**
 * The values with one knot moved to the step that is nearest to `value`, within the range. The knots before it that
 * aren't drawn yet come to lie on the straight line to it.
 */
export function withKnot(
  input: DrawnInput,
  values: readonly number[],
  index: number,
  value: number
): readonly number[] {
  const {at, from} = input;
  const moved = [...values];
  const drawn = moved.length;
  const start =
    drawn > 0 ? {at: valueAt(at, drawn - 1), value: lastOf(moved)} : (from ?? {at: firstOf(at), value});
  const end = valueAt(at, index);
  for (let knot = drawn; knot < index; ++knot) {
    const share = (valueAt(at, knot) - start.at) / (end - start.at);
    moved[knot] = nearestStep(input, start.value + share * (value - start.value));
  }
  moved[index] = nearestStep(input, value);
  return moved;
}

/**
 * The values after a stroke of the pen from one place to the next: the knots that it passes take its height there.
 * Where it passes none, the nearest takes the height of its end, unless the stroke leaves that knot behind.
 *
 * @param from where the stroke comes from; a mere touch of `to` without it
 */
export function withStroke(
  input: DrawnInput,
  values: readonly number[],
  to: Place,
  from = to
): readonly number[] {
  const {at} = input;
  const [left, right] = from.x < to.x ? [from.x, to.x] : [to.x, from.x];
  const passed = at.flatMap((x, index) => (x >= left && x <= right && left < right ? [index] : []));
  if (passed.length > 0) {
    return passed.reduce((moved, index) => {
      const share = (valueAt(at, index) - from.x) / (to.x - from.x);
      return withKnot(input, moved, index, from.y + share * (to.y - from.y));
    }, values);
  }
  const index = nearestKnot(input, to.x);
  const isLeft = (to.x - from.x) * (valueAt(at, index) - to.x) < 0;
  return isLeft ? values : withKnot(input, values, index, to.y);
}

/** Index of the knot that is nearest to `x`. */
export function nearestKnot({at}: DrawnInput, x: number): number {
  const distances = at.map((each) => Math.abs(each - x));
  return distances.indexOf(Math.min(...distances));
}

/** Where a knot stands, e.g. `"1300 billion tokens"` or `"75% of the way"`. */
export function knotName({at, atUnit}: DrawnInput, index: number, locale: Locale): string {
  return withUnit(formatNumber(valueAt(at, index), {significant: 4}, locale), atUnit[locale]);
}

/** The value of a knot, e.g. `"1.795 nat/token"`. */
export function knotValue(
  {step, unit}: DrawnInput,
  values: readonly number[],
  index: number,
  locale: Locale
): string {
  const value = values[index];
  if (value === undefined) return strings.undrawn[locale];
  const decimals = /\.(\d+)$/.exec(String(step))?.[1]?.length ?? 0;
  return withUnit(formatNumber(value, {decimals}, locale), unit[locale]);
}

function withUnit(number: string, unit: string): string {
  return unit.startsWith("%") ? number + unit : `${number} ${unit}`;
}

function nearestStep({min, max, step}: DrawnInput, value: number): number {
  const steps = Math.round(Math.min(max, Math.max(min, value)) / step);
  // Without the binary noise of a decimal step: 1.1, not 1.1000000000000001.
  return Number((steps * step).toFixed(10));
}
