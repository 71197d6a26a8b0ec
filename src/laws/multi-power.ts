import multiPowerLaw from "../data/multi-power-law.ts";
import {defineLaw} from "../lib/law.ts";

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
 * Predicted loss in nats per token after each of `steps`, in their order.
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
  const sums = prefixSums(rates);
  const changes = rateChanges(rates, sums, parameters);
  return steps.map((step) => {
    if (!Number.isInteger(step) || step < 1 || step >= rates.length) {
      throw new RangeError(`bad step: ${step} (expected an integer in [1, ${rates.length - 1}])`);
    }
    const sum = sums[step]!;
    if (!(sum > 0))
      throw new RangeError(`no learning up to step ${step}: ${sum} (expected a sum of rates > 0)`);
    return (
      parameters.L0 + parameters.A * sum ** -parameters.alpha - reduction(step, sum, changes, parameters)
    );
  });
}

/** Predicted loss in nats per token after one step; see `curve`, which is faster for many. */
export function loss(step: number, rates: ArrayLike<number>, parameters: MultiPowerParameters): number {
  return curve(rates, parameters, [step])[0]!;
}

/** A step whose rate differs from the one before. */
interface RateChange {
  readonly step: number;
  /** Rate before minus rate after: positive where the rate falls. */
  readonly fall: number;
  /** C · rate^-gamma. */
  readonly weight: number;
  /** Sum of the rates of all earlier steps. */
  readonly sumBefore: number;
}

function prefixSums(rates: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(rates.length);
  let sum = 0;
  for (let i = 0; i < rates.length; ++i) sums[i] = sum += rates[i]!;
  return sums;
}

function rateChanges(
  rates: ArrayLike<number>,
  sums: Float64Array,
  {C, gamma}: MultiPowerParameters
): readonly RateChange[] {
  const changes: RateChange[] = [];
  for (let step = 1; step < rates.length; ++step) {
    const fall = rates[step - 1]! - rates[step]!;
    if (fall === 0) continue;
    changes.push({step, fall, weight: C * rates[step]! ** -gamma, sumBefore: sums[step - 1]!});
  }
  return changes;
}

/** What the falls of the rate up to `step` have taken off the loss; warm-up counts against it. */
function reduction(
  step: number,
  sum: number,
  changes: readonly RateChange[],
  {B, beta}: MultiPowerParameters
): number {
  let total = 0;
  for (const change of changes) {
    if (change.step > step) break;
    const since = sum - change.sumBefore;
    // A rate of exactly 0 has infinite weight, and infinity times no learning would not be a number.
    if (since > 0) total += change.fall * (1 - (1 + change.weight * since) ** -beta);
  }
  return B * total;
}

/** Loss at every step of a run from its learning rates: the multi-power law of Luo et al. */
export default defineLaw({
  title: {en: "Multi-power law"},
  description: {
    en:
      "The loss at a step follows from the learning rates up to it: a power law of their sum, " +
      "less what every fall of the rate has gained since, which again grows by a power law."
  },
  tex: String.raw`L(t) = L_0 + A\,S(t)^{-\alpha} - B\sum_{k=1}^{t}(\eta_{k-1} - \eta_k)\left(1 - \left(1 + C\,\eta_k^{-\gamma}\,\bigl(S(t) - S(k-1)\bigr)\right)^{-\beta}\right),\quad S(t) = \sum_{i=0}^{t}\eta_i`,
  source: {
    authors: "Luo et al.",
    title: "A Multi-Power Law for Loss Curve Prediction Across Learning Rate Schedules",
    year: 2025,
    url: "https://arxiv.org/abs/2503.12811",
    locator: "the law, and the parameters fitted in the authors’ repository thu-yao-01-luo/MultiPowerLaw",
    accessed: "2026-11-24"
  },
  parametersOf,
  loss,
  curve
});
