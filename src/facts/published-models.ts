import {mean} from "simple-statistics";
import advised from "../data/chinchilla-compute-optimal.ts";
import scalingLaws from "../data/scaling-laws.ts";
import {coefficientsOf, loss} from "../laws/chinchilla.ts";
import {allocationNames, exponentOf} from "../analysis/allocations.ts";
import {finalLosses} from "../analysis/chinchilla-sizes.ts";
import {askedLoss, cheapest, type Cost} from "../analysis/serving-cost.ts";
import {defineFact, defineFacts, listedWord, namedWord, numberWord} from "../core/define/fact.ts";
import {modelOf} from "../analysis/models.ts";

const answer = listedWord("answer", allocationNames);
/** A model’s name has `_` for a space. */
const model = namedWord("model", (name) => modelOf(name.replaceAll("_", " ")));

const approach = listedWord("approach", advised.fields.approach.categories);
const billions = numberWord("1e9 parameters");

/** A budget of computing to show what it buys, in FLOPs. */
const exampleFlops = 1e22;

/** Numbers of published models and of the advice on how large to make them. */
export default defineFacts({
  /** Exponent of compute in the compute-optimal number of parameters. */
  "size-exponent": defineFact([answer], exponentOf),

  /** Exponent of compute in the compute-optimal number of tokens. */
  "data-exponent": defineFact([answer], (name) => 1 - exponentOf(name)),

  /** Training tokens for each parameter. */
  "tokens-per-parameter": defineFact([model], ({tokensPerParameter}) => tokensPerParameter),

  /** Parameters. */
  "parameters-of": defineFact([model], ({parameters}) => parameters),

  /** Parameters of a model in Chinchilla's tables of advice. */
  "advised-parameters": defineFact([approach, billions], (by, size) => advice(by, size).parameters),

  /** Compute that its size and tokens make, in FLOPs. */
  "advised-flops": defineFact([approach, billions], (by, size) => {
    const {parameters, tokens} = advice(by, size);
    return 6 * parameters * tokens;
  }),

  /** How much too high a fit puts the losses of Chinchilla's own 240 runs, in nats per token, on average. */
  "law-excess": defineFact([listedWord("fit", scalingLaws.fields.name.categories)], (name) => {
    const fit = coefficientsOf(name);
    return mean(finalLosses.map((run) => loss(run, fit) - run.loss));
  }),

  /** How many times as many tokens the first model saw as the second. */
  "tokens-ratio": defineFact([model, model], (a, b) => a.tokens / b.tokens),

  /** Score on MMLU with five examples, in percent. */
  "mmlu-of": defineFact([model], ({name, mmlu}) => {
    if (mmlu === null) throw new Error(`no score: ${name} (expected a model whose MMLU is known)`);
    return mmlu;
  }),

  /** A loss in nats per token, and tokens per parameter of the cheapest model of it by Epoch’s fit, with some tokens to serve. */
  "asked-loss": defineFact([], () => askedLoss),
  "cheapest-ratio": defineFact([numberWord("tokens to serve")], cheapestRatio),

  /** Its parameters, and how much more than the cheapest to train it costs to train, as a share of 1. */
  "cheapest-size": defineFact([numberWord("tokens to serve")], (served) => cheapestModel(served).parameters),
  "more-training": defineFact(
    [numberWord("tokens to serve")],
    (served) => cheapestModel(served).training / cheapestModel(0).training - 1
  ),

  /** A budget in FLOPs, and the parameters and tokens that it buys at that ratio with nothing to serve, at six FLOPs each. */
  "example-budget": defineFact([], () => exampleFlops),
  "example-parameters": defineFact([], () => Math.sqrt(exampleFlops / (6 * cheapestRatio(0)))),
  "example-tokens": defineFact([], () => Math.sqrt((exampleFlops * cheapestRatio(0)) / 6))
});

function cheapestRatio(served: number): number {
  const {tokens, parameters} = cheapestModel(served);
  return tokens / parameters;
}

function cheapestModel(served: number): Cost {
  return cheapest({target: askedLoss, served}, coefficientsOf("epoch-replication"));
}

function advice(by: string, size: number): (typeof advised.rows)[number] {
  const row = advised.rows.find((each) => each.approach === by && each.parameters === size * 1e9);
  if (!row) throw new Error(`no advice: ${by} ${size} (expected one of chinchilla-compute-optimal)`);
  return row;
}
