import type {APIRoute, InferGetStaticParamsType} from "astro";
import {localeOf} from "../../../../../core/i18n/routes.ts";
import {viewRoutes} from "../../../../../export/figure-routes.ts";
import {oEmbed} from "../../../../../export/oembed.ts";
import {charts, find} from "../../../../../registry.ts";

export const getStaticPaths = viewRoutes;

/** How to embed a chart in one of its states. */
export const GET: APIRoute<object, InferGetStaticParamsType<typeof getStaticPaths>> = (context) => {
  const {chart, state} = context.params;
  const locale = localeOf(context);
  const {title} = find("chart", charts, chart);
  return Response.json(oEmbed(state === undefined ? chart : `${chart}/${state}`, title[locale], locale));
};
