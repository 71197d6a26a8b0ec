import {spawnSync} from "node:child_process";
import {globSync, readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {parse} from "yaml";

/** Words that the checker doesn’t know in a text that stands in for a file. */
function unknownIn(file: string, text: string): string[] {
  const {stdout} = spawnSync(
    process.execPath,
    [
      "node_modules/cspell/bin.mjs",
      "lint",
      "--no-progress",
      "--no-summary",
      "--no-cache",
      "--words-only",
      `stdin://${file}`
    ],
    {input: text, encoding: "utf8"}
  );
  return stdout.split("\n").filter(Boolean);
}

describe("the spelling checker", () => {
  it("finds errors and American words in prose, not in code, keys and addresses", () => {
    const prose =
      'Teh colour of the <Scrolly id="lodash" /> behavior is `strng`, see https://example.org/foobarly, recieved.';
    expect(unknownIn("src/content/en/x.mdx", prose)).toEqual(["Teh", "behavior", "recieved"]);
  });

  it("reads strings and comments of code, not its names", () => {
    const code =
      '/** A commment. */\nconst wrongNmae = {en: "A strng of the centre"};\nconst said = `${wrongNmae.en} and Math.max(center)`;\n';
    expect(unknownIn("src/charts/x.ts", code)).toEqual(["commment", "strng", "Nmae", "center"]);
  });
});

describe("cspell.words.txt", () => {
  const words = readFileSync("cspell.words.txt", "utf8").trim().split("\n");

  it("is sorted, each word once", () => {
    const order = new Intl.Collator("en", {sensitivity: "base"});
    expect(words).toEqual([...new Set(words)].sort(order.compare));
  });

  it("holds no word that the texts do without", () => {
    const {files} = parse(readFileSync("cspell.config.yaml", "utf8")) as {files: string[]};
    const texts = globSync(files).map((file) => readFileSync(file, "utf8").toLowerCase());
    expect(texts.length).toBeGreaterThan(50);
    const all = texts.join("\n");
    expect(words.filter((word) => !all.includes(word.toLowerCase()))).toEqual([]);
  });
});
