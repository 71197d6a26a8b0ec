import type {APIRoute, InferGetStaticParamsType} from "astro";
import {namedState} from "../../../../core/define/chart.ts";
import {localeOf} from "../../../../core/i18n/routes.ts";
import {stateRoutes} from "../../../../export/figure-routes.ts";
import {stateTexts, type StateFile} from "../../../../figure/texts.ts";
import {charts, find} from "../../../../registry.ts";
import {jsonResponse} from "../../../../core/node/json-text.ts";

export const getStaticPaths = stateRoutes;

/** A named state besides its drawings: its inputs, its texts, and the numbers that table and crosshair read. */
export const GET: APIRoute<object, InferGetStaticParamsType<typeof getStaticPaths>> = (context) => {
  const locale = localeOf(context);
  const chart = find("chart", charts, context.params.chart);
  const state = namedState(chart, context.params.state);
  return jsonResponse({
    state,
    texts: stateTexts(chart, state, locale),
    reading: chart.reading(state, locale)
  } satisfies StateFile);
};
