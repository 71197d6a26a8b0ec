import {spawnSync} from "node:child_process";
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {passagesOf} from "../../../scripts/prose/prose-passages.ts";
import {faultsIn} from "../../../scripts/prose/prose-rules.ts";

/** A sentence of so many words, no two alike in a row. */
const sentence = (count: number): string =>
  `${Array.from({length: count}, (_, index) => (index % 2 ? "runs" : "large")).join(" ")}.`;

const faulty = {
  "retext-repeated-words": "The run reads the the data.",
  "retext-indefinite-article": "The loss falls by an nat.",
  "retext-sentence-spacing": "The rate falls.  The loss falls too.",
  "retext-contractions": "This doesnt follow.",
  "retext-simplify": "They utilize the data.",
  exclamation: "The small model wins!",
  quote: "It is called the runs' tail.",
  dash: "The rate falls — as planned.",
  hype: "The loss drops dramatically."
} as const;

describe("faultsIn(text)", () => {
  for (const [rule, text] of Object.entries(faulty)) {
    it(`finds: ${rule}`, async () => {
      expect((await faultsIn(text)).map((fault) => fault.rule)).toEqual([rule]);
    });
  }

  it("finds a sentence of 46 words where it begins, and none of 45", async () => {
    expect(await faultsIn(`Short. L${sentence(46).slice(1)}`)).toEqual([
      {rule: "sentence-length", reason: "long sentence: 46 words (expected at most 45)", index: 7}
    ]);
    expect(await faultsIn(sentence(45))).toEqual([]);
  });

  it("finds nothing in plain prose of the field", async () => {
    expect(
      await faultsIn(
        "It doesn’t say why. “Warm-up–stable–decay” has 7 billion parameters, at a rate of −0.3%."
      )
    ).toEqual([]);
  });
});

describe("passagesOf(source, language)", () => {
  const mdx = [
    "---",
    "title: By tokens",
    "id: by-tokens",
    "---",
    "",
    'A token <Cite id="x2023" /> is *a piece*<Note>Or a',
    "whole word.</Note> of $N$ words.",
    "",
    "<Claims>",
    '  <Claim says="It holds.">',
    '    The <Num fact="a b">1.80</Num>{" "}',
    "    nats.",
    "  </Claim>",
    "</Claims>"
  ].join("\n");

  it("gives titles, paragraphs, notes and claims without markup", () => {
    expect(passagesOf(mdx, "mdx").map(({text}) => text)).toEqual([
      "By tokens",
      "A token  is a piece of N words.",
      "Or a\nwhole word.",
      "It holds.",
      "The 1.80 \nnats."
    ]);
  });

  it("tells what is typed from what is computed or checked, and where it stands", () => {
    const [passage] = passagesOf(
      'At $k = 1.5$ and `npm 20`, <Size>7B</Size>: <Num fact="a b">1.80</Num> of 3<Note>4</Note>.',
      "mdx"
    );
    expect(passage?.text).toBe("At k  15 and Code, 7B: 1.80 of 3.");
    expect(passage?.typed).toBe("At k = 1.5 and npm 20,  :   of 3.");
    expect(passage?.typedPlaceOf(7)).toEqual({line: 1, column: 8});
    expect(passage?.typedPlaceOf(passage.typed.indexOf("3"))).toEqual({line: 1, column: 75});
  });

  it("knows the numbers that facts are asked with in the same paragraph, step or claim", () => {
    const asked = (source: string): (readonly string[])[] =>
      passagesOf(source, "mdx").map((passage) => passage.asked);
    const number = '<Num fact="rise a 300 1e12">5</Num>';
    expect(asked(`From 300: ${number}<Note>300</Note>.\n\nSo 300.`)).toEqual([
      ["300", "1e12"],
      ["300", "1e12"],
      []
    ]);
    expect(
      asked(
        `<Claims>\n<Claim says="At 300.">\nBy ${number}.\n</Claim>\n<Claim says="At 300.">\nSo.\n</Claim>\n</Claims>`
      )
    ).toEqual([["300", "1e12"], ["300", "1e12"], [], []]);
    expect(asked(`<Step state="x">\n### At 300\n\nBy ${number}.\n\n</Step>`)).toEqual([
      ["300", "1e12"],
      ["300", "1e12"]
    ]);
  });

  it("knows where they stand in the file", () => {
    const [title, paragraph, note] = passagesOf(mdx, "mdx");
    expect(title!.placeOf(0)).toEqual({line: 2, column: 8});
    expect(paragraph!.placeOf(paragraph!.text.indexOf("piece"))).toEqual({line: 6, column: 35});
    expect(note!.placeOf(note!.text.indexOf("whole"))).toEqual({line: 7, column: 1});
  });

  it("reads Markdown with its tables, without its code", () => {
    const markdown = "Run `npm test`.\n\n```sh\nan nat\n```\n\n| hook |\n| --- |\n| a chart |\n";
    expect(passagesOf(markdown, "md").map(({text}) => text)).toEqual(["Run Code.", "hook", "a chart"]);
  });
});

describe("npm run prose", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "prose-"));
    mkdirSync(join(folder, "src/content/en"), {recursive: true});
  });
  afterEach(() => rmSync(folder, {recursive: true}));

  /** What is said of a section. */
  const read = (text: string): {status: number | null; out: string} => {
    writeFileSync(join(folder, "src/content/en/00-x.mdx"), `---\ntitle: Five\n---\n\n${text}\n`);
    const {status, stdout} = spawnSync(process.execPath, [resolve("scripts/prose/prose.ts")], {
      cwd: folder,
      encoding: "utf8"
    });
    return {status, out: stdout};
  };

  it("finds a measurement that is typed, in a sentence, a note and what a claim says", () => {
    const {status, out} = read(
      'It ends at 2.665 nats<Note>After 2,000 steps.</Note>.\n\n<Claim says="It costs 3%." verdict="holds">By 4 k.</Claim>'
    );
    expect(status).toBe(1);
    expect(out).toContain(
      'src/content/en/00-x.mdx:5:12 typed number: 2.665 (expected <Num fact="…">) [typed-number]\n'
    );
    expect(out).toContain("src/content/en/00-x.mdx:5:34 typed number: 2,000 ");
    expect(out).toMatch(/^src\/content\/en\/00-x\.mdx:7:\d+ typed number: 3% /m);
    expect(out).toMatch(/^src\/content\/en\/00-x\.mdx:7:\d+ typed number: 4 /m);
    expect(out).toContain("4 faults");
  });

  it("finds one in a formula and in code, but no exponent or factor", () => {
    const {out} = read("With $k = 1.25$, $6ND$, $x^2$ and `20 %`.");
    expect(out).toMatch(/:5:\d+ typed number: 1\.25 .*\n.*typed number: 20/);
    expect(out).toContain("2 faults");
  });

  it("lets computed numbers pass, and what their facts are asked with", () => {
    expect(
      read(
        'In 2023 Llama 2’s <Size>7B</Size> fell, from 300 to 800 billion, by <Num fact="fall a 300 800">0.2</Num>.'
      )
    ).toEqual({status: 0, out: "2 passages, 0 faults\n"});
  });
});
