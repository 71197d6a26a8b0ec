import gadre from "../data/overtraining-gadre.ts";
import {equallyFarPairs} from "../analysis/equal-compute/equally-far.ts";
import {errorPerDoubling, testedModels} from "../analysis/equal-compute/at-equal-loss.ts";
import type {Estimate} from "../analysis/equal-compute/estimate.ts";
import {tunedRuns} from "../analysis/equal-compute/tuned-runs.ts";
import {finishedFits, lawDifferences, lawPenalty} from "../analysis/equal-compute/fitted-laws.ts";
import {
  marinOptimum,
  marinPenalty,
  quotedFactors,
  type QuotedFactor
} from "../analysis/equal-compute/marin-valley.ts";
import {repetitionPrices} from "../analysis/equal-compute/repeated-data.ts";
import {budgetTokens} from "../analysis/continued-run.ts";
import {runOf} from "../analysis/runs.ts";
import {coefficientsOf, computeFor} from "../laws/chinchilla.ts";
import {valueAt} from "../core/math/points.ts";
import {
  boundOf,
  boundWord,
  defineFact,
  defineFacts,
  onItsSide,
  listedWord,
  namedWord,
  numberWord
} from "../core/define/fact.ts";

const end = listedWord("end", ["low", "value", "high"]);
const factor = namedWord("factor off the optimum", (name) => {
  const known = quotedFactors.find((each) => each === Number(name));
  if (known !== undefined) return known;
  throw new Error(`unknown factor: ${name} (one of ${quotedFactors.join(", ")})`);
});
const epochs = numberWord("epochs");
const nth = numberWord("place, from 1");

/** All that the measured valley and the laws say of a factor, in nats per token. */
function valleyPrices(off: QuotedFactor): number[] {
  return [...finishedFits.map((fit) => lawPenalty(fit, off).value), marinPenalty(off).value];
}

function largeBudget(): ReturnType<typeof lawDifferences> {
  const {statedTokens} = runOf("llama2-70B");
  return lawDifferences(
    {parameters: runOf("llama2-7B").parameters * 1e9, tokens: budgetTokens * 1e9},
    {parameters: runOf("llama2-70B").parameters * 1e9, tokens: statedTokens * 1e9}
  );
}

/** Loss of LLaMA's 13B less that of its 7B by finished laws, where the 7B ends, at equal FLOPs. */
function smallPairDifferences(): number[] {
  const [small, large] = [runOf("llama1-7B"), runOf("llama1-13B")];
  const tokens = small.plottedTokens * 1e9;
  const {free} = lawDifferences(
    {parameters: large.parameters * 1e9, tokens: (tokens * small.parameters) / large.parameters},
    {parameters: small.parameters * 1e9, tokens}
  );
  return [...free.values()].map(({value}) => value);
}

function bounds(
  estimates: Iterable<Estimate>,
  of: (estimate: Estimate) => number,
  which: "least" | "most"
): number {
  return boundOf(which, Array.from(estimates, of));
}

function gadreFree(): Estimate[] {
  return [...largeBudget().free].flatMap(([fit, estimate]) => (fit.startsWith("gadre") ? [estimate] : []));
}

/** Numbers of finished runs of equal compute, of laws that were fitted to such, and of repeated data. */
export default defineFacts({
  /** Price of being off the optimum at equal compute: by the laws, by Marin's runs, and by all. */
  "law-price": defineFact([factor, boundWord], (off, which) =>
    boundOf(
      which,
      finishedFits.map((fit) => lawPenalty(fit, off).value)
    )
  ),
  "marin-price": defineFact([factor, end], (off, which) => marinPenalty(off)[which]),
  "marin-low": defineFact([factor], (off) => marinPenalty(off).low),
  "valley-price": defineFact([factor, boundWord], (off, which) => boundOf(which, valleyPrices(off))),

  /** Tokens per parameter at the bottom of Marin's valleys. */
  "marin-optimum": defineFact([], marinOptimum),

  /** Pairs of sizes that are equally far from their ends, and those whose order changes at an end of their own. */
  "equally-far": defineFact([], () => equallyFarPairs().pairs),
  "equally-far-changed": defineFact([], () => equallyFarPairs().changed),

  /** By what share the compute has to grow for a loss lower by some nats, along Epoch's optimum. */
  /** What being off the optimum by a factor is worth there, by Epoch’s fit itself and by Marin’s runs. */
  "compute-off": defineFact(
    [numberWord("FLOPs"), factor, listedWord("by", ["epoch", "marin"])],
    (flops, off, by) => {
      const {value} = by === "epoch" ? lawPenalty("epoch", off, flops) : marinPenalty(off);
      return computeFor(flops, value, coefficientsOf("epoch-replication")) - 1;
    }
  ),
  "compute-for": defineFact(
    [numberWord("FLOPs"), numberWord("nats")],
    (flops, nats) => computeFor(flops, nats, coefficientsOf("epoch-replication")) - 1
  ),

  /** Tuned runs of equal compute: tokens per parameter, and loss above the lowest, by ascending tokens per parameter. */
  "tuned-ratio": defineFact([nth], (n) => valueAt(tunedRuns(), n - 1).ratio),
  "tuned-above": defineFact([nth], (n) => valueAt(tunedRuns(), n - 1).above),

  /** Most tokens per parameter of Gadre et al.'s models. */
  "gadre-longest": defineFact([], () => Math.max(...gadre.rows.map((row) => row.tokens_per_parameter))),

  /** Errors on tests at equal loss: how many models, and percentage points that a doubling of tokens per parameter takes off. */
  "tested-models": defineFact([], () => testedModels().length),
  "errors-saved": defineFact(
    [listedWord("tasks", ["17", "46"]), end],
    (tasks, which) => -100 * errorPerDoubling(tasks)[which]
  ),

  /** By how much the 7B stays above the 70B on the 70B's compute: by laws of one exponent, and by Chinchilla's form. */
  "tied-above": defineFact([boundWord], (which) =>
    bounds(largeBudget().tied.values(), ({value}) => value, which)
  ),
  "free-below": defineFact([], () => onItsSide(-bounds(gadreFree(), ({low}) => low, "least"))),
  "free-above": defineFact([], () => bounds(gadreFree(), ({high}) => high, "most")),
  "refusing-above": defineFact([boundWord], (which) =>
    boundOf(which, [
      ...Array.from(largeBudget().tied.values(), ({value}) => value),
      ...[...largeBudget().free].flatMap(([fit, {value}]) => (fit.startsWith("gadre") ? [] : [value]))
    ])
  ),

  /** LLaMA's 13B against its 7B where the 7B ends, by laws fitted to finished runs: how much lower, and by how many laws. */
  "order-lower": defineFact([boundWord], (which) =>
    boundOf(
      which,
      smallPairDifferences()
        .filter((difference) => difference < 0)
        .map((difference) => -difference)
    )
  ),
  "order-laws": defineFact([], () => smallPairDifferences().length),
  "order-against": defineFact([], () => smallPairDifferences().filter((difference) => difference > 0).length),

  /** What reading data again costs above fresh data. */
  "repeat-price": defineFact([epochs, boundWord], (times, which) => boundOf(which, repetitionPrices(times)))
});
