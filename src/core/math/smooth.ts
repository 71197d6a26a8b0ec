import {numberAt} from "./points.ts";
import type {Series} from "./series.ts";

/** Neighbours that a smoothed value leans on unless told otherwise. */
export const defaultNeighbours = 15;

/**
 * Smoothed loss at each of `at`, in the unit of `y`: a straight line in log x through the nearest points,
 * weighted by the tricube kernel (Cleveland 1979, without its robustness step).
 *
 * The bandwidth is a number of points, so it is as fine as the data: the published curves are binned evenly in
 * log x where they plunge and evenly in x where they are flat, and a width fixed on either scale would blur one
 * part or leave the other rough. Against log x the plunge is close to straight, so it is hardly biased. No
 * constant has to be tuned to the axis: scaling all x changes nothing.
 *
 * @param x strictly ascending, > 0; at least 4
 * @param at where to evaluate, > 0; beyond the ends of `x` the line is extended
 * @param neighbours points within the bandwidth, an integer >= 4; all points where there are fewer
 * @throws RangeError where one of these does not hold.
 */
export function smooth(
  x: Series["x"],
  y: Series["y"],
  at: readonly number[],
  neighbours = defaultNeighbours
): number[] {
  checkSeries(x, y, neighbours);
  const positions = x.map(Math.log);
  return at.map((value) => {
    const centre = Math.log(value);
    const [start, end] = nearest(positions, centre, Math.min(neighbours, x.length));
    return lineAt(positions, y, centre, start, end);
  });
}

function checkSeries(x: Series["x"], y: Series["y"], neighbours: number): void {
  if (!Number.isInteger(neighbours) || neighbours < 4) {
    throw new RangeError(`bad neighbours: ${neighbours} (expected an integer >= 4)`);
  }
  if (x.length < 4) throw new RangeError(`too few points: ${x.length} (expected at least 4)`);
  if (x.length !== y.length)
    throw new RangeError(`unequal lengths: ${y.length} (expected ${x.length} values of y)`);
  const wrong = x.find((value, index) => !(value > (x[index - 1] ?? 0)));
  if (wrong !== undefined) throw new RangeError(`bad x: ${wrong} (expected > 0 and strictly ascending)`);
}

/** First index and one past the last of the `count` positions nearest to `centre`. */
function nearest(positions: readonly number[], centre: number, count: number): [start: number, end: number] {
  let start = 0;
  while (
    start + count < positions.length &&
    numberAt(positions, start + count) - centre < centre - numberAt(positions, start)
  ) {
    ++start;
  }
  return [start, start + count];
}

/** Value at `centre` of the weighted least squares line through the points from `start` to before `end`. */
function lineAt(
  positions: readonly number[],
  y: Series["y"],
  centre: number,
  start: number,
  end: number
): number {
  const bandwidth = Math.max(
    Math.abs(numberAt(positions, start) - centre),
    Math.abs(numberAt(positions, end - 1) - centre)
  );
  let weights = 0;
  let first = 0;
  let second = 0;
  let values = 0;
  let products = 0;
  for (let i = start; i < end; ++i) {
    const offset = numberAt(positions, i) - centre;
    const value = numberAt(y, i);
    const weight = (1 - (Math.abs(offset) / bandwidth) ** 3) ** 3;
    weights += weight;
    first += weight * offset;
    second += weight * offset * offset;
    values += weight * value;
    products += weight * offset * value;
  }
  return (second * values - first * products) / (weights * second - first * first);
}
