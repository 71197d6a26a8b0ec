import type {State} from "../../core/define/chart.ts";
import {scaleInput} from "../../marks/inputs.ts";

/** Inputs of the chart of cycle lengths. */
export const inputs = {
  sequences: {
    type: "choice",
    options: ["5", "6", "7"],
    default: "6",
    label: {en: "Loss after, in million sequences"},
    names: {"5": {en: "5"}, "6": {en: "6"}, "7": {en: "7"}}
  },
  scale: scaleInput
} as const;

/** After how many sequences, and on which scale, runs are compared. */
export type CycleState = State<typeof inputs>;
