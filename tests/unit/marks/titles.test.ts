import {describe, expect, it} from "vitest";
import type {Localised} from "../../../src/core/i18n/locale.ts";
import {frames} from "../../../src/marks/theme.ts";
import {
  frameFor,
  growthOf,
  labelledEnd,
  labelledFrame,
  titleRoom,
  wrappedTitle
} from "../../../src/marks/titles.ts";

const long = "A title of an axis that says a quantity, its unit, and which way is better";

describe("wrappedTitle", () => {
  it("wrappedTitle(title, frame) is the title where it fits", () => {
    expect(wrappedTitle("Training steps", frames.narrow)).toBe("Training steps");
    expect(wrappedTitle(long, frames.wide)).toBe(long);
  });

  it("wrappedTitle(title, frame) breaks at the space nearest to the middle", () => {
    const lines = wrappedTitle(long, frames.narrow).split("\n");
    expect(lines.join(" ")).toBe(long);
    expect(lines.map(({length}) => length)).toEqual([40, 33]);
  });

  it("wrappedTitle(title, frame) leaves a title without a space whole", () => {
    const word = "ö".repeat(80);
    expect(wrappedTitle(word, frames.narrow)).toBe(word);
    expect(titleRoom(word, frames.narrow)).toBe(0);
  });
});

describe("frameFor", () => {
  it("frameFor(width, titles) is the frame of that width where all titles have one line", () => {
    expect(frameFor("wide", {xLabel: long, yLabel: long})).toEqual(frames.wide);
  });

  it("frameFor(width, titles) has a line more room beside a title of two", () => {
    const {marginTop, marginBottom} = frames.narrow;
    expect(frameFor("narrow", {yLabel: long})).toEqual({...frames.narrow, marginTop: marginTop + 16});
    expect(frameFor("narrow", {xLabel: long})).toEqual({...frames.narrow, marginBottom: marginBottom + 16});
  });
});

describe("room for labels", () => {
  // As many characters more as another language would have.
  const texts = ["ten letter", "four"].map((en): Localised => ({en}));

  it("growthOf(texts, the first language) is 1", () => {
    expect(growthOf(texts, "en")).toBe(1);
  });

  it("labelledFrame(frame, texts, the first language) is that frame", () => {
    expect(labelledFrame(frames.narrow, texts, "en")).toEqual(frames.narrow);
  });

  it("labelledEnd(axis, texts, the first language) is its end to the last bit", () => {
    for (const end of [1.12, 1.14, 1.22, 1.38])
      expect(labelledEnd([0, 72_000, 72_000 * end], texts, "en")).toBe(72_000 * end);
  });
});
