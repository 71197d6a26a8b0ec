import {defineDataset} from "../core/define/dataset.ts";
import csv from "./multi-power-law.csv";
import {model} from "./columns/open-runs.ts";
import {licence, luo2025} from "./works/luo2025.ts";

/** Fitted parameters of the multi-power law for three model sizes. */
export default defineDataset({
  title: {en: "Parameters of the multi-power law"},
  description: {
    en: "Parameters with which the multi-power law predicts the loss of three models from their learning rates alone."
  },
  fields: {
    model,
    L0: {
      type: "number",
      unit: "nat/token",
      range: [1, 5],
      decimals: 7,
      label: {en: "L₀"},
      description: {en: "Loss that an endless run at a constant rate would approach."}
    },
    A: {
      type: "number",
      unit: "nat/token",
      range: [0, 5],
      decimals: 8,
      label: {en: "A"},
      description: {en: "Factor of the power law in the sum of the learning rates."}
    },
    alpha: {
      type: "number",
      unit: "1",
      range: [0, 2],
      decimals: 8,
      label: {en: "α"},
      description: {en: "Exponent of the sum of the learning rates."}
    },
    B: {
      type: "number",
      unit: "nat/token",
      range: [100, 1000],
      decimals: 5,
      label: {en: "B"},
      description: {
        en: "Loss that a fall of the rate takes off in the end, for each unit of the learning rate."
      }
    },
    C: {
      type: "number",
      unit: "1",
      range: [0, 10],
      decimals: 7,
      label: {en: "C"},
      description: {en: "Factor of the sum of the rates since a fall."}
    },
    beta: {
      type: "number",
      unit: "1",
      range: [0, 2],
      decimals: 8,
      label: {en: "β"},
      description: {en: "Exponent with which the gain of a fall saturates."}
    },
    gamma: {
      type: "number",
      unit: "1",
      range: [0, 2],
      decimals: 8,
      label: {en: "γ"},
      description: {en: "Exponent of the learning rate after a fall."}
    },
    R2: {
      type: "number",
      unit: "1",
      range: [0.9, 1],
      decimals: 4,
      label: {en: "R²"},
      description: {
        en: "Share of variance explained, averaged over the six test schedules, as the authors state it."
      }
    }
  },
  key: ["model"],
  source: {
    ...luo2025,
    locator: "fitted parameters; paper: arXiv 2503.12811"
  },
  licence,
  provenance: {
    method: "transcribed",
    error: {
      en: "as printed, eight significant digits; mean absolute error of the predictions: ±0.0038 (25M), ±0.0044 (100M), ±0.0048 nat/token (400M)"
    },
    notes: {
      en: "Fitted by the authors on the schedules cosine_24000, constant_24000 and wsdcon_9; the other six of cosine-stretch are tests. The three-decimal values in the repository’s description are too coarse to reproduce the predictions. At the end of a run the law is biased by schedule: too high by 0.011–0.018 nat/token for the cosine of 24 000 steps, too low by 0.010–0.024 for the warm-up–stable–decay runs."
    }
  },
  rows: csv
});
