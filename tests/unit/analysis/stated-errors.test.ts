import {describe, expect, it} from "vitest";
import {binScatter, statedErrors} from "../../../src/analysis/stated-errors.ts";
import {datasets, find} from "../../../src/registry.ts";

const errors = Object.entries(statedErrors).flatMap(([dataset, fields]) =>
  Object.entries(fields).map(([field, value]) => ({dataset, field, value}))
);

/** As a provenance writes it. */
function written(field: string, value: number): string {
  if (field === "tokens") return `±${value}e9`;
  return field.endsWith("Share") ? `±${Number((100 * value).toPrecision(3))}%` : `±${value}`;
}

describe("statedErrors", () => {
  it.each(errors)("$dataset states $value of $field", ({dataset, field, value}) => {
    const {error} = find("dataset", datasets, dataset).provenance;
    const [, number] = written(field, value).split("±");
    expect(error.en).toMatch(new RegExp(`±${(number ?? "").replace(".", "\\.")}(?![\\d.])`));
  });
});

describe("binScatter", () => {
  it("is the middle of the scatter that the notes of chinchilla-figure-a1 give", () => {
    const {notes} = find("dataset", datasets, "chinchilla-figure-a1").provenance;
    const [, low, high] = /a scatter of (0\.\d+)–(0\.\d+) nat\/token/.exec(notes.en) ?? [];
    expect((Number(low) + Number(high)) / 2).toBeCloseTo(binScatter, 9);
  });
});
