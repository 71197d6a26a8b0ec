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
  const kept = Array.from(x, (_, index) => index);
  const width = extent(x);
  const height = extent(y);
  const area = (a: number, b: number, c: number): number =>
    Math.abs((x[b]! - x[a]!) * (y[c]! - y[a]!) - (x[c]! - x[a]!) * (y[b]! - y[a]!)) / (width * height);
  while (kept.length > Math.max(2, count)) {
    let smallest = 1;
    let smallestArea = Infinity;
    for (let i = 1; i < kept.length - 1; ++i) {
      const candidate = area(kept[i - 1]!, kept[i]!, kept[i + 1]!);
      if (candidate < smallestArea) {
        smallestArea = candidate;
        smallest = i;
      }
    }
    kept.splice(smallest, 1);
  }
  return kept;
}

function extent(values: readonly number[]): number {
  return Math.max(...values) - Math.min(...values) || 1;
}
