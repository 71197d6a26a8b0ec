import type {AstroIntegration} from "astro";
import {readFileSync} from "node:fs";
import {writeFile} from "node:fs/promises";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {projectPlugins} from "./project-vite.ts";
import {cacheKey, cached} from "../src/core/node/file-cache.ts";
import {inlinePage} from "./inlined-page.ts";
import {locales} from "../src/core/i18n/locale.ts";
import {folderOf} from "../src/core/i18n/routes.ts";
import {basePath} from "./base-path.ts";
import {builtArticle} from "./built-article.ts";
import {oneScript} from "../src/core/node/one-script.ts";

const name = "past-chinchilla.html";
const entries = "src/browser/offline";

/** Writes the article as one file, which is read from a disk as from the site. */
export function singleFile(): AstroIntegration {
  let base = "/";
  let host = "";
  return {
    name: "single-file",
    hooks: {
      "astro:config:done": ({config}) => {
        base = basePath(config);
        host = config.site ?? "";
      },
      "astro:build:done": async ({dir, logger}) => {
        const root = fileURLToPath(dir);
        const site = new URL(base, host).href;
        for (const locale of locales) {
          const {html, assets, drawings} = await builtArticle(root, locale);
          // The scripts of the site, in their parts, have the hash of what they were made of in their names. The rest
          // of this one is what it begins with.
          const starts = ["one-file.ts", "carried-files.ts"].map((file) => readFileSync(join(entries, file)));
          const script = await cached("scripts", cacheKey(site, ...assets, ...starts), async () =>
            Buffer.from(
              await oneScript(join(entries, "one-file.ts"), {
                base: site,
                plugins: projectPlugins(),
                define: {"import.meta.env.SITE": JSON.stringify(host)}
              })
            )
          );
          const page = inlinePage(html, {
            base,
            site,
            folder: folderOf(locale),
            read: (path) => readFileSync(join(root, path)),
            script: Buffer.from(script).toString(),
            carried: drawings
          });
          const file = folderOf(locale) + name;
          await writeFile(join(root, file), page);
          logger.info(`${file} has the article in one file, ${Math.round(Buffer.byteLength(page) / 1e3)} kB`);
        }
      }
    }
  };
}
