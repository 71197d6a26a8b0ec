import type {APIRoute} from "astro";
import {asset} from "../../core/address.ts";
import {localeOf, oncePerLanguage} from "../../core/i18n/routes.ts";
import {strings} from "../../core/i18n/strings.ts";

export const getStaticPaths = oncePerLanguage;

/** What a phone shows of the site on its home screen. */
export const GET: APIRoute = (context) => {
  const locale = localeOf(context);
  return Response.json({
    name: strings.siteTitle[locale],
    description: strings.siteQuestion[locale],
    lang: locale,
    start_url: asset("", locale),
    scope: asset("", locale),
    display: "browser",
    background_color: "#fdfcf8",
    theme_color: "#fdfcf8",
    icons: [192, 512].map((size) => ({
      src: asset(`icon-${size}.png`),
      sizes: `${size}x${size}`,
      type: "image/png"
    }))
  });
};
