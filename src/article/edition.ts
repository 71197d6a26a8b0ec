import manifest from "../../package.json" with {type: "json"};
import {apparatus} from "../core/i18n/apparatus.ts";
import {strings} from "../core/i18n/strings.ts";
import {firstOf, lastOf} from "../core/math/points.ts";
import {changes} from "./changes.ts";
import type {Locale} from "../core/i18n/locale.ts";

/** This article, as the change log, the package and the strings state it. */
export interface Article {
  readonly title: string;
  readonly authors: string;
  readonly version: string;
  /** Days, in ISO form, on which the first edition and this one came out. */
  readonly published: string;
  readonly modified: string;
  readonly url: string;
  readonly language: Locale;
}

/** The article at its address. */
export function articleAt(url: string, locale: Locale): Article {
  return {
    title: `${strings.siteTitle[locale]}: ${strings.siteQuestion[locale]}`,
    authors: apparatus.authors[locale],
    version: manifest.version,
    published: lastOf(changes.editions).date,
    modified: firstOf(changes.editions).date,
    url,
    language: locale
  };
}
