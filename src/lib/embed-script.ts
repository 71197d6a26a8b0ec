import {createHash} from "node:crypto";
import {build} from "vite";

/** The script for pages that embed a chart, and what its bytes must hash to. */
export interface EmbedScript {
  readonly code: string;
  /** For the `integrity` attribute. */
  readonly integrity: string;
}

const licence = "/*! Past Chinchilla, embed.js. MIT licence. */\n";
let script: Promise<EmbedScript> | undefined;

/** `embed.js`, made once a build of `src/embed/embed.ts`. */
export function embedScript(): Promise<EmbedScript> {
  script ??= make();
  return script;
}

async function make(): Promise<EmbedScript> {
  const output = await build({
    configFile: false,
    publicDir: false,
    logLevel: "error",
    build: {
      write: false,
      target: "es2022",
      lib: {entry: "src/embed/embed.ts", formats: ["iife"], name: "pastChinchilla", fileName: "embed"}
    }
  });
  const [bundle] = Array.isArray(output) ? output : [];
  if (bundle?.output.length !== 1)
    throw new Error("embed.js isn’t one file (expected a script without parts)");
  const code = licence + bundle.output[0].code;
  return {code, integrity: `sha384-${createHash("sha384").update(code).digest("base64")}`};
}
