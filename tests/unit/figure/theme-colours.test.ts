import {describe, expect, it} from "vitest";
import {bakeColours, darkRules, themeColours} from "../../../src/figure/theme-colours.ts";

describe("themeColours", () => {
  it("has no light colour twice: a file goes by the colour to know the variable", () => {
    const colours = [...themeColours.light.values()];
    expect(new Set(colours).size).toBe(colours.length);
  });

  it("has the same variables in both themes", () => {
    expect([...themeColours.dark.keys()]).toEqual([...themeColours.light.keys()]);
  });
});

describe("darkRules(svg)", () => {
  const svg = '<g stroke="var(--ink)"><text fill="var(--ink)">a</text><path fill="var(--ink)"/></g>';

  it("turns each attribute of a colour dark, by the light colour that is baked in", () => {
    const [light, dark] = [themeColours.light.get("--ink"), themeColours.dark.get("--ink")];
    expect(darkRules(svg)).toBe(`[stroke="${light}"]{stroke:${dark}}[fill="${light}"]{fill:${dark}}`);
    expect(bakeColours(svg, "light")).toContain(`stroke="${light}"`);
  });

  it("refuses a colour that the theme lacks", () => {
    expect(() => darkRules('<g fill="var(--none)"/>')).toThrow("no such colour: --none");
  });
});
