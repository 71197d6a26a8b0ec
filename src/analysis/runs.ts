import llama1Curves from "../data/llama1-curves.ts";
import llama2Curves from "../data/llama2-curves.ts";
import llamaRuns from "../data/llama-runs.ts";
import {thin} from "../core/math/thin.ts";
import {valueAt} from "../core/math/points.ts";

export type Family = "llama1" | "llama2";

/** What compute is counted in. */
export const computeAxes = ["tokens", "gpu-hours", "flops"] as const;
export type ComputeAxis = (typeof computeAxes)[number];

/** How the published figures may be read: as we do, or as an older digitisation did. */
export const calibrationNames = ["corrected", "old"] as const;
export type Calibration = (typeof calibrationNames)[number];

/** A bin of a published curve, as its dataset has it. */
export type Bin = (typeof llama1Curves.rows)[number] | (typeof llama2Curves.rows)[number];

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
  /** All bins of the published curve, whatever of it is drawn. */
  readonly bins: readonly Bin[];
}

/** Knots of a drawn curve: the same in every state, so that a curve travels knot to knot. */
export const knots = 120;

const sizeClasses = [1, 2, 3, 4] as const;

// Marked as pure, so that a chart of one family leaves out the other, and isn't taken to draw its dataset.
/** The four runs of LLaMA and the four of Llama 2, small to large. */
export const llama1Runs: readonly Run[] = /* @__PURE__ */ runsOf("llama1", llama1Curves.rows);
export const llama2Runs: readonly Run[] = /* @__PURE__ */ runsOf("llama2", llama2Curves.rows);

/** The eight published runs, LLaMA then Llama 2, small to large. */
export const runs: readonly Run[] = /* @__PURE__ */ llama1Runs.concat(llama2Runs);

function runsOf(family: Family, curves: readonly Bin[]): Run[] {
  return llamaRuns.rows
    .filter((facts) => facts.family === family)
    .map((facts, index) => {
      const bins = curves.filter((bin) => bin.model === facts.model);
      return {
        key: `${family}-${facts.model}`,
        family,
        model: facts.model,
        sizeClass: valueAt(sizeClasses, index),
        parameters: facts.parameters,
        statedTokens: facts.tokens,
        plottedTokens: facts.plotted_tokens,
        gpuHours: facts.gpu_hours,
        tokens: bins.map((bin) => bin.tokens),
        loss: bins.map((bin) => bin.loss),
        low: bins.map((bin) => bin.loss_p05),
        high: bins.map((bin) => bin.loss_p95),
        bins
      };
    });
}

/** The run of a key. @throws where there is none. */
export function runOf(key: string): Run {
  return runAmong(runs, key);
}

/** The run of a key among some. @throws where there is none. */
export function runAmong(known: readonly Run[], key: string): Run {
  const run = known.find((candidate) => candidate.key === key);
  if (!run) throw new Error(`unknown run: ${key} (one of ${known.map((each) => each.key).join(", ")})`);
  return run;
}

/** The same run with its curve thinned to the knots that are drawn; every number is still the CSV's own. */
export function thinned(run: Run): Run {
  const kept = thin(run.tokens.map(Math.log), run.loss, knots);
  const pick = (values: readonly number[]): number[] => kept.map((index) => valueAt(values, index));
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
