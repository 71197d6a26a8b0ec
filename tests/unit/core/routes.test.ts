import {describe, expect, it} from "vitest";
import {absolute, asset} from "../../../src/core/address.ts";
import {firstLocale, locales} from "../../../src/core/i18n/locale.ts";
import {
  everyLanguage,
  folderOf,
  localeOf,
  oncePerLanguage,
  segmentOf
} from "../../../src/core/i18n/routes.ts";

describe("the addresses of languages", () => {
  it("those of the first have none in them", () => {
    expect(segmentOf(firstLocale)).toBe(undefined);
    expect(folderOf(firstLocale)).toBe("");
    expect(asset("charts/", firstLocale)).toBe(asset("charts/"));
    expect(new URL(absolute("charts/", firstLocale)).pathname).toBe(asset("charts/"));
  });

  it("others begin with theirs, in small letters", () => {
    // A name as it would be in the list.
    const pseudo = "en-XA" as typeof firstLocale;
    expect(segmentOf(pseudo)).toBe("en-xa");
    expect(folderOf(pseudo)).toBe("en-xa/");
    expect(asset("charts/", pseudo)).toBe(`${asset("")}en-xa/charts/`);
  });

  it("localeOf(a page) is what its address says, or the first", () => {
    for (const locale of locales) expect(localeOf({params: {locale: segmentOf(locale)}})).toBe(locale);
    expect(localeOf({params: {}})).toBe(firstLocale);
  });

  it("everyLanguage(routes) has each route in each language", () => {
    const routes = everyLanguage((locale) => [{params: {name: locale}, props: {kept: true}}]);
    expect(routes).toEqual(
      locales.map((locale) => ({params: {name: locale, locale: segmentOf(locale)}, props: {kept: true}}))
    );
    expect(oncePerLanguage()).toHaveLength(locales.length);
  });
});
