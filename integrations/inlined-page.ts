import {inlineHash} from "../src/core/node/inline-hash.ts";

/** What a page is made into one file with. */
export interface InlinedParts {
  /** Path of the site on its host, with a slash at both ends. */
  readonly base: string;
  /** The site’s own address, for links to its other pages; it ends in a slash. */
  readonly site: string;
  /** Folder of the article’s language below the base path. */
  readonly folder: string;
  /** The bytes of a file below the base path. */
  readonly read: (path: string) => Buffer;
  /** All scripts of the page, as one that is no module. */
  readonly script: string;
  /** Files below the base path that scripts ask for by their address. */
  readonly carried: readonly string[];
}

const mediaTypes: Record<string, string> = {woff2: "font/woff2", svg: "image/svg+xml"};

/**
 * A built page with its styles, fonts, scripts and files inside, which asks for nothing, and is allowed to ask for
 * nothing by its own policy. Links to the rest of the site lead to its address; those into the page stay in it.
 *
 * @throws where something of it would still be asked for.
 */
export function inlinePage(html: string, {base, site, folder, read, script, carried}: InlinedParts): string {
  const own = (address: string): string => address.slice(base.length);
  const inlineFonts = (css: string): string =>
    css.replace(/url\("?([^")]+?\.woff2)"?\)/g, (_, url: string) => `url("${dataUrl(own(url), read)}")`);
  const texts = Object.fromEntries(carried.map((path) => [base + path, read(path).toString()]));

  const page = html
    .replace(/<link\b[^>]*\brel="(?:preload|modulepreload|manifest|apple-touch-icon)"[^>]*>/g, "")
    .replace(/<link\b[^>]*\brel="icon"[^>]*>/g, (link) =>
      link.replace(/\bhref="([^"]+)"/, (_, url: string) => `href="${dataUrl(own(url), read)}"`)
    )
    .replace(/<link\b[^>]*\brel="stylesheet"[^>]*>/g, (link) => {
      const [, url = ""] = /\bhref="([^"]+)"/.exec(link) ?? [];
      return `<style>${read(own(url)).toString()}</style>`;
    })
    .replace(/<style>([^]*?)<\/style>/g, (_, css: string) => `<style>${inlineFonts(css)}</style>`)
    .replace(/<script type="module"[^>]*>[^]*?<\/script>/g, "")
    .replace(/ (href|data-charts|data-picture)="([^"]*)"/g, (attribute, name: string, url: string) => {
      if (!url.startsWith(base)) return attribute;
      return ` ${name}="${url.startsWith(`${base}${folder}#`) ? own(url).slice(folder.length) : site + own(url)}"`;
    })
    // The strings are given by functions: their dollars are theirs.
    .replace("</body>", () => `${carriedBlock(texts)}<script>${escapeScript(script)}</script></body>`);
  const bodies = Array.from(page.matchAll(/<(script|style)>([^]*?)<\/\1>/g), ([, , body = ""]) => body);
  const policed = page.replace(
    /(<meta http-equiv="content-security-policy" content=")[^"]*/,
    (_, start: string) => start + policy(bodies)
  );

  const rest = /(?:src|href)="(?!data:|#|https?:|mailto:)[^"]*"|_astro\//.exec(
    policed.replace(/<script>[^]*?<\/script>/g, "")
  );
  if (rest) throw new Error(`not in one file: ${rest[0].slice(0, 80)} (expected nothing else to ask for)`);
  return policed;
}

function dataUrl(path: string, read: InlinedParts["read"]): string {
  const mediaType = mediaTypes[path.split(".").pop()!];
  if (!mediaType)
    throw new Error(`unknown kind of file: ${path} (one of ${Object.keys(mediaTypes).join(", ")})`);
  return `data:${mediaType};base64,${read(path).toString("base64")}`;
}

/** A data block; nothing in it can end it. */
function carriedBlock(texts: Readonly<Record<string, string>>): string {
  return `<script type="application/json" id="carried-files">${JSON.stringify(texts).replace(/</g, "\\u003c")}</script>`;
}

function escapeScript(script: string): string {
  return script.replace(/<(?=\/script|!--)/gi, "\\x3c");
}

function policy(bodies: readonly string[]): string {
  const hashes = bodies.map(inlineHash).join(" ");
  return [
    "default-src 'none'",
    "base-uri 'none'",
    "font-src data:",
    "form-action 'none'",
    "img-src data:",
    `script-src ${hashes}`,
    `style-src ${hashes}`
  ].join(";");
}
