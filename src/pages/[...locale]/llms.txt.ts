import type {APIRoute} from "astro";
import {absolute} from "../../core/address.ts";
import {localeOf, oncePerLanguage} from "../../core/i18n/routes.ts";
import {strings} from "../../core/i18n/strings.ts";
import {charts, datasets} from "../../registry.ts";

export const getStaticPaths = oncePerLanguage;

/** What a language model should read of this site, and where. */
export const GET: APIRoute = (context) => {
  const locale = localeOf(context);
  const link = (title: string, address: string, about: string): string =>
    `- [${title}](${address}): ${about}`;
  const lines = [
    `# ${strings.siteTitle[locale]}`,
    `> ${strings.siteDescription[locale]}`,
    strings.colophon[locale],
    `## ${strings.article[locale]}`,
    link(strings.siteQuestion[locale], absolute("index.md", locale), strings.wholeArticle[locale]),
    `## ${strings.charts[locale]}`,
    [...charts]
      .map(([id, {title, question}]) =>
        link(title[locale], absolute(`charts/${id}/`, locale), question[locale])
      )
      .join("\n"),
    `## ${strings.data[locale]}`,
    link("datapackage.json", absolute("data/datapackage.json"), strings.filePackageAll[locale]),
    [...datasets]
      .map(([name, {title, description}]) =>
        link(title[locale], absolute(`data/${name}.csv`), description[locale])
      )
      .join("\n")
  ];
  return new Response(`${lines.join("\n\n")}\n`, {headers: {"content-type": "text/plain; charset=utf-8"}});
};
