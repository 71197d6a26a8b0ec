import {inlineHash} from "../src/core/node/inline-hash.ts";

/**
 * A page whose content policy allows the inline scripts and styles that it has, by their hashes, and no others. Astro
 * lists those of the whole site in each, which are bytes that no compression takes out; and it leaves out a script that
 * stands before the policy, which a server that sends the same policy as a header would block.
 *
 * @throws where the page has no policy in a `<meta>`
 */
export function ownPolicy(html: string): string {
  const own = inlineCode(html);
  const hashes = new Set(own.map(({code}) => inlineHash(code)));
  const policy = /<meta http-equiv="content-security-policy" content="([^"]*)">/.exec(html);
  if (!policy) throw new Error("no content policy (expected it in a <meta>)");
  const [meta, content = ""] = policy;
  const kept = content.replace(/ ('sha\d+-[^']*')/g, (source, hash: string) =>
    hashes.has(hash) ? source : ""
  );
  const missing = own
    .filter(({runs}) => runs)
    .map(({code}) => inlineHash(code))
    .filter((hash) => !kept.includes(hash));
  const allowed = kept.replace(/script-src [^;]*/, (sources) => [sources, ...new Set(missing)].join(" "));
  return html.replace(meta, () => meta.replace(content, () => allowed));
}

/** What is written into a page's scripts and styles, and whether it is a script that runs: data don’t. */
function inlineCode(html: string): {readonly code: string; readonly runs: boolean}[] {
  return Array.from(
    html.matchAll(/<(script|style)\b(?![^>]*\ssrc=)([^>]*)>([\s\S]*?)<\/\1>/g),
    ([, name, attributes = "", code = ""]) => ({
      code,
      runs: name === "script" && (!/\stype=/.test(attributes) || /\stype="?module\b/.test(attributes))
    })
  );
}
