import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {thin} from "../../../src/core/math/thin.ts";

const curves = fc
  .array(fc.double({min: -100, max: 100, noNaN: true}), {minLength: 2, maxLength: 60})
  .map((y) => ({x: y.map((_, index) => index + 1), y}));
const counts = fc.integer({min: 2, max: 70});

describe("thin", () => {
  it("thin(x, y, count) is count ascending indices, first and last among them", () => {
    fc.assert(
      fc.property(curves, counts, ({x, y}, count) => {
        const kept = thin(x, y, count);
        expect(kept).toHaveLength(Math.min(count, x.length));
        expect(kept[0]).toBe(0);
        expect(kept.at(-1)).toBe(x.length - 1);
        expect(kept).toEqual([...new Set(kept)].sort((a, b) => a - b));
      })
    );
  });

  it("thin to fewer knots keeps some of those of thin to more", () => {
    fc.assert(
      fc.property(curves, counts, ({x, y}, count) => {
        expect(thin(x, y, count + 1)).toEqual(expect.arrayContaining(thin(x, y, count)));
      })
    );
  });

  it("thin is the same in any units", () => {
    fc.assert(
      fc.property(curves, counts, ({x, y}, count) => {
        // Powers of two, or rounding alone would decide between points that matter equally.
        const [hours, bits] = [x.map((value) => value * 4096), y.map((value) => value / 64)];
        expect(thin(hours, bits, count)).toEqual(thin(x, y, count));
      })
    );
  });

  it("thin(line with corners) is its ends and corners", () => {
    const corners = [0, 4, 5, 12, 20, 31];
    const heights = [3, 9, 1, 7, 2, 8];
    const x = Array.from({length: 32}, (_, index) => index);
    const y = x.map((value) => {
      const next = Math.max(
        1,
        corners.findIndex((corner) => corner >= value)
      );
      const [from, to] = [corners[next - 1]!, corners[next]!];
      return heights[next - 1]! + ((heights[next]! - heights[next - 1]!) * (value - from)) / (to - from);
    });
    expect(thin(x, y, corners.length)).toEqual(corners);
  });

  it("thin(flat curve with a spike, 5) keeps the spike and its feet", () => {
    const x = Array.from({length: 100}, (_, index) => index);
    expect(
      thin(
        x,
        x.map((value) => (value === 60 ? 1 : 0)),
        5
      )
    ).toEqual([0, 59, 60, 61, 99]);
  });

  it("thin(level curve) has no NaN to stumble over", () => {
    expect(thin([1, 2, 3, 4], [5, 5, 5, 5], 3)).toHaveLength(3);
  });
});
