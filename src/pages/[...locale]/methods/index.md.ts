import type {APIRoute} from "astro";
import {methodsMarkdown} from "../../../article/whole-article.ts";
import {absolute} from "../../../core/address.ts";
import {apparatus} from "../../../core/i18n/apparatus.ts";
import {localeOf, oncePerLanguage} from "../../../core/i18n/routes.ts";

export const getStaticPaths = oncePerLanguage;

/** The methods as Markdown. */
export const GET: APIRoute = async (context) => {
  const locale = localeOf(context);
  const methods = await methodsMarkdown({locale, site: new URL(absolute("", locale))});
  return new Response(`# ${apparatus.methods[locale]}\n\n${methods}\n`, {
    headers: {"content-type": "text/markdown; charset=utf-8"}
  });
};
