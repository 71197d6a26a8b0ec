import type {AstroIntegration} from "astro";
import {readdir, readFile, writeFile} from "node:fs/promises";
import {basename, join} from "node:path";
import {fileURLToPath} from "node:url";
import {build} from "vite";
import {getManifest, type ManifestEntry} from "workbox-build";
import {drawingFiles, namedAssets} from "../src/lib/article-files.ts";

/** What the browser itself asks for. */
const byBrowser = ["favicon.svg", "site.webmanifest"];

/** Writes the service worker, which keeps the article and all that it may ask for. */
export function offline(): AstroIntegration {
  return {
    name: "offline",
    hooks: {
      "astro:build:done": async ({dir, logger}) => {
        const root = fileURLToPath(dir);
        const {count, size, manifestEntries, warnings} = await getManifest({
          globDirectory: root,
          globPatterns: await articleFiles(root),
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
        await writeFile(join(root, "service-worker.js"), await workerOf(manifestEntries));
        logger.info(`${count} files of the article kept for reading offline, ${Math.round(size / 1e3)} kB`);
      }
    }
  };
}

async function articleFiles(root: string): Promise<string[]> {
  const html = await readFile(join(root, "index.html"), "utf8");
  return ["index.html", ...byBrowser, ...(await assetsOf(root, html)), ...drawingFiles(html)];
}

/** What a page needs of `_astro/`, with what that needs in turn. */
async function assetsOf(root: string, html: string): Promise<string[]> {
  const files = await readdir(join(root, "_astro"), {recursive: true});
  const paths = new Map(files.map((file) => [basename(file), file]));
  const known = new Set(paths.keys());
  const found = new Set<string>();
  const follow = async (text: string): Promise<void> => {
    for (const name of namedAssets(text, known)) {
      if (found.has(name)) continue;
      found.add(name);
      if (/\.(css|js)$/.test(name))
        await follow(await readFile(join(root, "_astro", paths.get(name)!), "utf8"));
    }
  };
  await follow(html);
  return [...found].map((name) => `_astro/${paths.get(name)!}`);
}

/** The worker with its list of files, as one script. */
async function workerOf(manifest: readonly ManifestEntry[]): Promise<string> {
  const output = await build({
    configFile: false,
    publicDir: false,
    logLevel: "error",
    define: {"self.__WB_MANIFEST": JSON.stringify(manifest), "process.env.NODE_ENV": '"production"'},
    build: {
      write: false,
      target: "es2022",
      lib: {
        entry: "src/offline/service-worker.ts",
        formats: ["iife"],
        name: "offline",
        fileName: "service-worker"
      }
    }
  });
  const [bundle] = Array.isArray(output) ? output : [];
  if (bundle?.output.length !== 1)
    throw new Error("the service worker isn’t one file (expected a script without parts)");
  return bundle.output[0].code;
}
