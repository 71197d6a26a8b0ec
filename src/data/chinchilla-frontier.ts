import {defineDataset} from "../core/define/dataset.ts";
import csv from "./chinchilla-frontier.csv";
import {hoffmann2022} from "./works/hoffmann2022.ts";

/** Lowest training loss at each amount of compute, read off Figure 2 of the Chinchilla paper. */
export default defineDataset({
  title: {en: "Chinchilla’s compute frontier"},
  description: {
    en: "Lowest training loss that any run of the paper reaches with a given amount of training compute."
  },
  fields: {
    flops: {
      type: "number",
      unit: "FLOPs",
      range: [1e18, 1e23],
      label: {en: "Compute"},
      description: {en: "Training compute."}
    },
    loss: {
      type: "number",
      unit: "nat/token",
      range: [1.5, 4],
      decimals: 4,
      label: {en: "Loss"},
      description: {en: "Lowest training loss at that compute."}
    }
  },
  key: ["flops"],
  ascending: {field: "flops", within: []},
  source: {
    ...hoffmann2022,
    locator: "Figure 2, left"
  },
  licence: {id: "facts"},
  provenance: {
    method: "digitised",
    error: {
      en: "±2% in FLOPs, ±0.3% in loss, and about ±0.005 nat/token more where small steps are smoothed"
    },
    notes: {
      en: "Read off a 1200 × 982 pixel picture whose axes have no ticks; the centres of the tick labels give the scale, with residuals of at most 0.5 pixel across and 0.7 pixel upwards. One pixel is 1.3% in FLOPs and 0.145% in loss. The end of the last curve agrees with the same run in chinchilla-runs. The values are the centre line of the band of grey dots, one every five pixels. The dots are 13 pixels wide, so the band reaches about 0.03 decades further at each end and smaller steps are smoothed away. The gap near 8e21 FLOPs and three small upward steps are in the figure."
    }
  },
  rows: csv
});
