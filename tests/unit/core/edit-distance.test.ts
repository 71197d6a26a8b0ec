import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {editDistance} from "../../../src/core/math/edit-distance.ts";

describe("editDistance", () => {
  it.each([
    ["axis", "axis", 0],
    ["axis", "axes", 1],
    ["axis", "axsi", 1],
    ["axis", "taxis", 1],
    ["axis", "", 4],
    ["stretch", "streched", 3],
    ["ca", "abc", 3]
  ])("(%j, %j) is %d", (from, to, distance) => {
    expect(editDistance(from, to)).toBe(distance);
  });

  it("is the same both ways, and no more than the longer word", () => {
    fc.assert(
      fc.property(fc.string({maxLength: 12}), fc.string({maxLength: 12}), (from, to) => {
        expect(editDistance(from, to)).toBe(editDistance(to, from));
        expect(editDistance(from, to)).toBeLessThanOrEqual(Math.max(from.length, to.length));
      })
    );
  });
});
