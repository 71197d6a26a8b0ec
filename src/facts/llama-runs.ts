import {linearRegression} from "simple-statistics";
import tailLine from "../laws/tail-line.ts";
import {crossings, firstReaches} from "../core/math/crossings.ts";
import {defineFacts} from "../core/define/fact.ts";
import {gapAt, gapCurve} from "../analysis/run-gap.ts";
import {loggedPoints, meanLoss} from "../analysis/mean-loss.ts";
import {
  calibratedLoss,
  calibrations,
  computeAt,
  curveOf,
  runOf,
  runs,
  type Calibration,
  type ComputeAxis,
  type Run
} from "../analysis/runs.ts";
import {within} from "../core/math/series.ts";
import {smooth} from "../core/math/smooth.ts";
import cosine from "../schedules/cosine.ts";

/** Peak of an A100 in bfloat16, in FLOP/s (NVIDIA A100 data sheet). */
const peakRate = 312e12;

/** 1e9 tokens that a fall of the loss is given for. */
const fallTokens = 100;

/** Numbers of the LLaMA and Llama 2 runs; a run is named by its key, an amount of tokens is in 1e9. */
export default defineFacts({
  /** Training tokens that the paper states, in tokens. */
  "tokens-of": (key) => runOf(key).statedTokens * 1e9,

  /** GPU-hours of the whole run. */
  "gpu-hours-of": (key) => runOf(key).gpuHours,

  /** First loss of the plotted curve, in nats per token. */
  "first-loss": (key) => runOf(key).loss[0]!,

  /** Mean loss at the plotted end, in nats per token. */
  "final-loss": (key) => meanLoss(runOf(key)),

  /** Final loss of the first run less that of the second. */
  "final-difference": (a, b) => meanLoss(runOf(a)) - meanLoss(runOf(b)),

  /** Smoothed loss when a run has seen some tokens. */
  "loss-at": (key, tokens) => lossAt(runOf(key), Number(tokens)),

  /** Loss of the first run less that of the second, when both have seen some tokens. */
  "difference-at": (a, b, tokens) => lossAt(runOf(a), Number(tokens)) - lossAt(runOf(b), Number(tokens)),

  /** How fast the loss falls between two amounts of tokens, in nats per 1e11 tokens; > 0 where it falls. */
  "fall-rate": (key, from, to) => fallRate(runOf(key), Number(from), Number(to)),

  /** Tokens that a fall rate is given for, and the square root of what a bend is given for. */
  "fall-tokens": () => fallTokens * 1e9,

  /** How fast the loss falls in the last tenth of a run, as a share of how fast it falls at 40 to 70 % of it. */
  "late-share": (key) => lateShare(runOf(key)),

  /** Lowest and highest late share of the eight runs. */
  "late-share-lowest": () => Math.min(...runs.map(lateShare)),
  "late-share-highest": () => Math.max(...runs.map(lateShare)),

  /** Bend of a run between two amounts of tokens: the quadratic term, in nats per (1e11 tokens)². */
  bend: (key, from, to) => bend(runOf(key), Number(from), Number(to)),

  /** GPU-hours at which a run first comes down to a loss. */
  "hours-to-reach": (key, loss) => firstReaches(curveOf(runOf(key), "gpu-hours"), Number(loss))!,

  /** Compute at which the lead between two runs changes for the nth time, from 1. */
  "lead-change": (small, large, axis, nth, calibration = "corrected") =>
    crossings(
      curveOf(runOf(small), axis as ComputeAxis, calibration as Calibration),
      curveOf(runOf(large), axis as ComputeAxis, calibration as Calibration)
    )[Number(nth) - 1]!.x,

  /** How often the lead between two runs changes. */
  "lead-changes": (small, large, axis) =>
    crossings(curveOf(runOf(small), axis as ComputeAxis), curveOf(runOf(large), axis as ComputeAxis)).length,

  /** How much higher the first run stands than the second, at the compute where the first ends. */
  "behind-at-end": (key, other, axis) => -leadAtEnd(runOf(key), runOf(other), axis as ComputeAxis),

  /** How much lower the first run stands than the second, at the compute where the first ends. */
  "ahead-at-end": (key, other, axis) => leadAtEnd(runOf(key), runOf(other), axis as ComputeAxis),

  /** Smallest loss of the larger run less that of the smaller, over all the compute that both spend. */
  "smallest-gap": (small, large, axis) => Math.min(...gaps(small, large, axis as ComputeAxis)),

  /** Largest loss of the larger run less that of the smaller, over all the compute that both spend. */
  "largest-gap": (small, large, axis) => Math.max(...gaps(small, large, axis as ComputeAxis)),

  /** Largest lead that a larger run of a family has over its smaller neighbour at equal compute, in nats per token. */
  "largest-lead": (axis) =>
    Math.max(
      ...runs.flatMap((small, index) => {
        const large = runs[index + 1];
        if (large?.family !== small.family) return [];
        return -Math.min(...gaps(small.key, large.key, axis as ComputeAxis));
      })
    ),

  /** Learning rate of a run after some GPU-hours, as a share of its peak. */
  "rate-after": (key, hours) => {
    const share = Number(hours) / runOf(key).gpuHours;
    return cosine.rate(share * 10_000, {steps: 10_000, warmup: 100, peak: 1, floor: 0.1});
  },

  /** Tokens that the first run would see in the GPU-hours of the second. */
  "tokens-for": (key, budget) => (runOf(budget).gpuHours / pricePerToken(runOf(key))) * 1e9,

  /** GPU-hours of the second run, in whole runs of the first. */
  "hours-ratio": (key, budget) => runOf(budget).gpuHours / runOf(key).gpuHours,

  /** GPU-hours at which the older digitisation has a run begin. */
  "old-zero": (key) => computeAt(runOf(key), 0, "gpu-hours", "old"),

  /** How far the older digitisation puts the zero of LLaMA's axis too far to the left, in points of the page. */
  "old-zero-shift": () => calibrations.llama1.zero - calibrations.llama1.oldZero,

  /** By what share the older digitisation stretches a difference of two losses of LLaMA. */
  "old-loss-stretch": () => {
    const run = runOf("llama1-7B");
    return calibratedLoss(run, 2, "old") - calibratedLoss(run, 1, "old") - 1;
  },

  /** How many times as many GPU-hours a token costs the second run as the first. */
  "price-ratio": (a, b) => pricePerToken(runOf(b)) / pricePerToken(runOf(a)),

  /** Share of the GPU's peak rate that a run made use of, counted as 6ND FLOPs. */
  "use-of-peak": (key) => {
    const run = runOf(key);
    return computeAt(run, run.plottedTokens, "flops") / (run.gpuHours * 3600 * peakRate);
  }
});

