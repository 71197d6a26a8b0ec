import {readFileSync} from "node:fs";
import {parseHTML} from "linkedom";
import {datasets} from "../../src/registry.ts";

/** Markup whose text belongs to no language, or says that it is in another. */
const marked = "[translate=no], code, pre, cite, script, style, .katex, [lang]:not(html)";

/** Attributes that readers hear or see. */
const read = ["alt", "title", "aria-label", "aria-description", "placeholder", "data-hint", "data-place"];

/** Words of names: of works, people, models, columns, units and formats, which no language changes. */
const names = new Set(
  [
    readFileSync("src/content/references.json", "utf8"),
    "BibTeX, CSL-JSON, PNG, DuckDB, pandas, Observable",
    ...[...datasets].flatMap(([name, {source, licence, fields, csv}]) => [
      name,
      csv.text,
      licence.notice ?? "",
      ...Object.values(source).map(String),
      ...Object.values(fields).flatMap((field) => (field.type === "number" ? field.unit : []))
    ])
  ].flatMap(wordsOf)
);

/** Texts of a page in which a word of plain Latin letters is no name, and that aren't marked. */
export function findEnglish(html: string): string[] {
  const {document} = parseHTML(html);
  for (const element of document.querySelectorAll(marked)) element.remove();
  const texts: string[] = [];
  for (const element of document.querySelectorAll("*")) {
    for (const name of read) texts.push(element.getAttribute(name) ?? "");
    for (const node of element.childNodes) if (node.nodeType === 3) texts.push(node.textContent ?? "");
  }
  for (const meta of document.querySelectorAll('meta[name=description], meta[property^="og:"]'))
    if (!/^(https?:|article$|website$|\d+$)/.test(meta.getAttribute("content") ?? ""))
      texts.push(meta.getAttribute("content") ?? "");
  return texts.map((text) => text.trim()).filter((text) => wordsOf(text).some((word) => !names.has(word)));
}

/** Words of four plain letters or more, in small letters, without addresses, names of files, and numbers. */
function wordsOf(text: string): string[] {
  const plain = text
    .replace(/https?:\/\/[^\s"]+|[\w/.-]+\.[a-z]{2,11}\b[\w/.-]*/gi, " ")
    // What a `<Num>` prints is checked as a number in English, whatever the language.
    .replace(/\d\s(?:million|billion|trillion)\b/g, " ");
  return Array.from(plain.matchAll(/(?<![\p{L}\p{M}])[a-z]{4,}(?![\p{L}\p{M}])/giu), ([word]) =>
    word.toLowerCase()
  );
}
