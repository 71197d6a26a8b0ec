import advised from "../data/chinchilla-compute-optimal.ts";
import {coefficientsOf, loss, type FitName} from "../laws/chinchilla.ts";
import {exponentOf, type AllocationName} from "../analysis/allocations.ts";
import {finalLosses} from "../analysis/chinchilla-sizes.ts";
import {cheapest} from "../analysis/serving-cost.ts";
import {defineFacts} from "../core/define/fact.ts";
import {modelOf} from "../analysis/models.ts";

/** Numbers of published models and of the advice on how large to make them; a model’s name has `_` for a space. */
export default defineFacts({
  /** Exponent of compute in the compute-optimal number of parameters. */
  "size-exponent": (answer) => exponentOf(answer as AllocationName),

  /** Exponent of compute in the compute-optimal number of tokens. */
  "data-exponent": (answer) => 1 - exponentOf(answer as AllocationName),

  /** Training tokens for each parameter. */
  "tokens-per-parameter": (name) => named(name).tokensPerParameter,

  /** Parameters. */
  "parameters-of": (name) => named(name).parameters,

  /** Parameters of a model in Chinchilla's tables of advice: approach, 1e9 parameters. */
  "advised-parameters": (approach, billions) => advice(approach, billions).parameters,

  /** Compute that its size and tokens make, in FLOPs: approach, 1e9 parameters. */
  "advised-flops": (approach, billions) => {
    const {parameters, tokens} = advice(approach, billions);
    return 6 * parameters * tokens;
  },

  /** How much too high a fit puts the losses of Chinchilla's own 240 runs, in nats per token, on average. */
  "law-excess": (name) => {
    const fit = coefficientsOf(name as FitName);
    const excesses = finalLosses.map((run) => loss(run, fit) - run.loss);
    return excesses.reduce((sum, excess) => sum + excess, 0) / excesses.length;
  },

  /** How many times as many tokens the first model saw as the second. */
  "tokens-ratio": (a, b) => named(a).tokens / named(b).tokens,

  /** Score on MMLU with five examples, in percent. */
  "mmlu-of": (name) => named(name).mmlu!,

  /** Tokens per parameter of the cheapest model of loss 2.1, by Epoch’s fit, with some tokens to serve. */
  "cheapest-ratio": (served) => {
    const {tokens, parameters} = cheapest(
      {target: 2.1, served: Number(served)},
      coefficientsOf("epoch-replication")
    );
    return tokens / parameters;
  }
});

function advice(approach = "", billions = ""): (typeof advised.rows)[number] {
  const row = advised.rows.find(
    (each) => each.approach === approach && each.parameters === Number(billions) * 1e9
  );
  if (!row)
    throw new Error(`no advice: ${approach} ${billions} (expected one of chinchilla-compute-optimal)`);
  return row;
}

function named(name: string): ReturnType<typeof modelOf> {
  return modelOf(name.replaceAll("_", " "));
}
