import {firstOf, lastOf, lastPoint, type Point} from "../core/math/points.ts";
import type {Series} from "../core/math/series.ts";
import {
  computeRange,
  endsOf,
  finalLosses,
  frontier,
  lossAlong,
  sizeCurveOf,
  type SizeCurve
} from "./chinchilla-sizes.ts";
import {computeAt, llama1Runs, thinned, type Run} from "./runs.ts";

/** A size with its curve and the final losses of its runs. */
export interface ComparedSize {
  readonly curve: SizeCurve;
  readonly ends: Series;
}

/** Two sizes of the Chinchilla paper, of which the smaller leads first. */
export const smaller = compared("140M");
export const larger = compared("425M");
export const comparedSizes = [smaller, larger] as const;

/** The last run of the smaller size: its FLOPs, and its final loss in nats per token. */
export const lastOfSmaller: Point = lastPoint(smaller.ends);

/** How much lower the larger size ends with the compute of the smaller's last run, in nats per token. */
export function leadOfLarger(): number {
  return lastOfSmaller.y - lossAlong(larger.ends, lastOfSmaller.x);
}

/** How far the lowest final loss lies below the frontier, which comes from another figure, in nats per token. */
export function deepestBelowFrontier(): number {
  const [from, to] = [firstOf(frontier.x), lastOf(frontier.x)];
  return Math.max(
    ...finalLosses
      .filter(({flops}) => flops >= from && flops <= to)
      .map(({flops, loss}) => lossAlong(frontier, flops) - loss)
  );
}

/** LLaMA's four runs as they are drawn, which go on where Chinchilla's end; small to large. */
export const llamaRuns: readonly Run[] = llama1Runs.map(thinned);

/** FLOPs from the first drawn point of LLaMA's runs to the end of the largest. */
export function llamaRange(): readonly [number, number] {
  return [
    Math.min(...llamaRuns.map((run) => computeAt(run, firstOf(run.tokens), "flops"))),
    Math.max(...llamaRuns.map((run) => computeAt(run, run.plottedTokens, "flops")))
  ];
}

/** Share of the compute of LLaMA's largest run that the largest run behind the frontier spent, in (0, 1). */
export function shareOfLlama(): number {
  return computeRange[1] / llamaRange()[1];
}

function compared(name: string): ComparedSize {
  const curve = sizeCurveOf(name);
  return {curve, ends: endsOf(curve)};
}
