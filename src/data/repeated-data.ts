import {defineDataset} from "../core/define/dataset.ts";
import csv from "./repeated-data.csv";

/** Final loss of models trained on repeated data. */
export default defineDataset({
  title: {en: "Repeated data"},
  description: {en: "Final C4 loss of models that read their data once or many times over."},
  fields: {
    run: {
      type: "text",
      label: {en: "Run"},
      description: {en: "Name of the run in the source."}
    },
    parameters: {
      type: "number",
      unit: "parameters",
      range: [5000000.0, 10000000000.0],
      label: {en: "Parameters"},
      description: {en: "Parameters."}
    },
    tokens: {
      type: "number",
      unit: "tokens",
      range: [100000000.0, 1000000000000.0],
      label: {en: "Tokens"},
      description: {en: "Tokens seen in training."}
    },
    unique_tokens: {
      type: "number",
      unit: "tokens",
      range: [100000000.0, 1000000000000.0],
      label: {en: "Unique tokens"},
      description: {en: "Tokens that differ."}
    },
    epochs: {
      type: "number",
      unit: "1",
      range: [1, 9000],
      label: {en: "Epochs"},
      description: {en: "How often each was read."}
    },
    loss: {
      type: "number",
      unit: "nat/token",
      range: [2, 12],
      decimals: 6,
      label: {en: "Loss"},
      description: {en: "Validation loss on C4 at the end."}
    },
    seed: {
      type: "number",
      unit: "1",
      range: [1, 10],
      decimals: 0,
      optional: true,
      label: {en: "Seed"},
      description: {en: "Seed, where several were run."}
    },
    other_shape: {
      type: "boolean",
      label: {en: "Other shape"},
      description: {en: "1 where the model has another shape than its siblings of that size."}
    }
  },
  key: ["run"],
  source: {
    authors: "Muennighoff et al.",
    title: "Scaling Data-Constrained Language Models",
    year: 2023,
    url: "https://arxiv.org/abs/2305.16264",
    accessed: "2026-11-26",
    locator: "utils/parametric_fit.ipynb of huggingface/datablations, commit 1370131"
  },
  licence: {id: "Apache-2.0", notice: "All models & code are licensed under Apache 2.0"},
  provenance: {
    method: "transcribed",
    error: {en: "±0.010 nat/token between seeds at 4.2B, ±0.002 at 2.8B"},
    notes: {
      en: "The notebook’s losses and the sizes and tokens that it prints; rows with and without a seed are both kept. Models on deduplicated data are left out, as there. Two rows (83M, 32e9 and 60e9 tokens) have one loss, probably a slip in the source. Each run has its own cosine; tokenizer: GPT-2’s."
    }
  },
  rows: csv
});
