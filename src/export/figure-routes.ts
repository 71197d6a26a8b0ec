import {everyLanguage, type Segment} from "../core/i18n/routes.ts";
import {charts} from "../registry.ts";

/** A named state of a chart, as the address of one of its files has it. */
interface StateRoute {
  readonly params: {readonly chart: string; readonly state: string; readonly locale: Segment};
}

/** A chart, or a named state of it, as the address of a page has it. */
interface ViewRoute {
  readonly params: {readonly chart: string; readonly state: string | undefined; readonly locale: Segment};
}

/** Static paths of every named state of every chart. */
export function stateRoutes(): StateRoute[] {
  return everyLanguage(() =>
    [...charts].flatMap(([chart, {states}]) => routesTo(chart, Object.keys(states)))
  );
}

/** Static paths of every chart, as it opens, and of every named state of it. */
export function viewRoutes(): ViewRoute[] {
  return everyLanguage(() =>
    [...charts].flatMap(([chart, {states}]) => routesTo(chart, [undefined, ...Object.keys(states)]))
  );
}

function routesTo<S extends string | undefined>(
  chart: string,
  states: readonly S[]
): {params: {chart: string; state: S}}[] {
  return states.map((state) => ({params: {chart, state}}));
}
