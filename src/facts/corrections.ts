import {plungeMiss} from "../analysis/early-power-law.ts";
import {familyPairs, lowerUntil, nearEnd, swingOf, type FamilyPair} from "../analysis/family-swing.ts";
import {lineWindows} from "../analysis/line-windows.ts";
import {meanLoss} from "../analysis/mean-loss.ts";
import {longestRatio, pastOptimum, readRuns} from "../analysis/past-optimum.ts";
import {runOf} from "../analysis/runs.ts";
import {boundOf, boundWord, defineFact, defineFacts, namedWord} from "../core/define/fact.ts";

const run = namedWord("run", runOf);
const pair = namedWord("size", (name): FamilyPair => {
  const found = familyPairs.find(({llama1}) => llama1.model === name);
  if (found) return found;
  throw new Error(`unknown size: ${name} (one of ${familyPairs.map(({llama1}) => llama1.model).join(", ")})`);
});

function windows(of: "level" | "zero", which: "least" | "most"): number {
  const values = lineWindows("all").map((window) => window[of]);
  return boundOf(which, values);
}

/** Numbers behind what the first edition got wrong. */
export default defineFacts({
  /** At the final loss of a run, the model gives the right token one chance in so many, on a geometric average. */
  "one-chance-in": defineFact([run], (of) => Math.exp(meanLoss(of))),

  /** Runs that can be read off Chinchilla's figures. */
  "chinchilla-runs": defineFact([], () => readRuns),

  /** How many times its compute-optimal budget the longest run of a size spent: of all sizes, and of the middle one. */
  "past-optimum-most": defineFact([], () => pastOptimum().most),
  "past-optimum-middle": defineFact([], () => pastOptimum().middle),
  /** Most tokens per parameter of these runs. */
  "past-optimum-ratio": defineFact([], longestRatio),

  /** By how much a power law without a floor misses the first 300e9 tokens of a run. */
  "plunge-miss": defineFact([run], plungeMiss),

  /** Windows that a line was fitted to, and after what share of the budget it levels with the 70B, or meets zero. */
  "line-windows": defineFact([], () => lineWindows("all").length),
  "line-level": defineFact([boundWord], (which) => windows("level", which)),
  "line-zero": defineFact([boundWord], (which) => windows("zero", which)),

  /** Tokens until which Llama 2 is lower, by LLaMA's size. */
  "lower-until": defineFact([pair], (of) => {
    const until = lowerUntil(of);
    if (until === undefined) throw new Error(`never higher: ${of.llama1.model} (expected a size that is)`);
    return until * 1e9;
  }),
  /** By how much the difference of the families rises from 200e9 to 1e12 tokens, and where it is near LLaMA's end. */
  swing: defineFact([pair], swingOf),
  "near-end": defineFact([pair], (of) => nearEnd(of).y)
});
