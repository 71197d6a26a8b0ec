import type {State} from "../../core/define/chart.ts";
import {floorInput} from "../../marks/inputs.ts";
import cosine from "../../schedules/cosine.ts";

/** What can be chosen of a learning-rate schedule. */
export const inputs = {
  stretch: {
    type: "range",
    min: 1,
    max: 5,
    step: 0.05,
    default: 1,
    unit: "×",
    label: {en: "Cycle length, in runs"}
  },
  floor: floorInput,
  warmup: {
    type: "range",
    min: 0,
    max: 10,
    step: 0.5,
    default: 1,
    unit: "%",
    label: {en: "Warm-up, of the run"}
  }
} as const;

/** A state of the chart of the learning rate. */
export type RateState = State<typeof inputs>;

/** Steps of the run that is drawn; only shares of it are shown, so any large number would do. */
const steps = 10_000;

/** Rate at a share of the run in per cent, as a share of the peak; beyond 100% up to the cycle's end. */
export function rateAt({stretch, floor, warmup}: RateState, share: number): number {
  return cosine.rate((share / 100) * steps, {
    // A run as long as the cycle has the same rates, and goes on where the run that is drawn stops.
    steps: Math.round(stretch * steps),
    warmup: Math.round((warmup / 100) * steps),
    peak: 1,
    floor: floor / 100
  });
}
