import type {APIRoute} from "astro";
import {asset} from "../core/address.ts";

/** Everything may be read; where the map of the site is. */
export const GET: APIRoute = ({site}) =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${new URL(asset("sitemap-index.xml"), site).href}\n`);
