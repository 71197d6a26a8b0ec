import type {Allocation, Coefficients} from "../laws/chinchilla.ts";

/** What a model of a size costs when it is trained to a loss and then serves tokens, in FLOPs. */
export interface Cost extends Allocation {
  /** 6ND. */
  readonly training: number;
  /** 2N for every token served. */
  readonly inference: number;
  readonly total: number;
}

/** The loss in nats per token that is asked for where nobody asks for another: within the runs behind Chinchilla’s law. */
export const askedLoss = 2.1;

/** A demand: the loss that is wanted, and the tokens that will be served. */
export interface Demand {
  /** Nats per token; above the law's E. */
  readonly target: number;
  /** A plain count; >= 0. */
  readonly served: number;
}

/**
 * Training tokens (a plain count) after which a model of that many parameters (> 0) has the target loss; infinite
 * where it never has.
 */
export function isoLossTokens(
  parameters: number,
  target: number,
  {E, A, B, alpha, beta}: Coefficients
): number {
  const left = target - E - A / parameters ** alpha;
  return left > 0 ? (B / left) ** (1 / beta) : Infinity;
}

/** The number of parameters that reaches the target on endless data alone: larger ones reach it, this one doesn't. */
export function smallestParameters(target: number, {E, A, alpha}: Coefficients): number {
  checkTarget(target, E);
  return (A / (target - E)) ** (1 / alpha);
}

/** Cost of meeting a demand with a model of that many parameters (> 0); infinite where it can't. */
export function costOf(parameters: number, {target, served}: Demand, law: Coefficients): Cost {
  const tokens = isoLossTokens(parameters, target, law);
  const training = 6 * parameters * tokens;
  const inference = 2 * parameters * served;
  return {parameters, tokens, training, inference, total: training + inference};
}

/**
 * The model that meets a demand at the least total cost.
 *
 * With y the part of the loss that is left to the tokens, target − E − A/N^α, the cost has one stationary point, where
 * 3D (α(g − y)/(βy) − 1) = served, g = target − E and D = (B/y)^(1/β): the left side falls in y from infinity to zero at
 * y = αg/(α + β), the compute-optimal share. It is found by bisection, to the last digit.
 *
 * @throws RangeError where the target is not above the law's E.
 */
export function cheapest(demand: Demand, law: Coefficients): Cost {
  const {target, served} = demand;
  const {E, A, B, alpha, beta} = law;
  checkTarget(target, E);
  const gap = target - E;
  const optimal = (alpha * gap) / (alpha + beta);
  const left =
    served === 0
      ? optimal
      : bisect(
          (y) => 3 * (B / y) ** (1 / beta) * ((alpha * (gap - y)) / (beta * y) - 1) - served,
          0,
          optimal
        );
  return costOf((A / (gap - left)) ** (1 / alpha), demand, law);
}

/** The compute-optimal model of a loss: the cheapest to train, whatever it serves. */
export function trainedCheapest(demand: Demand, law: Coefficients): Cost {
  return costOf(cheapest({...demand, served: 0}, law).parameters, demand, law);
}

/**
 * The smallest and the largest number of parameters whose total cost is at most `factor` (> 1) times the least.
 *
 * The logarithm of the cost is convex in that of the parameters, so that they are all that lie between.
 */
export function sizesWithin(factor: number, demand: Demand, law: Coefficients): readonly [number, number] {
  const {parameters, tokens, total} = cheapest(demand, law);
  const excess = (logSize: number): number => costOf(Math.exp(logSize), demand, law).total - factor * total;
  const best = Math.log(parameters);
  // However large it is, a model needs more tokens than one without end would, and so costs at least their share.
  const leastTokens = (law.B / (demand.target - law.E)) ** (1 / law.beta);
  const far = best + Math.log((factor * tokens) / leastTokens);
  return [
    Math.exp(bisect(excess, Math.log(smallestParameters(demand.target, law)), best)),
    Math.exp(bisect(excess, best, far))
  ];
}

/**
 * The number of parameters whose model reads so many tokens for each of them (> 0) to reach the target: smaller ones read
 * more, larger ones fewer.
 */
export function parametersAt(ratio: number, target: number, law: Coefficients): number {
  const excess = (logSize: number): number =>
    isoLossTokens(Math.exp(logSize), target, law) / Math.exp(logSize) - ratio;
  return Math.exp(bisect(excess, Math.log(smallestParameters(target, law)), Math.log(1e15)));
}

/** The place between two where a function changes its sign once, to the last digit. */
function bisect(f: (x: number) => number, from: number, to: number): number {
  const isPositive = f(to) > 0;
  for (;;) {
    const middle = (from + to) / 2;
    if (middle === from || middle === to) return to;
    if (f(middle) > 0 === isPositive) to = middle;
    else from = middle;
  }
}

function checkTarget(target: number, E: number): void {
  if (!(target > E))
    throw new RangeError(`bad target: ${target} (expected above the irreducible loss, ${E})`);
}
