import type {APIRoute} from "astro";
import {strings} from "../core/i18n/strings.ts";
import {asset} from "../core/address.ts";
import {charts, datasets} from "../registry.ts";

/** What a language model should read of this site, and where. */
export const GET: APIRoute = ({site}) => {
  const link = (title: string, path: string, about: string): string =>
    `- [${title}](${new URL(asset(path), site).href}): ${about}`;
  const lines = [
    `# ${strings.siteTitle.en}`,
    `> ${strings.siteDescription.en}`,
    strings.colophon.en,
    `## ${strings.article.en}`,
    link(strings.siteQuestion.en, "index.md", strings.wholeArticle.en),
    `## ${strings.charts.en}`,
    [...charts].map(([id, {title, question}]) => link(title.en, `charts/${id}/`, question.en)).join("\n"),
    `## ${strings.data.en}`,
    link("datapackage.json", "data/datapackage.json", strings.filePackageAll.en),
    [...datasets]
      .map(([name, {title, description}]) => link(title.en, `data/${name}.csv`, description.en))
      .join("\n")
  ];
  return new Response(`${lines.join("\n\n")}\n`, {headers: {"content-type": "text/plain; charset=utf-8"}});
};
