import {defineDataset} from "../core/define/dataset.ts";
import csv from "./chinchilla-figure-a1-lr.csv";
import {multiplier, panel} from "./columns/figure-a1.ts";
import {hoffmann2022} from "./works/hoffmann2022.ts";

/** Learning rate of the six cosine cycles, read off Figure A1 of the Chinchilla paper. */
export default defineDataset({
  title: {en: "Learning rate of stretched cosine cycles"},
  description: {en: "Learning rate of the runs of chinchilla-figure-a1, as a fraction of its peak."},
  fields: {
    panel,
    multiplier,
    sequences: {
      type: "number",
      unit: "1e6 sequences",
      range: [0, 13],
      decimals: 3,
      label: {en: "Sequences"},
      description: {en: "Training sequences seen."}
    },
    rate: {
      type: "number",
      unit: "1",
      range: [0, 1],
      decimals: 4,
      label: {en: "Learning rate"},
      description: {en: "Learning rate as a fraction of the peak rate."}
    }
  },
  key: ["panel", "multiplier", "sequences"],
  ascending: {field: "sequences", within: ["panel", "multiplier"]},
  source: {
    ...hoffmann2022,
    locator: "Figure A1, learning rate"
  },
  licence: {id: "facts"},
  provenance: {
    method: "digitised",
    error: {
      en: "±0.0005 of the peak rate for 99% of the points, at most ±0.0022; one pixel is 0.019e6 (short) or 0.031e6 (long) sequences"
    },
    notes: {
      en: "Read off a 1069 × 986 pixel picture; the ticks fit a straight line to 0.001e6 sequences and 0.0001 nat/token, and the colours were confirmed by the learning-rate panels. Warm-up is not included. The points follow 0.1 + 0.45 (1 + cos(π (t − w) / (k T))) with k the multiplier, T = 7.69 and w = 0.09 (short) or T = 12.795 and w = 0.10 (long) in 1e6 sequences, with an rms deviation of 0.0002. The errors stated are deviations from that fit."
    }
  },
  rows: csv
});
