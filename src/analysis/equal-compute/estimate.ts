import {quantile} from "d3-array";

/** A value of a fit to all runs, with the middle nine tenths of the values of fits to runs drawn anew. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** A value with the middle nine tenths of what runs drawn anew say of it; without draws all three are the value. */
export function estimateOf(value: number, draws: readonly number[]): Estimate {
  return {value, low: quantile(draws, 0.05) ?? value, high: quantile(draws, 0.95) ?? value};
}
