import {defineDataset} from "../core/define/dataset.ts";
import csv from "./cosine-stretch.csv";

/** Measured training loss of three models under nine learning-rate schedules. */
export default defineDataset({
  title: {en: "Loss under nine learning-rate schedules"},
  description: {
    en: "Measured loss of three models that were trained alike except for the learning-rate schedule, among them a cosine of the run’s length and one three times as long."
  },
  fields: {
    model: {
      type: "category",
      categories: ["25M", "100M", "400M"],
      label: {en: "Model"},
      description: {en: "Nominal size of the model."}
    },
    schedule: {
      type: "category",
      categories: [
        "cosine_24000",
        "cosine_72000",
        "constant_24000",
        "constant_72000",
        "wsd_20000_24000",
        "wsdld_20000_24000",
        "wsdcon_3",
        "wsdcon_9",
        "wsdcon_18"
      ],
      label: {en: "Schedule"},
      description: {
        en: "Learning-rate schedule and its steps: cosine, constant, warm-up–stable–decay with exponential (wsd) or linear decay (wsdld) from the first number to the second, or a drop to the named multiple of 1e-5 at step 8000 (wsdcon)."
      }
    },
    step: {
      type: "number",
      unit: "steps",
      range: [2160, 71999],
      decimals: 0,
      label: {en: "Step"},
      description: {en: "Optimiser step, counted from 0."}
    },
    learning_rate: {
      type: "number",
      unit: "1",
      range: [3e-5, 3e-4],
      label: {en: "Learning rate"},
      description: {en: "Learning rate of that step."}
    },
    loss: {
      type: "number",
      unit: "nat/token",
      range: [2, 5],
      decimals: 4,
      label: {en: "Loss"},
      description: {en: "Measured loss at that step."}
    }
  },
  key: ["model", "schedule", "step"],
  ascending: {field: "step", within: ["model", "schedule"]},
  source: {
    authors: "Luo et al.",
    title: "A Multi-Power Law for Loss Curve Prediction Across Learning Rate Schedules",
    year: 2025,
    url: "https://github.com/thu-yao-01-luo/MultiPowerLaw",
    locator: "loss curves in the repository; paper: arXiv 2503.12811",
    accessed: "2026-11-24"
  },
  licence: {id: "MIT", notice: "Copyright (c) 2025 Kairong Luo"},
  provenance: {
    method: "measured",
    error: {
      en: "±0.00005 nat/token of rounding; ±0.001 nat/token of scatter along a curve; ±0.002 nat/token between two constant-rate runs of one size"
    },
    notes: {
      en: "The values are the repository’s own, thinned to at most 150 points a curve with the first and the last kept. Nothing was measured before step 2160, the end of warm-up; the wsdcon curves end at step 14 144 (25M) or 15 936. There is one seed and one peak rate, 3e-4, for each curve."
    }
  },
  rows: csv
});
