import type {Localised} from "./locale.ts";

/** What a result of the search is. */
export type SearchKind = "section" | "claim" | "chart" | "data";

/** Strings of the search and of what it finds. */
export const searching = {
  search: {en: "Search"},
  description: {en: "Search the sections, claims, charts and data of “Past Chinchilla”."},
  label: {en: "Words to find in the article, its claims, charts and data"},
  all: {en: "All there is"},
  sections: {en: "Sections"},
  claims: {en: "Claims"},
  charts: {en: "Charts"},
  data: {en: "Data"}
} as const satisfies Record<string, Localised>;

/** Those of its script. */
export const searchStrings = {
  none: {en: "Nothing found for"},
  one: {en: "1 result for"},
  many: {en: "results for"},
  broken: {en: "The search can’t be loaded. All there is stands below."},
  section: {en: "Section"},
  claim: {en: "Claim"},
  chart: {en: "Chart"},
  data: {en: "Data"}
} as const satisfies Record<string, Localised>;
