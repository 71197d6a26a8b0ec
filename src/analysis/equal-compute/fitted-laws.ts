import finishedLaws from "../../data/finished-laws.ts";
import {
  coefficientsOf,
  computeOptimal,
  loss,
  type Allocation,
  type Coefficients
} from "../../laws/chinchilla.ts";
import {tiedCoefficients, tiedFits, tiedLoss} from "../../laws/over-training.ts";
import {estimateOf, type Estimate} from "./estimate.ts";

/** Laws of Chinchilla's form that were fitted to finished runs. */
export const finishedFits = [...finishedLaws.fields.fit.categories, "epoch"] as const;

export type FinishedFit = (typeof finishedFits)[number];

/** Compute at which a law's penalties are quoted, in FLOPs: within its runs. */
const quotedAt: Readonly<Record<FinishedFit, number>> = {
  "gadre-c4": 1e21,
  "gadre-redpajama": 1e21,
  "gadre-refinedweb": 1e21,
  "porian-refinedweb": 2.56e19,
  epoch: 1e21
};

/** The fit to all runs, and fits to runs drawn anew; Epoch's refit of Chinchilla's runs has none here. */
function fittedCoefficients(fit: FinishedFit): {
  readonly best: Coefficients;
  readonly draws: readonly Coefficients[];
} {
  if (fit === "epoch") return {best: coefficientsOf("epoch-replication"), draws: []};
  const [best, ...draws] = finishedLaws.rows.filter((row) => row.fit === fit);
  if (!best) throw new RangeError(`unknown fit: ${fit} (expected one in finished-laws)`);
  return {best, draws};
}

function estimate<C>(
  {best, draws}: {best: C; draws: readonly C[]},
  of: (coefficients: C) => number
): Estimate {
  return estimateOf(of(best), draws.map(of));
}

/**
 * How much higher the loss is off the optimum at equal compute, in nats per token, by a law of Chinchilla's form.
 *
 * @param factor tokens per parameter over the optimum's; > 0. 4 is half the size on twice the tokens
 */
export function lawPenalty(fit: FinishedFit, factor: number, flops = quotedAt[fit]): Estimate {
  return estimate(fittedCoefficients(fit), (coefficients) => {
    const {parameters, tokens} = computeOptimal(flops, coefficients);
    const off = {parameters: parameters / Math.sqrt(factor), tokens: tokens * Math.sqrt(factor)};
    return loss(off, coefficients) - loss({parameters, tokens}, coefficients);
  });
}

/** Loss of one model less that of another by every law that was fitted to finished runs, those of one exponent apart. */
export function lawDifferences(
  a: Allocation,
  b: Allocation
): {readonly free: ReadonlyMap<FinishedFit, Estimate>; readonly tied: ReadonlyMap<string, Estimate>} {
  return {
    free: new Map(
      finishedFits.map((fit) => [
        fit,
        estimate(fittedCoefficients(fit), (law) => loss(a, law) - loss(b, law))
      ])
    ),
    tied: new Map(
      tiedFits.map((fit) => [
        fit,
        estimate(tiedCoefficients(fit), (law) => tiedLoss(a, law) - tiedLoss(b, law))
      ])
    )
  };
}
