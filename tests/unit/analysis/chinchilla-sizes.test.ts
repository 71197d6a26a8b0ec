import {describe, expect, it} from "vitest";
import {coefficientsOf, computeOptimal, loss} from "../../../src/laws/chinchilla.ts";
import {
  computeRange,
  endsOf,
  finalLosses,
  frontier,
  lossAlong,
  markedRuns,
  outlierLoss,
  runGroups,
  sizeCurveOf,
  sizeCurves,
  sizeName,
  stepOf
} from "../../../src/analysis/chinchilla-sizes.ts";
import {computeAt, runOf} from "../../../src/analysis/runs.ts";
import {rmsResidual} from "../../../src/core/math/points.ts";

describe("sizeCurves", () => {
  it("holds 27 sizes, small to large, each with 30 knots in order", () => {
    expect(sizeCurves).toHaveLength(27);
    const sizes = sizeCurves.map(({parameters}) => parameters);
    expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
    expect(new Set(sizeCurves.map(({key}) => key)).size).toBe(27);
    for (const {x, y} of sizeCurves) {
      expect([x.length, y.length]).toEqual([30, 30]);
      expect(x).toEqual(x.toSorted((a, b) => a - b));
      expect(y).toEqual(y.toSorted((a, b) => b - a));
    }
  });

  it("its steps rise with size, from 1 to 6", () => {
    const steps = sizeCurves.map(({step}) => step);
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
    expect(new Set(steps)).toEqual(new Set([1, 2, 3, 4, 5, 6]));
    expect([stepOf(1), stepOf(1e12)]).toEqual([1, 6]);
  });

  it("no curve comes down to the frontier where it can be told apart", () => {
    for (const {x, y} of sizeCurves) {
      x.forEach((flops, index) => {
        if (flops >= frontier.x[0]!) expect(y[index]! - lossAlong(frontier, flops)).toBeGreaterThan(0.09);
      });
    }
  });

  it("sizeCurveOf throws where there is no such size, and says which there are", () => {
    expect(() => sizeCurveOf("7B")).toThrow(/^unknown size: 7B \(one of 73\.8M, .*9\.29B\)$/);
  });

  it.each([
    [7.38e7, "74M"],
    [4.246e8, "425M"],
    [1.018e9, "1.0B"],
    [1.618e10, "16.2B"]
  ])("sizeName(%d) is %j", (parameters, name) => {
    expect(sizeName(parameters)).toBe(name);
  });
});

describe("finalLosses", () => {
  it("leaves out the five outliers of Epoch AI, whose loss is 3.447 or more", () => {
    expect(outlierLoss).toBe(3.447);
    expect(finalLosses).toHaveLength(240);
    expect(runGroups.reduce((sum, {x}) => sum + x.length, 0)).toBe(240);
  });

  it("its largest run spent 2.4 % of the compute of LLaMA’s 65B: 1/42", () => {
    const run = runOf("llama1-65B");
    const end = computeAt(run, run.plottedTokens, "flops");
    expect(end / 5.5e23).toBeCloseTo(1, 1);
    expect(100 * (computeRange[1] / end)).toBeCloseTo(2.4, 1);
    expect(end / computeRange[1]).toBeCloseTo(42, 0);
  });

  it("within 0.01 of the frontier, its runs get larger with compute", () => {
    const near = finalLosses.filter(
      ({flops, loss: final}) =>
        flops >= frontier.x[0]! &&
        flops <= frontier.x.at(-1)! &&
        Math.abs(final - lossAlong(frontier, flops)) < 0.01
    );
    const byDecade = [...Map.groupBy(near, ({flops}) => Math.floor(2 * Math.log10(flops))).entries()].sort(
      ([a], [b]) => a - b
    );
    const typical = byDecade.map(
      ([, rows]) => rows.reduce((sum, {parameters}) => sum + Math.log(parameters), 0) / rows.length
    );
    expect(near.length).toBeGreaterThan(90);
    expect(typical.length).toBeGreaterThan(5);
    expect(typical).toEqual(typical.toSorted((a, b) => a - b));
  });

  it("markedRuns are the first, the last and two far above the frontier", () => {
    expect(markedRuns.map(({parameters}) => sizeName(parameters))).toEqual(["74M", "1.8B", "12.6B", "6.8B"]);
  });
});

describe("140M and 425M", () => {
  const [small, large] = [sizeCurveOf("140M"), sizeCurveOf("425M")];
  const [smallEnds, largeEnds] = [endsOf(small), endsOf(large)];

  it("the small one leads over all that both curves show", () => {
    const from = large.x[0]!;
    const to = small.x.at(-1)!;
    for (let index = 0; index <= 50; ++index) {
      const at = from * (to / from) ** (index / 50);
      expect(lossAlong(small, at)).toBeLessThan(lossAlong(large, at) - 0.2);
    }
  });

  it("the small one’s runs lead until about 9e18 FLOPs", () => {
    const lead = (at: number): number => lossAlong(largeEnds, at) - lossAlong(smallEnds, at);
    expect(lead(5.6e18)).toBeGreaterThan(0.05);
    expect(Math.abs(lead(9.3e18))).toBeLessThan(0.02);
  });

  it("where the small one’s last run ends, the large one is 0.08 lower", () => {
    expect(smallEnds.x.at(-1)!).toBeCloseTo(2.68e19, -18);
    expect(smallEnds.y.at(-1)! - lossAlong(largeEnds, smallEnds.x.at(-1)!)).toBeCloseTo(0.08, 2);
  });
});

describe("lossAlong", () => {
  const series = {x: [1, 100], y: [3, 1]};
  it.each([
    [0.5, 3],
    [1, 3],
    [10, 2],
    [100, 1],
    [1000, 1]
  ])("lossAlong(series, %f) is %f", (at, expected) => {
    expect(lossAlong(series, at)).toBeCloseTo(expected, 12);
  });
});

describe("frontier", () => {
  // Data notes, chinchilla-frontier: root mean square difference from the compute-optimal loss of each law.
  it.each([
    ["epoch-replication", 0.0098],
    ["hoffmann-approach-3-unrounded", 0.007],
    ["hoffmann-approach-3", 0.045]
  ] as const)("differs from the lowest loss of %s by %f, root mean square, to 0.001", (name, rms) => {
    const fit = coefficientsOf(name);
    const difference = rmsResidual(frontier, (flops) => loss(computeOptimal(flops, fit), fit));
    expect(Math.abs(difference - rms)).toBeLessThan(0.001);
  });
});
