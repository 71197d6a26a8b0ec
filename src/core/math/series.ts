/** A curve as numbers: one `y` for each `x`, `x` ascending. */
export interface Series {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/** A stretch of the x-axis, both ends included. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** The points of a series whose x lies in the window. */
export function within({x, y}: Series, {from, to}: Interval): Series {
  const kept = x.flatMap((value, index) => (value >= from && value <= to ? [index] : []));
  return {x: kept.map((index) => x[index]!), y: kept.map((index) => y[index]!)};
}

/** Root mean square of a fit's residuals over a series, in the unit of `y`. */
export function rmsResidual({x, y}: Series, at: (x: number) => number): number {
  return Math.sqrt(x.reduce((sum, value, index) => sum + (y[index]! - at(value)) ** 2, 0) / x.length);
}

/** Numbers evenly spaced in their logarithm over a window > 0, both ends included; `count` is an integer >= 2. */
export function logSpaced({from, to}: Interval, count: number): number[] {
  return Array.from({length: count}, (_, index) => from * (to / from) ** (index / (count - 1)));
}
