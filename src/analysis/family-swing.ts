import {crossings, noise} from "../core/math/crossings.ts";
import type {Series} from "../core/math/series.ts";
import {smooth} from "../core/math/smooth.ts";
import {firstOf, valueAt, type Point} from "../core/math/points.ts";
import {llama1Runs, llama2Runs, type Run} from "./runs.ts";

/** A LLaMA run and the Llama 2 run of its size class. */
export interface FamilyPair {
  readonly llama1: Run;
  readonly llama2: Run;
}

/** The four size classes, small to large. */
export const familyPairs: readonly FamilyPair[] = /* @__PURE__ */ llama1Runs.map((llama1, index) => ({
  llama1,
  llama2: valueAt(llama2Runs, index)
}));

/** Tokens (1e9) between which a swing is quoted. */
export const swingWindow = {from: 200, to: 1000} as const;

/** Smoothed loss of Llama 2 less that of LLaMA after some tokens (1e9), in nats per token. */
function familyDifference({llama1, llama2}: FamilyPair, tokens: readonly number[]): number[] {
  const [older, newer] = [llama1, llama2].map(({tokens: x, loss}) => smooth(x, loss, tokens));
  return (newer ?? []).map((loss, index) => loss - valueAt(older ?? [], index));
}

/** The difference over all tokens from `from` (1e9) on that both have seen, at evenly spaced tokens. */
export function swingCurve(pair: FamilyPair, from: number, knots: number): Series {
  const step = (pair.llama1.plottedTokens - from) / (knots - 1);
  const x = Array.from({length: knots}, (_, index) => from + index * step);
  return {x, y: familyDifference(pair, x)};
}

/** By how much the difference rises over `swingWindow`, in nats per token. */
export function swingOf(pair: FamilyPair): number {
  const [before, after] = familyDifference(pair, [swingWindow.from, swingWindow.to]);
  return (after ?? Number.NaN) - (before ?? Number.NaN);
}

/** Tokens (1e9) up to which Llama 2 is lower; undefined where it is until LLaMA ends. */
export function lowerUntil({llama1, llama2}: FamilyPair): number | undefined {
  const after = (run: Run): Series => ({x: run.tokens, y: run.loss});
  const found = crossings(after(llama1), after(llama2), {noise: noise / 2});
  return found.findLast(({lower}) => lower === "a")?.x;
}

/** The difference a little before LLaMA ends: after 1e12 tokens, or 1.39e12 for the two large sizes. */
export function nearEnd(pair: FamilyPair): Point {
  const x = pair.llama1.plottedTokens > 1200 ? 1390 : 1000;
  return {x, y: firstOf(familyDifference(pair, [x]))};
}
