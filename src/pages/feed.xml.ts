import rss from "@astrojs/rss";
import type {APIRoute} from "astro";
import {markdownToHtml} from "satteri";
import {strings} from "../core/i18n/strings.ts";
import {asset} from "../core/address.ts";
import {articleMarkdown} from "../article/whole-article.ts";

/** The day on which the article was first published. */
const published = new Date("2026-11-24");

const picture = (chart: string, state: string): string => `charts/${chart}/${state}.png`;

/** The article as a feed of one entry: its full text, its charts as pictures. */
export const GET: APIRoute = async ({site}) => {
  const text = await articleMarkdown({locale: "en", site: site!, picture});
  const address = new URL(asset(""), site).href;
  return rss({
    title: strings.siteTitle.en,
    description: strings.siteDescription.en,
    site: address,
    customData: "<language>en</language>",
    items: [
      {
        title: `${strings.siteTitle.en}: ${strings.siteQuestion.en}`,
        link: address,
        pubDate: published,
        description: strings.siteDescription.en,
        content: markdownToHtml(text, {features: {math: true, smartPunctuation: false}}).html
      }
    ]
  });
};
