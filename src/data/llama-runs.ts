import {defineDataset} from "../core/define/dataset.ts";
import csv from "./llama-runs.csv";
import {family, model} from "./columns/llama-models.ts";
import {touvron2023llama} from "./works/touvron2023llama.ts";

/** Published facts of the eight LLaMA and Llama 2 training runs. */
export default defineDataset({
  title: {en: "LLaMA and Llama 2 training runs"},
  description: {
    en: "Size, tokens, GPU-hours and optimiser settings of the eight runs, as their papers print them, with the token count at which each plotted curve ends."
  },
  fields: {
    family,
    model,
    parameters: {
      type: "number",
      unit: "1e9 parameters",
      range: [1, 100],
      label: {en: "Parameters"},
      description: {en: "Number of parameters: counted for LLaMA, the nominal size for Llama 2."}
    },
    tokens: {
      type: "number",
      unit: "1e9 tokens",
      range: [1000, 2000],
      decimals: 0,
      label: {en: "Tokens"},
      description: {en: "Training tokens of the whole run, as rounded by the paper."}
    },
    plotted_tokens: {
      type: "number",
      unit: "1e9 tokens",
      range: [1000, 2020],
      decimals: 3,
      label: {en: "Plotted tokens"},
      description: {en: "Tokens at the end of the plotted curve: whole optimiser steps of 2^22 tokens."}
    },
    gpu_hours: {
      type: "number",
      unit: "GPU-hours",
      range: [10000, 2000000],
      decimals: 0,
      label: {en: "GPU-hours"},
      description: {en: "GPU time of the whole run."}
    },
    gpu: {type: "category", categories: ["A100-80GB"], label: {en: "GPU"}, description: {en: "Kind of GPU."}},
    peak_learning_rate: {
      type: "number",
      unit: "1",
      range: [1e-5, 1e-3],
      label: {en: "Peak learning rate"},
      description: {en: "Highest learning rate, reached at the end of warm-up."}
    },
    batch_tokens: {
      type: "number",
      unit: "tokens",
      range: [1000000, 10000000],
      decimals: 0,
      label: {en: "Batch"},
      description: {en: "Tokens in one optimiser step, as rounded by the paper."}
    },
    context: {
      type: "number",
      unit: "tokens",
      range: [1024, 8192],
      decimals: 0,
      label: {en: "Context length"},
      description: {en: "Tokens in one training sequence."}
    },
    warmup_steps: {
      type: "number",
      unit: "steps",
      range: [0, 10000],
      decimals: 0,
      label: {en: "Warm-up"},
      description: {en: "Optimiser steps during which the learning rate rises linearly."}
    },
    final_learning_rate_fraction: {
      type: "number",
      unit: "1",
      range: [0, 1],
      decimals: 1,
      label: {en: "Final learning rate"},
      description: {en: "Last learning rate of the cosine schedule as a fraction of the peak."}
    },
    power: {
      type: "number",
      unit: "W",
      range: [100, 1000],
      decimals: 0,
      label: {en: "Power"},
      description: {en: "Rated power of one GPU."}
    },
    source: {
      type: "text",
      label: {en: "Source"},
      description: {en: "Papers, tables and sections the row is taken from."}
    }
  },
  key: ["family", "model"],
  source: {
    ...touvron2023llama,
    locator: "Tables 2 and 15, Section 2.3; Llama 2 (arXiv 2307.09288) Tables 1 and 2, Section 2.2"
  },
  licence: {id: "facts"},
  provenance: {
    method: "transcribed",
    error: {
      en: "plotted tokens: ±0.5e9 tokens (LLaMA), ±1e9 tokens (Llama 2); all other columns: the digits the papers print"
    },
    notes: {
      en: "The plotted ends are 240 000 steps (LLaMA 7B, 13B), 334 000 (33B, 65B), 480 000 (Llama 2 7B, 13B) and 476 000 (34B, 70B) of 4 194 304 tokens. The step counts and that exact batch are inferred from the lattice of the figures’ points; the papers say 4M tokens. The ends agree with the published totals of 1.0, 1.4 and 2.0 trillion tokens to rounding. LLaMA’s context length is the one that Table 1 of the Llama 2 paper lists. LLaMA’s Section 2.3 says that learning rate and batch vary with size, while its Table 2 gives one batch for all four. The 34B run used GPUs of 350 W, the others of 400 W."
    }
  },
  rows: csv
});
