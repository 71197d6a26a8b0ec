import {crossingsOnGrid, type Crossing} from "../../core/math/crossings.ts";
import {localPolynomial, type LocalFit} from "../../core/math/local-polynomial.ts";
import {firstOf, lastOf} from "../../core/math/points.ts";
import {logSpaced, type Interval} from "../../core/math/series.ts";
import {finishedRuns, lossAlong, type OpenRun, type OpenSize} from "./open-run.ts";
import {finishedLoss} from "./pair.ts";

/** Repeatability of a run, in nats per token: leads below it don't count. */
const bound = 0.002;

/** Compute that two runs both spend while the smaller is past its warm-up. */
function sharedWindow(small: OpenRun, large: OpenRun): Interval {
  return {
    from: Math.max(firstOf(small.flops), firstOf(large.flops)),
    to: Math.min(small.finalFlops, large.finalFlops)
  };
}

/** Where the lead changes between two runs on their way, by ascending compute; `"a"` is the smaller. */
export function curveCrossings(small: OpenRun, large: OpenRun, fit?: LocalFit): Crossing[] {
  const grid = logSpaced(sharedWindow(small, large), 400);
  const along = (run: OpenRun): number[] => grid.map((flops) => lossAlong(run, flops, "flops", fit));
  return crossingsOnGrid(grid, along(small), along(large), bound);
}

/** Smallest gap between two runs on their way after the larger has caught up: larger less smaller, in nats per token. */
export function smallestRunningGap(
  small: OpenRun,
  large: OpenRun,
  fit?: LocalFit
): {flops: number; gap: number} {
  const gaps = logSpaced(sharedWindow(small, large), 400).map((flops) => ({
    flops,
    gap: lossAlong(large, flops, "flops", fit) - lossAlong(small, flops, "flops", fit)
  }));
  return gaps.reduce((least, each) => (each.gap < least.gap ? each : least));
}

/** Lengths that two sizes share, on which their curves cross twice: passed, and passing again. */
export function lengthsPassedTwice(small: OpenSize, large: OpenSize, fit?: LocalFit): readonly string[] {
  return small.runs.flatMap((run) => {
    const other = large.runs.find(({length}) => length === run.length);
    return other && curveCrossings(run, other, fit).length > 1 ? [run.length] : [];
  });
}

/** Where the lead changes between finished runs of two sizes, by ascending compute; `"a"` is the smaller. */
export function finishedCrossings(small: OpenSize, large: OpenSize): Crossing[] {
  const [a, b] = [finishedRuns(small), finishedRuns(large)];
  const grid = logSpaced({from: firstOf(b.x), to: lastOf(a.x)}, 400);
  const along = (size: OpenSize): number[] => grid.map((flops) => finishedLoss(size, flops));
  return crossingsOnGrid(grid, along(small), along(large), 0);
}

/** Share of its peak at which the learning rate of a run stands after some compute. */
export function rateAt(run: OpenRun, flops: number): number {
  return localPolynomial({x: run.flops, y: run.rate}, flops, {degree: 1, neighbours: 2});
}
