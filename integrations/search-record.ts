import {parseHTML} from "linkedom";
import {neededElement} from "../src/core/node/needed-element.ts";
import type {SearchKind} from "../src/core/i18n/searching.ts";

/** What a search can find: one result. */
export interface SearchRecord {
  readonly kind: SearchKind;
  /** Below the base path, e.g. `"#limits"` or `"charts/loss/"`. */
  readonly path: string;
  readonly title: string;
  /** Its text as it is searched and shown in excerpts. */
  readonly text: string;
}

/** What isn't read as text: drawings, their numbers and controls, code to copy, what is on the page twice. */
const silent = [
  "svg, script, style, noscript, template, [hidden]",
  "figure, .chart-figure, pre, .claims, .citation-file, .rows, .loader-note",
  ".section-link, .endnotes, .note-number, .note-mark, .katex-html, annotation, .act, cite-card"
].join();
const blocks = "p, li, dt, dd, h1, h2, h3, h4, tr, td, th, div, figcaption, .note-text";

/**
 * The sections of a page of prose, each without its claims, and its claims.
 *
 * @param page where it is below the base path
 * @throws where there is none
 */
export function articleRecords(html: string, page = ""): SearchRecord[] {
  const {document} = parseHTML(html);
  const sections = [...document.querySelectorAll("main > section[id], main > .article > section[id]")].map(
    (section): SearchRecord => ({
      kind: "section",
      path: `${page}#${section.id}`,
      title: textOf(neededElement(section, "h1, h2")),
      text: textOf(section, "h1, h2")
    })
  );
  const claims = [...document.querySelectorAll(".claim[id]")].map((claim): SearchRecord => {
    const [title = "", ...rest] = [...claim.children].map((cell) => textOf(cell, "a"));
    return {kind: "claim", path: `${page}#${claim.id}`, title, text: rest.join(". ")};
  });
  if (sections.length === 0) throw new Error("no sections: the article (expected main > section[id])");
  return [...sections, ...claims];
}

/** The page of a chart, by its question and the answers of its named states. */
export function chartRecord(path: string, html: string): SearchRecord {
  const main = mainOf(path, html);
  const question = textOf(neededElement(main, ".chart-question"));
  const answers = [...main.querySelectorAll("nav[aria-labelledby='states-title'] li")].map((li) =>
    textOf(li)
  );
  const notes = [
    ...new Set([...main.querySelectorAll("figcaption .chart-note")].map((note) => textOf(note)))
  ];
  const text = [question, ...answers, ...notes].join(" ");
  return {kind: "chart", path, title: textOf(neededElement(main, "h1")), text};
}

/** The page of a dataset, by all that it says but its rows and code. */
export function dataRecord(path: string, html: string): SearchRecord {
  const main = mainOf(path, html);
  return {kind: "data", path, title: textOf(neededElement(main, "h1")), text: textOf(main, "h1, h2, h3")};
}

function mainOf(path: string, html: string): Element {
  const main = parseHTML(html).document.querySelector("main");
  if (!main?.querySelector("h1")) throw new Error(`nothing to search: ${path} (expected a main with its h1)`);
  return main;
}

/** The text of an element, with spaces between its blocks, without what is silent and what is `left` out. */
function textOf(element: Element, left = "[hidden]"): string {
  const copy = element.cloneNode(true) as Element;
  for (const part of copy.querySelectorAll(`${silent}, ${left}`)) part.remove();
  for (const block of copy.querySelectorAll(blocks)) block.append(" ");
  return copy.textContent.replace(/\s+/g, " ").trim();
}
