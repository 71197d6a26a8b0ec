import {inEachLanguage} from "../../core/i18n/written.ts";
import {models, type Model} from "../../analysis/models.ts";
import type {State} from "../../core/define/chart.ts";
import {formatShort} from "../../core/i18n/format.ts";

/** Parameters up to which a model counts as small here. */
export const smallSize = 8e9;

/** What can be chosen of tokens per parameter. */
export const inputs = {
  focus: {
    type: "choice",
    options: ["all", "llama", "small"],
    default: "all",
    label: {en: "Focus on"},
    names: {
      all: {en: "all models"},
      llama: {en: "LLaMA to Llama 3"},
      small: inEachLanguage((locale) => ({
        en: `up to ${formatShort(smallSize / 1e9, locale)} billion parameters`
      }))
    }
  }
} as const;

/** A state of the chart of tokens per parameter. */
export type RatioState = State<typeof inputs>;

/** The small models. */
export const small: readonly Model[] = models.filter((model) => model.parameters <= smallSize);

/** Whether a model is in focus. */
export function isFocused(model: Model, {focus}: RatioState): boolean {
  if (focus === "llama") return ["LLaMA", "Llama 2", "Llama 3"].includes(model.family);
  return focus === "all" || small.includes(model);
}

/** The models in focus, by tokens per parameter, ascending. */
export function focusedModels(state: RatioState): Model[] {
  return models
    .filter((model) => isFocused(model, state))
    .toSorted((a, b) => a.tokensPerParameter - b.tokensPerParameter);
}
