import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {formatAligned, formatSigned, formatTick} from "../../../src/core/i18n/format-drawn.ts";
import {formatDate, formatNumber, formatShort, superscript} from "../../../src/core/i18n/format.ts";
import {agrees} from "../../../src/article/num.ts";

describe("superscript", () => {
  it.each([
    [22, "²²"],
    [1_034_567_890, "¹⁰³⁴⁵⁶⁷⁸⁹⁰"],
    [-3, "⁻³"]
  ])("superscript(%i) is %s", (value, text) => expect(superscript(value)).toBe(text));
});

describe("formatNumber", () => {
  it.each([
    [2.239, 4, "2.2390"],
    [19.507, 3, "19.507"],
    [0, 1, "0.0"],
    [-0.005, 3, "-0.005"],
    [1006.633, 3, "1006.633"],
    [9999, 0, "9999"],
    [10_000, 0, "10,000"],
    [82_432, 0, "82,432"],
    [1_720_320, 0, "1,720,320"]
  ])("formatNumber(%d, {decimals: %i}) is %s", (value, decimals, text) => {
    expect(formatNumber(value, {decimals}, "en")).toBe(text);
  });

  it.each([
    [1234.5, 2, "1200"],
    [0.031_25, 2, "0.031"],
    [26_293, 3, "26,300"],
    [1e15, 4, "1.000 × 10¹⁵"],
    [5.4046e22, 4, "5.405 × 10²²"],
    [-5.4046e22, 4, "-5.405 × 10²²"],
    [1e23, 3, "1.00 × 10²³"],
    [9.999_96e21, 4, "1.000 × 10²²"],
    [7e21, 1, "7 × 10²¹"]
  ])("formatNumber(%d, {significant: %i}) is %s", (value, significant, text) => {
    expect(formatNumber(value, {significant}, "en")).toBe(text);
  });

  it("formatNumber(value, {decimals}) is a power of ten with four digits from 10^15 on", () => {
    expect(formatNumber(999_999_999_999_999, {decimals: 0}, "en")).toBe("999,999,999,999,999");
    expect(formatNumber(1_234_567_890_123_456, {decimals: 0}, "en")).toBe("1.235 × 10¹⁵");
  });

  it("formatNumber(value, {significant: 4}) is read again as value, with one digit before the point", () => {
    fc.assert(
      fc.property(fc.double({min: 15, max: 30, noNaN: true}), (exponent) => {
        const text = formatNumber(10 ** exponent, {significant: 4}, "en");
        expect(text).toMatch(/^[1-9]\.\d{3} × 10[⁰¹²³⁴⁵⁶⁷⁸⁹]+$/);
        expect(agrees(text, 10 ** exponent)).toBe(true);
      })
    );
  });
});

describe("formatShort", () => {
  it.each([
    [0, "0"],
    [500, "500"],
    [1006.633, "1.01k"],
    [82_432, "82.4k"],
    [999_999, "1M"],
    [1_720_320, "1.72M"],
    [2e12, "2T"],
    [8.9e21, "8.90 × 10²¹"]
  ])("formatShort(%d) is %s", (value, text) => expect(formatShort(value, "en")).toBe(text));

  it("formatShort(value, locale, significant) has that many digits, three at most of a power of ten", () => {
    expect(formatShort(1006.633, "en", 4)).toBe("1.007k");
    expect(formatShort(82_432, "en", 2)).toBe("82k");
    expect(formatShort(5.4046e22, "en", 2)).toBe("5.4 × 10²²");
    expect(formatShort(5.4046e22, "en", 5)).toBe("5.40 × 10²²");
  });
});

describe("formatDate", () => {
  it("formatDate(day, locale) writes the month out", () => {
    expect(formatDate("2026-11-24", "en")).toBe("24 November 2026");
  });
});

describe("formatSigned", () => {
  it.each([
    [0.0161, 3, "+0.016"],
    [-0.005, 3, "−0.005"],
    [0.1, 2, "+0.10"],
    [-0.0001, 3, "0.000"],
    [0, 2, "0"]
  ])("formatSigned(%d, %i) is %s", (value, decimals, text) =>
    expect(formatSigned(value, decimals, "en")).toBe(text)
  );
});

describe("formatTick", () => {
  it.each([
    [0, "0"],
    [250, "250"],
    [1000, "1,000"]
  ])("formatTick(%d) is %s", (value, text) => expect(formatTick(value, "en")).toBe(text));
});

describe("formatAligned", () => {
  it.each([
    [1e12, "1.00T"],
    [33.4e9, "33.4B"],
    [8000, "8.00k"]
  ])("formatAligned(%d) is %s", (value, text) => expect(formatAligned(value, "en")).toBe(text));
});
