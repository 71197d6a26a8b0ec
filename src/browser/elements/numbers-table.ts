import {scriptStrings as strings} from "../../core/i18n/script-strings.ts";
import {notice, say} from "../view/figure-hooks.ts";
import type {FigureView} from "../view/figure-view.ts";
import {pageLocale} from "../view/page.ts";

/**
 * Keeps the table of a figure’s numbers in step with it. It was served with the first state; it is written anew only
 * when it is open, or opened, in another.
 */
export function keepTable(view: FigureView): void {
  const {figure} = view;
  const details = figure.querySelector<HTMLDetailsElement>(".chart-data");
  if (!details) return;
  let isStale = false;
  const freshen = (): void => {
    if (!details.open) return;
    const served = details.querySelector("noscript");
    if (served) served.outerHTML = served.textContent;
    if (!isStale) return;
    const {state} = view;
    // What it shows belongs to another picture.
    const table = details.querySelector("table");
    if (table) table.ariaBusy = "true";
    // Most tables are never opened, or only in the state that they were served in.
    Promise.all([view.reading(), import("./table-rows.ts")])
      .then(([reading, {fillTable}]) => {
        if (state !== view.state || !table) return;
        fillTable(table, reading);
        table.ariaBusy = null;
        isStale = false;
      })
      .catch(() => {
        if (state !== view.state) return;
        if (table) {
          table.tBodies[0]?.replaceChildren();
          table.ariaBusy = null;
        }
        notice(figure, strings.noValues[pageLocale()]);
        say(figure, strings.noValues[pageLocale()]);
      });
  };
  details.addEventListener("toggle", freshen);
  figure.addEventListener("chart:view", () => {
    isStale = true;
    freshen();
  });
}
