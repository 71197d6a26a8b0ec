import {defineDataset} from "../core/define/dataset.ts";
import csv from "./chinchilla-figure-2.csv";
import {hoffmann2022} from "./works/hoffmann2022.ts";

/** Training curves of 27 model sizes by compute, read off Figure 2 of the Chinchilla paper. */
export default defineDataset({
  title: {en: "Chinchilla training curves"},
  description: {
    en: "Training loss of 27 model sizes against training compute, from where each line enters the figure to where it meets other lines or the frontier."
  },
  fields: {
    parameters: {
      type: "number",
      unit: "parameters",
      range: [5e7, 2e10],
      label: {en: "Parameters"},
      description: {en: "Size in the list of chinchilla-runs nearest to the line’s colour."}
    },
    flops: {
      type: "number",
      unit: "FLOPs",
      range: [1e16, 1e21],
      label: {en: "Compute"},
      description: {en: "Training compute so far."}
    },
    loss: {
      type: "number",
      unit: "nat/token",
      range: [2, 7],
      decimals: 4,
      label: {en: "Loss"},
      description: {en: "Training loss during the run, before the learning rate has fallen to its end."}
    }
  },
  key: ["parameters", "flops"],
  ascending: {field: "flops", within: ["parameters"]},
  source: {
    ...hoffmann2022,
    locator: "Figure 2, left"
  },
  licence: {id: "facts"},
  provenance: {
    method: "digitised",
    error: {en: "±2% in FLOPs, ±0.3% in loss, ±3% in parameters by the match of colours"},
    notes: {
      en: "Read off a 1200 × 982 pixel picture whose axes have no ticks; the centres of the tick labels give the scale, with residuals of at most 0.5 pixel across and 0.7 pixel upwards. One pixel is 1.3% in FLOPs and 0.145% in loss. The end of the last curve agrees with the same run in chinchilla-runs. Only lines whose colour is exact and unmixed are read, one for each size; the four runs of a size, with different cosine lengths, coincide in this early part. Parts under other lines and the separate ends of the four runs are not resolved. Sizes of chinchilla-runs without a curve here are 57e6, 163e6, 217e6, 552e6, 587e6, 664e6, 816e6, 1.61–1.79e9, 2.28e9 and above 9.3e9 parameters; some of them may not be in the figure."
    }
  },
  rows: csv
});
