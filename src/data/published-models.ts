import {defineDataset} from "../core/define/dataset.ts";
import csv from "./published-models.csv";
import {hoffmann2022} from "./works/hoffmann2022.ts";

/** Size, training tokens and MMLU score of published language models. */
export default defineDataset({
  title: {en: "Published language models"},
  description: {
    en: "Parameters, training tokens and MMLU score of 22 language models, as their own reports or a later paper state them."
  },
  fields: {
    name: {type: "text", label: {en: "Model"}, description: {en: "Name of the model."}},
    parameters: {
      type: "number",
      unit: "1e9 parameters",
      range: [1, 1000],
      label: {en: "Parameters"},
      description: {en: "Number of parameters: the LLaMA models as counted, the others by nominal size."}
    },
    tokens: {
      type: "number",
      unit: "1e9 tokens",
      range: [100, 20000],
      decimals: 0,
      label: {en: "Tokens"},
      description: {en: "Training tokens."}
    },
    mmlu: {
      type: "number",
      unit: "percent",
      range: [25, 100],
      decimals: 1,
      optional: true,
      label: {en: "MMLU"},
      description: {en: "Score on MMLU with five examples; empty where it was not reported or not checked."}
    },
    source: {type: "text", label: {en: "Source"}, description: {en: "Paper, table or model card of the row."}}
  },
  key: ["name"],
  source: {
    ...hoffmann2022,
    authors: "Hoffmann et al. and the reports named in each row",
    locator: "Tables 1 and 6; the other reports are named in the column source"
  },
  licence: {id: "facts"},
  provenance: {
    method: "transcribed",
    error: {
      en: "the digits the sources print; MMLU differs by up to ±1 percentage point between test set-ups; Llama 3 tokens are a lower bound"
    },
    notes: {
      en: "Checked against the papers or model cards named, except TinyLlama: its count is the one the project announced, and that the released model reached it was not checked. Chinchilla’s MMLU is 67.6 in the paper’s Table 6 and 67.5 in its abstract. The Llama 3 card measures Llama 2 again with another set-up: 45.7, 53.8 and 69.7 instead of 45.3, 54.8 and 68.9. Scores that appear only in secondary tables are left out."
    }
  },
  rows: csv
});
