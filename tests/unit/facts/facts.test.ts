import {describe, expect, it} from "vitest";
import {factValue} from "../../../src/article/facts.ts";

describe("a fact", () => {
  it.each([
    ["final-los llama1-7B", "unknown fact: final-los (one of "],
    ["final-loss llama1-7X", "unknown run: llama1-7X (one of llama1-7B, "],
    ["final-loss", "missing word: run (expected one more)"],
    ["final-loss llama1-7B llama1-13B", "too many words: llama1-7B llama1-13B (expected run)"],
    ["fall-tokens llama1-7B", "too many words: llama1-7B (expected none)"],
    ["loss-at llama1-7B all", 'not a number: "all" (expected 1e9 tokens, such as 1e12)'],
    [
      "smallest-gap llama1-7B llama1-13B hours",
      "unknown axis: hours (expected one of tokens, gpu-hours, flops)"
    ],
    ["lead-change llama1-7B llama1-13B flops 9", "no such lead change: 9 (expected 1 to "],
    [
      "lead-change llama1-7B llama1-13B flops 1 new",
      "unknown calibration: new (expected one of corrected, old)"
    ],
    ["hours-to-reach llama1-7B 1.2", "never reached: 1.2 by llama1-7B (expected "],
    ["belief-at-budget kaplan", "unknown belief: kaplan (expected one of line, power-law, hoffmann, epoch)"],
    ["size-exponent approach-4", "unknown answer: approach-4 (expected one of kaplan, "],
    ["mmlu-of LLaMA_8B", "unknown model: LLaMA 8B (one of "],
    ["ablation-loss middle 1 6", "unknown panel: middle (expected one of short, long)"],
    ["ablation-loss short 1 9", "no such run: short 1 9 (expected one of Figure A1)"],
    ["schedule-difference 100M cosine_24000 wsd", "unknown schedule: wsd (expected one of cosine_24000, "]
  ])("%s throws: %s", (asked, message) => {
    expect(() => factValue(asked)).toThrow(message);
  });

  it("has a value where each word stands for something", () => {
    expect(factValue("final-loss llama1-7B")).toBeCloseTo(1.8, 2);
    expect(factValue("lead-change llama1-7B llama1-13B gpu-hours 2 old")).toBeGreaterThan(
      factValue("lead-change llama1-7B llama1-13B gpu-hours 1")
    );
  });
});
