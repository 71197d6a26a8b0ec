import {describe, expect, it} from "vitest";
import {runOf, runs} from "../../../src/analysis/runs.ts";
import {warmupShare} from "../../../src/analysis/warm-up.ts";
import learningRate from "../../../src/charts/learning-rate.ts";
import {defaultState} from "../../../src/core/define/chart.ts";

describe("warmupShare", () => {
  it.each([
    ["llama1-7B", 0.0084],
    ["llama1-65B", 0.006],
    ["llama2-70B", 0.0042]
  ])("of %s is about %f", (key, share) => {
    expect(warmupShare(runOf(key).statedTokens)).toBeCloseTo(share, 4);
  });

  it("is what the chart of the learning rate says of all runs", () => {
    expect(learningRate.note(defaultState(learningRate.inputs)).en).toMatch(/less than a hundredth of a run/);
    for (const {statedTokens} of runs) expect(warmupShare(statedTokens)).toBeLessThan(0.01);
  });
});
