import publishedModels from "../data/published-models.ts";
import type {Model} from "./models.ts";

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
