import {describe, expect, it} from "vitest";
import {escapeXml, linesOf, raiseSuperscripts} from "../../../src/figure/svg-text.ts";

describe("linesOf(text, characters)", () => {
  it("breaks at spaces, and cuts a longer word", () => {
    expect(linesOf("one two three", 7)).toEqual(["one two", "three"]);
    expect(linesOf("a compute-optimal b", 8)).toEqual(["a", "compute-", "optimal", "b"]);
  });
});

describe("raiseSuperscripts(svg)", () => {
  it("raises digits, comes back down, and leaves attributes alone", () => {
    expect(raiseSuperscripts('<text data-key="10²">2×10⁻²² FLOPs</text>')).toBe(
      '<text data-key="10²">2×10<tspan dy="-0.5em" font-size="0.7em">−22</tspan><tspan dy="0.35em"> FLOPs</tspan></text>'
    );
  });
});

describe("escapeXml(text)", () => {
  it("writes what XML would read as markup", () => {
    expect(escapeXml('a < b & "c"')).toBe("a &lt; b &amp; &quot;c&quot;");
  });
});
