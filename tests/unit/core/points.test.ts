import {describe, expect, it} from "vitest";
import {
  firstOf,
  firstPoint,
  lastOf,
  lastPoint,
  pointsOf,
  seriesOf,
  valueAt
} from "../../../src/core/math/points.ts";

const series = {x: [1, 2, 4], y: [9, 8, 7]};

describe("points", () => {
  it("pointsOf(series) and seriesOf(points) undo each other", () => {
    expect(pointsOf(series)).toEqual([
      {x: 1, y: 9},
      {x: 2, y: 8},
      {x: 4, y: 7}
    ]);
    expect(seriesOf(pointsOf(series))).toEqual(series);
  });

  it("firstPoint(series) and lastPoint(series) are its ends", () => {
    expect(firstPoint(series)).toEqual({x: 1, y: 9});
    expect(lastPoint(series)).toEqual({x: 4, y: 7});
  });

  it("pointsOf(series) throws where an x has no y", () => {
    expect(() => pointsOf({x: [1, 2], y: [9]})).toThrow("no value at index: 1 (expected 0 to 0)");
  });
});

describe("values", () => {
  it("firstOf, lastOf and valueAt take numbers that are 0", () => {
    expect([firstOf([0, 1]), lastOf([1, 0]), valueAt(Float64Array.of(1, 0), 1)]).toEqual([0, 0, 0]);
  });

  it.each([-1, 3, 0.5])("valueAt(values, %d) throws outside 0 to 2", (index) => {
    expect(() => valueAt(series.x, index)).toThrow(`no value at index: ${index} (expected 0 to 2)`);
  });

  it("firstOf([]) and lastOf([]) throw", () => {
    expect(() => firstOf([])).toThrow(RangeError);
    expect(() => lastOf([])).toThrow(RangeError);
  });
});
