import {rmsResidual} from "../core/math/points.ts";
import {within} from "../core/math/series.ts";
import tailPower from "../laws/tail-power.ts";
import {loggedPoints} from "./mean-loss.ts";
import type {Run} from "./runs.ts";

/** The part of a LLaMA run that looks like a power law, in 1e9 tokens. */
const plunge = {from: 20, to: 300} as const;

/** By how much the best power law without a floor misses the plunge, in nats per token (root mean square). */
export function plungeMiss(run: Run): number {
  const points = loggedPoints(run);
  return rmsResidual(within(points, plunge), tailPower.fit(points, plunge, 0).at);
}
