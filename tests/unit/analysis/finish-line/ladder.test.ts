import {describe, expect, it} from "vitest";
import {
  curveCrossings,
  finishedCrossings,
  lengthsPassedTwice,
  rateAt,
  smallestRunningGap
} from "../../../../src/analysis/finish-line/curve-crossings.ts";
import {crossingSpread} from "../../../../src/analysis/finish-line/crossing-spread.ts";
import {ladderPrice, ladderPrices, shrinkage} from "../../../../src/analysis/finish-line/ladder-prices.ts";
import {ladderFamily, rerunDifferences} from "../../../../src/analysis/finish-line/ladder-runs.ts";
import {longestRun, shareDone} from "../../../../src/analysis/finish-line/open-run.ts";
import {
  firmlyTurned,
  halfway,
  halfwayPairs,
  ladderMeasures,
  ladderPairs,
  smoothers
} from "../../../../src/analysis/finish-line/open-pairs.ts";
import {favour, isTurned} from "../../../../src/analysis/finish-line/pair.ts";
import {find} from "../../../../src/registry.ts";

const sizes = new Map(ladderFamily().map((size) => [size.size, size]));
const sizeOf = (name: string) => find("size", sizes, name);
const tolerance = 0.004;

/** As the notes on the data have them. */
const prices = [
  ["190M", 0.029, 0.059, 0.05, 0.057],
  ["370M", 0.022, 0.054, 0.053, 0.052],
  ["760M", 0.019, 0.046, 0.039, 0.048],
  ["1B", 0.02, 0.045, 0.04, 0.049],
  ["3B", 0.013, 0.037, 0.033, 0.042]
] as const;

const pairs = [
  ["190M", "2xC", "370M", 0.05, 0.008],
  ["190M", "5xC", "370M", 0.007, -0.054],
  ["190M", "10xC", "370M", -0.023, -0.092],
  ["190M", "10xC", "760M", -0.043, -0.085],
  ["370M", "2xC", "760M", 0.068, 0.032],
  ["370M", "5xC", "760M", 0.023, -0.029],
  ["370M", "10xC", "760M", -0.005, -0.062],
  ["370M", "5xC", "1B", 0.029, -0.003],
  ["370M", "10xC", "1B", -0.023, -0.068],
  ["760M", "2xC", "1B", 0.045, 0.006],
  ["760M", "5xC", "1B", 0.029, -0.025],
  ["760M", "10xC", "1B", 0.008, -0.051],
  ["760M", "10xC", "3B", 0.014, -0.013],
  ["1B", "5xC", "3B", 0.049, 0.014],
  ["1B", "10xC", "3B", 0.014, -0.031]
] as const;

describe("the price of a stretched cosine", () => {
  it.each(prices)("%s is what the notes say", (name, ...expected) => {
    const steps = [
      ["1xC", "2xC"],
      ["1xC", "10xC"],
      ["2xC", "5xC"],
      ["5xC", "10xC"]
    ] as const;
    steps.forEach(([short, long], index) => {
      const {price} = ladderPrice(sizeOf(name), short, long);
      expect(Math.abs(price - (expected[index] ?? Number.NaN))).toBeLessThan(tolerance);
    });
  });

  it.each(ladderMeasures)(
    "is above zero for every size and stretch from 1xC on ($text, $compute)",
    (measure) => {
      for (const {short, price} of ladderPrices(measure))
        if (short !== "0.5xC") expect(price).toBeGreaterThan(0);
    }
  );

  it("shrinks with size, by 0.011 ± 0.003 for every tenfold", () => {
    const doubled = ladderPrices().filter(({short, long}) => short === "5xC" && long === "10xC");
    expect(Math.abs(shrinkage(doubled) - 0.011)).toBeLessThan(0.003);
  });

  it("is far more than two runs made alike differ by", () => {
    expect(Math.abs(Math.max(...rerunDifferences()) - 0.0011)).toBeLessThan(0.0001);
  });
});

