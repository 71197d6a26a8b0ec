import {bisector} from "d3-array";
import multiPowerLaw from "../data/multi-power-law.ts";
import {FallTree} from "../core/math/fall-tree.ts";
import {defineLaw} from "../core/define/law.ts";
import {firstOf, valueAt} from "../core/math/points.ts";
import {mergedRateChanges, prefixSums, rateChanges, type RateChange} from "../core/math/rate-changes.ts";
import {luo2025} from "../data/works/luo2025.ts";

/** The fitted numbers of one model; loss in nats per token, learning rates in the optimiser's own unit. */
export interface MultiPowerParameters {
  /** Loss in nats per token that an endless run at a constant rate would approach. */
  readonly L0: number;
  readonly A: number;
  readonly alpha: number;
  readonly B: number;
  readonly C: number;
  readonly beta: number;
  readonly gamma: number;
}

export type MultiPowerModel = (typeof multiPowerLaw.rows)[number]["model"];

/**
 * Parameters of a model in the `multi-power-law` dataset.
 *
 * @throws RangeError where the dataset has no such model.
 */
export function parametersOf(model: MultiPowerModel): MultiPowerParameters {
  const row = multiPowerLaw.rows.find((candidate) => candidate.model === model);
  if (!row) throw new RangeError(`unknown model: ${model} (expected a model in multi-power-law)`);
  return row;
}

/**
 * Predicted loss in nats per token after each of `steps`, in their order, exactly as the formula says.
 *
 * The law knows the learning rates alone: at the end of a 24 000-step run it is too high for a matched cosine (by
 * 0.011 to 0.018) and too low for a short decay (by 0.010 to 0.024), so it serves a what-if, not a claim.
 *
 * @param rates learning rate of every step from 0, warm-up included; finite, >= 0
 * @param steps 0-based integers in [1, rates.length - 1]
 * @throws RangeError where a step leaves that range, or no rate up to it is above 0.
 */
export function curve(
  rates: ArrayLike<number>,
  parameters: MultiPowerParameters,
  steps: readonly number[]
): number[] {
  const {C, beta, gamma} = parameters;
  const sums = prefixSums(rates);
  const changes = rateChanges(rates, sums).map((change) => ({...change, weight: C * change.rate ** -gamma}));
  // Warm-up counts against what falls have gained.
  return lossAt(steps, sums, parameters, (last, sum) => {
    let total = 0;
    for (const {step, fall, sumBefore, weight} of changes) {
      if (step > last) break;
      const since = sum - sumBefore;
      // A rate of exactly 0 has infinite weight, and infinity times no learning would not be a number.
      if (since > 0) total += fall * (1 - (1 + weight * since) ** -beta);
    }
    return total;
  });
}

/** Predicted loss in nats per token after one step; see `curve`, which is faster for many. */
export function loss(step: number, rates: ArrayLike<number>, parameters: MultiPowerParameters): number {
  return firstOf(curve(rates, parameters, [step]));
}

/** How far `sketch` is at most from `curve`, in nats per token. */
export const sketchError = 1e-4;

/**
 * What `curve` says within `sketchError` nats per token, for schedules as long as one likes with rates up to 1e-3.
 * Neighbouring changes of the rate are taken for one, the more of them the longer ago they were, so that the work grows
 * with `steps` times some dozens, and not times the run's length.
 */
export function sketch(
  rates: ArrayLike<number>,
  parameters: MultiPowerParameters,
  steps: readonly number[]
): number[] {
  const {B, C, beta, gamma} = parameters;
  const sums = prefixSums(rates);
  const breaks = steps.toSorted((a, b) => a - b);
  const changes = mergedRateChanges(rates, sums, mergedGain / B, breaks);
  const tree = new FallTree(changes, (rate) => C * rate ** -gamma, beta, branchGain / B);
  return lossAt(steps, sums, parameters, (step, sum) => {
    const gained = firstOf(rates) - valueAt(rates, step);
    return gained - tree.sum(byStep.right(changes, step), sum);
  });
}

const byStep = bisector((change: RateChange) => change.step);

/** What changes that are taken for one, however recent they are, may gain in the end, in nats per token. */
const mergedGain = 2e-4;

/** How far off the gain of the changes under one node of the tree may be, in nats per token; such errors hardly add up. */
const branchGain = 5e-5;

/** Losses from the falls of the rate up to each step, each times what it has gained, as a share, by then. */
function lossAt(
  steps: readonly number[],
  sums: Float64Array,
  {L0, A, B, alpha}: MultiPowerParameters,
  gainAt: (step: number, sum: number) => number
): number[] {
  return steps.map((step) => {
    if (!Number.isInteger(step) || step < 1 || step >= sums.length) {
      throw new RangeError(`bad step: ${step} (expected an integer in [1, ${sums.length - 1}])`);
    }
    const sum = valueAt(sums, step);
    if (!(sum > 0))
      throw new RangeError(`no learning up to step ${step}: ${sum} (expected a sum of rates > 0)`);
    return L0 + A * sum ** -alpha - B * gainAt(step, sum);
  });
}

/** Loss at every step of a run from its learning rates: the multi-power law of Luo et al. */
export default defineLaw({
  title: {en: "Multi-power law"},
  description: {
    en:
      "The loss at a step follows from the learning rates up to it: a power law of their sum, " +
      "less what every fall of the rate has gained since, which again grows by a power law."
  },
  tex: String.raw`\begin{aligned}
    L(t) &= L_0 + A\,S(t)^{-\alpha} - B\sum_{k=1}^{t}(\eta_{k-1} - \eta_k)\,G_k(t) \\
    G_k(t) &= 1 - \bigl(1 + C\,\eta_k^{-\gamma}\,(S(t) - S(k-1))\bigr)^{-\beta} \\
    S(t) &= \eta_0 + \dots + \eta_t
  \end{aligned}`,
  source: {
    ...luo2025,
    url: "https://arxiv.org/abs/2503.12811",
    locator: "the law, and the parameters fitted in the authors’ repository thu-yao-01-luo/MultiPowerLaw"
  },
  parametersOf,
  loss,
  curve,
  sketch
});
