import {mkdir, mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {Page} from "@playwright/test";
import {serveAt} from "./embed-hosts.ts";
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

/** What a program keeps of a page that is read: its markup as it is now, and its styles. */
function keep(page: Page): Promise<{readonly html: string; readonly styles: {href: string; text: string}[]}> {
  return page.evaluate(async () => ({
    html: `<!doctype html>${document.documentElement.outerHTML}`,
    styles: await Promise.all(
      [...document.querySelectorAll<HTMLLinkElement>("link[rel=stylesheet]")].map(async ({href}) => ({
        href,
        text: await (await fetch(href)).text()
      }))
    )
  }));
}

test("an archive of the page (MHTML) has its styles and all its pictures", {tag}, async ({page, context}) => {
  await read(page);
  const session = await context.newCDPSession(page);
  const {data} = await session.send("Page.captureSnapshot", {format: "mhtml"});
  const folder = await mkdtemp(join(tmpdir(), "saved-page-"));
  await writeFile(join(folder, "article.mhtml"), data);
  const archive = await context.newPage();
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
    const {html, styles} = await keep(page);
    // As a browser saves it: styles beside the page, and no module.
    const folder = await mkdtemp(join(tmpdir(), "saved-page-"));
    await mkdir(join(folder, "files"));
    let saved = html;
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
  const {html, styles} = await keep(page);
  const css = styles.map(({text}) => text).join("\n");
  // As a crawler serves it: what it doesn't have is not found.
  const origin = await serveAt((request, response) => {
    if (request.url === "/") response.setHeader("content-type", "text/html").end(html);
    else if (request.url?.includes(".css")) response.setHeader("content-type", "text/css").end(css);
    else response.writeHead(404).end();
  });
  const context = await browser.newContext({viewport: {width: 1280, height: 800}});
  const copy = await context.newPage();
  await copy.goto(origin.url);
  await expectReadable(copy);
  await context.close();
  origin.close();
});
