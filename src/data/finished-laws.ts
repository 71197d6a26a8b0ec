import {defineDataset} from "../core/define/dataset.ts";
import csv from "./finished-laws.csv";
import {coefficients, draw} from "./columns/law-coefficients.ts";
import {hoffmann2022} from "./works/hoffmann2022.ts";

/** The parametric law of Hoffmann et al., fitted to finished runs of others. */
export default defineDataset({
  title: {en: "Laws fitted to finished runs"},
  description: {
    en: "Coefficients of L = E + A/N^alpha + B/D^beta, fitted to finished runs of Gadre et al. and Porian et al., and to as many runs drawn anew."
  },
  fields: {
    fit: {
      type: "category",
      categories: ["gadre-c4", "gadre-redpajama", "gadre-refinedweb", "porian-refinedweb"],
      label: {en: "Fit"},
      description: {en: "Whose runs, and the text that they were trained on."}
    },
    draw,
    E: {...coefficients.E, range: [0, 3]},
    A: {...coefficients.A, range: [1, 1000000000000.0]},
    B: {...coefficients.B, range: [1, 1000000000000.0]},
    alpha: {...coefficients.alpha, range: [0, 2]},
    beta: {...coefficients.beta, range: [0, 2]}
  },
  key: ["fit", "draw"],
  source: {...hoffmann2022, locator: "Section 3.3, for the form of the law and its fit"},
  licence: {id: "facts"},
  provenance: {
    method: "computed",
    error: {
      en: "±0.002 nat/token in a penalty near the optimum, by another optimiser; the draws say how far the runs leave it open"
    },
    notes: {
      en: "Written by npm run fit-laws: Huber loss of 0.001 on ln L, the simplex of Nelder and Mead from four starts. Runs of overtraining-gadre from 20 tokens per parameter and 79M up, and matched cosines of isoflop-decay-porian from 2e17 FLOPs up."
    }
  },
  rows: csv
});
