import {valueAt, type Point} from "./points.ts";

/**
 * Indices of the points that a curve keeps when it is thinned to `count` knots (Visvalingam and Whyatt
 * 1993): the point whose triangle with its neighbours is smallest goes first, so that ends and features
 * stay. Ascending; all indices where the curve has no more than `count` points.
 *
 * The axes have different units, so areas are measured after scaling both to their own extent.
 *
 * @param count knots to keep, an integer >= 2
 */
export function thin(x: readonly number[], y: readonly number[], count: number): number[] {
  const kept = x.map((value, index) => ({index, x: value, y: valueAt(y, index)}));
  const width = extent(x);
  const height = extent(y);
  const area = (a: Point, b: Point, c: Point): number =>
    Math.abs((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)) / (width * height);
  while (kept.length > Math.max(2, count)) {
    let smallest = 1;
    let smallestArea = Infinity;
    for (let i = 1; i < kept.length - 1; ++i) {
      const candidate = area(valueAt(kept, i - 1), valueAt(kept, i), valueAt(kept, i + 1));
      if (candidate < smallestArea) {
        smallestArea = candidate;
        smallest = i;
      }
    }
    kept.splice(smallest, 1);
  }
  return kept.map(({index}) => index);
}

function extent(values: readonly number[]): number {
  return Math.max(...values) - Math.min(...values) || 1;
}
