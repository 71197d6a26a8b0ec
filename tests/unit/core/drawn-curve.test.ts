import fc from "fast-check";
import {describe, expect, it} from "vitest";
import type {DrawnInput} from "../../../src/core/define/chart.ts";
import {
  drawnPlaces,
  isUsed,
  knotName,
  knotValue,
  levelAt,
  nearestKnot,
  withKnot,
  withStroke
} from "../../../src/core/define/drawn-curve.ts";

const input: DrawnInput = {
  type: "drawn",
  at: [10, 20, 30, 40],
  from: {at: 0, value: 2},
  min: 0,
  max: 4,
  step: 0.01,
  default: [],
  atUnit: {en: "steps"},
  unit: {en: "nat"},
  label: {en: "Loss"}
};
const {at, type, min, max, step, atUnit, unit, label} = input;
/** The same, but setting off nowhere. */
const loose: DrawnInput = {at, type, min, max, step, atUnit, unit, label, default: []};

const place = fc.record({
  x: fc.double({min: -20, max: 60, noNaN: true}),
  y: fc.double({min: -2, max: 6, noNaN: true})
});
const values = fc
  .array(fc.integer({min: 0, max: 400}), {maxLength: 4})
  .map((steps) => steps.map((each) => Number((each / 100).toFixed(10))));

function expectWithin(drawn: readonly number[]): void {
  expect(drawn.length).toBeLessThanOrEqual(input.at.length);
  expect(Object.keys(drawn)).toHaveLength(drawn.length);
  for (const value of drawn) {
    expect(value).toBeGreaterThanOrEqual(input.min);
    expect(value).toBeLessThanOrEqual(input.max);
    expect(value).toBe(Number(value.toFixed(2)));
  }
}

describe("withKnot", () => {
  it.each([
    [[], 0, 1.5, [1.5]],
    [[], 3, 0, [1.5, 1, 0.5, 0]],
    [[1], 2, 3, [1, 2, 3]],
    [[1, 2, 3], 1, 1.234, [1, 1.23, 3]],
    [[1, 2, 3], 0, 9, [4, 2, 3]],
    [[1], 0, -9, [0]]
  ])("withKnot(input, %j, %d, %d) is %j", (drawn, knot, value, expected) => {
    expect(withKnot(input, drawn, knot, value)).toEqual(expected);
  });

  it("withKnot of a curve that sets off nowhere is flat up to the knot", () => {
    expect(withKnot(loose, [], 2, 3)).toEqual([3, 3, 3]);
  });

  it("withKnot(input, values, knot, value) stays within the input and leaves its argument alone", () => {
    fc.assert(
      fc.property(values, fc.nat(3), fc.double({min: -9, max: 9, noNaN: true}), (drawn, knot, value) => {
        const before = Object.freeze([...drawn]);
        const after = withKnot(input, before, knot, value);
        expectWithin(after);
        expect(after).toHaveLength(Math.max(drawn.length, knot + 1));
        drawn.forEach((each, index) => expect(index === knot || after[index] === each).toBe(true));
      })
    );
  });
});

