import {describe, expect, it} from "vitest";
import {ablationCurves} from "../../../src/analysis/ablation-curves.ts";
import {cycleErrors, cycleLoss, cycleLosses, ownCosinesApart} from "../../../src/analysis/cosine-cycles.ts";

/** The largest fall of the loss from one cycle length to a longer one: 0 where it only rises. */
function largestReversal(millions: number): number {
  let highest = -Infinity;
  let largest = 0;
  for (const {loss} of cycleLosses(millions)) {
    highest = Math.max(highest, loss);
    largest = Math.max(largest, highest - loss);
  }
  return largest;
}

describe("ablationCurves", () => {
  it("are twelve, none empty, on six steps", () => {
    expect(ablationCurves).toHaveLength(12);
    for (const {x} of ablationCurves) expect(x.length).toBeGreaterThan(10);
    expect(new Set(ablationCurves.map(({step}) => step))).toEqual(new Set([1, 2, 3, 4, 5, 6]));
  });
});

describe("cycleLosses", () => {
  it.each([5, 6, 7])("after %d million sequences there are twelve, by ascending cycle length", (millions) => {
    const cycles = cycleLosses(millions).map(({cycle}) => cycle);
    expect(cycles).toHaveLength(12);
    expect(cycles).toEqual(cycles.toSorted((a, b) => a - b));
  });

  it("is one rising curve after 6 million sequences", () => expect(largestReversal(6)).toBe(0));

  it.each([5, 7])("rises within the reading error after %d million", (millions) => {
    expect(largestReversal(millions)).toBeGreaterThan(0);
    expect(largestReversal(millions)).toBeLessThanOrEqual(cycleErrors.short);
  });
});

describe("cycleLoss", () => {
  it("names a run that the figure doesn’t have", () => {
    expect(() => cycleLoss("short", 3, 6)).toThrow("no such run: short 3 6 (expected one of Figure A1)");
  });
});

describe("ownCosinesApart", () => {
  it("ownCosinesApart(6) is 2.828 less 2.797", () => {
    expect(cycleLoss("short", 1, 6).loss).toBeCloseTo(2.797, 3);
    expect(cycleLoss("long", 1, 6).loss).toBeCloseTo(2.828, 3);
    expect(ownCosinesApart(6)).toBe(0.0305);
  });
});
