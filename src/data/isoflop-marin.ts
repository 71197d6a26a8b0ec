import {defineDataset} from "../core/define/dataset.ts";
import csv from "./isoflop-marin.csv";

/** Finished runs of the Marin project at equal compute. */
export default defineDataset({
  title: {en: "Equal compute: the Marin project"},
  description: {
    en: "Validation loss of finished runs of many sizes on each of several budgets, three training sets."
  },
  fields: {
    run: {
      type: "text",
      label: {en: "Run"},
      description: {en: "Name of the run in the project’s tracker."}
    },
    train_set: {
      type: "category",
      categories: ["comma", "dclm", "nemotron"],
      label: {en: "Training set"},
      description: {en: "Text that was trained on."}
    },
    kind: {
      type: "category",
      categories: ["isoflop", "validation-optimal"],
      label: {en: "Kind"},
      description: {
        en: "isoflop: one of the sizes tried on a budget. validation-optimal: one run at the optimum that was predicted."
      }
    },
    budget: {
      type: "number",
      unit: "FLOPs",
      range: [1e18, 2e21],
      label: {en: "Budget"},
      description: {en: "Compute for which the run was made, rounded."}
    },
    parameters: {
      type: "number",
      unit: "parameters",
      range: [100000000.0, 20000000000.0],
      label: {en: "Parameters"},
      description: {en: "Parameters, with embeddings, which aren’t tied."}
    },
    parameters_no_embed: {
      type: "number",
      unit: "parameters",
      range: [10000000.0, 20000000000.0],
      label: {en: "Parameters without embeddings"},
      description: {en: "Parameters without input and output embedding."}
    },
    tokens: {
      type: "number",
      unit: "tokens",
      range: [1000000000.0, 1000000000000.0],
      label: {en: "Tokens"},
      description: {en: "Training tokens."}
    },
    flops: {
      type: "number",
      unit: "FLOPs",
      range: [1e18, 2e21],
      label: {en: "Compute"},
      description: {en: "Training compute, as logged: forward and backward, with output layer and attention."}
    },
    loss: {
      type: "number",
      unit: "nat/token",
      range: [2, 5],
      decimals: 5,
      label: {en: "Loss"},
      description: {en: "Mean loss over the sources of Paloma, which isn’t the training text."}
    }
  },
  key: ["run"],
  source: {
    authors: "The Marin project",
    title: "Open training runs, as exported by Open Athena",
    year: 2026,
    url: "https://github.com/Open-Athena/scaling-law-analysis",
    accessed: "2026-11-26",
    locator:
      "data/isoflops/extract/marin_202603/raw, commit 3e0656e; runs by marin-community/marin, experiments/isoflop_sweep.py"
  },
  licence: {id: "facts"},
  provenance: {
    method: "measured",
    error: {
      en: "±0.010 nat/token about a smooth curve (dclm, nemotron), ±0.03 (comma); two runs of one configuration differ by 0.003"
    },
    notes: {
      en: "All finished runs of the three sets. By the project’s code every run has its own schedule: a tenth warm-up, then constant, then the last fifth linearly to zero; rate and batch by a rule. Small models are mostly embedding: use compute over six times tokens as effective size. Tokenizer: Llama 3’s. The repository of the table states no licence; only facts are taken."
    }
  },
  rows: csv
});
