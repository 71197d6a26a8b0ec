import type {APIRoute} from "astro";
import {strings} from "../core/i18n/strings.ts";
import {asset} from "../core/address.ts";

/** What a phone shows of the site on its home screen. */
export const GET: APIRoute = () =>
  Response.json({
    name: strings.siteTitle.en,
    description: strings.siteQuestion.en,
    lang: "en",
    start_url: asset(""),
    scope: asset(""),
    display: "browser",
    background_color: "#fdfcf8",
    theme_color: "#fdfcf8",
    icons: [192, 512].map((size) => ({
      src: asset(`icon-${size}.png`),
      sizes: `${size}x${size}`,
      type: "image/png"
    }))
  });
