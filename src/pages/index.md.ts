import type {APIRoute} from "astro";
import {strings} from "../core/i18n/strings.ts";
import {articleMarkdown} from "../article/whole-article.ts";

/** The article as Markdown: its prose with the numbers, its charts as links with their answers. */
export const GET: APIRoute = async ({site}) => {
  const title = `# ${strings.siteTitle.en}: ${strings.siteQuestion.en}`;
  const text = `${title}\n\n${await articleMarkdown({locale: "en", site: site!})}\n\n${strings.colophon.en}\n`;
  return new Response(text, {headers: {"content-type": "text/markdown; charset=utf-8"}});
};
