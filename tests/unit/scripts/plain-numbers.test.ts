import {describe, expect, it} from "vitest";
import {numeralsIn} from "../../../scripts/prose/plain-numbers.ts";

const found = (text: string, inView?: readonly string[]): string[] =>
  numeralsIn(text, inView).map((numeral) => numeral.text);

describe("numeralsIn(text)", () => {
  it.each([
    ["It ends at 2.665 nats.", ["2.665"]],
    ["It is −0.005 to +0.016, or ±0.3%.", ["0.005", "0.016", "0.3%"]],
    ["A 13.4B on 1,000 tokens costs 3× as much, at 82.4k.", ["13.4B", "1,000", "3×", "82.4k"]],
    ["At 1.5 × 10²² FLOPs.", ["1.5"]],
    ["In 2000 steps, 2023 tokens.", ["2000", "2023"]],
    ["On 13B tokens and 2000 hours, 1B tokens in 2023 runs.", ["13B", "2000", "1B", "2023"]],
    ["The 7.5B, a 12B, a 7BX and a 70.", ["7.5B", "12B", "7", "70"]],
    ["At 2,022 or 2022.5, or .5.", ["2,022", "2022.5", "5"]]
  ])("finds measurements in: %s", (text, numerals) => expect(found(text)).toEqual(numerals));

  it.each([
    "LLaMA’s 7B, the 33/34B and the 65/70B of 2023.",
    "Llama 2, Llama 3’s 8B, TinyLlama 1.1B, Qwen1.5, Qwen2.5 72B, GPT-3, Jurassic-1, C4.",
    "A100 GPU-hours; 5-shot; WSD, 1-sqrt.",
    "Hoffmann et al. (arXiv 2203.15556), Figure A1, Tables 3 and A3, Equation 10; approaches 1 to 3.",
    "Approach 1’s line, by 6ND or 6 × parameters × tokens, and 2N.",
    "Learning rate (10⁻⁴), near 10²² FLOPs; in 1950, 2022 and 2050.",
    "Act 1 has four curves; section 2.3 of LLaMA 1."
  ])("finds none in: %s", (text) => expect(found(text)).toEqual([]));

  it.each([
    ["Table 2.665", ["2.665"]],
    ["Figure 2, 2.665 nats", ["2.665"]],
    ["Llama 2.665", ["2.665"]],
    ["Llama 2 ends at 1.745", ["1.745"]],
    ["LLaMA 2.655", ["2.655"]],
    ["LLaMA 1.655", ["1.655"]],
    ["section 2.355", ["2.355"]]
  ])("is not fooled by a name before a number: %s", (text, numerals) => {
    expect(found(text)).toEqual(numerals);
  });

  it("says where each stands", () => {
    expect(numeralsIn("The 7B at 1.80, the 13B at 1.73.")).toEqual([
      {text: "1.80", index: 10},
      {text: "1.73", index: 27}
    ]);
  });
});

describe("numeralsIn(text, inView)", () => {
  it("leaves out a value that is in view, however its scale is written", () => {
    expect(found("After 6 million, 6M, 10 trillion, 24k or 24,000.", ["6M", "10t", "24000"])).toEqual([]);
    expect(found("After 6 million sequences", ["6"])).toEqual([]);
  });

  it("finds it with another digit, sign of per cent or scale", () => {
    expect(found("6.0 million, 6%, 6B, 60", ["6M", "6"])).toEqual(["6.0", "6%", "6B", "60"]);
  });
});
