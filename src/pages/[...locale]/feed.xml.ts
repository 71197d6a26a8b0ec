import rss from "@astrojs/rss";
import type {APIRoute} from "astro";
import {markdownToHtml} from "satteri";
import {articleMarkdown} from "../../article/whole-article.ts";
import {absolute} from "../../core/address.ts";
import {localeOf, oncePerLanguage} from "../../core/i18n/routes.ts";
import {strings} from "../../core/i18n/strings.ts";

export const getStaticPaths = oncePerLanguage;

/** The day on which the article was first published. */
const published = new Date("2026-11-24");

const picture = (chart: string, state: string): string => `charts/${chart}/${state}.png`;

/** The article as a feed of one entry: its full text, its charts as pictures. */
export const GET: APIRoute = async (context) => {
  const locale = localeOf(context);
  const address = absolute("", locale);
  const text = await articleMarkdown({locale, site: new URL(address), picture});
  return rss({
    title: strings.siteTitle[locale],
    description: strings.siteDescription[locale],
    site: address,
    customData: `<language>${locale}</language>`,
    items: [
      {
        title: `${strings.siteTitle[locale]}: ${strings.siteQuestion[locale]}`,
        link: address,
        pubDate: published,
        description: strings.siteDescription[locale],
        content: markdownToHtml(text, {features: {math: true, smartPunctuation: false}}).html
      }
    ]
  });
};
