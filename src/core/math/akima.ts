import {bisectRight} from "d3-array";
import {valueAt} from "./points.ts";
import type {Series} from "./series.ts";

/**
 * Value of a smooth curve through points, in the unit of `y`: Akima's cubic in log x between the two beside the place. It
 * swings less about a stray point than other splines, since a slope follows its two neighbours on each side only.
 *
 * Source: Akima 1970, A New Method of Interpolation and Smooth Curve Fitting, Journal of the ACM 17.
 *
 * @param series x strictly ascending, > 0; at least 3 points
 * @param at > 0; beyond the ends of `x` the first or last cubic is extended
 * @throws RangeError where there are too few points.
 */
export function akima({x, y}: Series, at: number): number {
  if (x.length < 3) throw new RangeError(`too few points: ${x.length} (expected at least 3)`);
  const start = Math.min(Math.max(bisectRight(x, at), 1), x.length - 1) - 1;
  const [from, to] = [Math.log(valueAt(x, start)), Math.log(valueAt(x, start + 1))];
  const width = to - from;
  const share = (Math.log(at) - from) / width;
  const rest = 1 - share;
  return (
    (1 + 2 * share) * rest ** 2 * valueAt(y, start) +
    (1 + 2 * rest) * share ** 2 * valueAt(y, start + 1) +
    share * rest * width * (rest * slopeAt({x, y}, start) - share * slopeAt({x, y}, start + 1))
  );
}

/** Slope at a point: of the lines beside it, that which differs less from its own neighbour weighs more. */
function slopeAt(series: Series, index: number): number {
  const [before, left, right, after] = [-2, -1, 0, 1].map((offset) => lineSlope(series, index + offset));
  if (before === undefined || left === undefined || right === undefined || after === undefined) return 0;
  const [leftWeight, rightWeight] = [Math.abs(after - right), Math.abs(left - before)];
  const weights = leftWeight + rightWeight;
  return weights === 0 ? (left + right) / 2 : (leftWeight * left + rightWeight * right) / weights;
}

/** Slope of the line from one point to the next; beyond the ends slopes go on changing as the last two do. */
function lineSlope({x, y}: Series, index: number): number {
  const last = x.length - 2;
  if (index < 0) return (1 - index) * lineSlope({x, y}, 0) + index * lineSlope({x, y}, 1);
  if (index > last) {
    const beyond = index - last;
    return (1 + beyond) * lineSlope({x, y}, last) - beyond * lineSlope({x, y}, last - 1);
  }
  return (valueAt(y, index + 1) - valueAt(y, index)) / Math.log(valueAt(x, index + 1) / valueAt(x, index));
}
