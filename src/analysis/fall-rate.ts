import tailLine from "../laws/tail-line.ts";
import {loggedPoints} from "./mean-loss.ts";
import type {Run} from "./runs.ts";

/** Tokens (1e9) that a fall of the loss is given for. */
export const fallTokens = 100;

/** How fast the loss of a run falls between two amounts of tokens (1e9), in nats per 1e11 tokens; > 0 where it falls. */
export function fallRate(run: Run, from: number, to: number): number {
  return -fallTokens * tailLine.fit(loggedPoints(run), {from, to}).slope;
}
