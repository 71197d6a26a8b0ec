import {askedLoss} from "../../analysis/serving-cost.ts";
import type {State} from "../../core/define/chart.ts";

/** Inputs of the chart of a model’s cost. */
export const inputs = {
  law: {
    type: "choice",
    options: ["epoch-replication", "hoffmann-approach-3-unrounded", "hoffmann-approach-3"],
    default: "epoch-replication",
    label: {en: "Law"},
    names: {
      "epoch-replication": {en: "Epoch’s refit"},
      "hoffmann-approach-3-unrounded": {en: "Hoffmann’s fit"},
      "hoffmann-approach-3": {en: "Hoffmann’s fit, rounded"}
    }
  },
  target: {
    type: "range",
    min: 1.9,
    max: 2.5,
    step: 0.02,
    default: askedLoss,
    unit: " nat",
    label: {en: "Loss to reach, by that law"}
  },
  served: {
    type: "choice",
    options: ["0", "1b", "10b", "100b", "1t", "10t", "100t", "1000t"],
    default: "0",
    label: {en: "Tokens to serve"},
    names: {
      "0": {en: "none"},
      "1b": {en: "1B"},
      "10b": {en: "10B"},
      "100b": {en: "100B"},
      "1t": {en: "1T"},
      "10t": {en: "10T"},
      "100t": {en: "100T"},
      "1000t": {en: "1,000T"}
    }
  },
  price: {
    type: "choice",
    options: ["1", "3", "10"],
    default: "1",
    label: {en: "A served FLOP costs"},
    names: {
      "1": {en: "as much as a trained one"},
      "3": {en: "three times as much"},
      "10": {en: "ten times as much"}
    }
  },
  size: {
    type: "choice",
    options: ["none", "1b", "3b", "7b", "13b", "34b", "70b"],
    default: "none",
    label: {en: "Compare a size"},
    names: {
      none: {en: "none"},
      "1b": {en: "1B"},
      "3b": {en: "3B"},
      "7b": {en: "7B"},
      "13b": {en: "13B"},
      "34b": {en: "34B"},
      "70b": {en: "70B"}
    }
  }
} as const;

/** What is asked of a model. */
export type BudgetState = State<typeof inputs>;
