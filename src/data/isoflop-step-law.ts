import {defineDataset} from "../core/define/dataset.ts";
import csv from "./isoflop-step-law.csv";

/** The best of about 120 tuned runs for each size and number of tokens. */
export default defineDataset({
  title: {en: "Equal compute: tuned runs"},
  description: {
    en: "Lowest smoothed training loss over a grid of learning rates and batch sizes, for each of several sizes and numbers of tokens."
  },
  fields: {
    parameters: {
      type: "number",
      unit: "parameters",
      range: [100000000.0, 2000000000.0],
      label: {en: "Parameters"},
      description: {en: "Parameters without embeddings."}
    },
    parameters_with_head: {
      type: "number",
      unit: "parameters",
      range: [100000000.0, 2000000000.0],
      label: {en: "Parameters with head"},
      description: {en: "The same with the output layer."}
    },
    tokens: {
      type: "number",
      unit: "tokens",
      range: [1000000000.0, 200000000000.0],
      label: {en: "Tokens"},
      description: {en: "Training tokens."}
    },
    flops: {
      type: "number",
      unit: "FLOPs",
      range: [1e18, 1e21],
      label: {en: "Compute"},
      description: {en: "Six for each parameter, without embeddings, and token."}
    },
    runs: {
      type: "number",
      unit: "1",
      range: [1, 200],
      decimals: 0,
      label: {en: "Runs"},
      description: {en: "Runs of the grid."}
    },
    best_rate: {
      type: "number",
      unit: "1",
      range: [0.0001, 0.01],
      label: {en: "Best rate"},
      description: {en: "Peak rate of the best run."}
    },
    best_batch: {
      type: "number",
      unit: "sequences",
      range: [16, 4096],
      decimals: 0,
      label: {en: "Best batch"},
      description: {en: "Batch of the best run."}
    },
    loss: {
      type: "number",
      unit: "nat/token",
      range: [2, 3],
      decimals: 5,
      label: {en: "Loss"},
      description: {en: "Lowest smoothed training loss."}
    },
    loss_second_best: {
      type: "number",
      unit: "nat/token",
      range: [2, 3],
      decimals: 5,
      label: {en: "Second best"},
      description: {en: "Second lowest."}
    },
    loss_mean_best_five: {
      type: "number",
      unit: "nat/token",
      range: [2, 3],
      decimals: 5,
      label: {en: "Mean of five"},
      description: {en: "Mean of the lowest five."}
    }
  },
  key: ["parameters", "tokens"],
  source: {
    authors: "Li et al.",
    title:
      "Predictable Scale: Part I, Step Law – Optimal Hyperparameter Scaling Law in Large Language Model Pretraining",
    year: 2025,
    url: "https://arxiv.org/abs/2503.04715",
    accessed: "2026-11-26",
    locator: "data/dense_lr_bs_loss.csv of step-law/steplaw, commit 32a8f4c"
  },
  licence: {id: "facts"},
  provenance: {
    method: "measured",
    error: {en: "±0.004 nat/token between the best run and the second best"},
    notes: {
      en: "One row for each size and number of tokens of 1,911 runs: the best, the second best, and the mean of five. The best of about 120 is lower than a typical run. Each run has its own schedule. The repository states no licence; only facts are taken."
    }
  },
  rows: csv
});
