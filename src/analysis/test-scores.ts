import publishedModels from "../data/published-models.ts";
import {modelOf, type Model} from "./models.ts";

/** A model's score on MMLU with five examples, in percent. @throws where it has none. */
export function scoreOf({name, mmlu}: Model): number {
  if (mmlu === null) throw new Error(`no MMLU score: ${name} (expected a model with one)`);
  return mmlu;
}

/** Chinchilla's score as the abstract of its paper has it, which differs from the paper's table, in percent. */
export function abstractScore(): number {
  const {source = ""} = publishedModels.rows.find(({name}) => name === "Chinchilla") ?? {};
  const written = /\(abstract: ([\d.]+)\)/.exec(source)?.[1];
  if (written === undefined)
    throw new Error(`no score of the abstract: ${source} (expected it in the source)`);
  return Number(written);
}

/** Llama 2's scores as Llama 3's model card has them, measured with another set-up, in percent (notes of the dataset). */
const measuredAgain = {"Llama 2 7B": 45.7, "Llama 2 13B": 53.8, "Llama 2 70B": 69.7} as const;

/** How far scores of one model differ between two set-ups at most, in percentage points. */
export function setUpSpread(): number {
  return Math.max(
    ...Object.entries(measuredAgain).map(([name, again]) => Math.abs(scoreOf(modelOf(name)) - again))
  );
}
