import {strings} from "../core/i18n/strings.ts";
import {embedAddress, frameCode, frameHeights, scriptCode} from "./embed-code.ts";
import {embedScript} from "./embed-script.ts";
import type {Locale} from "../core/i18n/locale.ts";
import {absolute} from "../core/address.ts";

/** How to embed a chart or a scrolly, for programs that ask by oEmbed (https://oembed.com). */
export async function oEmbed(embed: string, title: string, locale: Locale): Promise<object> {
  const kind = embed.startsWith("scrolly/") ? "scrolly" : "chart";
  return {
    version: "1.0",
    type: "rich",
    title,
    provider_name: strings.siteTitle[locale],
    provider_url: absolute("", locale),
    html: `${frameCode(embedAddress(embed, locale), title, kind)}\n${scriptCode(await embedScript())}`,
    width: 736,
    height: frameHeights[kind].least
  };
}
