import type {Reading} from "../../core/define/chart.ts";
import {tableHeader, tableRows} from "../../figure/table.ts";
import {pageLocale} from "../view/page.ts";

/** Writes the numbers of a reading into a table. */
export function fillTable(table: HTMLTableElement, reading: Reading): void {
  const locale = pageLocale();
  table.createTHead().replaceChildren(rowOf("th", tableHeader(reading, locale)));
  table.tBodies[0]?.replaceChildren(...tableRows(reading, locale).map((cells) => rowOf("td", cells)));
}

function rowOf(kind: "td" | "th", cells: readonly string[]): HTMLTableRowElement {
  const row = document.createElement("tr");
  for (const text of cells) {
    const cell = document.createElement(kind);
    cell.textContent = text;
    if (kind === "th") cell.setAttribute("scope", "col");
    row.append(cell);
  }
  return row;
}
