import {inlineHash} from "../src/core/node/inline-hash.ts";

/**
 * A page whose content policy allows the inline scripts and styles that it has, by their hashes, and no others. Astro
 * lists those of the whole site in each, which are bytes that no compression takes out.
 *
 * @throws where the page has no policy in a `<meta>`
 */
export function ownPolicy(html: string): string {
  const own = new Set(
    Array.from(html.matchAll(/<(script|style)\b(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/\1>/g), ([, , code = ""]) =>
      inlineHash(code)
    )
  );
  const policy = /<meta http-equiv="content-security-policy" content="([^"]*)">/.exec(html);
  if (!policy) throw new Error("no content policy (expected it in a <meta>)");
  const [meta, content = ""] = policy;
  const kept = content.replace(/ ('sha\d+-[^']*')/g, (source, hash: string) => (own.has(hash) ? source : ""));
  return html.replace(meta, () => meta.replace(content, () => kept));
}
