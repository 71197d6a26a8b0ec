import {getCollection, type CollectionEntry} from "astro:content";
import {firstLocale, tagOf, type Locale} from "../core/i18n/locale.ts";
import {nodesIn, parseMdx, textIn} from "./mdx.ts";
import {sectionNameOf} from "./section-name.ts";

type Entry = CollectionEntry<"sections">;

/** A section of the article in one language. */
export interface SectionEntry extends Entry {
  /** What stands in its frontmatter, and its name, which is its anchor. */
  readonly data: Entry["data"] & {readonly id: string};
}

/** The sections of the page of methods in a language, by ascending `order`. @throws as `sectionsOf` does. */
export async function methodsOf(locale: Locale): Promise<readonly SectionEntry[]> {
  return (await allSectionsOf(locale)).filter(({data}) => data.page === "methods");
}

/** The sections of the article in a language, by ascending `order`. @throws as for all sections. */
export async function sectionsOf(locale: Locale): Promise<readonly SectionEntry[]> {
  return (await allSectionsOf(locale)).filter(({data}) => data.page === undefined);
}

/** Words that adults read in a minute, in silence: the mean over studies of English in Brysbaert (2019), for non-fiction. */
const wordsPerMinute = 238;

/** How long the sections take to read, in whole minutes: their prose, without what is in figures and tables. */
export function readingMinutes(sections: readonly SectionEntry[], locale: Locale): number {
  const prose = sections
    .flatMap(({body}) => nodesIn(parseMdx(body ?? "")))
    .filter(({type}) => type === "heading" || type === "paragraph")
    .map(textIn)
    .join(" ");
  const parts = Array.from(new Intl.Segmenter(tagOf(locale), {granularity: "word"}).segment(prose));
  return Math.ceil(parts.filter(({isWordLike}) => isWordLike).length / wordsPerMinute);
}

/**
 * All sections in a language, by ascending `order`.
 *
 * @throws where the language lacks a section that the first one has, or has one more.
 */
async function allSectionsOf(locale: Locale): Promise<readonly SectionEntry[]> {
  const entries = await getCollection("sections");
  const own = sectionsIn(entries, locale);
  const ids = own.map(({data}) => data.id);
  const expected = sectionsIn(entries, firstLocale).map(({data}) => data.id);
  if (ids.join() !== expected.join())
    throw new Error(
      `sections differ between languages: ${ids.join(", ") || "none"} in src/content/${locale} (expected ${expected.join(", ")}, as in src/content/${firstLocale})`
    );
  return own;
}

function sectionsIn(entries: readonly Entry[], locale: Locale): SectionEntry[] {
  return entries
    .flatMap((entry) => {
      const {data, filePath = ""} = entry;
      const id = filePath.includes(`/content/${locale}/`) ? sectionNameOf(filePath) : undefined;
      return id === undefined ? [] : [{...entry, data: {...data, id}}];
    })
    .sort((a, b) => a.data.order - b.data.order);
}
