import type {APIRoute} from "astro";
import {articleMarkdown} from "../../article/whole-article.ts";
import {absolute} from "../../core/address.ts";
import {localeOf, oncePerLanguage} from "../../core/i18n/routes.ts";
import {strings} from "../../core/i18n/strings.ts";

export const getStaticPaths = oncePerLanguage;

/** The article as Markdown: its prose with the numbers, its charts as links with their answers. */
export const GET: APIRoute = async (context) => {
  const locale = localeOf(context);
  const title = `# ${strings.siteTitle[locale]}: ${strings.siteQuestion[locale]}`;
  const article = await articleMarkdown({locale, site: new URL(absolute("", locale))});
  return new Response(`${title}\n\n${article}\n\n${strings.colophon[locale]}\n`, {
    headers: {"content-type": "text/markdown; charset=utf-8"}
  });
};
