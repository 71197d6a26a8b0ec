import {bisectRight} from "d3-array";
import {valueAt} from "./points.ts";
import type {Series} from "./series.ts";

/**
 * Value of a curve between its points, in the unit of `y`: on the straight line in log x between the two beside the place.
 *
 * @param series x strictly ascending, > 0; at least 2 points
 * @param at > 0; beyond the ends of `x` the first or last line is extended
 * @throws RangeError where there are too few points.
 */
export function interpolate({x, y}: Series, at: number): number {
  const after = Math.min(Math.max(bisectRight(x, at), 1), x.length - 1);
  const [from, to] = [valueAt(x, after - 1), valueAt(x, after)];
  const [start, end] = [valueAt(y, after - 1), valueAt(y, after)];
  return start + ((end - start) * Math.log(at / from)) / Math.log(to / from);
}
