import {PDFDocument} from "@cantoo/pdf-lib";
import {chromium, type Browser, type Page} from "@playwright/test";
import type {AstroIntegration} from "astro";
import {existsSync} from "node:fs";
import {readFile, stat, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {chromiumAtHand, chromiumFlags} from "../src/core/node/chromium.ts";
import {cacheKey, cached} from "../src/core/node/file-cache.ts";
import {firstLocale, locales, tagOf} from "../src/core/i18n/locale.ts";
import {folderOf} from "../src/core/i18n/routes.ts";
import {basePath} from "./base-path.ts";

const name = "past-chinchilla.pdf";

/** How the PDF is made; another number where that changes. */
const edition = "2";

/**
 * Writes the article as a PDF, printed by a Chromium, where one is at hand: `import.meta.env.HAS_PDF` tells the pages
 * whether there is a PDF to link to. Nothing is installed, and nothing is asked of another host.
 */
export function pdf(): AstroIntegration {
  let browser: string | undefined;
  let site = "";
  return {
    name: "pdf",
    hooks: {
      "astro:config:setup": async ({command, updateConfig, logger}) => {
        if (command === "build") {
          browser = await printingChromium();
          if (!browser)
            logger.warn(`${name} is left out: no Chromium at hand to print it (CHROMIUM_PATH names one)`);
        }
        updateConfig({vite: {define: {"import.meta.env.HAS_PDF": JSON.stringify(browser !== undefined)}}});
      },
      "astro:config:done": ({config}) => {
        site = new URL(basePath(config), config.site).href;
      },
      "astro:build:done": async ({dir, logger}) => {
        if (!browser) return;
        const root = fileURLToPath(dir);
        for (const locale of locales) {
          const folder = folderOf(locale);
          // Styles and fonts have their hashes in their names, which the page holds.
          const key = cacheKey(
            edition,
            await fingerprint(browser),
            site,
            await readFile(join(root, folder, "index.html"))
          );
          const bytes = await cached("pdf", key, () =>
            inChromium(browser!, tagOf(locale), (page) => printArticle(page, root, site, folder))
          );
          await writeFile(join(root, folder, name), bytes);
          logger.info(`${folder}${name} printed, ${Math.round(bytes.length / 1e3)} kB`);
        }
      }
    }
  };
}

/** The Chromium at hand, if it can print: one that says its version may still be unable to start here. */
async function printingChromium(): Promise<string | undefined> {
  const browser = await chromiumAtHand();
  if (!browser) return undefined;
  try {
    await cached("pdf", cacheKey("prints", await fingerprint(browser)), () =>
      inChromium(browser, tagOf(firstLocale), (page) => page.pdf())
    );
    return browser;
  } catch {
    return undefined;
  }
}

/** What a browser is known by without starting it: an update is another file. */
async function fingerprint(browser: string): Promise<string> {
  const {size, mtimeMs} = await stat(browser);
  return `${browser} ${size} ${mtimeMs}`;
}

async function inChromium(
  path: string,
  language: string,
  use: (page: Page) => Promise<Buffer>
): Promise<Buffer> {
  const browser: Browser = await chromium.launch({executablePath: path, args: chromiumFlags});
  try {
    // Paper has no scripts: each step is a figure, and nothing waits to be drawn.
    const context = await browser.newContext({
      javaScriptEnabled: false,
      locale: language,
      colorScheme: "light"
    });
    return await use(await context.newPage());
  } finally {
    await browser.close();
  }
}

/** Prints the article from its files, at the site’s own address, so that its links lead there. */
async function printArticle(page: Page, root: string, site: string, folder: string): Promise<Buffer> {
  await page.route("**/*", (route) => {
    const {href} = new URL(route.request().url());
    const path = decodeURIComponent(href.slice(site.length));
    const file = join(root, path === folder ? `${folder}index.html` : path);
    return href.startsWith(site) && existsSync(file) ? route.fulfill({path: file}) : route.abort();
  });
  await page.emulateMedia({media: "print"});
  await page.goto(site + folder);
  await page.evaluate(async () => {
    await document.fonts.ready;
  });
  const bytes = await page.pdf({format: "A4", preferCSSPageSize: true, tagged: true, outline: true});
  const about = await page.locator('script[type="application/ld+json"]').first().textContent();
  const [work] = (JSON.parse(about!) as {"@graph": readonly [Work]})["@graph"];
  return describe(bytes, work);
}

/** What the page says of the article, in the words of schema.org. */
interface Work {
  readonly url: string;
  readonly description: string;
  readonly author: {readonly name: string};
  readonly datePublished: string;
  readonly dateModified: string;
}

/** A PDF that names whose it is, and from when: a browser writes down its own name and the hour of the build. */
async function describe(
  pdf: Buffer,
  {url, description, author, datePublished, dateModified}: Work
): Promise<Buffer> {
  const document = await PDFDocument.load(pdf, {updateMetadata: false});
  document.setAuthor(author.name);
  document.setSubject(description);
  document.setCreator(url);
  document.setCreationDate(new Date(datePublished));
  document.setModificationDate(new Date(dateModified));
  return Buffer.from(await document.save());
}
