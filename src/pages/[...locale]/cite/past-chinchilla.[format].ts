import type {APIRoute, InferGetStaticParamsType} from "astro";
import {citationFile, citationFormatNames} from "../../../article/citation-files.ts";
import {articleAt} from "../../../article/edition.ts";
import {absolute} from "../../../core/address.ts";
import {everyLanguage, localeOf} from "../../../core/i18n/routes.ts";

export const getStaticPaths = () =>
  everyLanguage(() => citationFormatNames.map((format) => ({params: {format}})));

/** The article's own citation, for programs that keep references. */
export const GET: APIRoute<object, InferGetStaticParamsType<typeof getStaticPaths>> = (context) => {
  const locale = localeOf(context);
  return new Response(citationFile(articleAt(absolute("", locale), locale), context.params.format));
};
