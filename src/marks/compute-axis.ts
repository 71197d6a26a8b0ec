import type {Column} from "../core/define/chart.ts";
import {formatTick} from "../core/i18n/format-drawn.ts";
import {formatNumber, formatShort, superscript} from "../core/i18n/format.ts";
import type {Locale, Text} from "../core/i18n/locale.ts";
import type {ComputeAxis} from "../analysis/runs.ts";

const strings = {
  tokens: {en: "tokens"},
  tokensUnit: {en: "billion tokens"},
  tokensAxis: {en: "Training tokens (billions)"},
  hours: {en: "GPU-hours"},
  hoursAxis: {en: "Training compute (A100 GPU-hours)"},
  flops: {en: "FLOPs"},
  flopsAxis: {en: "Training compute (FLOPs, 6ND)"}
} as const satisfies Record<string, Text>;

/** Quantity and unit of a compute axis, as its label. */
export function computeLabel(axis: ComputeAxis, locale: Locale): string {
  return {tokens: strings.tokensAxis, "gpu-hours": strings.hoursAxis, flops: strings.flopsAxis}[axis][locale];
}

/** What an axis's numbers mean in tables and announcements; tokens keep the CSV's own digits. */
export function computeColumn(axis: ComputeAxis, locale: Locale): Column {
  return {
    tokens: {
      label: strings.tokens[locale],
      unit: strings.tokensUnit[locale],
      digits: {decimals: 3}
    } as const,
    "gpu-hours": {
      label: strings.hours[locale],
      unit: strings.hours[locale],
      digits: {decimals: 0}
    } as const,
    flops: {label: strings.flops[locale], unit: strings.flops[locale], digits: {significant: 4}} as const
  }[axis];
}

/** An amount of compute in a sentence, e.g. `"82.4k GPU-hours"`. */
export function computeText(value: number, axis: ComputeAxis, locale: Locale): string {
  const amount = formatShort(value, locale, axis === "tokens" ? 4 : 3);
  return `${amount} ${computeColumn(axis, locale).unit}`;
}

/** A tick of a compute axis, e.g. `"20k"` or `"2×10²²"`. */
export function computeTick(value: number, axis: ComputeAxis, locale: Locale): string {
  if (axis === "tokens") return formatTick(value, locale);
  if (axis === "gpu-hours" || value === 0) return formatShort(value, locale);
  const exponent = Math.floor(Math.log10(value) + 1e-9);
  const mantissa = formatNumber(value / 10 ** exponent, {significant: 3}, locale);
  return `${mantissa === "1" ? "" : `${mantissa}×`}10${superscript(exponent)}`;
}
