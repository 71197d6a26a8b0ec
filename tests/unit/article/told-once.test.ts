import {describe, expect, it} from "vitest";
import {factNames} from "../../../src/article/facts.ts";
import {componentsIn, neededAttribute, parseMdx, textIn} from "../../../src/article/mdx.ts";
import {sectionMarkdown} from "../../../src/article/markdown.ts";
import {sections} from "../../../src/article/section-files.ts";
import {namedAnswer, namedState} from "../../../src/core/define/chart.ts";
import {firstLocale} from "../../../src/core/i18n/locale.ts";
import {charts, find} from "../../../src/registry.ts";

const most = 600;

const trees = sections.map(({file, mdx}) => ({file, tree: parseMdx(mdx)}));

/** What a reader reads of a section: no link to a chart, no formula, no row of a table. */
function wordsOf(mdx: string, name: string): number {
  const markdown = sectionMarkdown(mdx, name, {locale: firstLocale, site: new URL("https://example.org/")});
  const read = markdown
    .replace(/\$\$[\s\S]*?\$\$/g, "")
    .replace(/^(?:>|\||\[\^).*$/gm, "")
    .replace(/\]\([^)]*\)/g, "");
  return (read.match(/[\p{L}\p{N}][^\s]*/gu) ?? []).length;
}

describe("a number of the prose", () => {
  const told = trees.flatMap(({file, tree}) =>
    componentsIn(tree, "Num").map((num) => ({
      file,
      fact: neededAttribute(num, "fact"),
      text: textIn(num).trim()
    }))
  );

  it("is told often enough to be tested", () => {
    expect(told.length).toBeGreaterThan(150);
  });

  it("is asked for by each fact that there is", () => {
    const asked = new Set(told.map(({fact}) => fact.split(" ")[0]));
    expect(factNames.filter((name) => !asked.has(name))).toEqual([]);
  });

  it("is told in one rounding", () => {
    const forms = Map.groupBy(told, ({fact}) => fact);
    const several = [...forms].flatMap(([fact, places]) => {
      // A sign before it, or a unit in a word, is no other rounding.
      const texts = new Set(places.map(({text}) => text.replace(/^[+−]/, "").replace(" trillion", "T")));
      return texts.size > 1 ? [`${fact}: ${[...texts].join(", ")}`] : [];
    });
    expect(several).toEqual([]);
  });
});

describe("a section", () => {
  it.each(sections.filter(({file}) => !file.includes("claims")))(
    "has at most 600 words: $file",
    ({file, mdx}) => {
      expect(wordsOf(mdx, file)).toBeLessThanOrEqual(most);
    }
  );
});

describe("a claim", () => {
  const claims = trees.flatMap(({tree}) => componentsIn(tree, "Claim"));

  it.each(claims.map((claim) => [neededAttribute(claim, "says"), claim] as const))(
    "%s: links to a state",
    (_, claim) => {
      if (neededAttribute(claim, "verdict") === "slip") return;
      const [chart, state] = [neededAttribute(claim, "chart"), neededAttribute(claim, "state")];
      const found = find("chart", charts, chart);
      const shown = namedState(found, state);
      const texts = [
        namedAnswer(found, state, firstLocale),
        found.summary(shown)[firstLocale],
        found.describe(shown)[firstLocale]
      ].join(" ");
      const numbers = componentsIn(claim, "Num").map((num) => textIn(num).trim());
      expect(numbers.length).toBeGreaterThan(0);
      // Not as part of another number: 10 isn’t shown by 0.101.
      const told: readonly string[] = texts.match(/\d(?:[\d.,]*\d)?[a-zA-Z%]*/g) ?? [];
      expect(told.length).toBeGreaterThan(0);
      expect(numbers.filter((number) => told.includes(number.split(" ")[0]!))).not.toEqual([]);
    }
  );
});

describe("a quotation of the essay", () => {
  const prose = sections.map(({mdx}) => mdx).join(" ");

  it.each([
    "would potentially have reached",
    "seems on its way to maybe overpass",
    "hard to tell",
    "maybe the reason",
    "as soon as it was overtaken",
    "might be better off"
  ])("keeps its hedge: %s", (words) => {
    expect(prose).toContain(words);
  });
});
