import {firstLocale, locales, type Locale} from "../../core/i18n/locale.ts";

/**
 * The language that the build wrote the page in. Its `lang` may be anybody's: a translator writes the one that it
 * translates to.
 */
export function pageLocale(): Locale {
  const written = document.querySelector<HTMLMetaElement>('meta[name="past-chinchilla:locale"]')?.content;
  return locales.find((locale) => locale === written) ?? firstLocale;
}

/** The build that a page which is kept offline is of. */
export function pageBuild(): string | undefined {
  return document.documentElement.dataset.build;
}

/** Acts when the browser has filled the fields of a page that is gone back to with what they had: once, after its load. */
export function onceFilled(act: () => void): void {
  if (document.readyState === "complete") act();
  else addEventListener("pageshow", act, {once: true});
}

/** Whether the reader asks for less motion. */
export function wantsStill(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/** Whether a key or a click goes to the browser: with a modifier it opens tabs, goes back, or zooms. */
export function isModified(event: MouseEvent | KeyboardEvent): boolean {
  return event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
}
