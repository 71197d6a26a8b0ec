import type {CategoryField} from "../../core/define/field.ts";

/** Which of the two LLaMA papers. */
export const family = {
  type: "category",
  categories: ["llama1", "llama2"],
  label: {en: "Family"},
  description: {en: "Which of the two papers the run is from."}
} as const satisfies CategoryField;

/** A model of either. */
export const model = {
  type: "category",
  categories: ["7B", "13B", "33B", "34B", "65B", "70B"],
  label: {en: "Model"},
  description: {en: "Nominal size of the model."}
} as const satisfies CategoryField;
