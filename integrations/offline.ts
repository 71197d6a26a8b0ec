import type {AstroIntegration} from "astro";
import {createHash} from "node:crypto";
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
        const {html, assets, drawings} = await builtArticle(root);
        const {count, size, manifestEntries, warnings} = await getManifest({
          globDirectory: root,
          globPatterns: ["index.html", ...byBrowser, ...assets, ...drawings],
          // Their names have their hashes.
          dontCacheBustURLsMatching: /^_astro\//,
          maximumFileSizeToCacheInBytes: 4e6
        });
        if (warnings.length > 0) throw new Error(`not kept offline: ${warnings.join(", ")}`);
        const build = createHash("sha256").update(JSON.stringify(manifestEntries)).digest("hex").slice(0, 12);
        await writeFile(join(root, "index.html"), withBuild(html, build));
        const manifest = manifestEntries.map((entry) =>
          // Some hosts redirect from the file to its folder.
          entry.url === "index.html" ? {url: "./", revision: build} : entry
        );
        const worker = await oneScript("src/browser/offline/service-worker.ts", {
          define: {
            "self.__WB_MANIFEST": JSON.stringify(manifest),
            "self.__BUILD__": JSON.stringify(build),
            "process.env.NODE_ENV": '"production"'
          }
        });
        await writeFile(join(root, "service-worker.js"), worker);
        logger.info(`${count} files of the article kept for reading offline, ${Math.round(size / 1e3)} kB`);
      }
    }
  };
}

/** A page that names the build it is of. @throws where it has no `<html>`. */
function withBuild(html: string, build: string): string {
  const named = html.replace(/<html(?=[\s>])/, `$& data-build="${build}"`);
  if (named === html) throw new Error("no <html> in index.html (expected one, to name the build)");
  return named;
}
