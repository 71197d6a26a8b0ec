import type {Column, Reading, Series} from "../core/define/chart.ts";
import {formatNumber} from "../core/i18n/format.ts";
import type {Locale, Localised} from "../core/i18n/locale.ts";

const strings = {
  series: {en: "curve"},
  low: {en: "low"},
  high: {en: "high"}
} as const satisfies Record<string, Localised>;

/** One row of what is drawn, as text: series, x, y, and the band where there is one. */
export type TableRow = readonly string[];

/** The header of the table of a drawing. */
export function tableHeader(reading: Reading, locale: Locale): TableRow {
  return [
    strings.series[locale],
    heading(reading.x),
    heading(reading.y),
    ...(reading.band ? [strings.low[locale], strings.high[locale]] : [])
  ];
}

/** The rows of the table of a drawing, series by series, in drawing order. */
export function tableRows(reading: Reading, locale: Locale): TableRow[] {
  return reading.series.flatMap((series) =>
    series.x.map((_, index) => [
      series.label,
      formatNumber(series.x[index]!, reading.x.digits, locale),
      formatNumber(series.y[index]!, reading.y.digits, locale),
      ...bandAt(reading, series, index, locale)
    ])
  );
}

function heading(column: Column): string {
  return column.label === column.unit ? column.label : `${column.label} (${column.unit})`;
}

function bandAt(reading: Reading, series: Series, index: number, locale: Locale): string[] {
  const {low, high} = series;
  if (!reading.band || !low || !high) return [];
  return [low, high].map((side) => formatNumber(side[index]!, reading.y.digits, locale));
}

/** One point of a drawing as a sentence: what the label shows and the live region says. */
export function pointText(reading: Reading, series: Series, index: number, locale: Locale): string {
  const [low, high] = bandAt(reading, series, index, locale);
  const x = quantity(reading.x, series.x[index]!, locale);
  const y = quantity(reading.y, series.y[index]!, locale);
  const band =
    reading.band && low !== undefined && high !== undefined ? ` (${reading.band}: ${low} to ${high})` : "";
  return `${series.label}: ${x}, ${reading.y.label} ${y}${band}`;
}

function quantity(column: Column, value: number, locale: Locale): string {
  const space = column.unit === "" || column.unit.startsWith("%") ? "" : " ";
  return `${formatNumber(value, column.digits, locale)}${space}${column.unit}`;
}
