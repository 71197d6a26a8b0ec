import {globSync, readFileSync} from "node:fs";
import ts from "typescript";
import {describe, expect, it} from "vitest";
import {locales} from "../../../src/core/i18n/locale.ts";

/** The one file that may name a language; the sections of the article name theirs by their folders. */
const list = "src/core/i18n/locale.ts";
const files = globSync([
  "src/**/*.{ts,astro,js}",
  "integrations/*.ts",
  "scripts/**/*.{ts,mjs}",
  "*.{ts,mjs}"
]);

/**
 * Where a program names a language: as a string, with or without a region, or as a property that is read. A text that
 * is written down for each language, as in `{en: "…"}`, names none: the compiler asks it for all.
 */
function languagesNamed(file: string, text: string): string[] {
  // The fences of a component are no program; with them gone, markup and program are one TSX file.
  const isComponent = file.endsWith(".astro");
  const program = isComponent ? text.replace(/^---$/gm, "") : text;
  const kind = isComponent ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const source = ts.createSourceFile(file, program, ts.ScriptTarget.Latest, true, kind);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const isKey = ts.isPropertyAssignment(node.parent) && node.parent.name === node;
    const isNamed =
      (ts.isStringLiteralLike(node) && !isKey && isLanguage(node.text)) ||
      (ts.isPropertyAccessExpression(node) && isLanguage(node.name.text));
    if (isNamed) {
      const {line} = source.getLineAndCharacterOfPosition(node.getStart());
      found.push(`${file}:${line + 1}: ${node.getText()}`);
    }
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(source, visit);
  return found;
}

/** Whether a word is a language of the site, or any language with a region, e.g. `"en-GB"`. */
function isLanguage(word: string): boolean {
  return locales.some((locale) => locale === word) || /^[a-z]{2}-[A-Z]{2}$/.test(word);
}

describe("languages are named in their list only", () => {
  it("no other program of the site, its build or its scripts names one", () => {
    const named = files
      .filter((file) => file !== list)
      .flatMap((file) => languagesNamed(file, readFileSync(file, "utf8")));
    expect(named).toEqual([]);
    expect(files.length).toBeGreaterThan(200);
    expect(languagesNamed(list, readFileSync(list, "utf8"))).not.toEqual([]);
  });

  it.each([
    ["a.ts", 'formatShort(1, "en")'],
    ["a.ts", "title.en"],
    ["a.ts", 'const locale: Locale = "en"'],
    ["a.ts", 'newContext({locale: "en-GB"})'],
    ["a.ts", 'index.add({language: "en"})'],
    ["a.astro", '---\nconst locale = "en";\n---\n<p>{title[locale]}</p>'],
    ["a.astro", '---\nconst a = 1;\n---\n<html lang="en"><p>{title.en}</p></html>']
  ])("%s: %s names one", (file, text) => {
    expect(languagesNamed(file, text)).not.toEqual([]);
  });

  it("a text in each language, and a word that only looks like one, name none", () => {
    expect(languagesNamed("a.ts", 'const title = {en: "Loss"}; const eng = when.end; say("even")')).toEqual(
      []
    );
  });
});
