import {expect, scrollToStep, settled, stickyFigure, test} from "./fixtures.ts";
import type {Page} from "@playwright/test";
import {cp, mkdtemp, readFile, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {serve} from "../../scripts/serve.ts";

test.use({serviceWorkers: "allow"});

/** Visits the article until a worker has kept it, comes back once, and cuts the network. */
async function goOffline(page: Page): Promise<void> {
  await page.goto("./");
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await page.reload();
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe("activated");
  await page.context().setOffline(true);
}

test.describe("with the network gone", () => {
  // A browser reports what can't be had.
  test.use({mayComplain: true});

  test("what isn't kept can't be had", async ({page}) => {
    await goOffline(page);
    // The network goes in a moment of its own, for the page as for its worker.
    await expect
      .poll(() => page.evaluate(() => fetch("llms.txt", {cache: "no-store"}).then(Boolean, () => false)))
      .toBe(false);
  });
});

for (const width of [390, 1440]) {
  test(`after one visit the article is whole without a network at ${width} px`, async ({page}) => {
    await page.setViewportSize({width, height: 900});
    await goOffline(page);
    await page.goto("./?from=home");
    await expect(page.locator("html")).toHaveAttribute("data-scripts", "on");
    const fonts = await page.evaluate(async () => {
      await document.fonts.ready;
      return (
        [...document.fonts]
          // A fallback is a face of the reader's own machine, or isn't there.
          .filter(({family, status}) => status === "error" && !family.includes("fallback")).length
      );
    });
    expect(fonts).toBe(0);

    const scrolly = page.locator("#act-2");
    const figure = stickyFigure(scrolly);
    for (const step of [page.locator("#act-2-step-2"), page.locator("#act-2-step-6")]) {
      await scrollToStep(step);
      await settled(figure);
      const view = await step.locator("figure").getAttribute("data-view");
      await expect(figure).toHaveAttribute("data-view", view!);
    }
    await figure.locator("summary").click();
    await expect(figure.locator("details tbody tr").first()).toBeVisible();

    const word = page.locator("[data-play]").first();
    const state = await word.getAttribute("data-play-state");
    await word.click();
    await expect(page.locator(`figure.chart-whole[data-view="${state!}"]`).first()).toBeVisible();

    const lab = page.locator('.figure-row figure[data-chart="schedule-lab"]');
    const answer = await lab.locator(".chart-answer").textContent();
    await lab.scrollIntoViewIfNeeded();
    const fold = lab.locator(".controls-fold");
    if (await fold.isVisible()) await fold.click();
    await lab.getByRole("radio", {name: "constant"}).check();
    await expect(lab.locator(".chart-answer")).not.toHaveText(answer!);
    await expect(lab.locator(".chart-notice")).toBeHidden();
  });
}

test("with a network the page of now is read, and pages that aren't kept are left alone", async ({page}) => {
  await page.goto("./");
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await page.reload();
  const fresh = await page.evaluate(async () => {
    const cache = await caches.open((await caches.keys()).find((name) => name.includes("precache"))!);
    const kept = (await cache.keys()).find(({url}) => url.includes("tokens.json"))!;
    await cache.put(kept, new Response("an older edition"));
    return (await fetch(kept.url.replace(/\?.*/, ""))).text();
  });
  expect(fresh).toContain("reading");
  const response = await page.goto("charts/");
  expect(response!.fromServiceWorker()).toBe(false);
});

test("a new edition is read at once, and kept once no page of the old one is open", async ({browser}) => {
  const folder = await mkdtemp(join(tmpdir(), "past-chinchilla-"));
  await cp(process.env.SITE_FOLDER ?? "dist", folder, {recursive: true});
  const base = process.env.BASE_PATH ?? "/";
  let site = await serve({folder, base, port: 0});
  const context = await browser.newContext();
  const heading = (page: Page) => page.getByRole("heading", {level: 1});
  const waiting = (page: Page) =>
    page.evaluate(async () => (await navigator.serviceWorker.ready).waiting?.state);
  try {
    const first = await context.newPage();
    await first.goto(site.url);
    await first.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await first.reload();

    await change(join(folder, "index.html"), (html) => html.replace(/(<h1[^>]*>)[^<]*/, "$1A new edition"));
    await change(join(folder, "service-worker.js"), (script) =>
      script.replace(/(url:.\.\/.,revision:.)\w+/, "$1f0123456789abcdef0123456789abcde")
    );
    // The server knows its files from when it started.
    await site.close();
    site = await serve({folder, base, port: Number(new URL(site.url).port)});
    await first.reload();
    await expect(heading(first)).toHaveText("A new edition");
    await first.evaluate(() =>
      navigator.serviceWorker.ready.then((registration) => registration.update()).then(() => undefined)
    );
    await expect.poll(() => waiting(first)).toBe("installed");
    await first.close();

    const next = await context.newPage();
    await next.goto(site.url);
    await expect.poll(() => waiting(next)).toBeUndefined();
    await site.close();
    await next.reload();
    await expect(heading(next)).toHaveText("A new edition");
    await expect(next.locator("html")).toHaveAttribute("data-scripts", "on");
  } finally {
    await context.close();
    await site.close().catch(() => undefined);
    await rm(folder, {recursive: true});
  }
});

async function change(file: string, by: (text: string) => string): Promise<void> {
  const text = await readFile(file, "utf8");
  const changed = by(text);
  expect(changed).not.toBe(text);
  await writeFile(file, changed);
}
