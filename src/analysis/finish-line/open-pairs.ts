import {pairs} from "d3-array";
import {interpolate} from "../../core/math/interpolate.ts";
import type {LocalFit} from "../../core/math/local-polynomial.ts";
import {horizonFamily, horizonFit, horizonTexts} from "./horizon-runs.ts";
import {ladderFamily, usualMeasure, type LadderMeasure} from "./ladder-runs.ts";
import {llama2Runs} from "../runs.ts";
import {firstOf, lastOf} from "../../core/math/points.ts";
import type {Interval} from "../../core/math/series.ts";
import {finishedRuns, openRun, usualFit, type OpenRun, type OpenSize} from "./open-run.ts";
import {finishedPair, isTurned, type FinishedLoss, type FinishedPair} from "./pair.ts";

/** Where the runs of a pair come from: the ladder of Bhagia et al., or the runs of Hägele et al. */
export type PairSource = "ladder" | "horizon";

/** Which run of the larger size is read on its way. */
export type LargerSchedule = "longest" | "shorter";

/** A pair of open runs. */
export interface OpenPair extends FinishedPair {
  readonly source: PairSource;
  /** Names the pair, e.g. `"ladder-760M-10xC-1B"`. */
  readonly key: string;
  /** The text that was trained on, where the source has several. */
  readonly text: string;
}

/** How wrong a gap of either source may be, in nats per token: interpolation and the noise of a run. */
export const gapErrors: Readonly<Record<PairSource, number>> = {ladder: 0.004, horizon: 0.006};

/** Whether the larger is lower once both have finished, by more than the error of a gap. */
export function isLargerAhead({source, finishedGap}: OpenPair): boolean {
  return finishedGap < -gapErrors[source];
}

/** Lengths of the ladder at which a run is past its optimum: those that are compared. */
const lengthsPastOptimum = ["2xC", "5xC", "10xC"];
/** The larger size may be extended so far below its shortest finished run, as a share of its compute. */
const furthestBelow = 0.93;
/** A larger run so near to its own end isn't on its way. */
const latestShare = 0.95;

/** The fifteen pairs of the ladder: neighbouring sizes and the next but one, by ascending size. */
export function ladderPairs(
  schedule: LargerSchedule,
  measure: LadderMeasure = usualMeasure,
  fit: LocalFit = usualFit
): readonly OpenPair[] {
  const family = ladderFamily(measure);
  return pairsOf(family, 2, isPastOptimum).map(({small, large}) => ({
    ...finishedPair(small, large, openRun(large, schedule === "longest" ? "10xC" : "5xC"), undefined, fit),
    source: "ladder",
    key: `ladder-${small.size}-${small.length}-${large.size}`,
    text: ""
  }));
}

/** Shares of the larger’s schedule, by GPU-hours, that are done where the smaller of Llama 2’s neighbours ends. */
export function halfway(): Interval {
  const shares = pairs(llama2Runs, (small, large) => small.gpuHours / large.gpuHours);
  return {from: Math.min(...shares), to: Math.max(...shares)};
}

/** Pairs of the ladder read on a schedule of the larger that is about half done there, by ascending size. */
export function halfwayPairs(): readonly FinishedPair[] {
  const {from, to} = halfway();
  return pairsOf(ladderFamily(), 2, isPastOptimum).flatMap(({small, large}) =>
    large.runs
      .filter(isPastOptimum)
      .map((run) => finishedPair(small, large, run))
      .filter(({share}) => share >= from && share <= to)
  );
}

/** The nine pairs of the runs of Hägele et al.: neighbouring sizes, by text and ascending size. */
export function horizonPairs(schedule: LargerSchedule, fit: LocalFit = horizonFit): readonly OpenPair[] {
  return horizonTexts.flatMap((text) =>
    pairsOf(horizonFamily(text), 1, () => true).flatMap(({small, large}) => {
      const running = runningAt(large, small.finalFlops);
      if (running.length === 0) return [];
      const read = schedule === "longest" ? lastOf(running) : firstOf(running);
      return [
        {
          ...finishedPair(small, large, read, horizonFinishedLoss, fit),
          source: "horizon" as const,
          key: `${text}-${small.size}-${small.length.replace(" ", "-")}-${large.size}`,
          text
        }
      ];
    })
  );
}

/** Every cosine of a larger size that is on its way where a smaller run ends, for each pair of Hägele et al. */
export function allHorizonPairs(): readonly FinishedPair[] {
  return horizonTexts.flatMap((text) =>
    pairsOf(horizonFamily(text), 1, () => true).flatMap(({small, large}) =>
      runningAt(large, small.finalFlops).map((run) =>
        finishedPair(small, large, run, horizonFinishedLoss, horizonFit)
      )
    )
  );
}

/** All twenty-four pairs. */
export function openPairs(schedule: LargerSchedule): readonly OpenPair[] {
  return [...ladderPairs(schedule), ...horizonPairs(schedule)];
}

/** Loss of a finished run of Hägele et al., on the line in log tokens between two: a parabola would follow their noise. */
export const horizonFinishedLoss: FinishedLoss = (size, flops) => interpolate(finishedRuns(size), flops);

function pairsOf(
  family: readonly OpenSize[],
  reach: number,
  isCompared: (small: OpenRun) => boolean
): {small: OpenRun; large: OpenSize}[] {
  return family.flatMap((size, index) =>
    size.runs.filter(isCompared).flatMap((small) =>
      family
        .slice(index + 1, index + 1 + reach)
        .filter((large) => isWithin(large, small.finalFlops))
        .map((large) => ({small, large}))
    )
  );
}

function isPastOptimum({length}: OpenRun): boolean {
  return lengthsPastOptimum.includes(length);
}

function isWithin(size: OpenSize, flops: number): boolean {
  const {x} = finishedRuns(size);
  return flops >= furthestBelow * firstOf(x) && flops <= lastOf(x);
}

function runningAt({runs}: OpenSize, flops: number): OpenRun[] {
  return runs.filter((run) => flops <= latestShare * run.finalFlops);
}

/** Six ways to smooth a curve, over which a finding has to hold. */
export const smoothers: readonly LocalFit[] = [
  {degree: 1, neighbours: 3},
  {degree: 1, neighbours: 5},
  {degree: 2, neighbours: 5},
  {degree: 2, neighbours: 7},
  {degree: 2, neighbours: 9},
  {degree: 2, neighbours: 11}
];

/** Two texts by two counts of compute. */
export const ladderMeasures: readonly LadderMeasure[] = (["c4", "pile"] as const).flatMap((text) =>
  (["logged", "6nd"] as const).map((compute) => ({text, compute}))
);

/**
 * Keys of the pairs whose lead changes for certain once both finish: both gaps exceed their error, and the lead changes by
 * every smoother and, on the ladder, by either text and count of compute.
 */
export function firmlyTurned(schedule: LargerSchedule): ReadonlySet<string> {
  const variants = [
    ...ladderMeasures.flatMap((measure) => smoothers.map((fit) => ladderPairs(schedule, measure, fit))),
    ...smoothers.map((fit) => horizonPairs(schedule, fit))
  ];
  const counts = {ladder: ladderMeasures.length * smoothers.length, horizon: smoothers.length};
  return new Set(
    openPairs(schedule)
      .filter(({source, key, midRunGap, finishedGap}) => {
        const turned = variants.flat().filter((pair) => pair.key === key && isTurned(pair)).length;
        return (
          Math.min(Math.abs(midRunGap), Math.abs(finishedGap)) > gapErrors[source] &&
          turned === counts[source]
        );
      })
      .map(({key}) => key)
  );
}
