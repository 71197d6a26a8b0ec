// Apart from format.ts, which every page with a figure loads: these are for drawings.
import {numberFormat} from "./format.ts";
import type {Locale} from "./locale.ts";

/** A difference with its sign, e.g. `"+0.016"`, `"−0.005"`, or `"0"` where there is none. */
export function formatSigned(value: number, decimals: number, locale: Locale): string {
  return numberFormat(locale, {
    minimumFractionDigits: value === 0 ? 0 : decimals,
    maximumFractionDigits: decimals,
    signDisplay: "exceptZero"
  })
    .format(value)
    .replace("-", "−");
}

/** A number as it stands at a tick, grouped from four digits up, e.g. `1000` → `"1,000"`. */
export function formatTick(value: number, locale: Locale): string {
  return numberFormat(locale, {}).format(value);
}

/** A short number with as many digits as others in its column, three, e.g. `1e12` → `"1.00T"`. */
export function formatAligned(value: number, locale: Locale): string {
  return numberFormat(locale, {
    notation: "compact",
    minimumSignificantDigits: 3,
    maximumSignificantDigits: 3
  })
    .format(value)
    .replace("K", "k");
}
