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
  const isWithin = x.map((value) => value >= from && value <= to);
  return {x: x.filter((_, index) => isWithin[index]), y: y.filter((_, index) => isWithin[index])};
}

/** Numbers evenly spaced in their logarithm over a window > 0, both ends included; `count` is an integer >= 2. */
export function logSpaced({from, to}: Interval, count: number): number[] {
  return Array.from({length: count}, (_, index) => from * (to / from) ** (index / (count - 1)));
}
