import type {APIRoute, InferGetStaticPropsType} from "astro";
import {scrollyRoutes} from "../../../../../article/scrolly-routes.ts";
import {localeOf} from "../../../../../core/i18n/routes.ts";
import {oEmbed} from "../../../../../export/oembed.ts";

export const getStaticPaths = scrollyRoutes;

/** How to embed a scrolly, from its first step. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = (context) => {
  const {section, scrolly} = context.props;
  return Response.json(oEmbed(`scrolly/${scrolly.id}`, section.data.title, localeOf(context)));
};
