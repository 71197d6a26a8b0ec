import {absolute} from "../core/address.ts";
import {oneScript} from "../core/node/one-script.ts";

/** How a frame speaks with the page around it, as code for its page: made once a build. */
export function frameScript(): Promise<string> {
  frame ??= oneScript("src/browser/embed/frame.ts");
  return frame;
}

const licence = "/*! Past Chinchilla, embed.js. MIT licence. */\n";
let script: Promise<string> | undefined;
let frame: Promise<string> | undefined;

/** `embed.js`, made once a build of `src/browser/embed/embed.ts`. */
export function embedScript(): Promise<string> {
  script ??= make();
  return script;
}

async function make(): Promise<string> {
  const define = {"import.meta.env.SITE": JSON.stringify(absolute(""))};
  return licence + (await oneScript("src/browser/embed/embed.ts", {define}));
}
