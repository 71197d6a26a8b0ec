import {crossings, firstReaches} from "../core/math/crossings.ts";
import {
  defineFact,
  defineFacts,
  listedWord,
  namedWord,
  numberWord,
  optionalWord
} from "../core/define/fact.ts";
import {firstOf} from "../core/math/points.ts";
import {fallRate, fallTokens} from "../analysis/fall-rate.ts";
import {gapAt, gapCurve} from "../analysis/run-gap.ts";
import {meanLoss} from "../analysis/mean-loss.ts";
import {
  calibratedLoss,
  calibrationNames,
  calibrations,
  computeAt,
  computeAxes,
  curveOf,
  runOf,
  type ComputeAxis,
  type Run
} from "../analysis/runs.ts";
import {smooth} from "../core/math/smooth.ts";
import cosine from "../schedules/cosine.ts";

/** Peak of an A100 in bfloat16, in FLOP/s (NVIDIA A100 data sheet). */
const peakRate = 312e12;

/** The middle of LLaMA's shorter runs (1e9 tokens), which the essay calls nearly linear. */
const midRun = {from: 300, to: 800} as const;

/** A run by its key. */
const run = namedWord("run", runOf);
const axis = listedWord("axis", computeAxes);
/** 1e9 tokens. */
const tokens = numberWord("1e9 tokens");

/** Numbers of the LLaMA and Llama 2 runs. */
export default defineFacts({
  /** Training tokens that the paper states, in tokens. */
  "tokens-of": defineFact([run], ({statedTokens}) => statedTokens * 1e9),

  /** Parameters that the paper states. */
  "run-parameters": defineFact([run], ({parameters}) => parameters * 1e9),

  /** Tokens that a GPU went through in a second, on average over the run. */
  "tokens-per-second": defineFact(
    [run],
    ({statedTokens, gpuHours}) => (statedTokens * 1e9) / (gpuHours * 3600)
  ),

  /** GPU-hours of the whole run. */
  "gpu-hours-of": defineFact([run], ({gpuHours}) => gpuHours),

  /** First loss of the plotted curve, in nats per token. */
  "first-loss": defineFact([run], ({loss}) => firstOf(loss)),

  /** Mean loss at the plotted end, in nats per token. */
  "final-loss": defineFact([run], (run) => meanLoss(run)),

  /** Final loss of the first run less that of the second. */
  "final-difference": defineFact([run, run], (a, b) => meanLoss(a) - meanLoss(b)),

  /** Smoothed loss when a run has seen some tokens. */
  "loss-at": defineFact([run, tokens], lossAt),

  /** Loss of the first run less that of the second, when both have seen some tokens. */
  "difference-at": defineFact([run, run, tokens], (a, b, seen) => lossAt(a, seen) - lossAt(b, seen)),

  /** How fast the loss falls between two amounts of tokens, in nats per 1e11 tokens; > 0 where it falls. */
  "fall-rate": defineFact([run, tokens, tokens], fallRate),

  /** How fast the loss falls between two amounts of tokens, as a share of how fast it falls from 300 to 800 billion. */
  "pace-kept": defineFact(
    [run, tokens, tokens],
    (of, from, to) => fallRate(of, from, to) / fallRate(of, midRun.from, midRun.to)
  ),

  /** Tokens that a fall rate is given for. */
  "fall-tokens": defineFact([], () => fallTokens * 1e9),

  /** GPU-hours at which a run first comes down to a loss. */
  "hours-to-reach": defineFact([run, numberWord("loss")], (of, loss) => {
    const hours = firstReaches(curveOf(of, "gpu-hours"), loss);
    if (hours === undefined)
      throw new Error(`never reached: ${loss} by ${of.key} (expected a loss that it comes down to)`);
    return hours;
  }),

  /** Compute at which the lead between two runs changes for the nth time, from 1. */
  "lead-change": defineFact(
    [
      run,
      run,
      axis,
      numberWord("nth"),
      optionalWord(listedWord("calibration", calibrationNames), "corrected")
    ],
    (small, large, by, nth, calibration) => {
      const all = crossings(curveOf(small, by, calibration), curveOf(large, by, calibration));
      const found = all[nth - 1];
      if (!found) throw new Error(`no such lead change: ${nth} (expected 1 to ${all.length})`);
      return found.x;
    }
  ),

  /** How much higher the first run stands than the second, at the compute where the first ends. */
  "behind-at-end": defineFact([run, run, axis], (...pair) => -leadAtEnd(...pair)),

  /** How much lower the first run stands than the second, at the compute where the first ends. */
  "ahead-at-end": defineFact([run, run, axis], leadAtEnd),

  /** Smallest loss of the larger run less that of the smaller, over all the compute that both spend. */
  "smallest-gap": defineFact([run, run, axis], (...pair) => Math.min(...gaps(...pair))),

  /** Learning rate of a run after some GPU-hours, as a share of its peak. */
  "rate-after": defineFact([run, numberWord("GPU-hours")], ({gpuHours}, hours) =>
    cosine.rate((hours / gpuHours) * 10_000, {steps: 10_000, warmup: 100, peak: 1, floor: 0.1})
  ),

  /** Tokens that the first run would see in the GPU-hours of the second. */
  "tokens-for": defineFact([run, run], (of, {gpuHours}) => (gpuHours / pricePerToken(of)) * 1e9),

  /** GPU-hours of the second run, in whole runs of the first. */
  "hours-ratio": defineFact([run, run], (of, budget) => budget.gpuHours / of.gpuHours),

  /** GPU-hours at which the older digitisation has a run begin. */
  "old-zero": defineFact([run], (of) => computeAt(of, 0, "gpu-hours", "old")),

  /** How far the older digitisation puts the zero of LLaMA's axis too far to the left, in points of the page. */
  "old-zero-shift": defineFact([], () => calibrations.llama1.zero - calibrations.llama1.oldZero),

  /** By what share the older digitisation stretches a difference of two losses of LLaMA. */
  "old-loss-stretch": defineFact([], () => {
    const llama = runOf("llama1-7B");
    return calibratedLoss(llama, 2, "old") - calibratedLoss(llama, 1, "old") - 1;
  }),

  /** How many times as many GPU-hours a token costs the second run as the first. */
  "price-ratio": defineFact([run, run], (a, b) => pricePerToken(b) / pricePerToken(a)),

  /** Share of the GPU's peak rate that a run made use of, counted as 6ND FLOPs. */
  "use-of-peak": defineFact(
    [run],
    (of) => computeAt(of, of.plottedTokens, "flops") / (of.gpuHours * 3600 * peakRate)
  )
});

function lossAt({tokens, loss}: Run, seen: number): number {
  return firstOf(smooth(tokens, loss, [seen]));
}

function leadAtEnd(run: Run, other: Run, axis: ComputeAxis): number {
  return firstOf(gapAt(run, other, axis, [computeAt(run, run.plottedTokens, axis)]));
}

function gaps(small: Run, large: Run, axis: ComputeAxis): readonly number[] {
  return gapCurve(small, large, axis, 500).y;
}

function pricePerToken(run: Run): number {
  return run.gpuHours / run.plottedTokens;
}
