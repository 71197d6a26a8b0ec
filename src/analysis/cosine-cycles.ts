import cycleLength from "../data/chinchilla-figure-a1-cycle.ts";
import {statedErrors} from "./stated-errors.ts";

/** Chinchilla's Figure A1 has runs of two lengths. */
export const panels = ["short", "long"] as const;

export type Panel = (typeof panels)[number];

/** Cycle lengths, as multiples of the length of the run. */
export const multipliers = [1, 1.1, 1.25, 1.5, 2, 5] as const;

/** The loss of one run after 5, 6 or 7 million sequences. */
export type CycleLoss = (typeof cycleLength.rows)[number];

/** Losses after 5, 6 or 7 million sequences, by ascending cycle length. */
export function cycleLosses(millions: number): readonly CycleLoss[] {
  return cycleLength.rows
    .filter(({sequences}) => sequences === millions)
    .toSorted((a, b) => a.cycle - b.cycle);
}

/**
 * The loss of one run after 5, 6 or 7 million sequences.
 *
 * @param multiplier cycle length as a multiple of the run's
 * @throws where the figure has no such run, or none of its losses was estimated there.
 */
export function cycleLoss(panel: string, multiplier: number, millions: number): CycleLoss {
  const row = cycleLosses(millions).find((each) => each.panel === panel && each.multiplier === multiplier);
  if (!row) throw new Error(`no such run: ${panel} ${multiplier} ${millions} (expected one of Figure A1)`);
  return row;
}

/** How much higher the long run's own cosine stands than the short run's, in nats per token. */
export function ownCosinesApart(millions: number): number {
  const apart = cycleLoss("long", 1, millions).loss - cycleLoss("short", 1, millions).loss;
  // To the data's own digits: 2.8277 - 2.7972 is a hair less than 0.0305, and would be rounded down from there.
  return Number(apart.toFixed(4));
}

/** Error of a loss after some sequences, in nats per token. */
export const cycleErrors: Readonly<Record<Panel, number>> = statedErrors["chinchilla-figure-a1-cycle"];
