import {readFileSync} from "node:fs";
import {csvParse} from "d3-dsv";
import {deviation, mean, median} from "d3-array";
import {describe, expect, it} from "vitest";
import {
  againstCosine,
  sampleOffset,
  stretchedCases
} from "../../../../src/analysis/finish-line/horizon-runs.ts";
import {
  allHorizonPairs,
  firmlyTurned,
  horizonPairs,
  openPairs
} from "../../../../src/analysis/finish-line/open-pairs.ts";
import {favour, isTurned} from "../../../../src/analysis/finish-line/pair.ts";

const vectors = csvParse(readFileSync("tests/unit/analysis/finish-line/equal-compute-pairs.csv", "utf8"));
const tolerance = 0.006;

describe("pairs at equal compute", () => {
  const found = allHorizonPairs();

  it("are as many as the test vectors", () => {
    expect(found).toHaveLength(vectors.length);
    expect(vectors).toHaveLength(19);
  });

  it.each(vectors.map((row) => [row.small_params_M, row.large_params_M, row.large_run_steps, row] as const))(
    "%s M against %s M on a cosine of %s steps",
    (_small, _large, steps, row) => {
      const pair = found.find(
        ({small, large, flops}) =>
          Math.abs(flops / Number(row.flops) - 1) < 0.001 &&
          Math.abs(small.parameters / 1e6 - Number(row.small_params_M)) < 0.1 &&
          Math.abs(large.parameters / 1e6 - Number(row.large_params_M)) < 0.1 &&
          large.length === `${steps} steps` &&
          Math.abs(small.finalLoss - Number(row.small_loss_finished)) < 0.001
      );
      expect(Math.abs((pair?.midRunGap ?? Number.NaN) - Number(row.gap_midrun))).toBeLessThan(tolerance);
      expect(Math.abs((pair?.finishedGap ?? Number.NaN) - Number(row.gap_finished))).toBeLessThan(tolerance);
      expect(Math.abs((pair?.share ?? Number.NaN) - Number(row.large_fraction_of_run))).toBeLessThan(0.001);
    }
  );

  it("turn in 16 of 19 cases", () => {
    expect(found.filter(isTurned)).toHaveLength(16);
  });
});

describe("the nine pairs", () => {
  const nine = horizonPairs("longest");

  it("all turn, against the longest cosine", () => {
    expect(nine).toHaveLength(9);
    expect(nine.every(isTurned)).toBe(true);
    expect(nine.every(({key}) => firmlyTurned("longest").has(key))).toBe(true);
  });

  it("turn in six cases against the shortest that is on its way", () => {
    expect(horizonPairs("shorter").filter(isTurned)).toHaveLength(6);
  });

  it("have the medians and the favour of the notes", () => {
    expect(Math.abs((median(nine, ({midRunGap}) => midRunGap) ?? 0) - 0.052)).toBeLessThan(tolerance);
    expect(Math.abs((median(nine, ({finishedGap}) => finishedGap) ?? 0) + 0.02)).toBeLessThan(tolerance);
    expect(Math.abs((mean(nine, favour) ?? 0) - 0.072)).toBeLessThan(tolerance);
  });

  it("make 24 with the ladder's, of which 16 turn, or 12 against shorter schedules", () => {
    expect(openPairs("longest")).toHaveLength(24);
    expect(openPairs("longest").filter(isTurned)).toHaveLength(16);
    expect(openPairs("shorter").filter(isTurned)).toHaveLength(12);
  });
});

describe("stretched cosines with a matched twin", () => {
  const cases = stretchedCases();

  it.each([
    [1.2, 1.25, 3, 0.014],
    [1.33, 1.43, 8, 0.034],
    [1.5, 1.5, 3, 0.037],
    [1.66, 1.75, 7, 0.058],
    [2, 2.06, 5, 0.072],
    [2.33, 2.5, 5, 0.09],
    [3, 3.4, 2, 0.084]
  ] as const)("from %d to %d times too long: %d cases, %d nats on average", (from, to, count, price) => {
    const group = cases.filter(({stretch}) => stretch > from - 0.005 && stretch < to + 0.005);
    expect(group).toHaveLength(count);
    expect(mean(group, (each) => each.price)).toBeCloseTo(price, 3);
  });

  it("are 33, from 33M to 360M, each dearer than its twin", () => {
    expect(cases).toHaveLength(33);
    expect(Math.min(...cases.map(({price}) => price))).toBeGreaterThan(0);
    expect([...new Set(cases.map(({size}) => size))]).toContain("360M");
  });
});

describe("other schedules against a matched cosine", () => {
  it("a constant rate stands 0.127 higher", () => {
    const differences = againstCosine("constant");
    expect(differences).toHaveLength(33);
    expect(mean(differences)).toBeCloseTo(0.127, 3);
  });

  it("a cooldown is level: -0.002 ± 0.004 in 25 cases", () => {
    const differences = againstCosine("cooldown");
    expect(differences).toHaveLength(25);
    expect(mean(differences)).toBeCloseTo(-0.002, 3);
    expect(deviation(differences)).toBeCloseTo(0.004, 3);
  });
});

it("the sample of the validation set stands lower than the whole", () => {
  expect(sampleOffset("slimpajama")).toBeCloseTo(0.0366, 4);
  expect(sampleOffset("openwebtext2")).toBeCloseTo(0.0025, 4);
});
