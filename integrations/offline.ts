import type {AstroIntegration} from "astro";
import {writeFile} from "node:fs/promises";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {getManifest} from "workbox-build";
import {builtArticle} from "./built-article.ts";
import {oneScript} from "../src/core/node/one-script.ts";

/** What the browser itself asks for. */
const byBrowser = ["favicon.svg", "site.webmanifest"];

/** Writes the service worker, which keeps the article and all that it may ask for. */
export function offline(): AstroIntegration {
  return {
    name: "offline",
    hooks: {
      "astro:build:done": async ({dir, logger}) => {
        const root = fileURLToPath(dir);
        const {assets, drawings} = await builtArticle(root);
        const {count, size, manifestEntries, warnings} = await getManifest({
          globDirectory: root,
          globPatterns: ["index.html", ...byBrowser, ...assets, ...drawings],
          // Their names have their hashes.
          dontCacheBustURLsMatching: /^_astro\//,
          maximumFileSizeToCacheInBytes: 4e6,
          manifestTransforms: [
            // Some hosts redirect from the file to its folder.
            (entries) => ({
              manifest: entries.map((entry) => ({
                ...entry,
                url: entry.url === "index.html" ? "./" : entry.url
              }))
            })
          ]
        });
        if (warnings.length > 0) throw new Error(`not kept offline: ${warnings.join(", ")}`);
        const worker = await oneScript("src/browser/offline/service-worker.ts", {
          define: {
            "self.__WB_MANIFEST": JSON.stringify(manifestEntries),
            "process.env.NODE_ENV": '"production"'
          }
        });
        await writeFile(join(root, "service-worker.js"), worker);
        logger.info(`${count} files of the article kept for reading offline, ${Math.round(size / 1e3)} kB`);
      }
    }
  };
}
