import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {numberTexts} from "../../../src/figure/number-texts.ts";

describe("numberTexts(values)", () => {
  it("gives a column one form: an exponent for all, where one needs it", () => {
    expect(numberTexts([1, 0.5, -200])).toEqual(["1", "0.5", "-200"]);
    expect(numberTexts([4.935e20, 5, 0])).toEqual(["4.935e+20", "5e+0", "0e+0"]);
    expect(numberTexts([1e-7, 0.25])).toEqual(["1e-7", "2.5e-1"]);
    expect(numberTexts([3e21, undefined])).toEqual(["3e+21", ""]);
  });

  it("is exact, and never digits that 64 bits can’t hold, nor two forms", () => {
    fc.assert(
      fc.property(fc.array(fc.double({noNaN: true, noDefaultInfinity: true})), (values) => {
        const texts = numberTexts(values);
        expect(texts.map((text) => Number(text) + 0)).toEqual(values.map((value) => value + 0));
        expect(new Set(texts.map((text) => text.includes("e"))).size).toBeLessThanOrEqual(1);
        for (const text of texts) expect(text).toMatch(/^-?\d{1,16}(\.\d+)?(e[+-]\d+)?$/);
      })
    );
  });
});
