import type {AstroIntegration} from "astro";
import {createHash} from "node:crypto";
import {writeFile} from "node:fs/promises";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {getManifest} from "workbox-build";
import {builtArticle} from "./built-article.ts";
import {locales, type Locale} from "../src/core/i18n/locale.ts";
import {folderOf} from "../src/core/i18n/routes.ts";
import {oneScript} from "../src/core/node/one-script.ts";

/** What the browser itself asks for. */
const byBrowser = (folder: string): string[] => ["favicon.svg", `${folder}site.webmanifest`];

/** Writes the service workers, each of which keeps the article in one language and all that it may ask for. */
export function offline(): AstroIntegration {
  return {
    name: "offline",
    hooks: {
      "astro:build:done": async ({dir, logger}) => {
        for (const locale of locales) {
          const {count, size} = await writeWorker(fileURLToPath(dir), locale);
          logger.info(`${count} files of the article kept for reading offline, ${Math.round(size / 1e3)} kB`);
        }
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

async function writeWorker(root: string, locale: Locale): Promise<{count: number; size: number}> {
  const folder = folderOf(locale);
  const page = `${folder}index.html`;
  // Addresses in a worker are relative to its own, and it keeps the pages beside it.
  const fromWorker = (file: string): string =>
    file.startsWith(folder) ? file.slice(folder.length) : `../${file}`;
  const {html, assets, drawings} = await builtArticle(root, locale);
  const {count, size, manifestEntries, warnings} = await getManifest({
    globDirectory: root,
    globPatterns: [page, ...byBrowser(folder), ...assets, ...drawings],
    // Their names have their hashes.
    dontCacheBustURLsMatching: /^_astro\//,
    maximumFileSizeToCacheInBytes: 4e6
  });
  if (warnings.length > 0) throw new Error(`not kept offline: ${warnings.join(", ")}`);
  const build = createHash("sha256").update(JSON.stringify(manifestEntries)).digest("hex").slice(0, 12);
  await writeFile(join(root, page), withBuild(html, build));
  const manifest = manifestEntries.map((entry) =>
    // Some hosts redirect from the file to its folder.
    entry.url === page ? {url: "./", revision: build} : {...entry, url: fromWorker(entry.url)}
  );
  const worker = await oneScript("src/browser/offline/service-worker.ts", {
    define: {
      "self.__WB_MANIFEST": JSON.stringify(manifest),
      "self.__BUILD__": JSON.stringify(build),
      "process.env.NODE_ENV": '"production"'
    }
  });
  await writeFile(join(root, folder, "service-worker.js"), worker);
  return {count, size};
}
