import {modelOf, models, type Model} from "../../analysis/models.ts";
import {scoreOf} from "../../analysis/test-scores.ts";
import type {State} from "../../core/define/chart.ts";
import type {Placing} from "../../marks/model-dots.ts";

/** What can be chosen of Gopher and Chinchilla. */
export const inputs = {
  draw: {
    type: "choice",
    options: ["budget", "score"],
    default: "budget",
    label: {en: "Draw"},
    names: {budget: {en: "how the budget is spent"}, score: {en: "score by compute"}}
  },
  models: {
    type: "choice",
    options: ["pair", "contemporaries", "later"],
    default: "pair",
    label: {en: "Models"},
    names: {
      pair: {en: "Gopher and Chinchilla"},
      contemporaries: {en: "with their contemporaries"},
      later: {en: "with LLaMA and Llama 2"}
    }
  }
} as const;

/** A state of the chart of Gopher and Chinchilla. */
export type SameState = State<typeof inputs>;

/** The models that the chart is about. */
export const [gopher, chinchilla, gpt3] = [modelOf("Gopher"), modelOf("Chinchilla"), modelOf("GPT-3")];

/** All models that may be shown, so that the axes stay where they are. */
export const candidates = models.filter(
  (model) => model.isInChinchillaPaper || model.family === "LLaMA" || model.family === "Llama 2"
);

/** Models that a state shows; by score those that have one. */
export function shownModels(state: SameState): readonly Model[] {
  const chosen = {
    pair: [gopher, chinchilla],
    contemporaries: models.filter((model) => model.isInChinchillaPaper),
    later: candidates
  }[state.models];
  return state.draw === "score" ? chosen.filter((model) => model.mmlu !== null) : chosen;
}

/** Where a state draws a model. */
export function placing({draw}: SameState): Placing {
  return draw === "budget"
    ? {x: (model) => model.tokens, y: (model) => model.parameters}
    : {x: (model) => model.flops, y: scoreOf};
}
