import {describe, expect, it} from "vitest";
import {
  constantLoss,
  estimateError,
  isMeasured,
  lossAtRunEnd,
  rateShare,
  runSteps,
  stretchedLoss
} from "../../../../src/analysis/cosine-length/stretched-loss.ts";
import {measuredCurve} from "../../../../src/analysis/measured-runs.ts";
import {lastOf, lastPoint} from "../../../../src/core/math/points.ts";

const stretches = [1, 1.05, 1.25, 1.5, 2, 2.5, 2.95, 3];

describe("stretchedLoss", () => {
  it("has as many knots for every cosine, the measured ones’ own digits for 1 and 3", () => {
    for (const stretch of stretches) expect(stretchedLoss(stretch).x).toHaveLength(120);
    expect(constantLoss().x).toHaveLength(120);
    expect(stretches.filter(isMeasured)).toEqual([1, 3]);
    const measured = new Set(measuredCurve("400M", "cosine_72000", {from: 0, to: 72_000}).y);
    expect(stretchedLoss(3).y.every((loss) => measured.has(loss))).toBe(true);
  });

  it("ends where its cosine does, and lower the longer that is", () => {
    const ends = stretches.map((stretch) => lastPoint(stretchedLoss(stretch)));
    for (const [index, {x}] of ends.entries())
      expect(Math.abs(x - (stretches[index] ?? 0) * runSteps)).toBeLessThan(100);
    expect(ends.map(({y}) => y)).toEqual(ends.map(({y}) => y).toSorted((a, b) => b - a));
  });

  it("joins the measured runs without a jump", () => {
    for (const [measured, near] of [
      [1, 1.001],
      [3, 2.999]
    ] as const) {
      expect(Math.abs(lastOf(stretchedLoss(near).y) - lastOf(stretchedLoss(measured).y))).toBeLessThan(0.003);
      expect(Math.abs(lossAtRunEnd(near) - lossAtRunEnd(measured))).toBeLessThan(0.003);
    }
  });
});

describe("lossAtRunEnd", () => {
  it("is 0.059 higher under the threefold cosine, and rises with the length from a quarter too long on", () => {
    expect(lossAtRunEnd(3) - lossAtRunEnd(1)).toBeCloseTo(0.0594, 4);
    const losses = stretches.filter((stretch) => stretch === 1 || stretch >= 1.25).map(lossAtRunEnd);
    expect(losses).toEqual(losses.toSorted((a, b) => a - b));
  });
});

describe("estimateError", () => {
  it("is below a hundredth of a nat", () => {
    expect(estimateError()).toBeGreaterThan(0.005);
    expect(estimateError()).toBeLessThan(0.01);
  });
});

describe("rateShare", () => {
  it("is a tenth at the end of the matched cosine, and 80 % there of the threefold one", () => {
    expect(rateShare(1, runSteps)).toBeCloseTo(0.1, 6);
    expect(rateShare(3, runSteps)).toBeCloseTo(0.8, 2);
  });
});
