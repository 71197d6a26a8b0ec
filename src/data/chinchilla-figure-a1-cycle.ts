import {defineDataset} from "../core/define/dataset.ts";
import csv from "./chinchilla-figure-a1-cycle.csv";
import {multiplier, panel} from "./columns/figure-a1.ts";
import {hoffmann2022} from "./works/hoffmann2022.ts";

/** Training loss after 5, 6 and 7 million sequences by the length of the cosine cycle. */
export default defineDataset({
  title: {en: "Loss by cosine cycle length"},
  description: {
    en: "Training loss at three points of the runs of chinchilla-figure-a1 against the length of their cosine cycle, both panels together."
  },
  fields: {
    sequences: {
      type: "number",
      unit: "1e6 sequences",
      range: [5, 7],
      decimals: 0,
      label: {en: "Sequences"},
      description: {en: "Training sequences seen: 5, 6 or 7."}
    },
    panel,
    multiplier,
    cycle: {
      type: "number",
      unit: "1e6 sequences",
      range: [7, 64],
      decimals: 2,
      label: {en: "Cycle length"},
      description: {en: "Length of the cosine cycle: the multiplier times 7.69 (short) or 12.795 (long)."}
    },
    loss: {
      type: "number",
      unit: "nat/token",
      range: [2.6, 3],
      decimals: 4,
      label: {en: "Loss"},
      description: {en: "Local estimate of the training loss at that many sequences."}
    }
  },
  key: ["sequences", "panel", "multiplier"],
  ascending: {field: "cycle", within: ["sequences"]},
  source: {
    ...hoffmann2022,
    locator: "Figure A1, training loss and learning rate"
  },
  licence: {id: "facts"},
  provenance: {
    method: "digitised",
    error: {
      en: "±0.002 nat/token (short), ±0.003 nat/token (long); ±0.005e6 sequences of cycle length by rounding"
    },
    notes: {
      en: "Estimated from the bins of chinchilla-figure-a1 around each point, so its calibration and its bias hold here too: the 1× curves read too low by 0.001–0.0018 nat/token, and nothing was corrected. At 6e6 sequences the twelve values of the two panels form one rising curve, an independent check of the reading; at 5e6 and 7e6 there are three reversals of at most 0.001 nat/token."
    }
  },
  rows: csv
});
