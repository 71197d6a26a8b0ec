import {describe, expect, it} from "vitest";
import {akima} from "../../../src/core/math/akima.ts";

const x = [1, 2, 5, 9, 20, 33];

describe("akima", () => {
  it("goes through its points", () => {
    const y = [3, 1, 4, 1, 5, 9];
    x.forEach((at, index) => {
      expect(akima({x, y}, at)).toBeCloseTo(y[index] ?? Number.NaN, 12);
    });
  });

  it("gives back a line in log x, between the points and beyond them", () => {
    const y = x.map((value) => 3 - 2 * Math.log(value));
    for (const at of [0.5, 1.5, 7, 30, 60]) expect(akima({x, y}, at)).toBeCloseTo(3 - 2 * Math.log(at), 12);
  });

  it("gives back a parabola where the points are even in log x", () => {
    const even = [1, 2, 4, 8, 16, 32];
    const y = even.map((value) => Math.log2(value) ** 2);
    for (const at of [1.5, 3, 6, 12, 24]) expect(akima({x: even, y}, at)).toBeCloseTo(Math.log2(at) ** 2, 12);
  });

  it("doesn't swing beside a step", () => {
    const y = [0, 0, 0, 1, 1, 1];
    for (const at of [1.5, 3]) expect(akima({x, y}, at)).toBe(0);
    for (const at of [15, 25]) expect(akima({x, y}, at)).toBe(1);
  });

  it("of two points refuses", () => {
    expect(() => akima({x: [1, 2], y: [1, 2]}, 1)).toThrow("too few points: 2");
  });
});
