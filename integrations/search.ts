import type {AstroIntegration} from "astro";
import {mkdir, readdir, readFile, writeFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";
import * as pagefind from "pagefind";
import {articleRecords, chartRecord, dataRecord, type SearchRecord} from "./search-record.ts";

/** Where the index is, below the site's root. */
const folder = "pagefind";

/** Of Pagefind's files those that a search of one language asks for; the rest is its own interface. */
const served = /^(pagefind\.js|pagefind-worker\.js|pagefind-entry\.json|wasm\.en\.pagefind|.*\.pf_\w+)$/;

/** Writes the index of what `/search/` finds, with the scripts that read it. */
export function search(): AstroIntegration {
  return {
    name: "search",
    hooks: {
      "astro:build:done": async ({dir, logger}) => {
        const root = fileURLToPath(dir);
        const records = await recordsOf(root);
        for (const {path, content} of await indexOf(records)) {
          const file = join(root, folder, path);
          await mkdir(dirname(file), {recursive: true});
          await writeFile(file, content);
        }
        logger.info(`${records.length} sections, claims, charts and datasets indexed`);
      }
    }
  };
}

async function recordsOf(root: string): Promise<SearchRecord[]> {
  const read = (path: string): Promise<string> => readFile(join(root, path, "index.html"), "utf8");
  const pagesBelow = async (parent: string): Promise<string[]> => {
    const entries = await readdir(join(root, parent), {withFileTypes: true});
    return entries
      .filter((entry) => entry.isDirectory())
      .map(({name}) => `${parent}/${name}/`)
      .sort();
  };
  const charts = await pagesBelow("charts");
  const data = await pagesBelow("data");
  return [
    ...articleRecords(await read("")),
    ...(await Promise.all(charts.map(async (path) => chartRecord(path, await read(path))))),
    ...(await Promise.all(data.map(async (path) => dataRecord(path, await read(path)))))
  ];
}

/** @throws where Pagefind reports an error. */
async function indexOf(records: readonly SearchRecord[]): Promise<pagefind.IndexFile[]> {
  const {index, errors} = await pagefind.createIndex({
    // A result's text comes in one of a few files: a word that is everywhere asks for no sixty of them.
    maxFragments: 8
  });
  if (!index) throw new Error(`no search index: ${errors.join(", ")}`);
  for (const {kind, path, title, text} of records) {
    const added = await index.addCustomRecord({
      // Its script puts the base path before it.
      url: `/${path}`,
      content: text,
      language: "en",
      meta: {title, kind}
    });
    if (added.errors.length > 0) throw new Error(`not indexed: ${path} (${added.errors.join(", ")})`);
  }
  const {files} = await index.getFiles();
  await pagefind.close();
  return files.filter(({path}) => served.test(path));
}
