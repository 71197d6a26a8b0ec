import {Cite, plugins} from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-ris";
import {keysOf} from "../core/define/keys.ts";
import {apparatus} from "../core/i18n/apparatus.ts";
import type {Article} from "./edition.ts";

// BibTeX in UTF-8, by the id of the work: what biber and today's BibTeX read.
Object.assign(plugins.config.get("@bibtex").format, {
  useIdAsLabel: true,
  checkLabel: false,
  asciiOnly: false
});

/** Formats in which the article's own citation is a file of the site, by the file's ending. */
export const citationFormats = {bib: "BibTeX", ris: "RIS", json: "CSL-JSON"} as const;

export type CitationFormat = keyof typeof citationFormats;

/** The endings of those formats, in their order. */
export const citationFormatNames = keysOf(citationFormats);

/** The article's name among the works that a reader cites. */
export const citationId = "past-chinchilla";

/** The article in a sentence, as it may stand in a list of references. */
export function citationText(article: Article): string {
  const {authors, modified, title, url} = article;
  return `${authors} (${modified.slice(0, 4)}). ${title} ${versionText(article)}. ${url}`;
}

/** The article's own citation as a file, formatted by Citation.js. */
export function citationFile(article: Article, format: CitationFormat): string {
  const [year, ...day] = article.modified.split("-").map(Number);
  // BibTeX has no field for the day, and a month in digits means nothing to its styles.
  const date = format === "bib" ? [year] : [year, ...day];
  const work = {
    id: citationId,
    type: "webpage",
    title: article.title,
    author: [{literal: article.authors}],
    issued: {"date-parts": [date]},
    version: article.version,
    note: versionText(article),
    language: article.language,
    URL: article.url
  };
  if (format === "json") return `${JSON.stringify([work], null, 2)}\n`;
  return new Cite([work], {generateGraph: false})
    .format(format === "bib" ? "bibtex" : "ris")
    .replace(/\n+$/, "\n");
}

function versionText({version, language}: Article): string {
  return apparatus.version[language].replace("{version}", version);
}
