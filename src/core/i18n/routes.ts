import {firstLocale, locales, type Locale} from "./locale.ts";

/** The language in an address, in small letters, e.g. `"ja"`; none for the first language. */
export type Segment = string | undefined;

/** What a page, a component of it or an endpoint is asked for with. */
interface Asked {
  readonly params: Readonly<Record<string, string | undefined>>;
}

/** What stands for a language in the addresses of its pages, e.g. `"ja"`; nothing for the first one. */
export function segmentOf(locale: Locale): Segment {
  const name: string = locale;
  return name === firstLocale ? undefined : name.toLowerCase();
}

/** The folder of a language below the base path: `""` for the first one, else e.g. `"ja/"`. */
export function folderOf(locale: Locale): string {
  const segment = segmentOf(locale);
  return segment === undefined ? "" : `${segment}/`;
}

/** The language of the page that is being made, by what it is asked for with; the first one where its address has none. */
export function localeOf({params}: Asked): Locale {
  return locales.find((locale) => segmentOf(locale) === params.locale) ?? firstLocale;
}

/**
 * Static paths in every language, for what stands below `[...locale]`.
 *
 * @param routesOf the paths in one language
 */
export function everyLanguage<R extends {readonly params: object}>(
  routesOf: (locale: Locale) => readonly R[]
): (R & {params: {locale: Segment}})[] {
  return locales.flatMap((locale) =>
    routesOf(locale).map((route) => ({...route, params: {...route.params, locale: segmentOf(locale)}}))
  );
}

/** Static paths of a page or a file that each language has once. */
export function oncePerLanguage(): {params: {locale: Segment}}[] {
  return everyLanguage(() => [{params: {}}]);
}
