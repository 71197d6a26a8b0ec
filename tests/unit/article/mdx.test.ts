import {describe, expect, it} from "vitest";
import {
  attributeOf,
  componentsIn,
  frontmatterOf,
  neededAttribute,
  parseMdx,
  startOf
} from "../../../src/article/mdx.ts";

describe("componentsIn(tree, …names)", () => {
  const tree = parseMdx(`---
id: here
---

A <Note>of <Cite id="a" /></Note>.

<Pair>
  <Chart id="loss" />
</Pair>`);

  it("has components at whatever depth, in the order of the text", () => {
    expect(componentsIn(tree).map(({name}) => name)).toEqual(["Note", "Cite", "Pair", "Chart"]);
    expect(componentsIn(tree, "Chart", "Cite").map(({name}) => name)).toEqual(["Cite", "Chart"]);
  });

  it("knows where they begin, frontmatter included", () => {
    expect(componentsIn(tree).map((each) => startOf(each).line)).toEqual([5, 5, 7, 8]);
  });
});

describe("attributeOf(component, name)", () => {
  const [chart] = componentsIn(
    parseMdx("<Chart\n  controls\n  says='“A” & &quot;B&quot;' id=\"loss\" state={name} {...rest} />")
  );
  if (!chart) throw new Error("no component");

  it.each([
    ["id", "loss"],
    ["says", '“A” & "B"'],
    ["controls", ""],
    ["state", undefined],
    ["rest", undefined]
  ])("of %s is %j", (name, value) => {
    expect(attributeOf(chart, name)).toBe(value);
  });

  it("neededAttribute throws where it is left out, or computed", () => {
    expect(neededAttribute(chart, "id")).toBe("loss");
    expect(() => neededAttribute(chart, "state")).toThrow(
      'missing attribute: state of <Chart> (expected state="…")'
    );
  });
});

describe("frontmatterOf(tree)", () => {
  it("has the texts by their keys, with their places", () => {
    const tree = parseMdx("---\n# a comment\ntitle: 'By tokens'\nact: 1\nid:   by-tokens\n---\n\nText.");
    expect([...frontmatterOf(tree)]).toEqual([
      ["title", {text: "By tokens", place: {line: 3, column: 8}}],
      ["act", {text: "1", place: {line: 4, column: 6}}],
      ["id", {text: "by-tokens", place: {line: 5, column: 7}}]
    ]);
  });

  it("has nothing where there is none", () => {
    expect(frontmatterOf(parseMdx("Text.")).size).toBe(0);
  });
});
