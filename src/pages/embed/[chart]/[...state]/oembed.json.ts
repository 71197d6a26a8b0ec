import type {APIRoute, GetStaticPaths} from "astro";
import {oEmbed} from "../../../../export/oembed.ts";
import {charts, find} from "../../../../registry.ts";

const locale = "en";

export const getStaticPaths = (() =>
  [...charts].flatMap(([chart, {states}]) =>
    [undefined, ...Object.keys(states)].map((state) => ({params: {chart, state}}))
  )) satisfies GetStaticPaths;

/** How to embed a chart in one of its states. */
export const GET: APIRoute = async ({params: {chart: id = "", state}}) => {
  const {title} = find("chart", charts, id);
  return Response.json(await oEmbed(state === undefined ? id : `${id}/${state}`, title[locale], locale));
};
