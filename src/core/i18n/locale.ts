/** Languages the site is written in. Adding one here is a compile error until every string has it. */
export const locales = ["en"] as const;

export type Locale = (typeof locales)[number];

/** A sentence or a label in every language. */
export type Localised = Readonly<Record<Locale, string>>;
