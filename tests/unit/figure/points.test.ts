import {describe, expect, it} from "vitest";
import {pointsOf} from "../../../src/figure/points.ts";

const curve = {key: "a", label: "LLaMA 7B", x: [1, 2], y: [2.2, 1.8]};

describe("pointsOf", () => {
  it("pointsOf(curve) is a point for each number, in drawing order", () => {
    expect(pointsOf(curve)).toEqual([
      {x: 1, y: 2.2, band: undefined},
      {x: 2, y: 1.8, band: undefined}
    ]);
  });

  it("pointsOf(curve with a band) has both ends of it", () => {
    expect(pointsOf({...curve, low: [2.1, 1.7], high: [2.3, 1.9]}).map(({band}) => band)).toEqual([
      [2.1, 2.3],
      [1.7, 1.9]
    ]);
  });

  it("pointsOf(curve with one side of a band) has none", () => {
    expect(pointsOf({...curve, low: [2.1, 1.7]})[0]?.band).toBeUndefined();
  });

  it("pointsOf leaves out a number without a partner", () => {
    expect(pointsOf({...curve, x: [1]})).toHaveLength(1);
    expect(pointsOf({...curve, y: [2.2]})).toHaveLength(1);
    expect(pointsOf({...curve, x: [], y: []})).toEqual([]);
  });
});
