import type {Localised} from "../core/i18n/locale.ts";
import type {Family} from "./runs.ts";

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
export const readingErrors = {
  llama1: {tokens: {en: "±0.5 billion tokens"}, loss: {en: "±0.0005 nat"}},
  llama2: {tokens: {en: "±1 billion tokens"}, loss: {en: "±0.0007 nat"}}
} as const satisfies Record<Family, Record<"tokens" | "loss", Localised>>;
