import {getCollection} from "astro:content";
import type {APIRoute, GetStaticPaths} from "astro";
import {oEmbed} from "../../../../export/oembed.ts";
import {placedScrollies} from "../../../../article/placed-charts.ts";

export const getStaticPaths = (async () =>
  (await getCollection("sections")).flatMap(({data: {title}, body = ""}) =>
    placedScrollies(body).map(({id}) => ({params: {act: id}, props: {title}}))
  )) satisfies GetStaticPaths;

/** How to embed a scrolly, from its first step. */
export const GET: APIRoute<{title: string}> = async ({params: {act}, props: {title}}) =>
  Response.json(await oEmbed(`scrolly/${act}`, title, "en"));
