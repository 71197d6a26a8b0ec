import {defineDataset} from "../core/define/dataset.ts";
import csv from "./cosine-stretch.csv";
import {learning_rate, loss, model, schedule} from "./columns/open-runs.ts";
import {licence, luo2025} from "./works/luo2025.ts";

/** Measured training loss of three models under nine learning-rate schedules. */
export default defineDataset({
  title: {en: "Loss under nine learning-rate schedules"},
  description: {
    en: "Measured loss of three models that were trained alike except for the learning-rate schedule, among them a cosine of the run’s length and one three times as long."
  },
  fields: {
    model,
    schedule,
    step: {
      type: "number",
      unit: "steps",
      range: [2160, 71999],
      decimals: 0,
      label: {en: "Step"},
      description: {en: "Optimiser step, counted from 0."}
    },
    learning_rate,
    loss
  },
  key: ["model", "schedule", "step"],
  ascending: {field: "step", within: ["model", "schedule"]},
  source: {
    ...luo2025,
    locator: "loss curves in the repository; paper: arXiv 2503.12811"
  },
  licence,
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
