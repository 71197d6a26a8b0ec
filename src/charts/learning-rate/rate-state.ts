import {longest} from "../../analysis/cosine-length/stretched-loss.ts";
import type {State} from "../../core/define/chart.ts";

/** What can be chosen of a learning-rate schedule. */
export const inputs = {
  stretch: {
    type: "range",
    min: 1,
    max: longest,
    step: 0.05,
    default: 1,
    unit: "×",
    label: {en: "Cycle length, in runs"}
  }
} as const;

/** A state of the chart of the learning rate. */
export type RateState = State<typeof inputs>;
