import type {APIRoute, GetStaticPaths} from "astro";
import {namedState} from "../../../lib/chart.ts";
import {charts, find} from "../../../lib/registry.ts";

export const getStaticPaths = (() =>
  [...charts].flatMap(([chart, {states}]) =>
    Object.keys(states).map((state) => ({params: {chart, state}}))
  )) satisfies GetStaticPaths;

/** The numbers of a named state: what its table shows and its crosshair reads. */
export const GET: APIRoute = ({params}) => {
  const chart = find("chart", charts, params.chart!);
  return Response.json(chart.reading(namedState(chart, params.state!) as never, "en"));
};
