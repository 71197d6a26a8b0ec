import {levenbergMarquardt} from "ml-levenberg-marquardt";
import {linearRegression} from "simple-statistics";
import {defineLaw} from "../core/define/law.ts";
import {within, type Series, type Interval} from "../core/math/series.ts";
import {hoffmann2022} from "../data/works/hoffmann2022.ts";
import {pointsOf, rmsResidual, valueAt} from "../core/math/points.ts";

/** A power law through part of a curve. */
export interface PowerFit {
  /** Irreducible loss in nats per token: as given, or fitted. */
  readonly E: number;
  /** Loss above E at 1e12 tokens, in nats per token; > 0. */
  readonly A: number;
  readonly b: number;
  /** Root mean square residual within the window, in nats per token. */
  readonly rms: number;
  /** Loss of the law at `tokens` (1e9, > 0), in nats per token. */
  readonly at: (tokens: number) => number;
}

/** Reference tokens t0, in 1e9. */
const reference = 1000;

/**
 * The least squares power law through the points of a curve in a window, every point with the same weight.
 *
 * Beyond its window it is a belief, as any extrapolation is. The irreducible loss decides where it goes, and one run
 * hardly tells it: fits whose E differ by a whole nat can describe a window equally well. While the learning rate
 * decays, b measures the schedule as much as the data.
 *
 * @param curve x in 1e9 tokens, > 0; y in nats per token, falling
 * @param irreducible E, in [0, lowest loss in the window); where it is undefined, E is fitted in that range, as no
 * loss in nats is negative
 * @throws RangeError where the window holds fewer than 4 points, or E leaves its range.
 */
export function fit(curve: Series, window: Interval, irreducible?: number): PowerFit {
  const points = within(curve, window);
  if (points.x.length < 4) {
    throw new RangeError(`too few points in the window: ${points.x.length} (expected at least 4)`);
  }
  const lowest = Math.min(...points.y);
  if (irreducible === undefined) return fitFree(points, lowest);
  if (!(irreducible >= 0 && irreducible < lowest)) {
    throw new RangeError(
      `bad irreducible loss: ${irreducible} (expected in [0, ${lowest}), the lowest loss)`
    );
  }
  return fitFixed(points, irreducible);
}

// Log A and b are nearly independent where A and b are not, and start from the straight line that a power law is
// on log axes; the iteration then settles in a few steps.
function fitFixed(points: Series, E: number): PowerFit {
  const line = linearRegression(pointsOf(points).map(({x, y}) => [scaled(x), Math.log(y - E)]));
  const {parameterValues} = levenbergMarquardt(
    points,
    (values) => {
      const {logA, b} = fixed(values);
      return (t) => E + excess(t, logA, b);
    },
    {
      errorTolerance,
      maxIterations: 20,
      initialValues: [line.b, -line.m],
      jacobianFunction: (values) => {
        const {logA, b} = fixed(values);
        return (t) => gradient(t, logA, b);
      }
    }
  );
  const {logA, b} = fixed(parameterValues);
  return powerFit(points, E, logA, b);
}

// The sum of squares is a long flat valley in E. The search starts at the best of a few fixed values, and ends on
// the bound E = 0 where the valley leads there.
function fitFree(points: Series, lowest: number): PowerFit {
  const shares = [0, 0.2, 0.4, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98];
  const start = best(shares.map((share) => fitFixed(points, share * lowest)));
  const {parameterValues} = levenbergMarquardt(
    points,
    (values) => {
      const {E, logA, b} = free(values);
      return (t) => E + excess(t, logA, b);
    },
    {
      errorTolerance,
      maxIterations: 200,
      initialValues: [start.E, Math.log(start.A), start.b],
      minValues: [0, -Infinity, -Infinity],
      maxValues: [lowest, Infinity, Infinity],
      jacobianFunction: (values) => {
        const {logA, b} = free(values);
        return (t) => [1, ...gradient(t, logA, b)];
      }
    }
  );
  const {E, logA, b} = free(parameterValues);
  return best([start, powerFit(points, E, logA, b)]);
}

/** What the library fits where E is given, and where it isn't, by name. */
function fixed(values: readonly number[]): {readonly logA: number; readonly b: number} {
  return {logA: valueAt(values, 0), b: valueAt(values, 1)};
}

function free(values: readonly number[]): {readonly E: number; readonly logA: number; readonly b: number} {
  return {E: valueAt(values, 0), ...fixed(values.slice(1))};
}

// The library ignores gains below its tolerance, and the default, 1e-7, is too coarse for sums of 1e-4. It has no
// other test of convergence, so it runs through all its iterations.
const errorTolerance = 1e-15;

function best(fits: readonly PowerFit[]): PowerFit {
  return fits.reduce((least, each) => (each.rms < least.rms ? each : least));
}

function scaled(tokens: number): number {
  return Math.log(tokens / reference);
}

function excess(tokens: number, logA: number, b: number): number {
  return Math.exp(logA - b * scaled(tokens));
}

function gradient(tokens: number, logA: number, b: number): [byLogA: number, byB: number] {
  const value = excess(tokens, logA, b);
  return [value, -scaled(tokens) * value];
}

function powerFit(points: Series, E: number, logA: number, b: number): PowerFit {
  const at = (tokens: number): number => E + excess(tokens, logA, b);
  return {E, A: Math.exp(logA), b, rms: rmsResidual(points, at), at};
}

/** The belief that a tail follows a power law towards an irreducible loss. */
export default defineLaw({
  title: {en: "Power-law tail"},
  description: {
    en:
      "A power law in tokens through part of a training curve, above an irreducible loss that is given or fitted. " +
      "Continued beyond the curve it is a belief, and the irreducible loss decides where it goes."
  },
  tex: String.raw`L(D) = E + A\left(\frac{D}{10^{12}}\right)^{-b}`,
  source: {
    ...hoffmann2022,
    locator: "Equation 2 at a fixed number of parameters; the fit to a single run is ours"
  },
  fit
});
