import {linearRegression} from "simple-statistics";
import {defineLaw} from "../core/define/law.ts";
import {within, type Series, type Interval} from "../core/math/series.ts";
import {touvron2023llama2} from "../data/works/touvron2023llama2.ts";
import {pointsOf, rmsResidual} from "../core/math/points.ts";

/** A straight line through part of a curve. */
export interface LineFit {
  /** Nats per token for every 1e9 tokens; negative where the loss falls. */
  readonly slope: number;
  /** Loss of the line at zero tokens, in nats per token. */
  readonly intercept: number;
  /** Root mean square residual within the window, in nats per token. */
  readonly rms: number;
  /** Loss of the line at `tokens` (1e9), in nats per token. */
  readonly at: (tokens: number) => number;
}

/**
 * The least squares line through the points of a curve in a window, every point with the same weight.
 *
 * Within the window it is a summary. Beyond it, it is a belief that the slope will last, which no least squares can
 * support: while the learning rate decays the slope follows the schedule, and every falling line reaches zero.
 *
 * @param curve x in 1e9 tokens, y in nats per token
 * @throws RangeError where the window holds fewer than 2 points.
 */
export function fit(curve: Series, window: Interval): LineFit {
  const points = within(curve, window);
  if (points.x.length < 2) {
    throw new RangeError(`too few points in the window: ${points.x.length} (expected at least 2)`);
  }
  const {m: slope, b: intercept} = linearRegression(pointsOf(points).map(({x, y}) => [x, y]));
  const at = (tokens: number): number => intercept + slope * tokens;
  return {slope, intercept, rms: rmsResidual(points, at), at};
}

/** The belief that a nearly straight tail goes on: a line through part of a loss curve. */
export default defineLaw({
  title: {en: "Straight tail"},
  description: {
    en:
      "A straight line through part of a training curve. Continued beyond it, it is a belief, not a law: " +
      "it falls below every estimate of the irreducible loss, and in the end below zero."
  },
  tex: String.raw`L(D) = c + s\,D`,
  source: {
    ...touvron2023llama2,
    locator: "Figure 5 for the curves; the line through them is ours"
  },
  fit
});
