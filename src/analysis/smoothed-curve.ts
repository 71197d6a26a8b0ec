import type {Run} from "./runs.ts";
import {logSpaced} from "../core/math/series.ts";
import {smooth} from "../core/math/smooth.ts";
import {firstOf} from "../core/math/points.ts";

/** A run's loss without its noise, at amounts of tokens of our choice. */
export interface SmoothedCurve {
  /** 1e9 tokens; evenly spaced in log tokens, from the first point of the data to the plotted end. */
  readonly tokens: readonly number[];
  /** Nats per token, one for each of `tokens`. */
  readonly loss: readonly number[];
}

/** A run's curve, smoothed at `count` knots, an integer >= 2. */
export function smoothedCurve(run: Run, count: number): SmoothedCurve {
  const tokens = logSpaced({from: firstOf(run.tokens), to: run.plottedTokens}, count);
  return {tokens, loss: smooth(run.tokens, run.loss, tokens)};
}

/** How far smoothing moves the first points of some runs at most, where they fall steeply, in nats per token. */
export function strayAtStart(runs: readonly Run[]): number {
  return Math.max(
    ...runs.map(({tokens, loss}) =>
      Math.abs(firstOf(smooth(tokens, loss, [firstOf(tokens)])) - firstOf(loss))
    )
  );
}
