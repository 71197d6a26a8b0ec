import type {Series} from "./series.ts";

/** One point of a curve. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * The value at an index.
 *
 * @throws RangeError where there is none.
 */
export function valueAt<T>(values: ArrayLike<T>, index: number): T {
  const value = values[index];
  if (value === undefined)
    throw new RangeError(`no value at index: ${index} (expected 0 to ${values.length - 1})`);
  return value;
}

/**
 * The number at an index, for loops over thousands: it is short, and asked for few kinds of arrays, so that the compiler
 * puts it in its caller, and it costs no more than the array itself.
 *
 * @throws RangeError where there is none.
 */
export function numberAt(values: ArrayLike<number>, index: number): number {
  return values[index] ?? valueAt(values, index);
}

/** The first of some values. @throws RangeError where there are none. */
export function firstOf<T>(values: ArrayLike<T>): T {
  return valueAt(values, 0);
}

/** The last of some values. @throws RangeError where there are none. */
export function lastOf<T>(values: ArrayLike<T>): T {
  return valueAt(values, values.length - 1);
}

/** The points of a series, in its order. @throws RangeError where an x has no y. */
export function pointsOf({x, y}: Series): Point[] {
  return x.map((value, index) => ({x: value, y: valueAt(y, index)}));
}

/** Points as a series, in their order. */
export function seriesOf(points: readonly Point[]): Series {
  return {x: points.map(({x}) => x), y: points.map(({y}) => y)};
}

/** The first point of a series. @throws RangeError where it has none. */
export function firstPoint({x, y}: Series): Point {
  return {x: firstOf(x), y: firstOf(y)};
}

/** The last point of a series. @throws RangeError where it has none. */
export function lastPoint({x, y}: Series): Point {
  return {x: lastOf(x), y: lastOf(y)};
}

/** Root mean square of a fit's residuals over a series, in the unit of `y`. @throws RangeError where an x has no y. */
export function rmsResidual(series: Series, at: (x: number) => number): number {
  const points = pointsOf(series);
  return Math.sqrt(points.reduce((sum, {x, y}) => sum + (y - at(x)) ** 2, 0) / points.length);
}
