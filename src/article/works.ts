import {Cite} from "@citation-js/core";
import {firstOf, valueAt} from "../core/math/points.ts";
import entries from "../content/references.json" with {type: "json"};

/** A published work, as far as the CSL-JSON of `content/references.json` states it. */
export interface Reference {
  readonly id: string;
  /** `"article"` is a preprint. */
  readonly type: "article" | "post-weblog";
  readonly title: string;
  readonly author: readonly Author[];
  /** Year, and month and day where they are known. */
  readonly issued: {readonly "date-parts": readonly (readonly number[])[]};
  /** E.g. `"arXiv:2203.15556"`. */
  readonly number?: string;
  readonly URL?: string;
}

/** Works that the article may cite, as Citation.js reads them. */
export const references = new Cite(entries, {generateGraph: false}).data as readonly Reference[];

/** A person, or a group that signs under one name. */
type Author = {readonly family: string; readonly given: string} | {readonly literal: string};

/** Whole name, family first, e.g. `"Besiroglu, Tamay"`; a group's as it signs. */
export function nameOf(author: Author): string {
  return "literal" in author ? author.literal : `${author.family}, ${author.given}`;
}

/** Authors named before a longer list is cut short. */
const namedAuthors = 6;

/** The work of an id. @throws where there is none. */
export function referenceOf(id: string): Reference {
  const reference = references.find((candidate) => candidate.id === id);
  if (!reference) {
    throw new Error(`unknown reference: ${id} (one of ${references.map((each) => each.id).join(", ")})`);
  }
  return reference;
}

/** Authors and year, e.g. `"Hoffmann et al., 2022"`; works that share both are told apart by a letter. */
export function citationOf(reference: Reference): string {
  const alike = references.filter((other) => shortForm(other) === shortForm(reference));
  const letter = alike.length > 1 ? valueAt("abcdefgh", alike.indexOf(reference)) : "";
  return `${shortForm(reference)}${letter}`;
}

/** Authors with initials, e.g. `"Besiroglu, T., Erdil, E."`, the first six of a longer list. */
export function authorsOf({author}: Reference): string {
  const named = author
    .slice(0, namedAuthors)
    .map((each) => ("literal" in each ? each.literal : `${each.family}, ${initials(each.given)}`));
  return named.join(", ") + (author.length > namedAuthors ? " et al." : "");
}

/** Year and letter, as in the citation, e.g. `"2023a"`. */
export function yearOf(reference: Reference): string {
  const citation = citationOf(reference);
  return citation.slice(citation.lastIndexOf(", ") + 2);
}

function shortForm({author, issued}: Reference): string {
  const [first, second, third] = author.map((each) => ("literal" in each ? each.literal : each.family));
  const names =
    third !== undefined ? `${first} et al.` : second !== undefined ? `${first} and ${second}` : first;
  return `${names}, ${firstOf(firstOf(issued["date-parts"]))}`;
}

function initials(given: string): string {
  return given.replace(/(\p{L})[\p{L}.]*/gu, "$1.");
}
