import type {Column, Reading} from "../core/define/chart.ts";
import {formatNumber} from "../core/i18n/format.ts";
import type {Locale, Localised} from "../core/i18n/locale.ts";
import {bandText} from "./point-text.ts";
import {pointsOf} from "./points.ts";

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
    pointsOf(series).map((point) => [
      series.label,
      formatNumber(point.x, reading.x.digits, locale),
      formatNumber(point.y, reading.y.digits, locale),
      ...bandText(reading, point, locale)
    ])
  );
}

function heading(column: Column): string {
  return column.label === column.unit ? column.label : `${column.label} (${column.unit})`;
}
