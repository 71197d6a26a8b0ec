import type {APIRoute, InferGetStaticParamsType} from "astro";
import {localeOf} from "../../../../core/i18n/routes.ts";
import {stateRoutes} from "../../../../export/figure-routes.ts";
import {figureFile} from "../../../../export/files.ts";
import {figureKindNames, figureKinds} from "../../../../figure/kinds.ts";

export const getStaticPaths = () =>
  stateRoutes().flatMap(({params}) => figureKindNames.map((kind) => ({params: {...params, kind}})));

/** A file of a named state, to be taken elsewhere: picture, numbers, or all of it. */
export const GET: APIRoute<object, InferGetStaticParamsType<typeof getStaticPaths>> = async (context) => {
  const {chart, state, kind} = context.params;
  const bytes = await figureFile(chart, state, kind, localeOf(context));
  return new Response(new Uint8Array(bytes), {headers: {"content-type": figureKinds[kind]}});
};
