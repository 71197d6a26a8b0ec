import {localPolynomial, type LocalFit} from "../../core/math/local-polynomial.ts";
import {firstOf, lastOf} from "../../core/math/points.ts";
import {finishedRuns, lossAlong, type OpenRun, type OpenSize} from "./open-run.ts";

/** Two runs of equal compute: a smaller one at its end, and a larger one there, on its way and finished. */
export interface FinishedPair {
  readonly small: OpenRun;
  /** The larger run that is read on its way. */
  readonly large: OpenRun;
  /** Compute at which both are compared, in FLOPs: the end of the smaller. */
  readonly flops: number;
  /** Share of its schedule that the larger has behind it there. */
  readonly share: number;
  /** Loss of the larger on its way less that of the smaller, in nats per token; > 0 where the smaller is lower. */
  readonly midRunGap: number;
  /** The same where the larger is finished too. */
  readonly finishedGap: number;
}

/** What the larger of two sizes would end at on some compute. */
export type FinishedLoss = (size: OpenSize, flops: number) => number;

/** A parabola in log compute through the three nearest finished runs. @throws RangeError where the size has fewer. */
export function finishedLoss(size: OpenSize, flops: number): number {
  return localPolynomial(finishedRuns(size), flops, {degree: 2, neighbours: 3});
}

/**
 * A smaller run at its end against a larger size there.
 *
 * @param large the larger run that is read on its way; longer than the compute of the smaller
 */
export function finishedPair(
  small: OpenRun,
  size: OpenSize,
  large: OpenRun,
  finished: FinishedLoss = finishedLoss,
  fit?: LocalFit
): FinishedPair {
  const flops = small.finalFlops;
  return {
    small,
    large,
    flops,
    share: flops / large.finalFlops,
    midRunGap: lossAlong(large, flops, "flops", fit) - small.finalLoss,
    finishedGap: finished(size, flops) - small.finalLoss
  };
}

/** Whether a size has a finished run on either side of some compute; else what it would end at is extended. */
export function isBetweenRuns(size: OpenSize, flops: number): boolean {
  const {x} = finishedRuns(size);
  return firstOf(x) < flops && flops < lastOf(x);
}

/** How much reading the larger on its way favours the smaller, in nats per token. */
export function favour({midRunGap, finishedGap}: FinishedPair): number {
  return midRunGap - finishedGap;
}

/** Whether the lead changes once both have finished. */
export function isTurned({midRunGap, finishedGap}: FinishedPair): boolean {
  return midRunGap > 0 !== finishedGap > 0;
}
