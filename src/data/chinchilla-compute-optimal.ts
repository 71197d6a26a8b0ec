import {defineDataset} from "../core/define/dataset.ts";
import csv from "./chinchilla-compute-optimal.csv";
import {hoffmann2022} from "./works/hoffmann2022.ts";

/** Compute-optimal sizes and token counts by the three approaches of the Chinchilla paper. */
export default defineDataset({
  title: {en: "Chinchilla’s compute-optimal models"},
  description: {
    en: "Training compute and tokens at which a model of a given size is compute-optimal, by each of the three approaches of Hoffmann et al."
  },
  fields: {
    approach: {
      type: "category",
      categories: ["1", "2", "3"],
      label: {en: "Approach"},
      description: {
        en: "1: lowest loss over many training curves; 2: lowest point of curves of equal compute; 3: fit of a parametric loss."
      }
    },
    parameters: {
      type: "number",
      unit: "parameters",
      range: [1e8, 1e13],
      label: {en: "Parameters"},
      description: {en: "Size of the model."}
    },
    flops: {
      type: "number",
      unit: "FLOPs",
      range: [1e19, 1e29],
      label: {en: "Compute"},
      description: {en: "Training compute at which that size is optimal."}
    },
    tokens: {
      type: "number",
      unit: "tokens",
      range: [1e9, 1e16],
      label: {en: "Tokens"},
      description: {en: "Training tokens at that compute."}
    },
    source: {
      type: "text",
      label: {en: "Source"},
      description: {en: "Table the row is taken from, and what was corrected."}
    }
  },
  key: ["approach", "parameters"],
  ascending: {field: "parameters", within: ["approach"]},
  source: {
    ...hoffmann2022,
    locator: "Tables 3 and A3"
  },
  licence: {id: "facts"},
  provenance: {
    method: "transcribed",
    error: {en: "the digits the tables print; FLOPs agree with 6 × parameters × tokens to ±5%"},
    notes: {
      en: "One entry is corrected: for 175e9 parameters approach 3 is printed with 1.26e24 FLOPs, while 6 × 175e9 × 12.0e12 is 1.26e25. The paper’s text names 4.41e24 FLOPs and 4.2e12 tokens for 175e9 parameters and 6.8e12 tokens for 280e9, which differ from its Table 3; the table is kept."
    }
  },
  rows: csv
});
