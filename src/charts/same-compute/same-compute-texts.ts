import {inEachLanguage} from "../../core/i18n/written.ts";
import {modelOf, models, type Model} from "../../analysis/models.ts";
import {abstractScore, scoreOf} from "../../analysis/test-scores.ts";
import {statedErrors} from "../../analysis/stated-errors.ts";
import {formatNumber, formatShort} from "../../core/i18n/format.ts";
import type {Locale, Localised} from "../../core/i18n/locale.ts";
import {chinchilla, gopher, gpt3, shownModels, type SameState} from "./same-state.ts";

/** What each state shows, in a sentence. */
export const answers = {
  pair: () =>
    inEachLanguage((locale) => ({
      en:
        `Nearly the same compute, spent in two ways: Gopher has ${times(gopher.parameters / chinchilla.parameters, locale)} times ` +
        `Chinchilla’s parameters, and Chinchilla saw ${times(chinchilla.tokens / gopher.tokens, locale)} times Gopher’s tokens.`
    })),
  pairScore: () =>
    inEachLanguage((locale) => ({
      en:
        `The smaller model wins: with ${percent(chinchilla.flops / gopher.flops - 1, locale)}% more compute, Chinchilla scores ` +
        `${scoreText(chinchilla, locale)} where Gopher scores ${scoreText(gopher, locale)}.`
    })),
  contemporaries: () => ({
    en:
      `The large models of the time were alike: ${billions("parameters")} billion parameters, ` +
      `${billions("tokens")} billion tokens.`
  }),
  later: () => ({
    en: "LLaMA and Llama 2 went Chinchilla’s way and beyond: at every size they saw a trillion tokens or more."
  }),
  laterScore: () => {
    const llama13B = modelOf("LLaMA 13B");
    return inEachLanguage((locale) => ({
      en:
        `LLaMA’s 13B scores ${scoreText(llama13B, locale)}, above GPT-3’s ${scoreText(gpt3, locale)}, with ` +
        `${percent(llama13B.flops / gpt3.flops, locale)}% of its compute.`
    }));
  }
} as const satisfies Record<string, () => Localised>;

/** Where the models were taken from, and how sure their scores are. */
export function note(state: SameState): Localised {
  return inEachLanguage((locale) => {
    const sources = [
      "Hoffmann et al. (arXiv 2203.15556), Tables 1 and 6",
      ...(state.models === "later"
        ? ["LLaMA (arXiv 2302.13971), Tables 2 and 9", "Llama 2 (arXiv 2307.09288), Table 3"]
        : [])
    ];
    return {
      en:
        `${sources.join("; ")}. Compute is 6 × parameters × tokens. Chinchilla’s MMLU is ${scoreText(chinchilla, locale)} in Table 6 and ` +
        `${formatNumber(abstractScore(), {decimals: 1}, locale)} in the abstract; scores differ by up to ` +
        `±${statedErrors["published-models"].mmlu} point between test set-ups.` +
        (state.draw === "score" && state.models !== "pair"
          ? " Models without a score in these tables are left out."
          : "")
    };
  });
}

/** What the models that the chart is about had, and what came of it. */
export function summary(state: SameState): Localised {
  return inEachLanguage((locale) => ({
    en: shownModels(state)
      .filter((model) => [gopher, chinchilla, gpt3].includes(model) && model.mmlu !== null)
      .map(
        (model) =>
          `${model.name}: ${formatShort(model.parameters, locale)} parameters, ${formatShort(model.tokens, locale)} tokens, ` +
          `${formatShort(model.flops, locale)} FLOPs, MMLU ${scoreText(model, locale)}.`
      )
      .join(" ")
  }));
}

/** What is drawn, model by model. */
export function describe(state: SameState): Localised {
  return inEachLanguage((locale) => {
    const shown = shownModels(state);
    const values = shown.map((model) =>
      state.draw === "budget"
        ? `${model.name} ${formatShort(model.parameters, locale)} on ${formatShort(model.tokens, locale)} tokens`
        : `${model.name} ${scoreText(model, locale)} with ${formatShort(model.flops, locale)} FLOPs`
    );
    return {
      en:
        (state.draw === "budget"
          ? "Dot chart of models by parameters and training tokens, both on logarithmic axes, with lines of equal compute. "
          : "Dot chart of models by MMLU score and training compute, compute on a logarithmic axis. ") +
        `${values.join("; ")}.`
    };
  });
}

/** A model's score on MMLU, in percent, as the tables have it. */
export function scoreText(model: Model, locale: Locale): string {
  return formatNumber(scoreOf(model), {decimals: 1}, locale);
}

function times(ratio: number, locale: Locale): string {
  return formatNumber(ratio, {significant: 2}, locale);
}

function percent(share: number, locale: Locale): string {
  return formatNumber(100 * share, {decimals: 0}, locale);
}

/** Least and most that Chinchilla's contemporaries had, in 1e9. */
function billions(quantity: "parameters" | "tokens"): string {
  const values = models
    .filter((model) => model.isInChinchillaPaper && model !== chinchilla)
    .map((model) => model[quantity] / 1e9);
  return `${Math.min(...values)} to ${Math.max(...values)}`;
}
