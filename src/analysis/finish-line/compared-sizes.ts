import {
  curveCrossings,
  finishedCrossings,
  lengthsPassedTwice,
  rateAt,
  smallestRunningGap
} from "./curve-crossings.ts";
import {horizonFamily, horizonFit} from "./horizon-runs.ts";
import {ladderFamily} from "./ladder-runs.ts";
import type {Crossing} from "../../core/math/crossings.ts";
import {remember} from "../../core/math/memo.ts";
import {gapErrors, horizonFinishedLoss, type PairSource} from "./open-pairs.ts";
import {longestRun, lossAlong, openSize, usualFit, type OpenRun, type OpenSize} from "./open-run.ts";
import {finishedLoss, finishedPair, type FinishedPair} from "./pair.ts";

/** Two sizes of one source, each with its longest run, compared where the smaller ends. */
export interface ComparedSizes extends FinishedPair {
  readonly source: PairSource;
  readonly smallSize: OpenSize;
  readonly largeSize: OpenSize;
  /** How wrong a gap may be, in nats per token. */
  readonly error: number;
  /** Share of its peak at which the learning rate of the larger stands there. */
  readonly rate: number;
  /** Where the lead changes between the two on their way; `"a"` is the smaller. */
  readonly crossings: readonly Crossing[];
  /** Where the larger is least behind on its way, or furthest ahead, and by how much. */
  readonly nearest: {readonly flops: number; readonly gap: number};
  /** Lengths of both on which the curves cross twice: passed, and passing again. */
  readonly passedTwice: readonly string[];
  /** Where it changes between finished runs. */
  readonly finishedCrossings: readonly Crossing[];
}

/** Two sizes of the ladder, or of the runs of Hägele et al. on slimpajama. @throws where there is no such size. */
export const comparedSizes = remember(
  (source: PairSource, small: string, large: string): ComparedSizes => {
    const family = source === "ladder" ? ladderFamily() : horizonFamily("slimpajama");
    const [smallSize, largeSize] = [openSize(family, small), openSize(family, large)];
    const [smallRun, largeRun] = [longestRun(smallSize), longestRun(largeSize)];
    const fit = source === "ladder" ? usualFit : horizonFit;
    return {
      ...finishedPair(
        smallRun,
        largeSize,
        largeRun,
        source === "ladder" ? finishedLoss : horizonFinishedLoss,
        fit
      ),
      source,
      smallSize,
      largeSize,
      error: gapErrors[source],
      rate: rateAt(largeRun, smallRun.finalFlops),
      crossings: curveCrossings(smallRun, largeRun, fit),
      nearest: smallestRunningGap(smallRun, largeRun, fit),
      passedTwice: lengthsPassedTwice(smallSize, largeSize, fit),
      finishedCrossings: finishedCrossings(smallSize, largeSize)
    };
  },
  (source, small, large) => `${source} ${small} ${large}`,
  12
);

/** Loss along a run, smoothed as its source asks for, in nats per token. */
export function comparedLoss({source}: ComparedSizes, run: OpenRun, flops: number): number {
  return lossAlong(run, flops, "flops", source === "ladder" ? usualFit : horizonFit);
}
