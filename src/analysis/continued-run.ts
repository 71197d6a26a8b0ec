import {beliefs, continuationOf, type Belief, type FitChoice} from "./beliefs.ts";
import type {Continuation} from "./continuations.ts";
import {meanLoss} from "./mean-loss.ts";
import {computeAt, curveOf, llama2Runs, runAmong, thinned, type Run} from "./runs.ts";
import {pointsOf, seriesOf} from "../core/math/points.ts";
import {logSpaced, type Series} from "../core/math/series.ts";

/** What is drawn of a run and of its continuations: up to a larger budget, down to zero, or up to its own end. */
export interface ContinuedView extends FitChoice {
  /** None chosen is no restriction. */
  readonly beliefs: readonly Belief[];
  readonly scale: "log" | "linear";
  readonly view: "loss" | "zero" | "early";
}

/** One belief as it is drawn; curves by GPU-hours, in nats per token. */
export interface ContinuedRun {
  readonly belief: Belief;
  readonly continuation: Continuation;
  /** Undefined where nothing was fitted. */
  readonly fit: Series | undefined;
  readonly curve: Series;
  /** Loss at the far end, drawn or not. */
  readonly end: number;
  /** Whether the curve leaves the picture before the far end. */
  readonly isCut: boolean;
}

/** The run that is continued, and the one whose budget it is given. */
export const small = runAmong(llama2Runs, "llama2-7B");
export const large = runAmong(llama2Runs, "llama2-70B");

/** Final losses, in nats per token. */
export const smallLoss = meanLoss(small);
export const largeLoss = meanLoss(large);

/** GPU-hours of the larger run, and the 1e9 tokens that they would buy the smaller. */
export const budget = large.gpuHours;
export const budgetTokens = (budget / small.gpuHours) * small.plottedTokens;

/** Curves begin here, in GPU-hours: what came before says nothing about the end. */
export const firstHours = 10_000;
const topLoss = 2.1;
export const lossDomains = {loss: [1.4, topLoss], zero: [0, 2.3], early: [1.7, 2]} as const;

/** Where the parametric laws are attached to a run that is continued early, in 1e9 tokens: after half of it. */
const earlyTokens = 1000;

/** GPU-hours of the smaller run for `tokens` (1e9), also beyond its end. */
export function hoursAt(tokens: number): number {
  return computeAt(small, tokens, "gpu-hours");
}

/** What a view believes, belief by belief, without fits that include what they would predict. */
export function continuedRuns(shown: ContinuedView): readonly ContinuedRun[] {
  const isEarly = shown.view === "early";
  const far = isEarly ? small.plottedTokens : budgetTokens;
  return (shown.beliefs.length === 0 ? beliefs : shown.beliefs).flatMap((belief) => {
    const continuation = continuationOf(belief, small, shown, isEarly ? earlyTokens : small.plottedTokens);
    const {from, window, at, reaches} = continuation;
    if (from >= far) return [];
    const floor = reaches(lossDomains[shown.view][0]) ?? Infinity;
    const last = shown.view === "zero" && belief === "line" ? floor : Math.min(far, floor);
    return [
      {
        belief,
        continuation,
        fit: window && sampled(at, window.from, window.to, 24),
        curve: sampled(at, from, last, 60),
        end: at(far),
        isCut: floor < far && shown.view !== "zero"
      }
    ];
  });
}

/** A run's own curve by GPU-hours, as far as it is drawn. */
export function observedCurve(run: Run): Series {
  const points = pointsOf(curveOf(thinned(run), "gpu-hours"));
  return seriesOf(points.filter(({x, y}) => x >= firstHours && y <= topLoss));
}

/** Evenly spaced in the logarithm of the tokens, both ends included. */
function sampled(at: (tokens: number) => number, from: number, to: number, count: number): Series {
  const tokens = logSpaced({from, to}, count);
  return {x: tokens.map(hoursAt), y: tokens.map(at)};
}
