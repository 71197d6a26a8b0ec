import {defineDataset} from "../core/define/dataset.ts";
import csv from "./overtraining-gadre.csv";
import {gadre2024} from "./works/gadre2024.ts";

/** Finished models of six sizes, from 5 to 640 tokens per parameter. */
export default defineDataset({
  title: {en: "Over-trained models"},
  description: {
    en: "Validation loss and test errors of 104 finished models, from 5 to 640 tokens per parameter, on three training sets."
  },
  fields: {
    train_set: {
      type: "category",
      categories: ["c4", "redpajama", "refinedweb"],
      label: {en: "Training set"},
      description: {en: "Text that was trained on."}
    },
    parameters: {
      type: "number",
      unit: "parameters",
      range: [10000000.0, 10000000000.0],
      label: {en: "Parameters"},
      description: {en: "Parameters, with embeddings."}
    },
    parameters_no_embed: {
      type: "number",
      unit: "parameters",
      range: [5000000.0, 10000000000.0],
      label: {en: "Parameters without embeddings"},
      description: {en: "Parameters without embeddings."}
    },
    tokens: {
      type: "number",
      unit: "tokens",
      range: [10000000.0, 1000000000000.0],
      label: {en: "Tokens"},
      description: {en: "Training tokens."}
    },
    flops: {
      type: "number",
      unit: "FLOPs",
      range: [1000000000000000.0, 1e22],
      label: {en: "Compute"},
      description: {en: "Six for each parameter and token."}
    },
    tokens_per_parameter: {
      type: "number",
      unit: "1",
      range: [5, 640],
      decimals: 1,
      label: {en: "Tokens per parameter"},
      description: {en: "Training tokens for each parameter."}
    },
    loss_c4: {
      type: "number",
      unit: "nat/token",
      range: [2, 7],
      decimals: 5,
      label: {en: "Loss on C4"},
      description: {en: "Validation loss on C4."}
    },
    loss_c4_halfwidth: {
      type: "number",
      unit: "nat/token",
      range: [0.001, 0.01],
      decimals: 5,
      label: {en: "Sampling error"},
      description: {en: "Half the width of its 95% interval, by bootstrap over sequences."}
    },
    loss_paloma_redpajama: {
      type: "number",
      unit: "nat/token",
      range: [1, 8],
      decimals: 5,
      label: {en: "Loss on RedPajama"},
      description: {en: "Loss on the RedPajama part of Paloma."}
    },
    error_17: {
      type: "number",
      unit: "1",
      range: [0, 1],
      decimals: 5,
      label: {en: "Error, 17 tasks"},
      description: {en: "Mean error over the authors’ 17 tasks."}
    },
    error_46: {
      type: "number",
      unit: "1",
      range: [0, 1],
      decimals: 5,
      label: {en: "Error, 46 tasks"},
      description: {en: "Mean error over the authors’ 46 tasks."}
    }
  },
  key: ["train_set", "parameters", "tokens"],
  source: {
    ...gadre2024,
    locator: "exp_data of mlfoundations/scaling, commit a003c49"
  },
  licence: {id: "MIT", notice: "Copyright (c) 2024 mlfoundations"},
  provenance: {
    method: "measured",
    error: {en: "±0.0025 nat/token of sampling; ±0.03 nat/token about a smooth law"},
    notes: {
      en: "All models of the grid and the six of 1.4B and three of 6.9B. Each has its own cosine and warm-up, with one peak rate for all. Below 20 tokens per parameter the warm-up is a large part of the run: such rows, and the 11M, are in no fit here."
    }
  },
  rows: csv
});
