import {coefficientsOf} from "../laws/chinchilla.ts";
import {exponentOf, type AllocationName} from "../analysis/allocations.ts";
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

function named(name: string): ReturnType<typeof modelOf> {
  return modelOf(name.replaceAll("_", " "));
}
