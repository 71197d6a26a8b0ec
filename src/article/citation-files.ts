import {Cite, plugins} from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-ris";
import {keysOf} from "../core/define/keys.ts";
import {apparatus} from "../core/i18n/apparatus.ts";
import {strings} from "../core/i18n/strings.ts";
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
  const work = {
    id: citationId,
    type: "webpage",
    title: article.title,
    author: [{literal: article.authors}],
    issued: {"date-parts": [article.modified.split("-").map(Number)]},
    version: article.version,
    note: versionText(article),
    language: article.language,
    "container-title": strings.siteTitle[article.language],
    // Without a publisher Citation.js writes the address twice in BibTeX.
    publisher: strings.siteTitle[article.language],
    URL: article.url
  };
  if (format === "json") return `${JSON.stringify([work], null, 2)}\n`;
  const text = new Cite([work], {generateGraph: false}).format(format === "bib" ? "bibtex" : "ris");
  // BibTeX’s styles know months by macros, and biber knows no day in them.
  if (format === "bib")
    return `${text.trimEnd()}\n`.replace(/month = \{(\w+) (\d+)\}/, "month = $1,\n\tday = {$2}");
  // The last line of a record in RIS ends in a space.
  return `${text.trimEnd()} \n`;
}

function versionText({version, language}: Article): string {
  return apparatus.version[language].replace("{version}", version);
}
