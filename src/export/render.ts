import {parseHTML} from "linkedom";
import {namedState, type AnyState, type Chart, type DrawingWidth} from "../core/define/chart.ts";
import {draw} from "../figure/drawing.ts";
import type {Locale} from "../core/i18n/locale.ts";
import {charts, find} from "../registry.ts";

const {document} = parseHTML("<!doctype html><html><body></body></html>");

/** The SVG of one state of a chart, drawn in the build. */
export function renderState(chart: Chart, state: AnyState, width: DrawingWidth, locale: Locale): string {
  return draw(chart, state, {width, locale, document: document}).outerHTML;
}

const drawings = new Map<string, string>();

/**
 * The SVG of a named state of a chart, drawn once a build.
 *
 * @throws where there is no such chart or state.
 */
export function renderDrawing(id: string, name: string, width: DrawingWidth, locale: Locale): string {
  const address = `${id}/${name}/${width}/${locale}`;
  const known = drawings.get(address);
  if (known !== undefined) return known;
  const chart = find("chart", charts, id);
  const svg = renderState(chart, namedState(chart, name), width, locale);
  drawings.set(address, svg);
  return svg;
}
