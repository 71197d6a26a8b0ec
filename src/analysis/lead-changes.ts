import {crossings} from "../core/math/crossings.ts";
import {remember} from "../core/math/memo.ts";
import {curveOf, type Calibration, type ComputeAxis, type Run} from "./runs.ts";

/** A place where one run of a family takes the lead from its neighbour in size. */
export interface LeadChange {
  /** E.g. `"llama1-7B-13B:crossing-1"`. */
  readonly key: string;
  /** In the unit of the axis. */
  readonly x: number;
  /** Smoothed loss of both runs there, in nats per token. */
  readonly y: number;
  /** Names of the models. */
  readonly passing: string;
  readonly passed: string;
  /** Whether it is the smaller run that takes the lead. */
  readonly isBack: boolean;
}

/**
 * Where the lead changes for certain between neighbours among `chosen`, computed from the curves as `crossings`
 * says; runs of different families are no neighbours.
 *
 * @param chosen runs with their whole curves, small to large within a family
 */
export function leadChanges(
  chosen: readonly Run[],
  axis: ComputeAxis,
  calibration: Calibration = "corrected"
): LeadChange[] {
  return chosen.flatMap((small, index) => {
    const large = chosen[index + 1];
    return large?.family === small.family ? changesOf(small, large, axis, calibration) : [];
  });
}

/** The changes of one pair; to find them takes longer than to draw both curves. */
const changesOf = remember(
  (small: Run, large: Run, axis: ComputeAxis, calibration: Calibration): readonly LeadChange[] =>
    crossings(curveOf(small, axis, calibration), curveOf(large, axis, calibration)).map(
      ({x, y, lower}, order) => ({
        key: `${small.key}-${large.model}:crossing-${order + 1}`,
        x,
        y,
        isBack: lower === "a",
        passing: lower === "a" ? small.model : large.model,
        passed: lower === "a" ? large.model : small.model
      })
    ),
  (small, large, axis, calibration) => [small.key, large.key, axis, calibration].join(" "),
  24
);
