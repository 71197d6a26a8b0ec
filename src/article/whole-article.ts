import {strings} from "../core/i18n/strings.ts";
import {sectionMarkdown, type MarkdownOptions} from "./markdown.ts";
import {mentionsByWork, mentionsIn} from "./mentions.ts";
import {methodsOf, sectionsOf, type SectionEntry} from "./sections.ts";
import {authorsOf, citationOf, referenceOf, yearOf} from "./works.ts";

/** The whole article as Markdown, without its title: sections in their order, then the works cited. */
export async function articleMarkdown(options: MarkdownOptions): Promise<string> {
  const entries = await sectionsOf(options.locale);
  const sections = entries.map((entry) => entryMarkdown(entry, options));
  const mentions = entries.flatMap(({data, body}) => mentionsIn(data.id, body ?? ""));
  const works = [...mentionsByWork(mentions).keys()].map(referenceOf);
  works.sort((a, b) => citationOf(a).localeCompare(citationOf(b), options.locale));
  const list = works.map((work) => {
    const address = work.URL === undefined ? "" : ` <${work.URL}>`;
    return `- ${authorsOf(work)} (${yearOf(work)}). _${work.title}_.${address}`;
  });
  return [...sections, `## ${strings.works[options.locale]}\n\n${list.join("\n")}`].join("\n\n");
}

/** All methods as Markdown, without their title. */
export async function methodsMarkdown(options: MarkdownOptions): Promise<string> {
  const entries = await methodsOf(options.locale);
  return entries.map((entry) => entryMarkdown(entry, options)).join("\n\n");
}

function entryMarkdown(
  {data: {id, kind, title, standfirst}, body = ""}: SectionEntry,
  options: MarkdownOptions
): string {
  const heading = kind === "opening" ? `_${standfirst}_` : `## ${title}`;
  return `${heading}\n\n${sectionMarkdown(body, id, options)}`;
}
