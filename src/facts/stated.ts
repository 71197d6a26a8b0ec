import {defineFact, defineFacts, namedWord} from "../core/define/fact.ts";

/** Numbers that stand in the text of a paper and in no table of ours, as their unit says. */
const statements: Readonly<Record<string, number>> = {
  // "over 400 language models": Hoffmann et al. 2022, abstract.
  "chinchilla-models": 400,
  // Runs of each size, and the longest of them over the shortest: Hoffmann et al. 2022, section 3.1.
  "chinchilla-lengths": 4,
  "chinchilla-span": 16,
  // Share of a run's training in which all its points on the frontier lie: Hoffmann et al. 2022, footnote 4.
  "frontier-last-share": 0.15,
  // FLOPs of the largest budget of Llama 3's compute-optimal runs: Llama Team 2024, section 3.2.1.
  "llama3-isoflop-most": 1e22,
  // How often LLaMA's longer runs read a part of their data: Touvron et al. 2023a, Table 1.
  "wikipedia-epochs": 2.45,
  "books-epochs": 2.23,
  // Steps: Touvron et al. 2023a, section 2.3, and 2023b, section 2.2.
  "warm-up-steps": 2000,
  // Share of MMLU: Hoffmann et al. 2022, abstract; its Table 6 is in published-models.
  "chinchilla-mmlu": 0.675,
  // FLOPs: Hoffmann et al. 2022, Table A3, approach 3, 175 billion parameters; our table has it corrected.
  "table-a3-flops": 1.26e24,
  // How far the places where Llama 2's 34B and 70B meet differ between our smoother and others, on all logged points
  // and on bins, as a share: our own check, which a test of `crossings` repeats.
  "slow-crossing-error": 0.15
};

/** What others state in words, for the prose to quote. */
export default defineFacts({
  /** A statement by its name. */
  stated: defineFact([namedWord("statement", statement)], (value) => value)
});

function statement(name: string): number {
  const value = statements[name];
  if (value === undefined)
    throw new Error(`unknown statement: ${name} (one of ${Object.keys(statements).join(", ")})`);
  return value;
}
