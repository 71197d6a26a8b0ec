import {zipSync} from "fflate";
import {parseHTML} from "linkedom";
import {existsSync} from "node:fs";
import {mkdir, mkdtemp, readdir, readFile, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {basename, extname, join} from "node:path";
import manifest from "../package.json" with {type: "json"};
import {editionOf, parseChanges} from "../src/article/change-log.ts";
import {firstLocale} from "../src/core/i18n/locale.ts";
import {sharing} from "../src/core/i18n/sharing.ts";
import {cacheKey, sha256} from "../src/core/node/file-cache.ts";
import {frozenFolder, type FrozenEdition} from "../src/export/frozen-editions.ts";
import {attributeValue, neededElement} from "../src/core/node/needed-element.ts";
import {inlineHash} from "../src/core/node/inline-hash.ts";
import {oneScript} from "../src/core/node/one-script.ts";
import {buildSite} from "./measure/measure-build.ts";

const {version} = manifest;
const locale = firstLocale;

/** Files of the edition by their path below `/v/`. */
const files: Record<string, Uint8Array> = {};
const figures: Record<string, string> = {};

/** Adds a file that several figures use, under the hash of its bytes; its name. */
function share(bytes: string | Uint8Array, extension: string): string {
  const name = `${cacheKey(bytes)}.${extension}`;
  files[name] = typeof bytes === "string" ? Buffer.from(bytes) : bytes;
  return name;
}

/** A text with the fonts that it names, by an address of the site, as files beside it. */
async function shareFonts(text: string, site: string, prefix: string): Promise<string> {
  const addresses = new Set(text.match(/\/_astro\/[^"')\s]+\.woff2/g));
  let shared = text;
  for (const address of addresses) {
    shared = shared.replaceAll(
      address,
      `${prefix}${share(await readFile(join(site, address)), extname(address).slice(1))}`
    );
  }
  return shared;
}

/** An embed page as it stays: no controls, and nothing outside `/v/` but the link to the figure as it is now. */
async function freezePage(html: string, site: string, figure: string, script: string): Promise<string> {
  const {document} = parseHTML(html);
  const all = (selector: string): Element[] => [...document.querySelectorAll(selector)];
  for (const part of all("chart-controls, link[rel=canonical], link[rel=alternate], link[rel=modulepreload]"))
    part.remove();
  for (const link of all("link[rel=stylesheet]")) {
    const css = await readFile(join(site, attributeValue(link, "href")), "utf8");
    link.setAttribute("href", `../${share(await shareFonts(css, site, ""), "css")}`);
  }
  for (const link of all("link[rel=preload]"))
    link.setAttribute("href", await shareFonts(attributeValue(link, "href"), site, "../"));
  for (const style of all("style")) style.textContent = await shareFonts(style.textContent, site, "../");
  for (const module of all("script[type=module]")) {
    module.setAttribute("src", `../${script}`);
    module.removeAttribute("type");
    module.setAttribute("defer", "");
  }
  const inline = (selector: string): string =>
    all(selector)
      .map(({textContent}) => inlineHash(textContent))
      .join(" ");
  neededElement(document, "meta[http-equiv=content-security-policy]").setAttribute(
    "content",
    "default-src 'none'; base-uri 'none'; connect-src 'self'; font-src 'self'; form-action 'none'; img-src data:; " +
      `script-src 'self' ${inline("script:not([src])")}; style-src 'self' ${inline("style")}`
  );
  neededElement(document, "figure").setAttribute("data-drawings", "./");
  // Wherever the site is, `/v/<hash>/` is two folders below it.
  for (const link of all('a[href^="/"]')) link.setAttribute("href", `../..${attributeValue(link, "href")}`);
  const source = neededElement(document, ".embed-source");
  const current = document.createElement("a");
  current.setAttribute("href", `../../charts/${figure}/`);
  current.setAttribute("target", "_blank");
  current.textContent = sharing.frozenCurrent[locale];
  source.append(
    `. ${sharing.frozenWith[locale].replace("{version}", version).replace("{date}", date)} `,
    current
  );
  return `<!DOCTYPE html>${document.documentElement.outerHTML}\n`;
}

if (existsSync(join(frozenFolder, `${version}.json`)))
  throw new Error(`frozen already: ${version} (expected a version that has not come out yet)`);
const {date} = editionOf(parseChanges(await readFile("CHANGELOG.md", "utf8")), version);
const site = await mkdtemp(join(tmpdir(), "past-chinchilla-"));
try {
  await buildSite(site);
  const script = share(await oneScript("src/browser/embed/frozen-twin.ts"), "js");
  const folder = join(site, "embed");
  const pages = (await readdir(folder, {recursive: true}))
    .filter((path) => /^(?!scrolly\/)[^/]+\/[^/]+\/index\.html$/.test(path))
    .sort();
  for (const page of pages) {
    const figure = page.slice(0, -"/index.html".length);
    const html = await freezePage(await readFile(join(folder, page), "utf8"), site, figure, script);
    const numbers = await readFile(join(site, "drawings", `${figure}.json`));
    const name = cacheKey(html, numbers).slice(0, 16);
    files[`${name}/index.html`] = Buffer.from(html);
    files[`${name}/${basename(figure)}.json`] = numbers;
    figures[figure] = name;
  }
} finally {
  await rm(site, {recursive: true});
}
const edition: FrozenEdition = {
  version,
  date,
  figures,
  files: Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, sha256(bytes)]))
};
await mkdir(frozenFolder, {recursive: true});
await writeFile(join(frozenFolder, `${version}.zip`), zipSync(files, {level: 9, mtime: "1980-01-02"}));
await writeFile(join(frozenFolder, `${version}.json`), `${JSON.stringify(edition, undefined, 2)}\n`);
console.log(`Froze ${Object.keys(figures).length} figures of edition ${version}.`);
