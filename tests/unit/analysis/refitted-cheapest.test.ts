import {describe, expect, it} from "vitest";
import {refittedCheapest} from "../../../src/analysis/equal-compute/refitted-cheapest.ts";
import {cheapest} from "../../../src/analysis/serving-cost.ts";
import refits from "../../../src/data/chinchilla-refits.ts";
import {coefficientsOf} from "../../../src/laws/chinchilla.ts";

describe("chinchilla-refits", () => {
  it("agrees with what Epoch AI published, to a tenth of its standard errors", () => {
    const [all] = refits.rows;
    const published = coefficientsOf("epoch-replication");
    const errors = {E: 0.026, A: 124.52, B: 1293.28, alpha: 0.015, beta: 0.021};
    for (const name of ["E", "A", "B", "alpha", "beta"] as const)
      expect(Math.abs((all?.[name] ?? Number.NaN) - published[name])).toBeLessThan(errors[name] / 10);
  });
});

describe("refittedCheapest", () => {
  it.each([0, 1e12, 1e13])("holds the cheapest size by Epoch’s fit, to serve %d tokens", (served) => {
    const demand = {target: 2.1, served};
    const [low, high] = refittedCheapest(demand);
    const {parameters} = cheapest(demand, coefficientsOf("epoch-replication"));
    expect(low).toBeLessThan(parameters);
    expect(high).toBeGreaterThan(parameters);
    expect(high / low).toBeLessThan(4);
  });
});
