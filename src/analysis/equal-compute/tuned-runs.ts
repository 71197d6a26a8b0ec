import stepLaw from "../../data/isoflop-step-law.ts";
import {firstOf} from "../../core/math/points.ts";

/** The tuned runs of one compute: each the best of about 120. */
export interface TunedRun {
  readonly parameters: number;
  readonly tokens: number;
  /** Tokens per parameter, embeddings left out. */
  readonly ratio: number;
  readonly loss: number;
  /** Runs of which it is the best. */
  readonly runs: number;
  /** Loss above that of the run with fewest tokens per parameter, in nats per token; >= 0. */
  readonly above: number;
}

/** Compute at which four sizes were tuned, to a tenth of a percent. */
export const tunedFlops = 1.288e20;

/** The four tuned runs of equal compute, by ascending tokens per parameter. */
export function tunedRuns(): readonly TunedRun[] {
  const rows = stepLaw.rows
    .filter(({flops}) => Math.abs(flops / tunedFlops - 1) < 1e-3)
    .toSorted((a, b) => b.parameters - a.parameters);
  const {loss: lowest} = firstOf(rows);
  return rows.map(({parameters, tokens, loss, runs}) => ({
    runs,
    parameters,
    tokens,
    ratio: tokens / parameters,
    loss,
    above: loss - lowest
  }));
}
