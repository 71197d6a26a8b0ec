import type {Locale} from "../../core/i18n/locale.ts";

/** The language of the page, which is written by the build and so one of the site’s. */
export function pageLocale(): Locale {
  return document.documentElement.lang as Locale;
}

/** The build that a page which is kept offline is of. */
export function pageBuild(): string | undefined {
  return document.documentElement.dataset.build;
}

/** Whether the reader asks for less motion. */
export function wantsStill(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/** Whether a key or a click goes to the browser: with a modifier it opens tabs, goes back, or zooms. */
export function isModified(event: MouseEvent | KeyboardEvent): boolean {
  return event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
}
