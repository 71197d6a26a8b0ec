import {defineDataset} from "../core/define/dataset.ts";
import csv from "./llama2-curves.csv";
import {loss, loss_p05, loss_p95} from "./columns/binned-loss.ts";
import {touvron2023llama2} from "./works/touvron2023llama2.ts";

/** Training loss of the four Llama 2 models by tokens, read off the published figure. */
export default defineDataset({
  title: {en: "Llama 2 training loss"},
  description: {
    en: "Training loss of the four Llama 2 models against the tokens they have seen, in 173–177 bins a model."
  },
  fields: {
    model: {
      type: "category",
      categories: ["7B", "13B", "34B", "70B"],
      label: {en: "Model"},
      description: {en: "Nominal size of the model."}
    },
    tokens: {
      type: "number",
      unit: "1e9 tokens",
      range: [10, 2020],
      decimals: 3,
      label: {en: "Tokens"},
      description: {
        en: "Training tokens seen at the centre of the bin; the mean of its points where it holds one or two."
      }
    },
    loss,
    loss_p05,
    loss_p95,
    points: {
      type: "number",
      unit: "1",
      range: [1, 50],
      decimals: 0,
      label: {en: "Points"},
      description: {en: "Number of points of the published line in the bin."}
    }
  },
  key: ["model", "tokens"],
  ascending: {field: "tokens", within: ["model"]},
  source: {
    ...touvron2023llama2,
    locator: "Figure 5"
  },
  licence: {id: "facts"},
  provenance: {
    method: "digitised",
    error: {en: "±1e9 tokens (scale ±0.1%), ±0.0007 nat/token"},
    notes: {
      en: "The figure’s vector lines were calibrated in two steps: its ticks and grid lines give the scale of a raster copy (rms residual 0.73e9 tokens and 0.0005 nat/token), and the edges of the drawn curves tie the vector lines to that raster (median residual 0.0004 nat/token). The x positions lie on a regular lattice, taken as ten optimiser steps of 2^22 tokens; that the steps are of that size and that the runs end at round numbers of steps is inferred from this match, as the paper says only 4M. The points are thinned to bins, spaced evenly in the logarithm up to 120e9 tokens and evenly in tokens after that. Single spikes are in llama-spikes and not here. The published lines hold 885–896 irregularly spaced points each, so early bins rest on one to three points and their percentiles say little. The axis is labelled as perplexity, but the values fit a loss in nats. The tokenizer is LLaMA’s, but data and context length differ, so the levels of the two families are not strictly comparable."
    }
  },
  rows: csv
});
