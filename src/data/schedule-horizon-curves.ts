import {defineDataset} from "../core/define/dataset.ts";
import csv from "./schedule-horizon-curves.csv";
import {licence, schaipp2025} from "./works/schaipp2025.ts";

/** Loss curves of the same runs on a sample of the validation set. */
export default defineDataset({
  title: {en: "Stretched and finished runs: curves"},
  description: {en: "Loss along the same runs, on a sample of the validation set."},
  fields: {
    train_set: {
      type: "category",
      categories: ["openwebtext2", "slimpajama"],
      label: {en: "Training set"},
      description: {en: "Text that was trained and validated on."}
    },
    parameters: {
      type: "number",
      unit: "parameters",
      range: [30000000.0, 400000000.0],
      label: {en: "Parameters"},
      description: {en: "Parameters, with the tied embedding."}
    },
    schedule: {
      type: "category",
      categories: ["cosine", "constant", "cooldown"],
      label: {en: "Schedule"},
      description: {
        en: "Cosine: down to a tenth of the peak at the planned end. Constant: never down. Cooldown: constant, then the last fifth linearly down to zero."
      }
    },
    run_steps: {
      type: "number",
      unit: "steps",
      range: [3000, 62500],
      decimals: 0,
      label: {en: "Planned steps"},
      description: {en: "Steps for which the schedule was made."}
    },
    step: {
      type: "number",
      unit: "steps",
      range: [600, 62500],
      decimals: 0,
      label: {en: "Step"},
      description: {en: "Optimiser step."}
    },
    tokens: {
      type: "number",
      unit: "tokens",
      range: [10000000.0, 20000000000.0],
      label: {en: "Tokens"},
      description: {en: "Tokens seen so far."}
    },
    flops: {
      type: "number",
      unit: "FLOPs",
      range: [1e16, 1e20],
      label: {en: "Compute"},
      description: {en: "Training compute so far: six for each parameter and token."}
    },
    loss: {
      type: "number",
      unit: "nat/token",
      range: [2, 5],
      decimals: 4,
      label: {en: "Loss"},
      description: {en: "Loss on a sample of the validation set."}
    }
  },
  key: ["train_set", "parameters", "schedule", "run_steps", "step"],
  ascending: {field: "step", within: ["train_set", "parameters", "schedule", "run_steps"]},
  source: {
    ...schaipp2025,
    locator:
      "validation losses along the runs in the repository fabian-sp/lr-scheduling, commit 8ace3a3, data/*.json"
  },
  licence: licence,
  provenance: {
    method: "measured",
    error: {
      en: "±0.003 nat/token of scatter along a curve; a sample stands 0.037 (slimpajama) or 0.003 nat/token (openwebtext2) below the whole set"
    },
    notes: {
      en: "Every 200 steps in the source, thinned to 40 points (cosine), 35 (constant) and 12 (cooldown, of which only the decay was logged). Steps below 600 are left out. Logs of resumed runs were stored out of order: sorted by step, doubles dropped."
    }
  },
  rows: csv
});
