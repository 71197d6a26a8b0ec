import type {APIRoute, GetStaticPaths} from "astro";
import {namedState} from "../../../core/define/chart.ts";
import {charts, find} from "../../../registry.ts";
import {stateTexts, type StateFile} from "../../../figure/texts.ts";

export const getStaticPaths = (() =>
  [...charts].flatMap(([chart, {states}]) =>
    Object.keys(states).map((state) => ({params: {chart, state}}))
  )) satisfies GetStaticPaths;

/** A named state besides its drawings: its inputs, its texts, and the numbers that table and crosshair read. */
export const GET: APIRoute = ({params}) => {
  const chart = find("chart", charts, params.chart!);
  const state = namedState(chart, params.state!);
  return Response.json({
    state,
    texts: stateTexts(chart, state, "en"),
    reading: chart.reading(state, "en")
  } satisfies StateFile);
};
