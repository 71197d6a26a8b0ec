import {allocationNames} from "../../analysis/allocations.ts";
import type {State} from "../../core/define/chart.ts";

/** Inputs of the chart of compute-optimal models. */
export const inputs = {
  quantity: {
    type: "choice",
    options: ["parameters", "tokens"],
    default: "parameters",
    label: {en: "Best number of"},
    names: {parameters: {en: "parameters"}, tokens: {en: "training tokens"}}
  },
  laws: {
    type: "subset",
    options: allocationNames,
    default: ["approach-1", "approach-2", "approach-3"],
    label: {en: "According to"},
    names: {
      kaplan: {en: "Kaplan et al."},
      "approach-1": {en: "Chinchilla, approach 1"},
      "approach-2": {en: "approach 2"},
      "approach-3": {en: "approach 3"},
      epoch: {en: "Epoch’s refit"}
    }
  },
  models: {
    type: "choice",
    options: ["none", "early", "all"],
    default: "none",
    label: {en: "Published models"},
    names: {none: {en: "none"}, early: {en: "up to Chinchilla"}, all: {en: "all"}}
  }
} as const;

/** Which answers are drawn, in parameters or in tokens, and which models with them. */
export type OptimalState = State<typeof inputs>;
