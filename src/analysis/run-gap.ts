import {remember} from "../core/math/memo.ts";
import {computeAt, curveOf, type ComputeAxis, type Run} from "./runs.ts";
import {logSpaced, type Series, type Interval} from "../core/math/series.ts";
import {smooth} from "../core/math/smooth.ts";
import {firstOf, valueAt} from "../core/math/points.ts";

/** The compute that two runs of a family both spend within the figure, in the unit of the axis. */
export function sharedCompute(a: Run, b: Run, axis: ComputeAxis): Interval {
  const starts = [a, b].map((run) => computeAt(run, firstOf(run.tokens), axis));
  const ends = [a, b].map((run) => computeAt(run, run.plottedTokens, axis));
  return {from: Math.max(...starts), to: Math.min(...ends)};
}

/**
 * Smoothed loss of the larger run minus that of the smaller at each of `at`, in nats per token: > 0 where the
 * smaller is lower.
 *
 * @param at compute in the unit of the axis, within `sharedCompute`
 */
export function gapAt(small: Run, large: Run, axis: ComputeAxis, at: readonly number[]): number[] {
  const [a, b] = [curveOf(small, axis), curveOf(large, axis)];
  const subtrahend = smooth(a.x, a.y, at);
  return smooth(b.x, b.y, at).map((loss, index) => loss - valueAt(subtrahend, index));
}

/** The gap between two runs at `count` amounts of compute, evenly spaced in log x, both ends of the window included. */
export function gapCurve(
  small: Run,
  large: Run,
  axis: ComputeAxis,
  count: number,
  window: Interval = sharedCompute(small, large, axis)
): Series {
  return knownCurve(small, large, axis, count, window);
}

const knownCurve = remember(
  (small: Run, large: Run, axis: ComputeAxis, count: number, window: Interval): Series => {
    const x = logSpaced(window, count);
    return {x, y: gapAt(small, large, axis, x)};
  },
  (small, large, axis, count, {from, to}) => [small.key, large.key, axis, count, from, to].join(" "),
  8
);
