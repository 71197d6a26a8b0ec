import {nameOfState, type AnyState, type Chart} from "../../core/define/chart.ts";
import {draw} from "../../figure/drawing.ts";
import type {Locale} from "../../core/i18n/locale.ts";
import {stateTexts} from "../../figure/texts.ts";
import type {CountedView} from "../view/figure-view.ts";

const charts = import.meta.glob<Chart>("../../charts/*.ts", {import: "default"});

/**
 * Any state of a chart as a view, drawn by Plot in the browser with the chart's own file.
 *
 * @throws where there is no such chart, or its file can't be had.
 */
export async function viewOf(id: string, state: AnyState, locale: Locale): Promise<CountedView> {
  const load = charts[`../../charts/${id}.ts`];
  if (!load) throw new Error(`unknown chart: ${id} (one of ${Object.keys(charts).join(", ")})`);
  const chart = await load();
  return {
    name: nameOfState(chart, state),
    state: JSON.stringify(state),
    texts: stateTexts(chart, state, locale),
    drawing: (width) => draw(chart, state, {width, locale, document}),
    reading: chart.reading(state, locale)
  };
}
