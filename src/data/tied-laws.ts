import {defineDataset} from "../core/define/dataset.ts";
import csv from "./tied-laws.csv";
import {coefficients, draw} from "./columns/law-coefficients.ts";
import {gadre2024} from "./works/gadre2024.ts";

/** Gadre et al.’s law, whose one exponent serves both terms, fitted to their runs. */
export default defineDataset({
  title: {en: "Laws of one exponent"},
  description: {
    en: "Coefficients of L = E + (a M^h + b M^-h) C^-h, with M = D/N and C = 6ND, fitted to finished runs of Gadre et al., and to as many runs drawn anew."
  },
  fields: {
    fit: {
      type: "category",
      categories: ["gadre-c4", "gadre-redpajama", "gadre-refinedweb"],
      label: {en: "Fit"},
      description: {en: "The text that the runs were trained on."}
    },
    draw,
    E: {...coefficients.E, range: [0, 3]},
    data_factor: {
      type: "number",
      unit: "1",
      range: [1, 1000000000.0],
      label: {en: "a"},
      description: {en: "Factor of the term that grows with tokens per parameter."}
    },
    size_factor: {
      type: "number",
      unit: "1",
      range: [1, 1000000000.0],
      label: {en: "b"},
      description: {en: "Factor of the term that shrinks with them."}
    },
    exponent: {
      type: "number",
      unit: "1",
      range: [0, 1],
      label: {en: "h"},
      description: {en: "Exponent."}
    }
  },
  key: ["fit", "draw"],
  source: {
    ...gadre2024,
    locator: "Equation 4, for the form of the law"
  },
  licence: {id: "facts"},
  provenance: {
    method: "computed",
    error: {
      en: "±0.005 nat/token in a difference of two models within the runs; the draws say how far the runs leave it open"
    },
    notes: {en: "Written by npm run fit-laws, as finished-laws; the same runs."}
  },
  rows: csv
});
