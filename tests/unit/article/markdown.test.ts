import {readdirSync, readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {sectionMarkdown, type MarkdownOptions} from "../../../src/article/markdown.ts";

const options: MarkdownOptions = {
  locale: "en",
  site: new URL("https://example.org")
};
const write = (mdx: string): string => sectionMarkdown(mdx, "here", options);

describe("sectionMarkdown(mdx, section, options)", () => {
  it("keeps numbers, sizes and works as they are printed", () => {
    expect(
      write(
        'The <Size family="llama1">7B</Size> ends at{" "}<Num fact="x y">1.80</Num> <Cite id="tyl2023" />.'
      )
    ).toBe("The 7B ends at 1.80 (Tyl, 2023).");
  });

  it("writes a chart as a link with its answer", () => {
    expect(write('<Chart id="loss" state="tokens" controls />')).toBe(
      "> [Training loss of LLaMA and Llama 2](https://example.org/charts/loss/tokens/): At equal tokens, the larger model is always lower."
    );
  });

  it("puts a picture there where one is asked for", () => {
    const picture = (chart: string, state: string): string => `p/${chart}/${state}.png`;
    const text = sectionMarkdown('<Chart id="loss" state="tokens" />', "here", {...options, picture});
    expect(text).toMatch(
      /^!\[Line chart of training loss, [^\]]*\]\(https:\/\/example\.org\/p\/loss\/tokens\.png\)\n\n\[/
    );
  });

  it("writes the same, however attributes are ordered, quoted and spread over lines", () => {
    const usual = write(
      '<Scrolly id="a" chart="loss">\n<Step state="tokens">\nText.\n\n</Step>\n</Scrolly>\n\n<Chart id="gap" state="flops-7b-13b" controls />'
    );
    expect(usual).toContain("https://example.org/charts/gap/flops-7b-13b/");
    expect(
      write(
        "<Scrolly\n  chart='loss'\n  id='a'\n>\n<Step\n  state='tokens'>\nText.\n\n</Step>\n</Scrolly>\n\n<Chart controls\n  state='flops-7b-13b' id='gap'></Chart>"
      )
    ).toBe(usual);
  });

  it("writes the steps of a scrolly one after the other, each with its chart", () => {
    const text = write(
      '<Scrolly id="a" chart="loss">\n<Step state="tokens">\n### One\n\nText.\n\n</Step>\n</Scrolly>'
    );
    expect(text).toMatch(/^### One\n\nText\.\n\n> \[Training loss/);
  });

  it("writes the words of a folded formula below it", () => {
    expect(write('<Formula schedule="constant">\n\nHere $p$ is the peak.\n\n</Formula>')).toMatch(
      /^\$\$\n.+\n\$\$\n\nHere \$p\$ is the peak\.$/s
    );
  });

  it("puts notes at the end", () => {
    expect(write("A<Note>Why.</Note> and B.")).toBe("A[^here-1] and B.\n\n[^here-1]: Why.");
  });

  it("writes what stands in a note, also where that is on lines of its own", () => {
    expect(write('A<Note>\n  As <Cite id="tyl2023" /> says <Size>7B</Size>.\n</Note>, and B.')).toBe(
      "A[^here-1], and B.\n\n[^here-1]: As (Tyl, 2023) says 7B."
    );
  });

  it("leaves emphasis, lists, formulas and what looks like a component in code as they are", () => {
    const text = '- **One**, $N < D$\n- _two_, `<Chart id="loss" />`\n\n$$\nE = <x>\n$$';
    expect(write(text)).toBe(text);
  });

  it("writes a claim as a list item", () => {
    expect(
      write('<Claims>\n  <Claim\n    says="So."\n    verdict="holds"\n  >\n    Yes.\n  </Claim>\n</Claims>')
    ).toBe("- **So.** holds. Yes.");
  });

  it("leaves no JSX of any section", () => {
    const folder = "src/content/en";
    for (const file of readdirSync(folder).filter((name) => name.endsWith(".mdx"))) {
      const mdx = readFileSync(`${folder}/${file}`, "utf8").replace(/^---[\s\S]*?---/, "");
      const text = sectionMarkdown(mdx, "here", options);
      expect(text.replace(/\$\$[\s\S]*?\$\$/g, ""), file).not.toMatch(/<\/?[A-Za-z]|\{"|\/>|^import /m);
    }
  });
});
