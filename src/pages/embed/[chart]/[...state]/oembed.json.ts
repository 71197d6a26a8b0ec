import type {APIRoute, GetStaticPaths} from "astro";
import {strings} from "../../../../i18n/strings.ts";
import {frameCode, frameHeight, scriptCode} from "../../../../lib/embed-code.ts";
import {embedScript} from "../../../../lib/embed-script.ts";
import {absolute} from "../../../../lib/paths.ts";
import {charts, find} from "../../../../lib/registry.ts";

const locale = "en";

export const getStaticPaths = (() =>
  [...charts].flatMap(([chart, {states}]) =>
    [undefined, ...Object.keys(states)].map((state) => ({params: {chart, state}}))
  )) satisfies GetStaticPaths;

/** How to embed a chart, for programs that ask by oEmbed (https://oembed.com). */
export const GET: APIRoute = async ({params: {chart: id = "", state}}) => {
  const title = find("chart", charts, id).title[locale];
  const code = frameCode(state === undefined ? id : `${id}/${state}`, title);
  return Response.json({
    version: "1.0",
    type: "rich",
    title,
    provider_name: strings.siteTitle[locale],
    provider_url: absolute(""),
    html: `${code}\n${scriptCode(await embedScript())}`,
    width: 736,
    height: frameHeight.least
  });
};
