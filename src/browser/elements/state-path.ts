import {writeState} from "../../figure/query.ts";
import {inputsOf, stateOf} from "../view/figure-hooks.ts";

/** What follows a chart’s address to reach the state that its figure shows: its name, or a query. */
export function statePath(figure: HTMLElement): string {
  const {view} = figure.dataset;
  if (view) return `${view}/`;
  const query = writeState(inputsOf(figure), stateOf(figure));
  return query && `?${query}`;
}
