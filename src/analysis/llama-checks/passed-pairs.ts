import {leadChanges} from "../lead-changes.ts";
import {llama1Runs, llama2Runs, type ComputeAxis, type Family} from "../runs.ts";

/** Neighbouring sizes of a family. */
export const neighbours = llama1Runs.length - 1;

/** How many of a family’s neighbouring pairs see the larger pass the smaller while both run. */
export function passedPairs(family: Family, axis: ComputeAxis): number {
  const changes = leadChanges(family === "llama1" ? llama1Runs : llama2Runs, axis);
  return new Set(changes.filter(({isBack}) => !isBack).map(({passed}) => passed)).size;
}
