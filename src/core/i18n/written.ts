import {locales, type Locale, type Localised} from "./locale.ts";

/**
 * A text whose numbers and names are written in the language that it is in.
 *
 * @param write the text, with its numbers and names in one language
 */
export function inEachLanguage(write: (locale: Locale) => Localised): Localised {
  return Object.fromEntries(locales.map((locale) => [locale, write(locale)[locale]])) as Localised;
}
