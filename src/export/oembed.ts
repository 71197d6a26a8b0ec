import {strings} from "../core/i18n/strings.ts";
import {embedAddress, frameCode, frameHeights, scriptCode} from "./embed-code.ts";
import type {Locale} from "../core/i18n/locale.ts";
import {absolute} from "../core/address.ts";

/** How to embed a chart or a scrolly, for programs that ask by oEmbed (https://oembed.com). */
export function oEmbed(embed: string, title: string, locale: Locale): object {
  const kind = embed.startsWith("scrolly/") ? "scrolly" : "chart";
  return {
    version: "1.0",
    type: "rich",
    title,
    provider_name: strings.siteTitle[locale],
    provider_url: absolute("", locale),
    html: `${frameCode(embedAddress(embed, locale), title, kind)}\n${scriptCode()}`,
    width: 736,
    height: frameHeights[kind].most
  };
}
