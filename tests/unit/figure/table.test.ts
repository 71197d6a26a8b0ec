import {describe, expect, it} from "vitest";
import type {Reading, Series} from "../../../src/core/define/chart.ts";
import {pointsOf, type Point} from "../../../src/figure/points.ts";
import {pointText} from "../../../src/figure/point-text.ts";
import {tableHeader, tableRows} from "../../../src/figure/table.ts";

const small = {
  key: "a",
  label: "LLaMA 7B",
  x: [19.507, 1006.633],
  y: [2.239, 1.8],
  low: [2.238, 1.79],
  high: [2.2453, 1.81]
};
const large = {key: "b", label: "LLaMA 13B", x: [21.5], y: [2.1], low: [2], high: [2.2]};

const bare: Reading = {
  x: {label: "tokens", unit: "billion tokens", digits: {decimals: 3}},
  y: {label: "loss", unit: "nat/token", digits: {decimals: 4}},
  series: [small, large]
};

const reading: Reading = {...bare, band: "5–95 %"};

function at(series: Series, index: number): Point {
  const point = pointsOf(series)[index];
  if (!point) throw new Error(`no point: ${index} (expected one of ${series.x.length})`);
  return point;
}

describe("pointText", () => {
  it("pointText is curve, x, name of y and y, and the band, all with their units", () => {
    expect(pointText(reading, small.label, at(small, 0), "en")).toBe(
      "LLaMA 7B: 19.507 billion tokens, loss 2.2390 nat/token (5–95 %: 2.2380 to 2.2453)"
    );
    expect(pointText(reading, small.label, at(small, 1), "en")).toBe(
      "LLaMA 7B: 1006.633 billion tokens, loss 1.8000 nat/token (5–95 %: 1.7900 to 1.8100)"
    );
  });

  it("pointText is silent of a band that the picture or the curve doesn’t have", () => {
    const text = "LLaMA 13B: 21.500 billion tokens, loss 2.1000 nat/token";
    expect(pointText(bare, large.label, at(large, 0), "en")).toBe(text);
    expect(
      pointText(reading, "LLaMA 13B", at({key: "b", label: "LLaMA 13B", x: [21.5], y: [2.1]}, 0), "en")
    ).toBe(text);
  });

  it("pointText has no space for a unit that isn’t there", () => {
    const pure = {...bare, x: {label: "share", unit: "", digits: {significant: 2}}};
    expect(pointText(pure, "Run", at({key: "a", label: "Run", x: [0.25], y: [1]}, 0), "en")).toBe(
      "Run: 0.25, loss 1.0000 nat/token"
    );
  });

  it("pointText writes FLOPs as a power of ten", () => {
    const flops = {...bare, x: {label: "FLOPs", unit: "FLOPs", digits: {significant: 4}}};
    expect(pointText(flops, "Run", at({key: "a", label: "Run", x: [4.0466e22], y: [1.8]}, 0), "en")).toBe(
      "Run: 4.047 × 10²² FLOPs, loss 1.8000 nat/token"
    );
  });
});

describe("tableHeader", () => {
  it("tableHeader is curve, both quantities with units, and the two sides of a band", () => {
    expect(tableHeader(reading, "en")).toEqual([
      "curve",
      "tokens (billion tokens)",
      "loss (nat/token)",
      "low",
      "high"
    ]);
  });

  it("tableHeader has no columns for a band where there is none", () => {
    expect(tableHeader(bare, "en")).toEqual(["curve", "tokens (billion tokens)", "loss (nat/token)"]);
  });

  it("tableHeader doesn’t repeat a unit that is the label", () => {
    const x = {label: "GPU-hours", unit: "GPU-hours", digits: {decimals: 0}};
    expect(tableHeader({...bare, x}, "en")[1]).toBe("GPU-hours");
  });
});

describe("tableRows", () => {
  it("tableRows is a row for each point, curve by curve, with the data’s digits", () => {
    expect(tableRows(reading, "en")).toEqual([
      ["LLaMA 7B", "19.507", "2.2390", "2.2380", "2.2453"],
      ["LLaMA 7B", "1006.633", "1.8000", "1.7900", "1.8100"],
      ["LLaMA 13B", "21.500", "2.1000", "2.0000", "2.2000"]
    ]);
  });

  it("tableRows has no cells for a band where there is none", () => {
    expect(tableRows({...bare, series: [large]}, "en")).toEqual([["LLaMA 13B", "21.500", "2.1000"]]);
  });

  it("tableRows(no curves) is empty", () => expect(tableRows({...reading, series: []}, "en")).toEqual([]));
});
