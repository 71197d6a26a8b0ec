import {plungeMiss} from "../analysis/early-power-law.ts";
import {familyPairs, lowerUntil, nearEnd, swingOf, type FamilyPair} from "../analysis/family-swing.ts";
import {lineWindows} from "../analysis/fit-windows.ts";
import {crossingsWithAttention} from "../analysis/llama-checks/attention-flops.ts";
import {lawCrossing} from "../analysis/llama-checks/law-crossing.ts";
import {neighbours, passedPairs} from "../analysis/llama-checks/passed-pairs.ts";
import {middleKinds, straightness} from "../analysis/llama-checks/straightness.ts";
import {meanLoss} from "../analysis/mean-loss.ts";
import {longestRatio, pastOptimum, readRuns} from "../analysis/past-optimum.ts";
import {computeAxes, runOf} from "../analysis/runs.ts";
import {boundOf, boundWord, defineFact, defineFacts, listedWord, namedWord} from "../core/define/fact.ts";

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
  "near-end": defineFact([pair], (of) => nearEnd(of).y),

  /** How fast runs fall late in their middle, as a share of how fast they fall early in it. */
  straightness: defineFact([listedWord("kind of run", middleKinds), boundWord], (kind, which) =>
    boundOf(which, straightness(kind))
  ),

  /** Neighbouring sizes of a family, and how many of them see the larger pass the smaller. */
  "neighbouring-pairs": defineFact([], () => neighbours),
  "passed-pairs": defineFact(
    [listedWord("family", ["llama1", "llama2"]), listedWord("axis", computeAxes)],
    passedPairs
  ),

  /** FLOPs, with attention counted, at which one LLaMA run passes back another. */
  "back-with-attention": defineFact([run, run], (small, large) => {
    const back = crossingsWithAttention(small, large).findLast(({lower}) => lower === "a");
    if (!back) throw new Error(`never passed back: ${large.key} (expected a run that is)`);
    return back.x;
  }),

  /** FLOPs at which the second run passes the first by Epoch’s fit of Chinchilla’s law. */
  "law-crossing": defineFact([run, run], (small, large) =>
    lawCrossing("epoch-replication", small.parameters * 1e9, large.parameters * 1e9)
  )
});
