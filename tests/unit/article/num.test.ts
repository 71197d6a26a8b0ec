import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {agrees, checkPrinted, parsePrinted} from "../../../src/article/num.ts";

describe("parsePrinted", () => {
  it.each([
    ["7", 7, 0.5],
    ["0.031", 0.031, 0.0005],
    ["1.80", 1.8, 0.005],
    ["+4,457", 4457, 0.5],
    ["1,022,362", 1_022_362, 0.5],
    ["-0.005", -0.005, 0.0005],
    ["−0.005", -0.005, 0.0005],
    ["26.3k", 26_300, 50],
    ["240k", 240_000, 500],
    ["0.24M", 240_000, 5000],
    ["7B", 7e9, 0.5e9],
    ["2.0T", 2e12, 0.05e12],
    ["38 %", 0.38, 0.005],
    ["1.9%", 0.019, 0.0005],
    ["6 million", 6e6, 0.5e6],
    ["20\u00a0billion", 20e9, 0.5e9],
    ["1.4 trillion", 1.4e12, 0.05e12],
    ["8.9e21", 8.9e21, 0.05e21],
    ["2.29 × 10^22", 2.29e22, 0.005e22],
    ["2.29 × 10²²", 2.29e22, 0.005e22],
    ["2.29×10²²", 2.29e22, 0.005e22],
    ["  82,432\n", 82_432, 0.5]
  ])("parsePrinted(%j) is %d within %d", (text, value, tolerance) => {
    const printed = parsePrinted(text);
    expect(printed.value / value).toBeCloseTo(1, 12);
    expect(printed.tolerance / tolerance).toBeCloseTo(1, 12);
  });

  it.each([
    "",
    "NaN",
    "about 3",
    "3 GPU-hours",
    "3.",
    ".5",
    "1.5.2",
    "1,00",
    "1,0000",
    "12,34,567",
    "1 000",
    "--1",
    "− 1",
    "1e",
    "1e-5",
    "10²²",
    "2 × 10",
    "3kM",
    "3 Million",
    "１２"
  ])("parsePrinted(%j) throws", (text) => {
    expect(() => parsePrinted(text)).toThrow(`not a number: ${JSON.stringify(text)} (expected such as `);
  });
});

describe("agrees", () => {
  it.each([
    ["26.3k", 26_293, true],
    ["26.3k", 26_200, false],
    ["240k", 239_600, true],
    ["240k", 244_000, false],
    ["0.24M", 244_000, true],
    ["−0.005", -0.0052, true],
    ["0.005", -0.0052, false],
    ["38 %", 0.3849, true],
    ["38 %", 38, false],
    ["2.29 × 10²²", 2.2945e22, true],
    ["2.29 × 10²²", 2.2955e22, false]
  ])("agrees(%j, %d) is %j", (text, value, expected) => expect(agrees(text, value)).toBe(expected));

  it.each([
    ["0.001", 0.0005],
    ["0.031", 0.0305],
    ["1.80", 1.805]
  ])("agrees(%j, %d), just on the edge, is true", (text, value) => {
    expect(agrees(text, value)).toBe(true);
  });

  it("agrees(value.toFixed(digits), other) is true of value itself, and false a unit away", () => {
    fc.assert(
      fc.property(
        fc.double({min: -1000, max: 1000, noNaN: true}),
        fc.integer({min: 0, max: 4}),
        (value, digits) => {
          const printed = value.toFixed(digits);
          const unit = 10 ** -digits;
          expect(agrees(printed, value)).toBe(true);
          expect(agrees(printed, Number(printed) + 0.51 * unit)).toBe(false);
          expect(agrees(printed, Number(printed) - 0.51 * unit)).toBe(false);
        }
      )
    );
  });
});

describe("checkPrinted", () => {
  it("checkPrinted lets a number pass that agrees", () => {
    expect(() => checkPrinted("26.3k", "13B to 1.9", 26_293)).not.toThrow();
  });

  it.each([
    ["26.3k", 26_200.4, '"26.3k" for 13B to 1.9 (data say 26200)'],
    ["0.031", 0.0284567, '"0.031" for 13B to 1.9 (data say 0.028457)'],
    ["2.29 × 10²²", 2.4e22, '"2.29 × 10²²" for 13B to 1.9 (data say 2.4000e+22)']
  ])("checkPrinted(%j, name, %d) throws and says both", (text, value, message) => {
    expect(() => checkPrinted(text, "13B to 1.9", value)).toThrow(`number differs from the data: ${message}`);
  });

  it("checkPrinted throws where the text is no number", () => {
    expect(() => checkPrinted("many", "13B to 1.9", 1)).toThrow('not a number: "many"');
  });
});
