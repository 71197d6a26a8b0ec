import {defineDataset} from "../core/define/dataset.ts";
import csv from "./chinchilla-runs.csv";

/** Final loss of 245 training runs of the Chinchilla paper, as extracted by Epoch AI. */
export default defineDataset({
  title: {en: "Chinchilla training runs"},
  description: {
    en: "Size, compute, tokens and final loss of 245 runs of Hoffmann et al., taken by Epoch AI from the vector graphics of Figure 4."
  },
  fields: {
    run: {
      type: "number",
      unit: "1",
      range: [1, 245],
      decimals: 0,
      label: {en: "Run"},
      description: {en: "Number of the row, which names it."}
    },
    parameters: {
      type: "number",
      unit: "parameters",
      range: [5e7, 2e10],
      label: {en: "Parameters"},
      description: {en: "Number of parameters."}
    },
    flops: {
      type: "number",
      unit: "FLOPs",
      range: [1e18, 2e22],
      label: {en: "Compute"},
      description: {en: "Training compute."}
    },
    loss: {
      type: "number",
      unit: "nat/token",
      range: [2, 5.1],
      decimals: 4,
      label: {en: "Loss"},
      description: {en: "Final training loss."}
    },
    tokens: {
      type: "number",
      unit: "tokens",
      range: [1e8, 4e11],
      label: {en: "Tokens"},
      description: {en: "Training tokens: compute divided by six times the parameters."}
    }
  },
  key: ["run"],
  ascending: {field: "run", within: []},
  source: {
    authors: "Besiroglu et al.",
    title: "Chinchilla Scaling: A replication attempt",
    year: 2024,
    url: "https://arxiv.org/abs/2404.10102",
    locator:
      "data/svg_extracted_data.csv in the repository epoch-research/analyzing-chinchilla; points of Figure 4 of arXiv 2203.15556",
    accessed: "2026-11-24"
  },
  licence: {id: "facts"},
  provenance: {
    method: "digitised",
    error: {
      en: "loss: at best ±0.15%, as the losses lie on a colour scale in steps of about 0.3%; parameters and FLOPs: no error is stated by the source"
    },
    notes: {
      en: "Loss was read from the colour of each point. Runs 96 and 97 are the same in all columns; both are in the extraction and both are kept. The source fits its law without the five runs whose loss is 3.447 or more, which leaves 240; those five lie near 1e19 FLOPs at 2.0–6.8e9 parameters. The repository has no licence file; the numbers are facts from a published figure."
    }
  },
  rows: csv
});
