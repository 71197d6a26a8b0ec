import {localPolynomial, type LocalFit} from "../../core/math/local-polynomial.ts";
import {lastOf} from "../../core/math/points.ts";
import type {Series} from "../../core/math/series.ts";

/** A run of an open family: one size, one planned length, one schedule of its own that ends there. */
export interface OpenRun {
  /** Nominal size, e.g. `"760M"`. */
  readonly size: string;
  readonly parameters: number;
  /** Planned length, as its source names it, e.g. `"10xC"` or `"50,000 steps"`. */
  readonly length: string;
  /** Tokens along the run, ascending. */
  readonly tokens: readonly number[];
  /** Compute along the run, in FLOPs. */
  readonly flops: readonly number[];
  /** Loss along the run, in nats per token, on the scale of `finalLoss`. */
  readonly loss: readonly number[];
  /** Learning rate along the run, as a share of its peak, where it was logged. */
  readonly rate: readonly number[];
  /** Tokens, compute and loss where the schedule ends. */
  readonly finalTokens: number;
  readonly finalFlops: number;
  readonly finalLoss: number;
}

/** Runs of one size, by ascending length, each finished at its own end. */
export interface OpenSize {
  readonly size: string;
  readonly parameters: number;
  readonly runs: readonly OpenRun[];
}

/** What progress is measured by. */
export type Progress = "flops" | "tokens";

/** A parabola through the seven nearest points. */
export const usualFit: LocalFit = {degree: 2, neighbours: 7};

/** Loss of a run after some compute or tokens, in nats per token, whatever is left of its schedule. */
export function lossAlong(
  run: OpenRun,
  at: number,
  by: Progress = "flops",
  fit: LocalFit = usualFit
): number {
  return localPolynomial({x: run[by], y: run.loss}, at, fit);
}

/** Share of its schedule that a run has behind it after some compute, from 0 to 1. */
export function shareDone(run: OpenRun, flops: number): number {
  return flops / run.finalFlops;
}

/** Compute and loss at the ends of the runs of one size, by ascending compute. */
export function finishedRuns({runs}: OpenSize): Series {
  return {x: runs.map(({finalFlops}) => finalFlops), y: runs.map(({finalLoss}) => finalLoss)};
}

/** The run of a size that was planned to go on for longest. */
export function longestRun({runs}: OpenSize): OpenRun {
  return lastOf(runs);
}

/** The run of a size and length. @throws where there is none. */
export function openRun({size, runs}: OpenSize, length: string): OpenRun {
  const found = runs.find((run) => run.length === length);
  if (found) return found;
  throw new Error(`no such run: ${size} ${length} (one of ${runs.map((run) => run.length).join(", ")})`);
}

/** The size of a family by its name. @throws where there is none. */
export function openSize(family: readonly OpenSize[], name: string): OpenSize {
  const found = family.find(({size}) => size === name);
  if (found) return found;
  throw new Error(`no such size: ${name} (one of ${family.map(({size}) => size).join(", ")})`);
}