function lossAt({tokens, loss}: Run, at: number): number {
  return smooth(tokens, loss, [at])[0]!;
}

function fallRate(run: Run, from: number, to: number): number {
  return -fallTokens * tailLine.fit(loggedPoints(run), {from, to}).slope;
}

function lateShare(run: Run): number {
  const end = run.plottedTokens;
  return fallRate(run, 0.9 * end, end) / fallRate(run, 0.4 * end, 0.7 * end);
}

// The least squares coefficient of x² beside a line: by the part of x² that no line takes up.
function bend(run: Run, from: number, to: number): number {
  const {x, y} = within(loggedPoints(run), {from, to});
  const hundreds = x.map((tokens) => tokens / fallTokens);
  const {m, b} = linearRegression(hundreds.map((value) => [value, value ** 2]));
  const rest = hundreds.map((value) => value ** 2 - m * value - b);
  const product = (values: readonly number[]): number =>
    values.reduce((sum, value, index) => sum + value * rest[index]!, 0);
  return product(y) / product(rest);
}

function leadAtEnd(run: Run, other: Run, axis: ComputeAxis): number {
  return gapAt(run, other, axis, [computeAt(run, run.plottedTokens, axis)])[0]!;
}

function gaps(small: string, large: string, axis: ComputeAxis): readonly number[] {
  return gapCurve(runOf(small), runOf(large), axis, 500).y;
}

function pricePerToken(run: Run): number {
  return run.gpuHours / run.plottedTokens;
}
