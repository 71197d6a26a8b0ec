import {inEachLanguage} from "../core/i18n/written.ts";
import type {Locale, Localised} from "../core/i18n/locale.ts";
import {formatNumber} from "../core/i18n/format.ts";
import type {Family} from "./runs.ts";
import {statedErrors} from "./stated-errors.ts";

/** Names of the two families of runs. */
export const familyNames = {
  llama1: {en: "LLaMA"},
  llama2: {en: "Llama 2"}
} as const satisfies Record<Family, Localised>;

/** The published figure that a family’s curves are read off. */
export const familyFigures = {
  llama1: {en: "LLaMA (arXiv 2302.13971), Figure 1"},
  llama2: {en: "Llama 2 (arXiv 2307.09288), Figure 5"}
} as const satisfies Record<Family, Localised>;

/** How far off the reading of a family’s figure may be. */
export const readingErrors: Readonly<Record<Family, Readonly<Record<"tokens" | "loss", Localised>>>> = {
  llama1: errorTexts(statedErrors["llama1-curves"]),
  llama2: errorTexts(statedErrors["llama2-curves"])
};

/** Errors in words, of tokens in 1e9 and of a loss in nats. */
function errorTexts({tokens, loss}: {readonly tokens: number; readonly loss: number}): {
  readonly tokens: Localised;
  readonly loss: Localised;
} {
  const written = (value: number, locale: Locale): string => formatNumber(value, {significant: 3}, locale);
  return {
    tokens: inEachLanguage((locale) => ({en: `±${written(tokens, locale)} billion tokens`})),
    loss: inEachLanguage((locale) => ({en: `±${written(loss, locale)} nat`}))
  };
}
