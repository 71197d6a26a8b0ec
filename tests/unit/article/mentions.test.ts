import {describe, expect, it} from "vitest";
import {mentionsByWork, mentionsIn} from "../../../src/article/mentions.ts";

const text = 'As <Cite id="b" /> and\n<Cite id="a"/> say, after <Cite id="b" />; see <Chart id="loss" />.';

describe("mentionsIn", () => {
  it("mentionsIn(section, text) is each citation with an anchor, in the order of the text", () => {
    expect(mentionsIn("by-tokens", text)).toEqual([
      {work: "b", section: "by-tokens", anchor: "cite-by-tokens-1"},
      {work: "a", section: "by-tokens", anchor: "cite-by-tokens-2"},
      {work: "b", section: "by-tokens", anchor: "cite-by-tokens-3"}
    ]);
  });

  it("mentionsIn(section, text) reads attributes in any order and quotes, tags of any form, and notes", () => {
    const spread =
      "As <Cite\n  anchor='x'\n  id='b'\n/> say<Note>and <Cite id=\"a\"></Cite></Note>, not `<Cite id=\"c\" />`.";
    expect(mentionsIn("by-tokens", spread).map(({work}) => work)).toEqual(["b", "a"]);
  });

  it("mentionsIn(section, text) throws where a citation names no work", () => {
    expect(() => mentionsIn("by-tokens", "As <Cite /> say.")).toThrow(
      'missing attribute: id of <Cite> (expected id="…")'
    );
  });

  it("mentionsIn(section, text without citations) is empty", () => {
    expect(mentionsIn("by-tokens", "Kaplan said so.")).toEqual([]);
  });
});

describe("mentionsByWork", () => {
  it("mentionsByWork(mentions) has each work once, in the order of its first citation", () => {
    const mentions = [...mentionsIn("one", text), ...mentionsIn("two", '<Cite id="c" /><Cite id="a" />')];
    const works = mentionsByWork(mentions);
    expect([...works.keys()]).toEqual(["b", "a", "c"]);
    expect(works.get("a")!.map(({anchor}) => anchor)).toEqual(["cite-one-2", "cite-two-2"]);
  });
});
