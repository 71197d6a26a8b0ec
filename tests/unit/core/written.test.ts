import {expect, it} from "vitest";
import {formatList, formatNumber} from "../../../src/core/i18n/format.ts";
import {firstLocale, locales} from "../../../src/core/i18n/locale.ts";
import {inEachLanguage} from "../../../src/core/i18n/written.ts";

it("inEachLanguage(write) takes from each writing the text in its own language", () => {
  const asked: string[] = [];
  const text = inEachLanguage((locale) => {
    asked.push(locale);
    return {en: `${formatNumber(26300, {decimals: 0}, locale)} in ${locale}`};
  });
  expect(asked).toEqual(locales);
  expect(Object.keys(text)).toEqual(locales);
  expect(text[firstLocale]).toBe(`26,300 in ${firstLocale}`);
});

it("formatList(names) is the names with commas", () => {
  expect(formatList(["7B"], firstLocale)).toBe("7B");
  expect(formatList(["7B", "13B"], firstLocale)).toBe("7B, 13B");
  expect(formatList(["7B", "13B", "33B"], firstLocale)).toBe("7B, 13B, 33B");
});
