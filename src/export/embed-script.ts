import {createHash} from "node:crypto";
import {oneScript} from "../core/node/one-script.ts";

/** The script for pages that embed a chart, and what its bytes must hash to. */
export interface EmbedScript {
  readonly code: string;
  /** For the `integrity` attribute. */
  readonly integrity: string;
}

const licence = "/*! Past Chinchilla, embed.js. MIT licence. */\n";
let script: Promise<EmbedScript> | undefined;

/** `embed.js`, made once a build of `src/browser/embed/embed.ts`. */
export function embedScript(): Promise<EmbedScript> {
  script ??= make();
  return script;
}

async function make(): Promise<EmbedScript> {
  const code = licence + (await oneScript("src/browser/embed/embed.ts"));
  return {code, integrity: `sha384-${createHash("sha384").update(code).digest("base64")}`};
}
