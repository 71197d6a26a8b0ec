import {readdirSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {componentNames} from "../../../src/article/component-rules.ts";
import {checkSections, sectionFaults} from "../../../src/article/section-faults.ts";
import {sections} from "../../../src/article/section-files.ts";

const file = "src/content/en/by-tokens.mdx";

/** What is wrong in a section that holds a text from its seventh line on. */
const faultsIn = (text: string): string[] =>
  sectionFaults([{file, mdx: `---\ntitle: By tokens\norder: 30\nkind: section\n---\n\n${text}\n`}]);

describe("sectionFaults(sections)", () => {
  it("finds nothing in the article, and reads all of it", () => {
    expect(sections.map((section) => section.file)).toEqual(
      readdirSync("src/content/en").map((name) => `src/content/en/${name}`)
    );
    expect(sectionFaults(sections)).toEqual([]);
  });

  it.each([
    ["a fact", '<Num fact="last-loss llama1-7B">1.80</Num>', "unknown fact: last-loss (one of "],
    [
      "a word to a fact",
      '<Num fact="final-loss llama1-8B">1.80</Num>',
      'wrong words to a fact: "final-loss llama1-8B" (unknown run: llama1-8B (one of llama1-7B, '
    ],
    ["words to a fact", '<Num fact="final-loss">1.80</Num>', 'wrong words to a fact: "final-loss" ('],
    [
      "a number",
      '<Num fact="final-loss llama1-7B">1.81</Num>',
      'number differs from the data: "1.81" for final-loss llama1-7B (data say 1.80'
    ],
    ["a chart", '<Chart id="los" />', "unknown chart: los (one of "],
    ["a state", '<Chart id="loss" state="parsecs" />', "unknown state: parsecs (one of tokens"],
    [
      "what all objects have",
      '<Chart id="loss" state="toString" />',
      "unknown state: toString (one of tokens"
    ],
    [
      "a second fact",
      '<Num fact="final-loss llama1-7B" fact="nonsense">1.80</Num>',
      "repeated attribute: fact of <Num> (expected it once)"
    ],
    [
      "a played state",
      'Or <Play chart="loss" state="parsecs">so</Play>.',
      "unknown state: parsecs (one of tokens"
    ],
    ["a work", 'So <Cite id="nobody1900" />.', "unknown reference: nobody1900 (one of "],
    [
      "a verdict",
      '<Claim says="A." verdict="true">B.</Claim>',
      "unknown verdict: true (one of holds, supported, "
    ],
    [
      "a state of a claim",
      '<Claim says="A." verdict="holds" chart="loss" state="parsecs">B.</Claim>',
      "unknown state: parsecs (one of "
    ],
    [
      "no state of a claim",
      '<Claim says="A." verdict="holds" chart="loss">B.</Claim>',
      'missing attribute: state of <Claim> (expected state="…")'
    ],
    ["a law", '<Formula law="chinchila" />', "unknown law: chinchila (one of chinchilla, "],
    ["a schedule", '<Formula schedule="sine" />', "unknown schedule: sine (one of constant, "],
    ["no formula", "<Formula />", "bad formula: law none, schedule none (expected one of the two)"],
    ["a size", "The <Size>8B</Size> run.", "unknown model size: 8B (one of llama1 7B, "],
    [
      "a size of a family",
      'The <Size family="llama2">65B</Size> run.',
      "unknown model size: 65B (one of llama2 7B, llama2 13B, llama2 34B, llama2 70B)"
    ],
    [
      "no steps",
      '<Scrolly id="act-1" chart="loss"></Scrolly>',
      'scrolly without steps: act-1 (expected <Step state="…">)'
    ],
    [
      "text between steps",
      '<Scrolly id="act-1" chart="loss">\nAside.\n\n</Scrolly>',
      "text between the steps of act-1: Aside. (expected only <Step>)"
    ],
    [
      "a step alone",
      '<Step state="tokens">A</Step>',
      "step outside a scrolly: tokens (expected <Scrolly> around it)"
    ],
    ["a component", '<Chrat id="loss" />', "unknown component: Chrat (one of Chart, "],
    [
      "an attribute",
      '<Chart id="loss" sate="tokens" />',
      "unknown attribute: sate of <Chart> (expected id, state, controls)"
    ],
    ["no attribute", "<Chart />", 'missing attribute: id of <Chart> (expected id="…")'],
    [
      "a computed attribute",
      '<Chart id={"loss"} />',
      'computed attribute: id={"loss"} of <Chart> (expected id="…")'
    ],
    [
      "computed attributes",
      "<Chart {...all} />",
      "computed attributes: {...all} of <Chart> (expected each by its name)"
    ],
    [
      "computed text",
      "It is {1 + 1}.",
      'computed text: {1 + 1} (expected prose, or {" "} at the end of a line)'
    ],
    [
      "a flag",
      '<Chart id="loss" controls="x" />',
      'value of controls: "x" of <Chart> (expected controls alone)'
    ],
    [
      "no words of a claim",
      '<Claim says="" verdict="holds">B.</Claim>',
      "empty attribute: says of <Claim> (expected "
    ],
    ["no value", '<Chart id="loss" state />', 'empty attribute: state of <Chart> (expected state="…")'],
    [
      "a state without a chart",
      '<Claim says="A." verdict="slip" state="tokens">B.</Claim>',
      'state without a chart: tokens (expected chart="…" beside it)'
    ],
    [
      "an id",
      '<Scrolly id="Act 1" chart="loss"><Step state="tokens">A</Step></Scrolly>',
      "bad id: Act 1 of <Scrolly> (expected small letters, digits and hyphens, and a letter first)"
    ],
    [
      "an element",
      "A <b>bold</b> word.",
      "element of HTML: <b> (expected Markdown, a component, or one of br, "
    ],
    ["a script", "<script>\n  alert(1)\n</script>", "element of HTML: <script> (expected "],
    ["attributes of an element", "A <em onclick={x}>word</em>.", "attributes of <em> (expected none)"],
    ["a formula", "So $\\fraction{1}{2}$.", "KaTeX parse error: Undefined control sequence: \\fraction"],
    ["code", 'import X from "./x.astro";', 'code in a section: import X from "./x.astro"; (expected none)']
  ])("names file and line of %s that is wrong", (_, text, message) => {
    const faults = faultsIn(`Before.\n\n${text}\n\nAfter.`);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(`${file}:9: ${message}`);
  });

  it("names the line of a step, and of what stands in it", () => {
    const text =
      '<Scrolly\n  chart="loss"\n  id="act-1"\n>\n<Step state="parsecs">\n### One\n\nA <Cite id="x" /><Note>B</Note>.\n\n</Step>\n</Scrolly>';
    expect(faultsIn(text)).toEqual([
      expect.stringContaining(`${file}:11: unknown state: parsecs (one of `),
      expect.stringContaining(`${file}:14: unknown reference: x (one of `),
      `${file}:14: note in a step: B (expected beside a margin)`
    ]);
  });

  it("names an id that is there twice, also where it is of a claim, a scrolly or a section", () => {
    const other = {
      file: "src/content/en/x.mdx",
      mdx: '---\ntitle: X\norder: 40\nkind: section\n---\n\n<Scrolly id="by-tokens" chart="loss">\n<Step state="tokens">A</Step>\n</Scrolly>\n'
    };
    const mdx =
      '---\ntitle: T\norder: 30\nkind: section\n---\n\n<Scrolly id="claim-so" chart="loss">\n<Step state="tokens">A</Step>\n</Scrolly>\n\n<Claim says="So." verdict="holds">B.</Claim>\n';
    expect(sectionFaults([{file, mdx}, other])).toEqual([
      `${file}:11: repeated id: claim-so (expected another than in ${file}:7)`,
      `${other.file}:7: repeated id: by-tokens (expected another than in ${file}:1)`
    ]);
    expect(
      sectionFaults([
        {file, mdx: other.mdx.replace("by-tokens", "a")},
        {...other, file: "src/content/ja/x.mdx"}
      ])
    ).toEqual([]);
  });

  it("names two sections of one place, and a file whose name is no anchor", () => {
    const mdx = "---\ntitle: X\norder: 30\nkind: act\nact: 2\n---\n\nText.\n";
    expect(
      sectionFaults([
        {file, mdx},
        {file: "src/content/en/x.mdx", mdx},
        {file: "src/content/en/04-x.mdx", mdx: mdx.replace("30", "40").replace("act: 2", "act: 3")}
      ])
    ).toEqual([
      `src/content/en/x.mdx:3: repeated order: 30 (expected another than in ${file}:3)`,
      `src/content/en/x.mdx:5: repeated act: 2 (expected another than in ${file}:5)`,
      "src/content/en/04-x.mdx:1: bad name of a section: src/content/en/04-x.mdx (expected small letters, digits and hyphens, and a letter first)"
    ]);
    expect(
      sectionFaults([
        {file, mdx},
        {file: "src/content/ja/x.mdx", mdx}
      ])
    ).toEqual([]);
  });

  it("names file and line of what is no MDX", () => {
    expect(faultsIn("<Pair>")).toEqual([
      `${file}:7: Expected a closing tag for \`<Pair>\` (7:1) (mdx-jsx:unexpected-character)`
    ]);
  });

  it("lets HTML and a space at the end of a line pass", () => {
    expect(faultsIn('A<br /> <em>b</em>{" "}\nc.')).toEqual([]);
  });

  it.each([
    ["no YAML", "title: [", ":2: bad frontmatter: "],
    [
      "a key",
      "title: A\norder: 1\nkind: section\ncolour: red",
      ':5: bad frontmatter: colour: Unrecognized key: "colour"'
    ],
    ["a kind", "title: A\norder: 1\nkind: sectoin", ":4: bad frontmatter: kind: Invalid option"],
    [
      "an act",
      "title: A\norder: 1\nkind: act",
      ":1: bad frontmatter: act: an act has a number, and only an act"
    ],
    ["no title", "order: 1\nkind: section", ":1: bad frontmatter: title: Invalid input"]
  ])("names file and line of frontmatter with %s that is wrong", (_, frontmatter, message) => {
    expect(sectionFaults([{file, mdx: `---\n${frontmatter}\n---\n\nText.\n`}])).toEqual([
      expect.stringContaining(`${file}${message}`)
    ]);
  });
});

describe("checkSections(sections)", () => {
  it("throws with every fault, one a line", () => {
    const mdx = '---\ntitle: A\norder: 1\nkind: section\n---\n<Chart id="a" />\n\n<Cite id="b" />';
    expect(() => checkSections([{file, mdx}])).toThrow(
      /^src\/content\/en\/by-tokens\.mdx:6: unknown chart: a .*\nsrc\/content\/en\/by-tokens\.mdx:8: unknown reference: b .*$/
    );
    expect(() => checkSections(sections)).not.toThrow();
  });
});

describe("componentNames", () => {
  it("are the components that authors write", () => {
    const given = ["SectionLink", "Subheading"];
    const files = readdirSync("src/components/prose").map((name) => name.replace(".astro", ""));
    expect(componentNames).toEqual(files.filter((name) => !given.includes(name)).sort());
  });
});
