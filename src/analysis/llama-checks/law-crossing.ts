import {coefficientsOf, loss, type FitName} from "../../laws/chinchilla.ts";

/**
 * FLOPs (C = 6ND) at which, by a fit of Chinchilla’s law, a model of more parameters takes the lead for good from one
 * of fewer; both as plain counts, the smaller first.
 *
 * At equal compute the losses differ by a constant and one term that only falls, so there is one such place.
 */
export function lawCrossing(fit: FitName, small: number, large: number): number {
  const coefficients = coefficientsOf(fit);
  const {beta, B} = coefficients;
  // What more parameters save whatever the data, and what a FLOP's fewer tokens cost: both sides as B/D^beta of 6ND.
  const saved =
    loss({parameters: small, tokens: Infinity}, coefficients) -
    loss({parameters: large, tokens: Infinity}, coefficients);
  return 6 * ((B * (large ** beta - small ** beta)) / saved) ** (1 / beta);
}
