import {defineDataset} from "../core/define/dataset.ts";
import csv from "./multi-power-law-vectors.csv";
import {model, schedule} from "./columns/open-runs.ts";
import {licence, luo2025} from "./works/luo2025.ts";

/** Predictions of the multi-power law at a few steps of each schedule, to test an implementation against. */
export default defineDataset({
  title: {en: "Test vectors of the multi-power law"},
  description: {
    en: "Loss predicted by the multi-power law at eight steps of nine schedules for three model sizes."
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
    loss: {
      type: "number",
      unit: "nat/token",
      range: [2, 5],
      decimals: 6,
      label: {en: "Predicted loss"},
      description: {en: "Loss that the law predicts at that step."}
    }
  },
  key: ["model", "schedule", "step"],
  ascending: {field: "step", within: ["model", "schedule"]},
  source: {
    ...luo2025,
    locator: "the law with the parameters of the repository; paper: arXiv 2503.12811"
  },
  licence,
  provenance: {
    method: "computed",
    error: {
      en: "±0.0000005 nat/token of rounding; the law itself misses the measured loss by ±0.004–0.005 nat/token on average"
    },
    notes: {
      en: "Computed by us in double precision from the eight-digit parameters of multi-power-law. Warm-up takes 2160 steps, steps and rates are counted from 0, and the sum over rate changes starts within the warm-up. The schedules peak at 3e-4; cosine and warm-up–stable–decay end at 3e-5."
    }
  },
  rows: csv
});
