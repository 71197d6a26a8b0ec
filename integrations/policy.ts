import type {AstroIntegration} from "astro";
import {readdir, readFile, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {ownPolicy} from "./own-policy.ts";

/** Leaves in the content policy of each page only what is its own; frozen pages stay as they are. */
export function policy(): AstroIntegration {
  return {
    name: "policy",
    hooks: {
      "astro:build:done": async ({dir}) => {
        const root = fileURLToPath(dir);
        const pages = (await readdir(root, {recursive: true})).filter(
          (path) => path.endsWith(".html") && !path.startsWith("v/")
        );
        for (const page of pages) {
          const file = join(root, page);
          await writeFile(file, ownPolicy(await readFile(file, "utf8")));
        }
      }
    }
  };
}
