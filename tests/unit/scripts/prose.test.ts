import {describe, expect, it} from "vitest";
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
