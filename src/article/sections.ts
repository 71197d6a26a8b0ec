import {getCollection, type CollectionEntry} from "astro:content";
import {firstLocale, type Locale} from "../core/i18n/locale.ts";

/** A section of the article in one language. */
export type SectionEntry = CollectionEntry<"sections">;

/**
 * The sections of the article in a language, in the order of their file names.
 *
 * @throws where the language lacks a section that the first one has, or has one more.
 */
export async function sectionsOf(locale: Locale): Promise<readonly SectionEntry[]> {
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

function sectionsIn(entries: readonly SectionEntry[], locale: Locale): SectionEntry[] {
  return entries
    .filter(({filePath}) => filePath?.includes(`/content/${locale}/`))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
