import publishedModels from "../data/published-models.ts";

/** One published language model: what was trained on how much, in plain counts. */
export interface Model {
  /** E.g. `"llama-2-7b"`. */
  readonly key: string;
  readonly name: string;
  readonly parameters: number;
  readonly tokens: number;
  /** Training compute, 6ND. */
  readonly flops: number;
  readonly tokensPerParameter: number;
  /** Score on MMLU with five examples, in percent; null where it was not reported or not checked. */
  readonly mmlu: number | null;
  /** Models of one series share it, e.g. `"Llama 2"`; a model on its own has its name. */
  readonly family: string;
  /** 1 for 7B to 4 for 65B and 70B in LLaMA and Llama 2; undefined for other models. */
  readonly sizeClass: number | undefined;
  /** Whether the Chinchilla paper lists it, in its Table 1. */
  readonly isInChinchillaPaper: boolean;
}

const families = ["LLaMA", "Llama 2", "Llama 3", "Qwen", "Qwen2.5"] as const;

/** The 22 published models, in the order of the dataset. */
export const models: readonly Model[] = publishedModels.rows.map((row) => {
  const parameters = row.parameters * 1e9;
  const tokens = row.tokens * 1e9;
  const family = families.find((each) => row.name.startsWith(`${each} `)) ?? row.name;
  return {
    key: row.name.toLowerCase().replace(/[^a-z\d]+/g, "-"),
    name: row.name,
    parameters,
    tokens,
    flops: 6 * parameters * tokens,
    tokensPerParameter: tokens / parameters,
    mmlu: row.mmlu,
    family,
    sizeClass: family === "LLaMA" || family === "Llama 2" ? sizeClassOf(row.parameters) : undefined,
    isInChinchillaPaper: row.source.startsWith("Hoffmann et al. 2022")
  };
});

/** The model of a name. @throws where there is none. */
export function modelOf(name: string): Model {
  const model = models.find((candidate) => candidate.name === name);
  if (!model)
    throw new Error(`unknown model: ${name} (one of ${models.map((each) => each.name).join(", ")})`);
  return model;
}

/** Size class of the two families of runs, by 1e9 parameters. */
function sizeClassOf(billions: number): number {
  return 1 + [10, 20, 50].filter((bound) => billions > bound).length;
}
