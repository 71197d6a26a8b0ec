import {firstOf, lastOf, valueAt} from "./points.ts";
import {logSpaced, type Series} from "./series.ts";
import {defaultNeighbours, smooth} from "./smooth.ts";

export interface CrossingOptions {
  /** A lead counts only where the smoothed losses differ by more than this, in the unit of y; >= 0. Default `noise`. */
  readonly noise?: number;
  /** Points within the smoother's bandwidth, an integer >= 4. Default 15. */
  readonly neighbours?: number;
}

/** A place where the lead changes. */
export interface Crossing {
  readonly x: number;
  /** Smoothed loss of both series there. */
  readonly y: number;
  /** The series with the lower loss from here on. */
  readonly lower: "a" | "b";
}

/**
 * How far two smoothed losses of the published figures differ by chance at most, in nats per token: the statistical error
 * of a difference is 0.001 (LLaMA) to 0.002 (Llama 2).
 */
export const noise = 0.002;

/** Points on which curves are compared: 0.6 % apart where a range spans two and a half decades. */
const gridSize = 1000;

/**
 * Places where the lead changes for certain, by ascending x; none where the series share no range of x.
 *
 * Both series are smoothed (see `smooth`) and compared over their common range, never beyond the end of one. A lead
 * is certain once it exceeds the noise; between two certain leads of opposite sign lies one crossing, where the
 * smoothed curves meet, nearest to the middle (in log x) if they meet several times. So two curves that touch and
 * part again, or lie closer than the noise, do not cross. The default is what the published figures allow.
 *
 * @param a x strictly ascending, > 0, at least 4 points, in the unit of b's x
 * @throws RangeError where a series or an option does not fit the smoother.
 */
export function crossings(
  a: Series,
  b: Series,
  {noise: bound = noise, neighbours = defaultNeighbours}: CrossingOptions = {}
): Crossing[] {
  const grid = logGrid(Math.max(firstOf(a.x), firstOf(b.x)), Math.min(lastOf(a.x), lastOf(b.x)));
  return crossingsOnGrid(grid, smooth(a.x, a.y, grid, neighbours), smooth(b.x, b.y, grid, neighbours), bound);
}

/**
 * The same for two curves that are smoothed already: their values at each place of a grid.
 *
 * @param grid strictly ascending, > 0
 * @param bound a lead counts only where the values differ by more than this; >= 0
 */
export function crossingsOnGrid(
  grid: readonly number[],
  a: readonly number[],
  b: readonly number[],
  bound: number
): Crossing[] {
  const lead = a.map((loss, index) => loss - valueAt(b, index));
  const found: Crossing[] = [];
  let certain: number | undefined;
  lead.forEach((difference, index) => {
    if (Math.abs(difference) <= bound) return;
    if (certain !== undefined && difference > 0 !== valueAt(lead, certain) > 0) {
      const position = middleZero(lead, certain, index);
      found.push({
        x: geometric(grid, position),
        y: linear(a, position),
        lower: difference > 0 ? "b" : "a"
      });
    }
    certain = index;
  });
  return found;
}

/**
 * The x at which the smoothed curve first comes down to `level`, between the first and the last x of the series;
 * undefined where it never does, or is at or below `level` from its first point on.
 *
 * @throws RangeError where the series does not fit the smoother.
 */
export function firstReaches(
  {x, y}: Series,
  level: number,
  neighbours = defaultNeighbours
): number | undefined {
  const grid = logGrid(firstOf(x), lastOf(x));
  const above = smooth(x, y, grid, neighbours).map((loss) => loss - level);
  const index = above.findIndex((difference) => difference <= 0);
  return index > 0 ? geometric(grid, zeroAfter(above, index - 1)) : undefined;
}

function logGrid(from: number, to: number): number[] {
  if (!(from < to)) return [];
  return logSpaced({from, to}, gridSize);
}

/** Fractional index of the zero between `from` and `to` that is nearest to their middle. */
function middleZero(values: readonly number[], from: number, to: number): number {
  const middle = (from + to) / 2;
  let nearest = Infinity;
  for (let index = from; index < to; ++index) {
    if (valueAt(values, index) > 0 === valueAt(values, index + 1) > 0) continue;
    const zero = zeroAfter(values, index);
    if (Math.abs(zero - middle) < Math.abs(nearest - middle)) nearest = zero;
  }
  return nearest;
}

/** Fractional index of the zero between a value and the next, by linear interpolation. */
function zeroAfter(values: readonly number[], index: number): number {
  const value = valueAt(values, index);
  return index + value / (value - valueAt(values, index + 1));
}

function linear(values: readonly number[], position: number): number {
  const index = Math.floor(position);
  const value = valueAt(values, index);
  const next = values[index + 1] ?? value;
  return value + (position - index) * (next - value);
}

function geometric(grid: readonly number[], position: number): number {
  return Math.exp(linear(grid.map(Math.log), position));
}
