import {max, median} from "d3-array";
import chinchillaRuns from "../data/chinchilla-runs.ts";
import {modelOf} from "./models.ts";

/** Tokens per parameter that Chinchilla itself was trained on, by its paper’s advice the optimum. */
const optimum = (): number => modelOf("Chinchilla").tokensPerParameter;

/** Runs of Chinchilla’s figures that can be read: parameters and tokens. */
export const readRuns = chinchillaRuns.rows.length;

/** For each size, how many times its compute-optimal budget its longest run spent, by ascending size. */
function longestPastOptimum(): readonly number[] {
  const bySize = Map.groupBy(chinchillaRuns.rows, (row) => row.parameters);
  return [...bySize]
    .sort(([a], [b]) => a - b)
    .map(([parameters, runs]) => (max(runs, (run) => run.tokens) ?? Number.NaN) / parameters / optimum());
}

/** Most tokens per parameter that any of the runs read. */
export function longestRatio(): number {
  return Math.max(...chinchillaRuns.rows.map(({tokens, parameters}) => tokens / parameters));
}

/** The longest of all and the middle of the sizes, in compute-optimal budgets. */
export function pastOptimum(): {readonly most: number; readonly middle: number} {
  const longest = longestPastOptimum();
  return {most: Math.max(...longest), middle: median(longest) ?? Number.NaN};
}
