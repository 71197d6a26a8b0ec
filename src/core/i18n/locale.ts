/**
 * Languages that the site is written in, by their names in `lang`. The addresses of the first one have no language in
 * them. One that is added here is a compile error until every string has it.
 */
const languages = ["en"] as const;

/** Tags by which `Intl` writes dates in the spelling of the article. */
const tags: Readonly<Record<Locale, string>> = {en: "en-GB"};

export type Locale = (typeof languages)[number];

/** All languages, the first one first. */
export const locales: readonly Locale[] = languages;

/** The language of addresses that have none in them, and of what exists once. */
export const firstLocale: Locale = languages[0];

/** A sentence or a label in every language. */
export type Localised = Readonly<Record<Locale, string>>;

/** The tag by which `Intl` writes a language as the article spells it, e.g. `"en-GB"`. */
export function tagOf(locale: Locale): string {
  return tags[locale];
}
