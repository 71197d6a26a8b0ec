import llama1Curves from "../data/llama1-curves.ts";
import llama2Curves from "../data/llama2-curves.ts";
import llamaRuns from "../data/llama-runs.ts";
import llamaSpikes from "../data/llama-spikes.ts";
import {thin} from "../core/math/thin.ts";

export type Family = "llama1" | "llama2";

/** What compute is counted in. */
export const computeAxes = ["tokens", "gpu-hours", "flops"] as const;
export type ComputeAxis = (typeof computeAxes)[number];

/** How the published figures may be read: as we do, or as an older digitisation did. */
export const calibrationNames = ["corrected", "old"] as const;
export type Calibration = (typeof calibrationNames)[number];

export interface Spike {
  readonly tokens: number;
  readonly loss: number;
  /** The peak leaves the published figure; its height is a lower bound. */
  readonly clipped: boolean;
}

/** One training run of LLaMA or Llama 2: its facts and its loss curve. */
export interface Run {
  /** E.g. `"llama1-7B"`. */
  readonly key: string;
  readonly family: Family;
  readonly model: string;
  /** 1 for 7B, 2 for 13B, 3 for 33B and 34B, 4 for 65B and 70B. */
  readonly sizeClass: 1 | 2 | 3 | 4;
  /** 1e9 parameters. */
  readonly parameters: number;
  /** 1e9 tokens of the whole run, as the paper rounds them. */
  readonly statedTokens: number;
  /** 1e9 tokens at the plotted end. */
  readonly plottedTokens: number;
  /** Published GPU-hours of the whole run. */
  readonly gpuHours: number;
  /** 1e9 tokens; ascending. */
  readonly tokens: readonly number[];
  /** Nats per token, one for each of `tokens`; 5th and 95th percentile of the logged loss beside it. */
  readonly loss: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
  readonly spikes: readonly Spike[];
}

/** Knots of a drawn curve: the same in every state, so that a curve travels knot to knot. */
export const knots = 120;

/** The eight published runs, LLaMA then Llama 2, small to large. */
export const runs: readonly Run[] = llamaRuns.rows.map((facts, index) => {
  const curve = (facts.family === "llama1" ? llama1Curves.rows : llama2Curves.rows).filter(
    (row) => row.model === facts.model
  );
  return {
    key: `${facts.family}-${facts.model}`,
    family: facts.family,
    model: facts.model,
    sizeClass: ((index % 4) + 1) as Run["sizeClass"],
    parameters: facts.parameters,
    statedTokens: facts.tokens,
    plottedTokens: facts.plotted_tokens,
    gpuHours: facts.gpu_hours,
    tokens: curve.map((row) => row.tokens),
    loss: curve.map((row) => row.loss),
    low: curve.map((row) => row.loss_p05),
    high: curve.map((row) => row.loss_p95),
    spikes: llamaSpikes.rows
      .filter((spike) => spike.family === facts.family && spike.model === facts.model)
      .map((spike) => ({tokens: spike.tokens, loss: spike.loss_peak, clipped: spike.clipped}))
  };
});

/** The run of a key. @throws where there is none. */
export function runOf(key: string): Run {
  const run = runs.find((candidate) => candidate.key === key);
  if (!run) throw new Error(`unknown run: ${key} (one of ${runs.map((each) => each.key).join(", ")})`);
  return run;
}

/** The same run with its curve thinned to the knots that are drawn; every number is still the CSV's own. */
export function thinned(run: Run): Run {
  const kept = thin(run.tokens.map(Math.log), run.loss, knots);
  const pick = (values: readonly number[]): number[] => kept.map((index) => values[index]!);
  return {...run, tokens: pick(run.tokens), loss: pick(run.loss), low: pick(run.low), high: pick(run.high)};
}

// Where the published figures have zero tokens, in points of the page, and where the older public
// digitisation took it to be; how it mapped our loss to its own (claims check, section 2).
export const calibrations = {
  llama1: {
    zero: 73.09657,
    oldZero: 60.595,
    tokensPerPoint: 4.602572,
    lossScale: 1.01874,
    lossOffset: -0.03557
  },
  llama2: {zero: 68.5573, oldZero: 68.244, tokensPerPoint: 6.600341, lossScale: 0.9977, lossOffset: 0.0041}
} as const;

/** Share of a run that is done at `tokens` (1e9), in [0, 1], as one of the two calibrations reads it. */
function progress(run: Run, tokens: number, calibration: Calibration): number {
  if (calibration === "corrected") return tokens / run.plottedTokens;
  const {zero, oldZero, tokensPerPoint} = calibrations[run.family];
  const shift = (zero - oldZero) * tokensPerPoint;
  return (tokens + shift) / (run.plottedTokens + shift);
}

/**
 * Training compute spent when a run has seen `tokens` (1e9): in 1e9 tokens, in GPU-hours (linear in
 * tokens through zero, the published total at the plotted end), or in FLOPs (6ND, Kaplan et al. 2020).
 */
export function computeAt(
  run: Run,
  tokens: number,
  axis: ComputeAxis,
  calibration: Calibration = "corrected"
): number {
  const share = progress(run, tokens, calibration);
  switch (axis) {
    case "tokens":
      return calibration === "corrected" ? tokens : share * run.plottedTokens;
    case "gpu-hours":
      return share * run.gpuHours;
    case "flops":
      return 6 * run.parameters * 1e9 * share * run.plottedTokens * 1e9;
  }
}

/** Loss in nats per token as one of the two calibrations reads it. */
export function calibratedLoss(run: Run, loss: number, calibration: Calibration): number {
  const {lossScale, lossOffset} = calibrations[run.family];
  return calibration === "corrected" ? loss : lossScale * loss + lossOffset;
}

/** A run's curve on a compute axis, at every point of the data. */
export function curveOf(
  run: Run,
  axis: ComputeAxis,
  calibration: Calibration = "corrected"
): {readonly x: number[]; readonly y: number[]} {
  return {
    x: run.tokens.map((tokens) => computeAt(run, tokens, axis, calibration)),
    y: run.loss.map((loss) => calibratedLoss(run, loss, calibration))
  };
}
