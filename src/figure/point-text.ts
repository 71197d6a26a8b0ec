import type {Column, Reading} from "../core/define/chart.ts";
import {formatNumber} from "../core/i18n/format.ts";
import type {Locale} from "../core/i18n/locale.ts";
import type {Point} from "./points.ts";

/** The ends of a point’s band, where the drawing and the point have one. */
export function bandText(reading: Reading, {band}: Point, locale: Locale): string[] {
  return (reading.band && band ? band : []).map((side) => formatNumber(side, reading.y.digits, locale));
}

/** One point of a curve as a sentence: what the label shows and the live region says. */
export function pointText(reading: Reading, curve: string, point: Point, locale: Locale): string {
  const [low, high] = bandText(reading, point, locale);
  const x = quantity(reading.x, point.x, locale);
  const y = quantity(reading.y, point.y, locale);
  const band = low !== undefined && high !== undefined ? ` (${reading.band}: ${low} to ${high})` : "";
  return `${curve}: ${x}, ${reading.y.label} ${y}${band}`;
}

function quantity(column: Column, value: number, locale: Locale): string {
  const space = column.unit === "" || column.unit.startsWith("%") ? "" : " ";
  return `${formatNumber(value, column.digits, locale)}${space}${column.unit}`;
}
