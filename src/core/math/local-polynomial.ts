import {numberAt} from "./points.ts";
import type {Series} from "./series.ts";

/** How a value between the points of a curve is found. */
export interface LocalFit {
  /** 1 for a straight line in log x, 2 for a parabola, 4 for a quartic. */
  readonly degree: 1 | 2 | 4;
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
  const powers = Array.from({length: degree + 1}, (_, power) => power);
  const moment = (power: number): number => nearest.reduce((sum, {offset}) => sum + offset ** power, 0);
  const product = (power: number): number =>
    nearest.reduce((sum, point) => sum + point.y * point.offset ** power, 0);
  // The place itself is at offset 0: its value is the constant term.
  return firstUnknown(powers.map((row) => [...powers.map((column) => moment(row + column)), product(row)]));
}

/** First unknown of a system of linear equations, each with its right-hand side last, by Gaussian elimination from below. */
function firstUnknown(equations: readonly (readonly number[])[]): number {
  let rows = equations;
  while (rows.length > 1) {
    const column = rows.length - 1;
    const pivot = rows.reduce((most, row) =>
      Math.abs(numberAt(row, column)) > Math.abs(numberAt(most, column)) ? row : most
    );
    rows = rows
      .filter((row) => row !== pivot)
      .map((row) => {
        const share = numberAt(row, column) / numberAt(pivot, column);
        return row.map((value, index) => value - share * numberAt(pivot, index)).toSpliced(column, 1);
      });
  }
  const [last = []] = rows;
  return numberAt(last, 1) / numberAt(last, 0);
}
