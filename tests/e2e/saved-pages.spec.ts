import {mkdir, mkdtemp, rm, writeFile} from "node:fs/promises";
import {createServer} from "node:http";
import type {AddressInfo} from "node:net";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {Page} from "@playwright/test";
import {anyPath as tag, expect, test} from "./fixtures.ts";

test.use({mayComplain: true, viewport: {width: 1280, height: 800}});

/** What a reader of a saved article needs: its styles, a picture for each step, and no control that is dead. */
async function expectReadable(page: Page): Promise<void> {
  await expect(page.locator("h1")).toHaveCSS("font-family", /Source Serif|serif/);
  await expect(page.locator("main").first()).toBeVisible();
  const steps = page.locator("#act-2 [data-step]");
  expect(await steps.count()).toBeGreaterThan(4);
  for (const step of await steps.all()) await expect(step.locator("svg").first()).toBeVisible();
  await expect(page.locator("#act-2 .scrolly-figure .chart-stage")).toBeHidden();
  for (const controls of await page.locator(".chart-controls").all()) await expect(controls).toBeHidden();
}

/** The article as it is once its scripts have worked and a reader has been about it. */
async function read(page: Page): Promise<void> {
  await page.goto("./#act-2-step-3");
  await expect(page.locator("#act-2 .scrolly-figure figure")).toHaveAttribute("data-view", "gpu-hours-log");
  await page.locator("figure[data-chart=race][data-ready]").waitFor();
}

test("an archive of the page (MHTML) has its styles and all its pictures", {tag}, async ({page, context}) => {
  await read(page);
  const session = await context.newCDPSession(page);
  const {data} = await session.send("Page.captureSnapshot", {format: "mhtml"});
  const folder = await mkdtemp(join(tmpdir(), "saved-page-"));
  await writeFile(join(folder, "article.mhtml"), data);
  // An archive is opened by a browser of its own: its addresses are those of the site, and nothing is asked of it.
  const asked: string[] = [];
  const archive = await context.newPage();
  archive.on("request", (request) => {
    if (request.url().startsWith("http")) asked.push(request.url());
  });
  await archive.goto(`file://${join(folder, "article.mhtml")}`);
  await expectReadable(archive);
  await archive.close();
  await rm(folder, {recursive: true});
});

for (const [how, hasScripts] of [
  ["whose scripts are gone", true],
  ["where no script runs", false]
] as const) {
  test(`a page that was saved, ${how}, is as without scripts`, {tag}, async ({page, browser}) => {
    await read(page);
    const html = await page.evaluate(() => document.documentElement.outerHTML);
    const styles = await page.evaluate(() =>
      Promise.all(
        [...document.querySelectorAll<HTMLLinkElement>("link[rel=stylesheet]")].map(async ({href}) => ({
          href,
          text: await (await fetch(href)).text()
        }))
      )
    );
    // As a browser saves it: styles beside the page, and no module.
    const folder = await mkdtemp(join(tmpdir(), "saved-page-"));
    await mkdir(join(folder, "files"));
    let saved = `<!doctype html>${html}`;
    for (const [index, {href, text}] of styles.entries()) {
      await writeFile(join(folder, "files", `${index}.css`), text);
      saved = saved.replaceAll(new URL(href).pathname, `files/${index}.css`);
    }
    await writeFile(join(folder, "article.html"), saved);
    const context = await browser.newContext({
      javaScriptEnabled: hasScripts,
      viewport: {width: 1280, height: 800}
    });
    const copy = await context.newPage();
    await copy.goto(`file://${join(folder, "article.html")}`);
    await expectReadable(copy);
    await context.close();
    await rm(folder, {recursive: true});
  });
}

test("a page that another site keeps a copy of is as without scripts", {tag}, async ({page, browser}) => {
  await read(page);
  const html = await page.evaluate(() => document.documentElement.outerHTML);
  const css = await page.evaluate(async () => {
    const sheets = [...document.querySelectorAll<HTMLLinkElement>("link[rel=stylesheet]")];
    return (await Promise.all(sheets.map(async ({href}) => (await fetch(href)).text()))).join("\n");
  });
  // As a crawler serves it: what it doesn't have is not found.
  const server = createServer((request, response) => {
    if (request.url === "/") response.setHeader("content-type", "text/html").end(`<!doctype html>${html}`);
    else if (request.url?.includes(".css")) response.setHeader("content-type", "text/css").end(css);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const context = await browser.newContext({viewport: {width: 1280, height: 800}});
  const copy = await context.newPage();
  await copy.goto(`http://localhost:${(server.address() as AddressInfo).port}/`);
  await expectReadable(copy);
  await context.close();
  server.closeAllConnections();
  server.close();
});
