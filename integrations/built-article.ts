import {readdir, readFile} from "node:fs/promises";
import {basename, join} from "node:path";
import type {Locale} from "../src/core/i18n/locale.ts";
import {folderOf} from "../src/core/i18n/routes.ts";
import {drawingFiles, namedAssets} from "./article-files.ts";

/** The built article and what it may ask for, as paths below the site’s root. */
export interface BuiltArticle {
  readonly html: string;
  /** Styles, fonts and scripts; their names have their hashes. */
  readonly assets: readonly string[];
  readonly drawings: readonly string[];
}

/** The article in one of its languages, in the folder of a built site. */
export async function builtArticle(root: string, locale: Locale): Promise<BuiltArticle> {
  const folder = folderOf(locale);
  const html = await readFile(join(root, folder, "index.html"), "utf8");
  const drawings = drawingFiles(html).map((file) => folder + file);
  return {html, assets: await assetsOf(root, html), drawings};
}

/** What a page needs of `_astro/`, with what that needs in turn. */
async function assetsOf(root: string, html: string): Promise<string[]> {
  const files = await readdir(join(root, "_astro"), {recursive: true});
  const paths = new Map(files.map((file) => [basename(file), file]));
  const known = new Set(paths.keys());
  const found = new Set<string>();
  const follow = async (text: string): Promise<void> => {
    for (const name of namedAssets(text, known)) {
      const path = `_astro/${paths.get(name) ?? name}`;
      if (found.has(path)) continue;
      found.add(path);
      if (/\.(css|js)$/.test(name)) await follow(await readFile(join(root, path), "utf8"));
    }
  };
  await follow(html);
  return [...found];
}
