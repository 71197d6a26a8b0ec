import {inEachLanguage} from "../../core/i18n/written.ts";
import {modelOf, models, type Model} from "../../analysis/models.ts";
import {formatTick} from "../../core/i18n/format-drawn.ts";
import {formatNumber, formatShort} from "../../core/i18n/format.ts";
import type {Locale, Localised} from "../../core/i18n/locale.ts";
import {firstOf, lastOf} from "../../core/math/points.ts";
import {focusedModels, isFocused, small, smallSize, type RatioState} from "./ratio-state.ts";

/** What each state shows, in a sentence. */
export const answers = {
  all: () =>
    inEachLanguage((locale) => ({
      en:
        `GPT-3 saw ${named("GPT-3", locale)} tokens for each parameter and Chinchilla ${named("Chinchilla", locale)}; Llama 3’s 8B saw ` +
        `${named("Llama 3 8B", locale)} or more.`
    })),
  llamaLine: () =>
    inEachLanguage((locale) => ({
      en:
        `From LLaMA over Llama 2 to Llama 3, the smallest size went from ${named("LLaMA 7B", locale)} to ${named("Llama 2 7B", locale)} to ` +
        `${named("Llama 3 8B", locale)} tokens per parameter, the largest from ${named("LLaMA 65B", locale)} to ${named("Llama 2 70B", locale)} to ` +
        `${named("Llama 3 70B", locale)}.`
    })),
  smallModels: () => {
    const least = Math.min(...small.map((model) => model.tokensPerParameter));
    const times = Math.floor(least / modelOf("Chinchilla").tokensPerParameter);
    return inEachLanguage((locale) => ({
      en:
        `Every one of these models of up to ${formatShort(smallSize / 1e9, locale)} billion parameters saw at least ` +
        `${times} times as many tokens per parameter as Chinchilla.`
    }));
  }
} as const satisfies Record<string, () => Localised>;

/** Where the models were taken from. */
export function note(): Localised {
  return {
    en:
      "Parameters and tokens as the models’ own reports or Hoffmann et al. (arXiv 2203.15556), Table 1, state them; the " +
      "data name each. Llama 3’s tokens are a lower bound; TinyLlama’s are the number its project announced."
  };
}

/** From where to where the ratio goes. */
export function summary(state: RatioState): Localised {
  return inEachLanguage((locale) => {
    const focused = focusedModels(state);
    const end = (model: Model): string => `${ratio(model, locale)} (${model.name})`;
    return {en: `The ratio goes from ${end(firstOf(focused))} to ${end(lastOf(focused))}.`};
  });
}

/** What is drawn, model by model. */
export function describe(state: RatioState): Localised {
  return inEachLanguage((locale) => {
    const values = models
      .filter((model) => isFocused(model, state))
      .map((model) => `${model.name} ${ratio(model, locale)}`);
    return {
      en:
        "Dot chart of training tokens per parameter by parameters, both on logarithmic axes, with a line at Chinchilla’s " +
        `${named("Chinchilla", locale)}. ${values.join("; ")}.`
    };
  });
}

function named(name: string, locale: Locale): string {
  return ratio(modelOf(name), locale);
}

function ratio({tokensPerParameter}: Model, locale: Locale): string {
  return tokensPerParameter < 10
    ? formatNumber(tokensPerParameter, {decimals: 1}, locale)
    : formatTick(Math.round(tokensPerParameter), locale);
}
