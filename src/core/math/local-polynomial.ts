import {numberAt} from "./points.ts";
import type {Series} from "./series.ts";

/** How a value between the points of a curve is found. */
export interface LocalFit {
  /** 1 for a straight line in log x, 2 for a parabola. */
  readonly degree: 1 | 2;
  /** Points nearest to the place, an integer > `degree`; all points where there are fewer. */
  readonly neighbours: number;
}

/**
 * Value of a curve at a place, in the unit of `y`: the polynomial in log x that fits the nearest points best (least squares,
 * equal weights). With one point more than its degree it goes through them.
 *
 * @param series x ascending, > 0; more points than `degree`
 * @param at > 0; beyond the ends of `x` the polynomial is extended
 * @throws RangeError where there are too few points.
 */
export function localPolynomial({x, y}: Series, at: number, {degree, neighbours}: LocalFit): number {
  if (x.length <= degree) throw new RangeError(`too few points: ${x.length} (expected more than ${degree})`);
  const nearest = x
    .map((value, index) => ({offset: Math.log(value / at), y: numberAt(y, index)}))
    .sort((a, b) => Math.abs(a.offset) - Math.abs(b.offset))
    .slice(0, Math.max(neighbours, degree + 1));
  const moment = (power: number): number => nearest.reduce((sum, {offset}) => sum + offset ** power, 0);
  const product = (power: number): number =>
    nearest.reduce((sum, point) => sum + point.y * point.offset ** power, 0);
  const [s0, s1, s2] = [nearest.length, moment(1), moment(2)];
  const [p0, p1] = [product(0), product(1)];
  if (degree === 1) return (s2 * p0 - s1 * p1) / (s0 * s2 - s1 * s1);
  const [s3, s4, p2] = [moment(3), moment(4), product(2)];
  // Cramer's rule for the constant term: the place itself is at offset 0.
  const minors = [s2 * s4 - s3 * s3, s1 * s4 - s2 * s3, s1 * s3 - s2 * s2] as const;
  return (
    (p0 * minors[0] - p1 * minors[1] + p2 * minors[2]) / (s0 * minors[0] - s1 * minors[1] + s2 * minors[2])
  );
}
