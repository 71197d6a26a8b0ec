import {descend} from "./simplex.ts";

/** A finished run: parameters, tokens, loss in nats per token. */
export interface FinishedRun {
  readonly parameters: number;
  readonly tokens: number;
  readonly loss: number;
}

/** The form of a law: its loss from some numbers, and where to begin looking for them. */
export interface LawForm {
  readonly starts: readonly (readonly number[])[];
  readonly loss: (run: Pick<FinishedRun, "parameters" | "tokens">, values: readonly number[]) => number;
}

/** Where the Huber loss turns from squares to straight lines, in ln(nats). */
const huber = 0.001;
/** The simplex is spread out anew so often: it can collapse on a slope. */
const rounds = 6;

/**
 * Numbers of a law that fits runs best by the Huber loss on ln L, as Hoffmann et al. fitted theirs: the best that Nelder and
 * Mead's simplex finds from several starts.
 */
export function fitLaw(runs: readonly FinishedRun[], {starts, loss}: LawForm): readonly number[] {
  const cost = (values: readonly number[]): number => {
    // The first number is the irreducible loss, and no loss in nats is negative.
    if ((values[0] ?? 0) < 0) return Infinity;
    return runs.reduce((sum, run) => {
      const size = Math.abs(Math.log(Math.max(loss(run, values), 1e-3)) - Math.log(run.loss));
      return sum + (size <= huber ? size ** 2 / 2 : huber * (size - huber / 2));
    }, 0);
  };
  const fits = starts.map((start) => {
    let best = descend(cost, start);
    for (let round = 1; round < rounds; ++round) best = descend(cost, best.at);
    return best;
  });
  return fits.reduce((best, each) => (each.cost < best.cost ? each : best)).at;
}
