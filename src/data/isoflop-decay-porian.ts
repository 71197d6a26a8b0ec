import {defineDataset} from "../core/define/dataset.ts";
import csv from "./isoflop-decay-porian.csv";

/** Loss at twelve budgets, of runs read on the way and of runs made for the budget. */
export default defineDataset({
  title: {en: "Read on the way, or made for the budget"},
  description: {
    en: "Validation loss of 16 sizes at twelve budgets: read along one long run a size, or at the end of a run of its own."
  },
  fields: {
    train_set: {
      type: "category",
      categories: ["openwebtext2", "refinedweb"],
      label: {en: "Training set"},
      description: {en: "Text that was trained on."}
    },
    rates: {
      type: "category",
      categories: ["base", "tuned"],
      label: {en: "Rates"},
      description: {en: "base: one rate and batch for all. tuned: by size."}
    },
    warm_up: {
      type: "category",
      categories: ["long", "short"],
      label: {en: "Warm-up"},
      description: {en: "Length of the warm-up."}
    },
    schedule: {
      type: "category",
      categories: ["long-cosine-midrun", "matched-cosine-finished", "constant-midrun"],
      label: {en: "Schedule"},
      description: {
        en: "long-cosine-midrun: one long cosine a size, read on the way. matched-cosine-finished: a run for each budget. constant-midrun: a constant rate, read on the way."
      }
    },
    parameters: {
      type: "number",
      unit: "parameters",
      range: [5000000.0, 1000000000.0],
      label: {en: "Parameters"},
      description: {en: "Parameters, with the output layer."}
    },
    tokens: {
      type: "number",
      unit: "tokens",
      range: [5000000.0, 50000000000.0],
      label: {en: "Tokens"},
      description: {en: "Tokens seen so far."}
    },
    flops: {
      type: "number",
      unit: "FLOPs",
      range: [1e16, 3e19],
      label: {en: "Compute"},
      description: {en: "Six for each parameter and token."}
    },
    loss: {
      type: "number",
      unit: "nat/token",
      range: [2, 10],
      decimals: 5,
      label: {en: "Loss"},
      description: {en: "Validation loss, smoothed by the authors."}
    }
  },
  key: ["train_set", "rates", "warm_up", "schedule", "parameters", "flops"],
  source: {
    authors: "Porian et al.",
    title: "Resolving Discrepancies in Compute-Optimal Scaling of Language Models",
    year: 2024,
    url: "https://arxiv.org/abs/2406.19146",
    accessed: "2026-11-26",
    locator:
      "data/summary_df*.pickle.xz of formll/resolving-scaling-law-discrepancies, commit 0dc60d9, column orig_loss"
  },
  licence: {id: "MIT", notice: "Copyright (c) 2012-2024 Scott Chacon and others"},
  provenance: {
    method: "measured",
    error: {en: "±0.005 nat/token"},
    notes: {
      en: "All rows of the three schedules at the twelve budgets. Below 4e17 FLOPs the matched runs are dominated by warm-up, and nothing here is fitted to them."
    }
  },
  rows: csv
});
