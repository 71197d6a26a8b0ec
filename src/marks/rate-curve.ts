import type {Series, Interval} from "../core/math/series.ts";
import {thin} from "../core/math/thin.ts";

/** Places at which a schedule is looked at before it is thinned: a pixel or so apart in the wide drawing. */
const looks = 480;

/**
 * A schedule as a curve of `knots` points, those where it bends: x in steps, y in the unit of the rate.
 *
 * @param rate learning rate at a real step in the window, both ends included
 */
export function rateCurve(rate: (step: number) => number, {from, to}: Interval, knots: number): Series {
  const x = Array.from({length: looks + 1}, (_, index) => from + ((to - from) * index) / looks);
  const y = x.map(rate);
  const kept = new Set(thin(x, y, knots));
  return {x: x.filter((_, index) => kept.has(index)), y: y.filter((_, index) => kept.has(index))};
}
