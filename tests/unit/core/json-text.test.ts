import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {jsonText} from "../../../src/core/node/json-text.ts";

describe("jsonText(value)", () => {
  it("writes large whole numbers with an exponent, and with them all numbers of their array", () => {
    expect(jsonText({x: [4.935e20, 5, -0.5], y: [1, 2.5], max: -1e20})).toBe(
      '{"x":[4.935e+20,5e+0,-5e-1],"y":[1,2.5],"max":-1e+20}'
    );
  });

  it("leaves texts alone", () => {
    const texts = {a: "[493500000000000000000]", 'b"493500000000000000000': "\\"};
    expect(jsonText(texts)).toBe(JSON.stringify(texts));
  });

  it("says the same as JSON.stringify", () => {
    fc.assert(
      fc.property(fc.json({noUnicodeString: false}), (text) => {
        const value: unknown = JSON.parse(text);
        expect(JSON.parse(jsonText(value))).toEqual(JSON.parse(JSON.stringify(value)));
      })
    );
  });

  it("writes no integer that 64 bits can’t hold", () => {
    fc.assert(
      fc.property(fc.array(fc.double({noNaN: true, noDefaultInfinity: true})), (values) => {
        expect(jsonText(values)).not.toMatch(/(?<![\d.])\d{17,}(?![\d.e])/);
        expect(JSON.parse(jsonText(values))).toEqual(JSON.parse(JSON.stringify(values)));
      })
    );
  });
});
