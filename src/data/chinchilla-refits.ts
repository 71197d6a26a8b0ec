import {defineDataset} from "../core/define/dataset.ts";
import csv from "./chinchilla-refits.csv";
import {coefficients, draw} from "./columns/law-coefficients.ts";
import {hoffmann2022} from "./works/hoffmann2022.ts";

/** The parametric law of Hoffmann et al., fitted anew to their own runs and to runs drawn from these. */
export default defineDataset({
  title: {en: "Chinchilla’s law, fitted to runs drawn anew"},
  description: {
    en: "Coefficients of L = E + A/N^alpha + B/D^beta, fitted to 240 runs of Hoffmann et al., and to as many runs drawn anew."
  },
  fields: {
    draw,
    E: {...coefficients.E, range: [1, 3]},
    A: {...coefficients.A, range: [10, 1e5]},
    B: {...coefficients.B, range: [10, 1e6]},
    alpha: {...coefficients.alpha, range: [0, 1]},
    beta: {...coefficients.beta, range: [0, 1]}
  },
  key: ["draw"],
  ascending: {field: "draw", within: []},
  source: {...hoffmann2022, locator: "Figure 4, whose runs are in chinchilla-runs, and Section 3.3"},
  licence: {id: "facts"},
  provenance: {
    method: "computed",
    error: {
      en: "The fit to all runs is within ±0.1 standard errors of the coefficients that Epoch AI published; the draws say how far the runs leave them open."
    },
    notes: {
      en: "Written by npm run fit-laws: Huber loss of 0.001 on ln L, the simplex of Nelder and Mead from four starts, all runs of chinchilla-runs but the five of largest loss, as Epoch AI (arXiv 2404.10102) chose them."
    }
  },
  rows: csv
});
