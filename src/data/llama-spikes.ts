import {defineDataset} from "../core/define/dataset.ts";
import csv from "./llama-spikes.csv";
import {family, model} from "./columns/llama-models.ts";
import {touvron2023llama} from "./works/touvron2023llama.ts";

/** Single loss spikes of the LLaMA and Llama 2 runs, which the curves leave out. */
export default defineDataset({
  title: {en: "Loss spikes of LLaMA and Llama 2"},
  description: {
    en: "Single peaks of the training loss that stand more than 0.025 nat/token above the local trend after the first 25e9 tokens."
  },
  fields: {
    family,
    model,
    tokens: {
      type: "number",
      unit: "1e9 tokens",
      range: [25, 2020],
      decimals: 2,
      label: {en: "Tokens"},
      description: {en: "Training tokens seen at the peak."}
    },
    loss_peak: {
      type: "number",
      unit: "nat/token",
      range: [1.4, 2.3],
      decimals: 4,
      label: {en: "Peak loss"},
      description: {en: "Training loss at the top of the peak."}
    },
    clipped: {
      type: "boolean",
      label: {en: "Clipped"},
      description: {en: "The peak leaves the published figure, so its height is a lower bound."}
    }
  },
  key: ["family", "model", "tokens"],
  ascending: {field: "tokens", within: ["family", "model"]},
  source: {
    ...touvron2023llama,
    locator: "Figure 1; Llama 2 (arXiv 2307.09288) Figure 5"
  },
  licence: {id: "facts"},
  provenance: {
    method: "digitised",
    error: {en: "LLaMA: ±0.5e9 tokens, ±0.0005 nat/token; Llama 2: ±1e9 tokens, ±0.0007 nat/token"},
    notes: {
      en: "Read off the same vector lines and with the same calibration as llama1-curves and llama2-curves. One peak is clipped, that of LLaMA 65B at 90e9 tokens. Low humps over several points, such as that of LLaMA 65B near 881e9 tokens, stay in the curves."
    }
  },
  rows: csv
});
