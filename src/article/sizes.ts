import {runs, type Run} from "../analysis/runs.ts";

/**
 * The run that a size in the prose means, e.g. `"7B"`.
 *
 * @param family whose model it is; of the one family that has this size, or of LLaMA, without it
 * @throws where there is none
 */
export function runOfSize(model: string, family?: string): Run {
  const run = runs.find((each) => each.model === model && (family === undefined || each.family === family));
  if (run) return run;
  const known = runs.filter((each) => family === undefined || each.family === family);
  throw new Error(
    `unknown model size: ${model} (one of ${(known.length > 0 ? known : runs).map((each) => `${each.family} ${each.model}`).join(", ")})`
  );
}
