import {describe, expect, it} from "vitest";
import {interpolate} from "../../../src/core/math/interpolate.ts";
import {localPolynomial} from "../../../src/core/math/local-polynomial.ts";

const x = [1, 2, 4, 7, 11, 16, 22];
const parabola = x.map((value) => 3 - Math.log(value) + 0.2 * Math.log(value) ** 2);

describe("localPolynomial", () => {
  it("gives back a parabola in log x, on its points, between and beyond them", () => {
    for (const at of [1, 3, 22, 40]) {
      const expected = 3 - Math.log(at) + 0.2 * Math.log(at) ** 2;
      expect(localPolynomial({x, y: parabola}, at, {degree: 2, neighbours: 5})).toBeCloseTo(expected, 9);
    }
  });

  it("averages what strays from a line", () => {
    const y = x.map((value, index) => 2 - Math.log(value) + (index % 2 === 0 ? 0.1 : -0.1));
    const at = localPolynomial({x, y}, 7, {degree: 1, neighbours: 7});
    expect(Math.abs(at - (2 - Math.log(7)))).toBeLessThan(0.1);
  });

  it("localPolynomial of two points refuses a parabola", () => {
    expect(() => localPolynomial({x: [1, 2], y: [1, 2]}, 1, {degree: 2, neighbours: 7})).toThrow(
      "too few points: 2"
    );
  });
});

describe("interpolate", () => {
  it("is straight in log x between two points, and goes on beyond the ends", () => {
    expect(interpolate({x: [1, 10, 100], y: [0, 1, 3]}, Math.sqrt(10))).toBeCloseTo(0.5, 12);
    expect(interpolate({x: [1, 10, 100], y: [0, 1, 3]}, 10)).toBeCloseTo(1, 12);
    expect(interpolate({x: [1, 10, 100], y: [0, 1, 3]}, 1000)).toBeCloseTo(5, 12);
    expect(interpolate({x: [1, 10, 100], y: [0, 1, 3]}, 0.1)).toBeCloseTo(-1, 12);
  });
});