describe("the fifteen pairs", () => {
  const found = ladderPairs("longest");

  it("are those of the notes, and no others", () => {
    expect(found.map(({small, large}) => `${small.size} ${small.length} ${large.size}`).sort()).toEqual(
      pairs.map(([small, length, large]) => `${small} ${length} ${large}`).sort()
    );
  });

  it.each(pairs)("%s %s against %s", (small, length, large, midRun, finished) => {
    const pair = found.find((each) => each.key === `ladder-${small}-${length}-${large}`);
    expect(Math.abs((pair?.midRunGap ?? Number.NaN) - midRun)).toBeLessThan(tolerance);
    expect(Math.abs((pair?.finishedGap ?? Number.NaN) - finished)).toBeLessThan(tolerance);
  });

  it("favour the smaller on the way, each of them, by 0.028 to 0.069", () => {
    const favours = found.map(favour);
    expect(Math.min(...favours)).toBeCloseTo(0.028, 3);
    expect(Math.max(...favours)).toBeCloseTo(0.069, 3);
  });

  it("turn in seven cases, five of them firmly; against shorter schedules in six", () => {
    expect(found.filter(isTurned)).toHaveLength(7);
    expect(ladderPairs("shorter").filter(isTurned)).toHaveLength(6);
    expect([...firmlyTurned("longest")].filter((key) => key.startsWith("ladder")).sort()).toEqual(
      [
        "ladder-190M-5xC-370M",
        "ladder-370M-5xC-760M",
        "ladder-760M-5xC-1B",
        "ladder-760M-10xC-1B",
        "ladder-1B-10xC-3B"
      ].sort()
    );
  });

  it("have the right order in six of nine readings at 36 to 60% of the larger's schedule, which favours the smaller all the same", () => {
    const readings = halfwayPairs();
    const names = (pairs: typeof readings): string[] =>
      pairs.map(({small, large}) => `${small.size} ${small.length} ${large.size} ${large.length}`);
    expect(halfway().from).toBeCloseTo(0.355, 3);
    expect(halfway().to).toBeCloseTo(0.604, 3);
    expect(names(readings.filter((pair) => !isTurned(pair)))).toEqual([
      "190M 10xC 370M 5xC",
      "190M 10xC 760M 2xC",
      "370M 10xC 760M 5xC",
      "370M 10xC 1B 2xC",
      "760M 2xC 1B 2xC",
      "1B 5xC 3B 2xC"
    ]);
    expect(names(readings.filter(isTurned))).toEqual([
      "760M 5xC 1B 5xC",
      "760M 10xC 1B 10xC",
      "1B 10xC 3B 5xC"
    ]);
    expect(Math.min(...readings.map(favour))).toBeCloseTo(0.0145, 3);
    expect(Math.max(...readings.map(favour))).toBeCloseTo(0.0584, 3);
  });

  it.each(ladderMeasures)("always turn towards the larger, 6 or 7 of them ($text, $compute)", (measure) => {
    const turned = ladderPairs("longest", measure).filter(isTurned);
    expect([6, 7]).toContain(turned.length);
    for (const {midRunGap} of turned) expect(midRunGap).toBeGreaterThan(0);
  });
});

describe("the curves of 760M and 1B", () => {
  const [small, large] = [longestRun(sizeOf("760M")), longestRun(sizeOf("1B"))];

  it.each(smoothers)("cross twice (degree $degree, $neighbours points)", (fit) => {
    const [first, second, ...others] = curveCrossings(small, large, fit);
    expect(others).toEqual([]);
    expect(first?.lower).toBe("b");
    expect(Math.abs((first?.x ?? 0) / 1.46e20 - 1)).toBeLessThan(0.1);
    expect(second?.lower).toBe("a");
    expect(Math.abs((second?.x ?? 0) / 7e20 - 1)).toBeLessThan(0.06);
  });

  it("cross once where both have finished", () => {
    const [only, ...others] = finishedCrossings(sizeOf("760M"), sizeOf("1B"));
    expect(others).toEqual([]);
    expect(Math.abs((only?.x ?? 0) / 2.2e20 - 1)).toBeLessThan(0.05);
  });

  it("don't cross twice on shorter schedules", () => {
    expect(lengthsPassedTwice(sizeOf("760M"), sizeOf("1B"))).toEqual(["10xC"]);
  });

  it("cross at 1.45 to 1.59 and 6.95 to 7.13e20 by all smoothers", () => {
    const {changes, agreeing, ways} = crossingSpread("760M", "1B");
    expect([agreeing, ways]).toEqual([6, 6]);
    expect(changes.map(({from, to}) => [from / 1e20, to / 1e20])).toEqual([
      [expect.closeTo(1.45, 2), expect.closeTo(1.59, 2)],
      [expect.closeTo(6.95, 2), expect.closeTo(7.13, 2)]
    ]);
  });

  it("cross twice on either text and by either count of compute, the second time from 4.0e20 on", () => {
    const {changes, agreeing, ways} = crossingSpread("760M", "1B", ladderMeasures);
    expect([agreeing, ways]).toEqual([24, 24]);
    expect(changes.map(({from, to}) => [from / 1e20, to / 1e20])).toEqual([
      [expect.closeTo(1.27, 2), expect.closeTo(2.17, 2)],
      [expect.closeTo(4.04, 2), expect.closeTo(7.13, 2)]
    ]);
  });

  it("are compared with the larger at 37% of its schedule, at 72% of its peak rate", () => {
    expect(shareDone(large, small.finalFlops)).toBeCloseTo(0.37, 2);
    expect(Math.abs(rateAt(large, small.finalFlops) - 0.72)).toBeLessThan(0.01);
  });
});

describe("the curves of 1B and 3B", () => {
  it("don't cross for certain, by any smoother, text or count of compute", () => {
    expect(crossingSpread("1B", "3B", ladderMeasures)).toEqual({changes: [], agreeing: 24, ways: 24});
  });

  it("only touch, near 1.2e21 FLOPs", () => {
    const {flops, gap} = smallestRunningGap(longestRun(sizeOf("1B")), longestRun(sizeOf("3B")));
    expect(Math.abs(flops / 1.2e21 - 1)).toBeLessThan(0.1);
    expect(gap).toBeGreaterThan(-0.006);
    expect(gap).toBeLessThan(0);
  });

  it("cross once where both have finished", () => {
    const crossings = finishedCrossings(sizeOf("1B"), sizeOf("3B"));
    expect(crossings).toHaveLength(1);
    expect(Math.abs((crossings[0]?.x ?? 0) / 1.55e21 - 1)).toBeLessThan(0.05);
  });
});
