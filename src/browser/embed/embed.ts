// The script for pages that embed a chart, served as /embed.js.
import {serve} from "./past-chinchilla.ts";

/** Where the script has come from, however it was loaded; where that can’t be known, the site it was built for. */
function ownSite(): URL {
  // A module has no current script, but a stack has addresses. One that is bundled, inlined or renamed isn’t at its site.
  const source = (document.currentScript as HTMLScriptElement | null)?.src ?? new Error().stack ?? "";
  const [own] = /http[^\s()@?#]+\/embed\.js(?=[?#:]|$)/m.exec(source) ?? [];
  return new URL(".", own ?? import.meta.env.SITE);
}

serve(ownSite());
