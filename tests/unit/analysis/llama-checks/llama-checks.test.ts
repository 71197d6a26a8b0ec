import {describe, expect, it} from "vitest";
import {
  crossingsWithAttention,
  flopsWithAttention
} from "../../../../src/analysis/llama-checks/attention-flops.ts";
import {lawCrossing} from "../../../../src/analysis/llama-checks/law-crossing.ts";
import {passedPairs} from "../../../../src/analysis/llama-checks/passed-pairs.ts";
import {straightness, type MiddleKind} from "../../../../src/analysis/llama-checks/straightness.ts";
import {curveOf, runOf} from "../../../../src/analysis/runs.ts";
import {crossings} from "../../../../src/core/math/crossings.ts";
import {coefficientsOf, loss} from "../../../../src/laws/chinchilla.ts";

describe("straightness", () => {
  // A referee's figures, from the tables alone.
  it.each<[MiddleKind, number, number]>([
    ["llama", 0.87, 1.08],
    ["cosine", 0.43, 0.6],
    ["constant", 0.34, 0.37]
  ])("%s lies in %f to %f", (kind, least, most) => {
    const values = straightness(kind);
    expect(Math.min(...values)).toBeCloseTo(least, 2);
    expect(Math.max(...values)).toBeCloseTo(most, 2);
  });
});

describe("passedPairs", () => {
  it("is one of three for LLaMA by GPU-hours, and all three for Llama 2", () => {
    expect(passedPairs("llama1", "gpu-hours")).toBe(1);
    expect(passedPairs("llama2", "gpu-hours")).toBe(3);
  });
});

describe("crossingsWithAttention", () => {
  it("moves the second passing of 7B and 13B to 2.5e22 and leaves the order as it is", () => {
    const found = crossingsWithAttention(runOf("llama1-7B"), runOf("llama1-13B"));
    expect(found.map(({lower}) => lower)).toEqual(["b", "a"]);
    expect((found[1]?.x ?? 0) / 1e22).toBeCloseTo(2.5, 1);
  });

  it.each([
    ["7B", "13B"],
    ["13B", "33B"],
    ["33B", "65B"]
  ])("leaves the order of %s and %s as it is", (...models) => {
    const [small, large] = models.map((model) => runOf(`llama1-${model}`));
    if (!small || !large) throw new Error("missing run (expected two)");
    const usual = crossings(curveOf(small, "flops"), curveOf(large, "flops"));
    expect(crossingsWithAttention(small, large).map(({lower}) => lower)).toEqual(
      usual.map(({lower}) => lower)
    );
  });

  it("counts a twelfth more for the 7B, less for the 65B, and knows no other family", () => {
    const share = (key: string): number => {
      const run = runOf(key);
      return flopsWithAttention(run) / (6e9 * run.parameters) - 1;
    };
    expect(share("llama1-7B")).toBeCloseTo(0.08, 2);
    expect(share("llama1-65B")).toBeCloseTo(0.041, 3);
    expect(() => flopsWithAttention(runOf("llama2-7B"))).toThrow("unknown shape: llama2-7B");
  });
});

describe("lawCrossing", () => {
  it("is where the losses of both sizes are equal", () => {
    const fit = coefficientsOf("epoch-replication");
    const flops = lawCrossing("epoch-replication", 6.7e9, 13e9);
    const [small, large] = [6.7e9, 13e9].map((parameters) =>
      loss({parameters, tokens: flops / 6 / parameters}, fit)
    );
    expect(flops / 1e22).toBeCloseTo(1.06, 2);
    expect(large).toBeCloseTo(small ?? Number.NaN, 9);
  });
});