describe("withStroke", () => {
  it("a touch moves the nearest knot", () => {
    expect(withStroke(input, [], {x: 12, y: 1.8})).toEqual([1.8]);
    expect(withStroke(input, [1, 1, 1, 1], {x: 99, y: 0.5})).toEqual([1, 1, 1, 0.5]);
  });

  it("a stroke leaves its height at each knot that it passes, either way", () => {
    const start = {x: 0, y: 2};
    const end = {x: 40, y: 0};
    expect(withStroke(input, [], end, start)).toEqual([1.5, 1, 0.5, 0]);
    expect(withStroke(input, [], start, end)).toEqual([1.5, 1, 0.5, 0]);
    expect(withStroke(input, [3, 3, 3, 3], {x: 35, y: 1}, {x: 15, y: 1})).toEqual([3, 1, 1, 3]);
  });

  it("a stroke that passes no knot moves the nearest, unless it leaves it behind", () => {
    expect(withStroke(input, [1, 1], {x: 18, y: 3}, {x: 16, y: 2})).toEqual([1, 3]);
    expect(withStroke(input, [1, 1], {x: 23, y: 3}, {x: 21, y: 2})).toEqual([1, 1]);
    expect(withStroke(input, [1, 1], {x: 21, y: 3}, {x: 21, y: 2})).toEqual([1, 3]);
  });

  it("a stroke in any number of pieces is that stroke", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({min: 0.001, max: 0.999, noNaN: true}), {maxLength: 20}),
        fc.double({min: 0, max: 4, noNaN: true}),
        fc.double({min: 0, max: 4, noNaN: true}),
        (shares, first, last) => {
          const along = (share: number): {x: number; y: number} => ({
            x: 5 + 36 * share,
            y: first + share * (last - first)
          });
          // A piece without length would be a touch, which moves the nearest knot.
          const pieces = [0, ...shares.sort((a, b) => a - b), 1]
            .map(along)
            .filter(({x}, index, all) => x !== all[index - 1]?.x);
          const drawn = pieces.reduce<readonly number[]>(
            (curve, to, index) => withStroke(input, curve, to, pieces[index - 1]),
            []
          );
          expect(drawn).toHaveLength(4);
          drawn.forEach((value, index) =>
            expect(Math.abs(value - along((input.at[index]! - 5) / 36).y)).toBeLessThan(0.0052)
          );
        }
      )
    );
  });

  it("withStroke(input, values, any place, any place) stays within the input", () => {
    fc.assert(
      fc.property(values, place, place, (drawn, to, from) => {
        expectWithin(withStroke(input, drawn, to, from));
        expectWithin(withStroke(input, drawn, to));
        expect(withStroke(input, drawn, to, from).length).toBeGreaterThanOrEqual(drawn.length);
      })
    );
  });
});

describe("drawnPlaces", () => {
  it("drawnPlaces(input, values) sets off where the curve does, once anything is drawn", () => {
    expect(drawnPlaces(input, [])).toEqual([]);
    expect(drawnPlaces(input, [1])).toEqual([
      {x: 0, y: 2},
      {x: 10, y: 1}
    ]);
    expect(drawnPlaces(loose, [1])).toEqual([{x: 10, y: 1}]);
  });
});

describe("levelAt", () => {
  it("levelAt(input, values, knot) is the knot’s value, or the last before it", () => {
    expect(levelAt(input, [1, 3], 0)).toBe(1);
    expect(levelAt(input, [1, 3], 3)).toBe(3);
    expect(levelAt(input, [], 3)).toBe(2);
    expect(levelAt(loose, [], 3)).toBe(2);
  });
});

describe("nearestKnot", () => {
  it.each([
    [-9, 0],
    [14, 0],
    [16, 1],
    [99, 3]
  ])("nearestKnot(input, %d) is %d", (x, knot) => expect(nearestKnot(input, x)).toBe(knot));
});

describe("isUsed", () => {
  it("isUsed(input, state) is true where every choice that it asks for is made", () => {
    expect(isUsed(input, {kind: "cosine"})).toBe(true);
    const drawn: DrawnInput = {...input, usedWhere: {kind: "drawn", model: "25M"}};
    expect(isUsed(drawn, {kind: "drawn", model: "25M"})).toBe(true);
    expect(isUsed(drawn, {kind: "drawn", model: "100M"})).toBe(false);
    expect(isUsed(drawn, {kind: "cosine", model: "25M"})).toBe(false);
  });
});

describe("knotName, knotValue", () => {
  it("say a knot’s place and value with their units", () => {
    expect(knotName(input, 2, "en")).toBe("30 steps");
    expect(knotValue(input, [1, 2.5], 1, "en")).toBe("2.50 nat");
    expect(knotValue(input, [1, 2.5], 2, "en")).toBe("not drawn yet");
    const shares: DrawnInput = {...input, atUnit: {en: "% of the way"}, step: 1, unit: {en: "% of peak"}};
    expect(knotName(shares, 2, "en")).toBe("30% of the way");
    expect(knotValue(shares, [98], 0, "en")).toBe("98% of peak");
  });
});
