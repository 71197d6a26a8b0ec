import {Cite} from "@citation-js/core";
import {describe, expect, it} from "vitest";
import manifest from "../../../package.json" with {type: "json"};
import {articleAt} from "../../../src/article/edition.ts";
import {changes} from "../../../src/article/changes.ts";
import {citationFile, citationText} from "../../../src/article/citation-files.ts";

const url = "https://example.org/past/";
const article = articleAt(url, "en");
const date = changes.editions[0]!.date;
const parts = date.split("-").map(Number);

function read(text: string): Record<string, unknown> {
  const {data} = new Cite(text, {generateGraph: false});
  expect(data).toHaveLength(1);
  return data[0] as Record<string, unknown>;
}

describe("articleAt", () => {
  it("has the version of the package and the days of the change log", () => {
    expect(article.version).toBe(manifest.version);
    expect(article.modified).toBe(date);
    expect(article.published <= article.modified).toBe(true);
  });
});

describe("citationFile", () => {
  it('citationFile(article, "bib") is BibTeX that says the same when it is read again', () => {
    const text = citationFile(article, "bib");
    expect(text).toMatch(/^@misc\{past-chinchilla,\n/);
    expect(text).toContain("author = {{The Past Chinchilla authors}}");
    expect(text).toMatch(/\tmonth = [a-z]{3},\n\tday = \{\d+\},\n/);
    expect(text.split(url)).toHaveLength(2);
    expect(text).toMatch(/[^\n]\n$/);
    const work = read(text);
    expect(work.title).toBe(article.title);
    expect(work.issued).toEqual({"date-parts": [parts]});
    expect(work.URL).toBe(url);
    expect(work.note).toBe(`Version ${manifest.version}`);
  });

  it('citationFile(article, "ris") is one record of tagged lines', () => {
    expect(citationFile(article, "ris")).toMatch(/\nER {2}- \n$/);
    const lines = citationFile(article, "ris").replace(/\n$/, "").split("\n");
    for (const line of lines) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- /);
    expect(lines[0]).toBe("TY  - ELEC");
    expect(lines.at(-1)).toBe("ER  - ");
    expect(lines).toContain("AU  - The Past Chinchilla authors");
    expect(lines).toContain(`PY  - ${parts[0]}`);
    expect(lines).toContain(`TI  - ${article.title}`);
    expect(lines).toContain(`UR  - ${url}`);
    expect(read(citationFile(article, "ris")).title).toBe(article.title);
  });

  it('citationFile(article, "json") is CSL-JSON', () => {
    const works = JSON.parse(citationFile(article, "json")) as unknown[];
    expect(works).toEqual([
      {
        id: "past-chinchilla",
        type: "webpage",
        title: article.title,
        author: [{literal: "The Past Chinchilla authors"}],
        issued: {"date-parts": [parts]},
        version: manifest.version,
        note: `Version ${manifest.version}`,
        language: "en",
        "container-title": "Past Chinchilla",
        publisher: "Past Chinchilla",
        URL: url
      }
    ]);
  });
});

describe("citationText", () => {
  it("citationText(article) says authors, year, title, version and address", () => {
    expect(citationText(article)).toBe(
      `The Past Chinchilla authors (${parts[0]}). ${article.title} Version ${manifest.version}. ${url}`
    );
  });
});
