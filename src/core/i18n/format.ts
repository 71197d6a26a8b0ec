import {tagOf, type Locale} from "./locale.ts";
import {remember} from "../math/memo.ts";

/** How many digits a number is written with: after the point, or significant ones for computed numbers. */
export type Digits = {readonly decimals: number} | {readonly significant: number};

/** A writer of numbers; to make one takes longer than to draw a curve, and few kinds are needed. */
export const numberFormat = remember(
  (locale: Locale, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options),
  (locale, options) => locale + JSON.stringify(options),
  50
);

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** A whole number as superscript digits, e.g. `22` → `"²²"`. */
export function superscript(value: number): string {
  return String(value)
    .replace(/\d/g, (digit) => superscripts.charAt(Number(digit)))
    .replace("-", "⁻");
}

/**
 * A number as it is printed and announced: the CSV's own digits for `decimals`, rounded for
 * `significant`; from 10^15 on as a power of ten. Grouped only from five digits up.
 */
export function formatNumber(value: number, digits: Digits, locale: Locale): string {
  if (Math.abs(value) >= 1e15)
    return formatPower(value, "significant" in digits ? digits.significant : 4, locale);
  return numberFormat(locale, {
    useGrouping: "min2",
    ...("decimals" in digits
      ? {minimumFractionDigits: digits.decimals, maximumFractionDigits: digits.decimals}
      : {maximumSignificantDigits: digits.significant})
  }).format(value);
}

function formatPower(value: number, significant: number, locale: Locale): string {
  // Not by log10: 1e23 is a little less than 10^23, and 9.9996e21 is 1.000 × 10²² in four digits.
  const [mantissa, exponent] = value.toExponential(significant - 1).split("e");
  const written = numberFormat(locale, {
    minimumFractionDigits: significant - 1,
    maximumFractionDigits: significant - 1
  }).format(Number(mantissa));
  return `${written} × 10${superscript(Number(exponent))}`;
}

/** A number as it is chosen by a control, with all its digits, e.g. `24000` → `"24,000"`. */
export function formatChosen(value: number, locale: Locale): string {
  return numberFormat(locale, {useGrouping: "min2", maximumFractionDigits: 10}).format(value);
}

/** A short number for an axis or a label, e.g. `82432` → `"82.4k"`, `1.72e6` → `"1.72M"`. */
export function formatShort(value: number, locale: Locale, significant = 3): string {
  if (Math.abs(value) >= 1e15) return formatPower(value, Math.min(significant, 3), locale);
  return numberFormat(locale, {notation: "compact", maximumSignificantDigits: significant})
    .format(value)
    .replace("K", "k");
}

/** Names one after the other, as a table lists them, e.g. `"7B, 13B, 33B"`. */
export function formatList(names: readonly string[], locale: Locale): string {
  return new Intl.ListFormat(tagOf(locale), {type: "unit", style: "short"}).format(names);
}

/** Minutes in words, e.g. 23 → `"23 minutes"`. */
export function formatMinutes(minutes: number, locale: Locale): string {
  return new Intl.NumberFormat(tagOf(locale), {style: "unit", unit: "minute", unitDisplay: "long"}).format(
    minutes
  );
}

/** A day in words, from its ISO form, e.g. `"2026-11-24"` → `"24 November 2026"`. */
export function formatDate(day: string, locale: Locale): string {
  return new Intl.DateTimeFormat(tagOf(locale), {dateStyle: "long", timeZone: "UTC"}).format(new Date(day));
}
