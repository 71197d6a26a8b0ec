import {defineDataset} from "../core/define/dataset.ts";
import csv from "./ladder.csv";
import {bhagia2024} from "./works/bhagia2024.ts";

/** Loss of five sizes of one recipe, each trained anew for up to five lengths with a schedule of its own. */
export default defineDataset({
  title: {en: "The ladder: five sizes, five finish lines"},
  description: {
    en: "Validation loss of five sizes of one model, each trained anew for 0.5, 1, 2, 5 and 10 times 20 tokens per parameter, every run with its own cosine down to a tenth of its peak."
  },
  fields: {
    size: {
      type: "category",
      categories: ["190M", "370M", "760M", "1B", "3B"],
      label: {en: "Size"},
      description: {en: "Nominal size of the model."}
    },
    parameters: {
      type: "number",
      unit: "parameters",
      range: [100000000.0, 4000000000.0],
      label: {en: "Parameters"},
      description: {
        en: "Parameters without the input embedding, with the output layer; from the configuration."
      }
    },
    length: {
      type: "category",
      categories: ["0.5xC", "1xC", "1xC-rerun", "2xC", "5xC", "10xC"],
      label: {en: "Length"},
      description: {
        en: "Planned length of the run, in multiples of 20 tokens per parameter; 1xC-rerun is 1xC once more."
      }
    },
    step: {
      type: "number",
      unit: "steps",
      range: [50, 300000],
      decimals: 0,
      label: {en: "Step"},
      description: {en: "Optimiser step."}
    },
    tokens: {
      type: "number",
      unit: "tokens",
      range: [10000000.0, 1000000000000.0],
      label: {en: "Tokens"},
      description: {en: "Tokens seen so far."}
    },
    flops: {
      type: "number",
      unit: "FLOPs",
      range: [1e16, 2e22],
      label: {en: "Compute"},
      description: {
        en: "Training compute so far, as logged: six for each parameter and token, attention, and four times the input embedding."
      }
    },
    learning_rate: {
      type: "number",
      unit: "1",
      range: [1e-5, 0.001],
      label: {en: "Learning rate"},
      description: {en: "Learning rate of that step."}
    },
    loss_c4: {
      type: "number",
      unit: "nat/token",
      range: [2, 10],
      decimals: 5,
      label: {en: "Loss on C4"},
      description: {en: "Validation loss on C4."}
    },
    loss_pile: {
      type: "number",
      unit: "nat/token",
      range: [2, 10],
      decimals: 5,
      label: {en: "Loss on the Pile"},
      description: {en: "Validation loss on the Pile."}
    },
    last: {
      type: "boolean",
      label: {en: "Last"},
      description: {en: "1 at the end of its run."}
    }
  },
  key: ["size", "length", "step"],
  ascending: {field: "step", within: ["size", "length"]},
  source: {
    ...bhagia2024,
    locator: "runs in the repository allenai/OLMo-ladder, commit 67a3f44, src/scripts/paper/data/ladder-runs"
  },
  licence: {id: "Apache-2.0", notice: "Copyright Allen Institute for AI"},
  provenance: {
    method: "measured",
    error: {
      en: "±0.003 nat/token in a difference of two runs on C4; ±0.010 on the Pile, whose evaluation batches differ with length; repeated runs differ by 0.0011 at most"
    },
    notes: {
      en: "The values are the repository’s own, thinned to about 36 points a run: evenly in log tokens over the first third, evenly in tokens after it, the last kept; of the runs made again, only the last. Peak rate, batch and warm-up are the same within a size and follow a rule, not a search. The logged compute counts the input embedding backwards but not forwards, which is 16% of the smallest model’s and 6% of the largest’s, and favours the larger. C4 isn’t the training mix, and the tokenizer isn’t LLaMA’s: levels can’t be compared with other tables."
    }
  },
  rows: csv
});
