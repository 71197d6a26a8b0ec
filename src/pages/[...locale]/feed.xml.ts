import rss from "@astrojs/rss";
import type {APIRoute} from "astro";
import {markdownToHtml} from "satteri";
import {changes} from "../../article/changes.ts";
import {articleMarkdown} from "../../article/whole-article.ts";
import {absolute} from "../../core/address.ts";
import {localeOf, oncePerLanguage} from "../../core/i18n/routes.ts";
import {strings} from "../../core/i18n/strings.ts";

export const getStaticPaths = oncePerLanguage;

const picture = (chart: string, state: string): string => `charts/${chart}/${state}.png`;

/** The article as a feed: an entry for each edition, the newest with its full text, its charts as pictures. */
export const GET: APIRoute = async (context) => {
  const locale = localeOf(context);
  const address = absolute("", locale);
  const text = await articleMarkdown({locale, site: new URL(address), picture});
  const {html} = markdownToHtml(text, {features: {math: true, smartPunctuation: false}});
  return rss({
    title: strings.siteTitle[locale],
    description: strings.siteDescription[locale],
    site: address,
    xmlns: {atom: "http://www.w3.org/2005/Atom"},
    customData: [
      `<language>${locale}</language>`,
      `<atom:link href="${absolute("feed.xml", locale)}" rel="self" type="application/rss+xml"/>`
    ].join(""),
    items: changes.editions.map(({version, date}, index) => ({
      title: `${strings.siteTitle[locale]} ${version}: ${strings.siteQuestion[locale]}`,
      // A reader tells entries apart by it: an edition is a new one.
      link: `${address}#version-${version}`,
      pubDate: new Date(date),
      description: strings.siteDescription[locale],
      ...(index === 0 ? {content: standingAlone(html, address)} : {})
    }))
  });
};

/** The text where no page is around it: links within the article lead to it, and those between a note and its place are gone. */
function standingAlone(html: string, address: string): string {
  return html
    .replace(/ ?<a href="#user-content-fnref[^>]*>.*?<\/a>/g, "")
    .replace(/<a href="#user-content-fn-[^>]*>(.*?)<\/a>/g, "$1")
    .replaceAll('href="#', `href="${address}#`);
}
