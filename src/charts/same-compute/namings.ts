import type {Model} from "../../analysis/models.ts";
import type {Locale, Localised} from "../../core/i18n/locale.ts";
import type {ModelNaming} from "../../marks/model-dots.ts";
import {chinchilla, gopher, gpt3, type SameState} from "./same-state.ts";
import {scoreText} from "./same-compute-texts.ts";

const strings = {
  mmlu: {en: "MMLU"}
} as const satisfies Record<string, Localised>;

/** Models that are named, a family by one of its models, each on the side that other marks leave free. */
export function namings(state: SameState, locale: Locale): readonly ModelNaming[] {
  const isPair = state.models === "pair";
  const withScore = (model: Model): string =>
    state.draw === "budget" || isPair
      ? `${model.name}\n${strings.mmlu[locale]} ${scoreText(model, locale)}`
      : `${model.name} ${scoreText(model, locale)}`;
  const isBudget = state.draw === "budget";
  const always: readonly ModelNaming[] = [
    {
      name: "Gopher",
      text: withScore(gopher),
      side: isBudget ? {anchor: "end", dy: -6} : {anchor: "start", dy: 6}
    },
    {name: "Chinchilla", text: withScore(chinchilla), side: {anchor: "end", dy: isBudget ? 12 : -4}}
  ];
  const alsoNamed: readonly ModelNaming[] = isBudget
    ? [
        {name: "MT-NLG", text: "MT-NLG", side: {anchor: "start"}},
        {name: "LaMDA", text: "LaMDA", side: {anchor: "middle", dy: 14}},
        {name: "LLaMA 7B", text: "LLaMA", side: {anchor: "end"}},
        {name: "Llama 2 7B", text: "Llama 2", side: {anchor: "start"}}
      ]
    : [
        {name: "GPT-3", text: withScore(gpt3), side: {anchor: "middle", dy: 16}},
        {name: "LLaMA 7B", text: "LLaMA 7B", side: {anchor: "start", dy: 8}},
        {name: "LLaMA 65B", text: "65B", side: {anchor: "start", dy: -1}},
        {name: "Llama 2 7B", text: "Llama 2 7B", side: {anchor: "start", dy: 8}},
        {name: "Llama 2 70B", text: "70B", side: {anchor: "start", dy: -4}}
      ];
  const onlyWide: readonly ModelNaming[] = isBudget
    ? [{name: "GPT-3", text: "GPT-3, Jurassic-1", side: {anchor: "end"}}]
    : [];
  return [...[...always, ...alsoNamed].map((naming) => ({...naming, isInNarrow: true})), ...onlyWide];
}
