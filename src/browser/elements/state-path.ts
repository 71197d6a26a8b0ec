import type {AnyState, Inputs} from "../../core/define/chart.ts";
import {writeState} from "../../figure/query.ts";

/** What follows a chart’s address to reach the state that its figure shows: its name, or a query. */
export function statePath(figure: HTMLElement): string {
  const {state, view} = figure.dataset;
  if (view) return `${view}/`;
  const {inputs} = figure.querySelector<HTMLElement>("chart-controls")!.dataset;
  const query = writeState(JSON.parse(inputs!) as Inputs, JSON.parse(state!) as AnyState);
  return query && `?${query}`;
}
