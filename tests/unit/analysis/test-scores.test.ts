import {describe, expect, it} from "vitest";
import {modelOf, models} from "../../../src/analysis/models.ts";
import {abstractScore, scoreOf} from "../../../src/analysis/test-scores.ts";

describe("scores on MMLU", () => {
  it("are the published ones, and an error where there is none", () => {
    expect(scoreOf(modelOf("Chinchilla"))).toBe(67.6);
    const without = models.filter(({mmlu}) => mmlu === null);
    expect(without.length).toBeGreaterThan(0);
    for (const model of without) expect(() => scoreOf(model)).toThrow(`no MMLU score: ${model.name} (`);
  });

  it("differ between an abstract and its paper", () => {
    expect(abstractScore()).toBe(67.5);
  });
});
