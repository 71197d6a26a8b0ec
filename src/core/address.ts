import {folderOf} from "./i18n/routes.ts";
import {firstLocale, type Locale} from "./i18n/locale.ts";

/**
 * The address of a file of the site under the base path, e.g. `asset("embed/loss/")` → `/base/embed/loss/`.
 *
 * @param locale the language of a page or file that each language has; the default is right for those that exist once
 */
export function asset(path: string, locale: Locale = firstLocale): string {
  return `${import.meta.env.BASE_URL.replace(/\/$/, "")}/${folderOf(locale)}${path}`;
}

/** The same with the site’s scheme and host, for what is read elsewhere. */
export function absolute(path: string, locale: Locale = firstLocale): string {
  return new URL(asset(path, locale), import.meta.env.SITE).href;
}
