import {defineDataset} from "../core/define/dataset.ts";
import csv from "./schedule-horizon.csv";
import {licence, schaipp2025} from "./works/schaipp2025.ts";

/** Loss on the whole validation set of runs under three schedules, at their ends and where shorter siblings ended. */
export default defineDataset({
  title: {en: "Stretched and finished runs"},
  description: {
    en: "Loss on the whole validation set of 33M to 360M models under cosine, constant and cooldown schedules, at the end of each run and at the steps where its shorter siblings ended."
  },
  fields: {
    train_set: {
      type: "category",
      categories: ["openwebtext2", "slimpajama"],
      label: {en: "Training set"},
      description: {en: "Text that was trained and validated on."}
    },
    parameters: {
      type: "number",
      unit: "parameters",
      range: [30000000.0, 400000000.0],
      label: {en: "Parameters"},
      description: {en: "Parameters, with the tied embedding."}
    },
    schedule: {
      type: "category",
      categories: ["cosine", "constant", "cooldown"],
      label: {en: "Schedule"},
      description: {
        en: "Cosine: down to a tenth of the peak at the planned end. Constant: never down. Cooldown: constant, then the last fifth linearly down to zero."
      }
    },
    peak_rate: {
      type: "number",
      unit: "1",
      range: [0.0005, 0.002],
      label: {en: "Peak rate"},
      description: {en: "Peak of the learning rate."}
    },
    run_steps: {
      type: "number",
      unit: "steps",
      range: [3000, 62500],
      decimals: 0,
      label: {en: "Planned steps"},
      description: {en: "Steps for which the schedule was made."}
    },
    step: {
      type: "number",
      unit: "steps",
      range: [3000, 62500],
      decimals: 0,
      label: {en: "Step"},
      description: {en: "Step at which the loss was measured."}
    },
    tokens: {
      type: "number",
      unit: "tokens",
      range: [100000000.0, 20000000000.0],
      label: {en: "Tokens"},
      description: {en: "Tokens seen so far."}
    },
    flops: {
      type: "number",
      unit: "FLOPs",
      range: [1e16, 1e20],
      label: {en: "Compute"},
      description: {en: "Training compute so far: six for each parameter and token."}
    },
    loss: {
      type: "number",
      unit: "nat/token",
      range: [2, 4],
      decimals: 5,
      label: {en: "Loss"},
      description: {en: "Loss on the whole validation set."}
    },
    finished: {
      type: "boolean",
      label: {en: "Finished"},
      description: {en: "1 at the planned end of a cosine or a cooldown."}
    }
  },
  key: ["train_set", "parameters", "schedule", "run_steps", "step"],
  source: {
    ...schaipp2025,
    locator: "final validation losses in the repository fabian-sp/lr-scheduling, commit 8ace3a3, data/*.json"
  },
  licence: licence,
  provenance: {
    method: "measured",
    error: {en: "±0.005 nat/token in a difference of two runs; a fitted law leaves 0.006 nat/token"},
    notes: {
      en: "The runs appear to be those of Hägele et al. (arXiv 2405.18392). All values of the files of cosine, constant and cooldown runs that share one recipe; runs of other prefixes are left out. Warm-up is 300 steps. The peak is 0.002 up to 93M and 0.001 above for cosines, half of it for the others. Tokens per step, 102,400 (360M: 204,800), follow from the training code (epfml/schedules-and-scaling), not from the paper. One seed, one order of the data."
    }
  },
  rows: csv
});
