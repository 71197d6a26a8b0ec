import type {State} from "../../core/define/chart.ts";
import {scaleInput} from "../../marks/inputs.ts";

/** Inputs of the chart of Chinchilla's curves. */
export const inputs = {
  show: {
    type: "choice",
    options: ["pair", "curves", "frontier", "runs", "all"],
    default: "pair",
    label: {en: "Show"},
    names: {
      pair: {en: "two sizes"},
      curves: {en: "all curves"},
      frontier: {en: "curves and frontier"},
      runs: {en: "final losses and frontier"},
      all: {en: "everything"}
    }
  },
  range: {
    type: "choice",
    options: ["chinchilla", "with-llama"],
    default: "chinchilla",
    label: {en: "Compute"},
    names: {chinchilla: {en: "the paper’s runs"}, "with-llama": {en: "with LLaMA’s"}}
  },
  scale: scaleInput
} as const;

/** Which layers are drawn, over which compute. */
export type CurvesState = State<typeof inputs>;
