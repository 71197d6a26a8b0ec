import type {AstroIntegration} from "astro";
import {mkdir, readdir, readFile, writeFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";
import * as pagefind from "pagefind";
import {locales, type Locale} from "../src/core/i18n/locale.ts";
import {folderOf} from "../src/core/i18n/routes.ts";
import {articleRecords, chartRecord, dataRecord, type SearchRecord} from "./search-record.ts";

/** Where the index is, below the site's root. */
const indexFolder = "pagefind";

/** Of Pagefind's files those that a search asks for, besides WebAssembly; the rest is its own interface. */
const served = /^(pagefind\.js|pagefind-worker\.js|pagefind-entry\.json|.*\.pf_\w+)$/;

/** What there is to find in one language. */
interface LanguageRecords {
  readonly locale: Locale;
  readonly own: readonly SearchRecord[];
}

/** Writes the index of what `/search/` finds, with the scripts that read it. */
export function search(): AstroIntegration {
  return {
    name: "search",
    hooks: {
      "astro:build:done": async ({dir, logger}) => {
        const root = fileURLToPath(dir);
        const records = await Promise.all(
          locales.map(async (locale) => ({locale, own: await recordsOf(root, locale)}))
        );
        for (const {path, content} of await indexOf(records)) {
          const file = join(root, indexFolder, path);
          await mkdir(dirname(file), {recursive: true});
          await writeFile(file, content);
        }
        const count = records.flatMap(({own}) => own).length;
        logger.info(`${count} sections, claims, charts and datasets indexed`);
      }
    }
  };
}

async function recordsOf(root: string, locale: Locale): Promise<SearchRecord[]> {
  const folder = folderOf(locale);
  const read = (path: string): Promise<string> => readFile(join(root, folder, path, "index.html"), "utf8");
  const pagesBelow = async (parent: string): Promise<string[]> => {
    const entries = await readdir(join(root, folder, parent), {withFileTypes: true});
    return entries
      .filter((entry) => entry.isDirectory())
      .map(({name}) => `${parent}/${name}/`)
      .sort();
  };
  const charts = await pagesBelow("charts");
  const data = await pagesBelow("data");
  return [
    ...articleRecords(await read("")),
    ...articleRecords(await read("methods"), "methods/"),
    ...(await Promise.all(charts.map(async (path) => chartRecord(path, await read(path))))),
    ...(await Promise.all(data.map(async (path) => dataRecord(path, await read(path)))))
  ];
}

/** @throws where Pagefind reports an error. */
async function indexOf(languages: readonly LanguageRecords[]): Promise<pagefind.IndexFile[]> {
  const {index, errors} = await pagefind.createIndex({
    // A result's text comes in one of a few files: a word that is everywhere asks for no sixty of them.
    maxFragments: 8
  });
  if (!index) throw new Error(`no search index: ${errors.join(", ")}`);
  for (const {locale, own} of languages) {
    for (const {kind, path, title, text} of own) {
      const added = await index.addCustomRecord({
        // Its script puts the base path before it.
        url: `/${folderOf(locale)}${path}`,
        content: text,
        language: locale,
        meta: {title, kind}
      });
      if (added.errors.length > 0) throw new Error(`not indexed: ${path} (${added.errors.join(", ")})`);
    }
  }
  const {files} = await index.getFiles();
  await pagefind.close();
  const entry = Buffer.from(
    files.find(({path}) => path === "pagefind-entry.json")?.content ?? "{}"
  ).toString();
  return files.filter(({path}) => served.test(path) || isNamed(path, entry));
}

/** Whether a file is the WebAssembly of one of the languages that the index has. */
function isNamed(path: string, entry: string): boolean {
  const [, language] = /^wasm\.([\w-]+)\.pagefind$/.exec(path) ?? [];
  return (
    language !== undefined && entry.includes(`"wasm":${language === "unknown" ? "null" : `"${language}"`}`)
  );
}
