import scalingLaws from "../data/scaling-laws.ts";
import {defineLaw} from "../core/define/law.ts";
import {hoffmann2022} from "../data/works/hoffmann2022.ts";

/** The five fitted numbers of one published fit; loss in nats per token, parameters and tokens as plain counts. */
export interface Coefficients {
  /** Irreducible loss in nats per token. */
  readonly E: number;
  readonly A: number;
  readonly B: number;
  readonly alpha: number;
  readonly beta: number;
}

/** A model's size and its training tokens, both as plain counts (not in 1e9), > 0. */
export interface Allocation {
  readonly parameters: number;
  readonly tokens: number;
}

export type FitName = (typeof scalingLaws.rows)[number]["name"];

/**
 * Coefficients of a fit in the `scaling-laws` dataset.
 *
 * @throws RangeError where the dataset has no such fit, or lists only its exponents.
 */
export function coefficientsOf(name: FitName): Coefficients {
  const row = scalingLaws.rows.find((candidate) => candidate.name === name);
  if (!row) throw new RangeError(`unknown fit: ${name} (expected a name in scaling-laws)`);
  const {E, A, B, alpha, beta} = row;
  if (E === null || A === null || B === null || alpha === null || beta === null) {
    throw new RangeError(`fit without coefficients: ${name} (expected one with E, A, B, alpha and beta)`);
  }
  return {E, A, B, alpha, beta};
}

/**
 * Final loss in nats per token of a model trained for one epoch on a schedule that fits its tokens; > E.
 *
 * Source: Hoffmann et al. 2022, Equation 2. Its level holds for their data and tokenizer alone.
 */
export function loss({parameters, tokens}: Allocation, {E, A, B, alpha, beta}: Coefficients): number {
  return E + A / parameters ** alpha + B / tokens ** beta;
}

/**
 * The allocation of `flops` (> 0, with C = 6ND) that has the lowest loss, in closed form.
 *
 * Source: Hoffmann et al. 2022, Equation 4.
 */
export function computeOptimal(flops: number, {A, B, alpha, beta}: Coefficients): Allocation {
  const balance = ((alpha * A) / (beta * B)) ** (1 / (alpha + beta));
  return {
    parameters: balance * (flops / 6) ** (beta / (alpha + beta)),
    tokens: (flops / 6) ** (alpha / (alpha + beta)) / balance
  };
}

/**
 * How many times as much compute lowers the loss by `nats`, where both budgets are spent at their optimum; > 1 for `nats` > 0.
 *
 * In closed form: along the optimum the loss above E is a power of compute.
 *
 * @throws RangeError where that would take the loss to E or below it.
 */
export function computeFor(flops: number, nats: number, coefficients: Coefficients): number {
  const above = loss(computeOptimal(flops, coefficients), coefficients) - coefficients.E;
  if (nats >= above) throw new RangeError(`out of reach: ${nats} nats (expected less than ${above})`);
  const {alpha, beta} = coefficients;
  return (1 - nats / above) ** (-(alpha + beta) / (alpha * beta));
}

/** Loss as a function of model size and tokens: the parametric law of Hoffmann et al. */
export default defineLaw({
  title: {en: "Chinchilla’s parametric law"},
  description: {
    en:
      "The final loss is an irreducible part, plus a part that shrinks with the number of parameters N, " +
      "plus a part that shrinks with the number of training tokens D."
  },
  tex: String.raw`L(N, D) = E + \frac{A}{N^\alpha} + \frac{B}{D^\beta}`,
  source: {
    ...hoffmann2022,
    locator: "Equations 2, 4 and 10"
  },
  coefficientsOf,
  loss,
  computeOptimal,
  computeFor
});
