import {defineDataset} from "../core/define/dataset.ts";
import csv from "./chinchilla-figure-a1.csv";
import {multiplier, panel} from "./columns/figure-a1.ts";
import {hoffmann2022} from "./works/hoffmann2022.ts";

/** Training loss under six cosine cycle lengths, read off Figure A1 of the Chinchilla paper. */
export default defineDataset({
  title: {en: "Loss under stretched cosine cycles"},
  description: {
    en: "Training loss of one model under cosine cycles that are one to five times as long as the target run, for two targets."
  },
  fields: {
    panel,
    multiplier,
    sequences: {
      type: "number",
      unit: "1e6 sequences",
      range: [2, 13],
      decimals: 3,
      label: {en: "Sequences"},
      description: {en: "Training sequences seen at the centre of the bin."}
    },
    loss: {
      type: "number",
      unit: "nat/token",
      range: [2.6, 3],
      decimals: 4,
      label: {en: "Loss"},
      description: {en: "Mean training loss over the visible part of the line in the bin."}
    }
  },
  key: ["panel", "multiplier", "sequences"],
  ascending: {field: "sequences", within: ["panel", "multiplier"]},
  source: {
    ...hoffmann2022,
    locator: "Figure A1, training loss"
  },
  licence: {id: "facts"},
  provenance: {
    method: "digitised",
    error: {
      en: "±0.0025 nat/token for a bin; up to −0.0018 nat/token more for the partly hidden 1× curves; ±0.047e6 sequences, half a bin"
    },
    notes: {
      en: "Read off a 1069 × 986 pixel picture; the ticks fit a straight line to 0.001e6 sequences and 0.0001 nat/token, and the colours were confirmed by the learning-rate panels. Each value is the mean height of the pixels of exactly the line’s colour in a bin of 0.094e6 sequences. A bin that hides most of the line has no row, which strikes the 1× curve most, since it was drawn first. Seven bins more than 0.006 nat/token off their own trend and all values above 2.985 were left out. Redrawing artificial curves and reading them again gave a scatter of 0.0015–0.0025 nat/token a bin and, for the 1× curves, a bias of −0.001 to −0.0018 nat/token; nothing was corrected for it. Over the last 0.3e6 (short) or 0.6e6 (long) sequences the 1×, 1.1× and 1.25× curves cover one another, and their order cannot be read. The paper does not give the model’s size."
    }
  },
  rows: csv
});
