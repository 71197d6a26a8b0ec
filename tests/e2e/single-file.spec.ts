import type {Browser, Page} from "@playwright/test";
import {copyFile, mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {expect, scrollToStep, settled, stickyFigure, test} from "./fixtures.ts";

/** Opens the article in one file from a folder that has nothing else, by a browser that reports all it minds. */
async function fromDisk(
  browser: Browser,
  viewport: {width: number; height: number},
  read: (page: Page) => Promise<void>
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "past-chinchilla-"));
  const file = join(folder, "past-chinchilla.html");
  await copyFile(join(process.env.SITE_FOLDER ?? "dist", "past-chinchilla.html"), file);
  const url = pathToFileURL(file).href;
  const context = await browser.newContext({viewport});
  try {
    const page = await context.newPage();
    const trouble: string[] = [];
    page.on("console", (message) => trouble.push(message.text()));
    page.on("pageerror", (error) => trouble.push(String(error)));
    page.on("request", (request) => {
      const isInside = request.url().startsWith("data:") || request.url().split(/[#?]/)[0] === url;
      if (!isInside) trouble.push(request.url().slice(0, 200));
    });
    await page.goto(url);
    await read(page);
    expect(trouble).toEqual([]);
  } finally {
    await context.close();
    await rm(folder, {recursive: true});
  }
}

for (const width of [390, 1440]) {
  test(`the article in one file is whole from a disk at ${width} px`, async ({browser}) => {
    await fromDisk(browser, {width, height: 900}, async (page) => {
      await expect(page.locator("html")).toHaveAttribute("data-scripts", "on");
      const faces = await page.evaluate(async () => {
        await document.fonts.ready;
        return [...document.fonts]
          .filter(({family, status}) => status !== "unloaded" && !family.includes("fallback"))
          .map(({status}) => status);
      });
      expect(faces.length).toBeGreaterThanOrEqual(4);
      expect(new Set(faces)).toEqual(new Set(["loaded"]));

      const figure = stickyFigure(page.locator("#act-1"));
      for (const number of [2, 3]) {
        const step = page.locator(`#act-1-step-${number}`);
        await scrollToStep(step);
        await settled(figure);
        await expect(figure).toHaveAttribute(
          "data-view",
          (await step.locator("figure").getAttribute("data-view"))!
        );
      }
      await figure.locator(".chart-data summary").click();
      await expect(figure.locator(".chart-data tbody tr").first()).toBeVisible();

      const word = page.locator("[data-play]").first();
      const state = (await word.getAttribute("data-play-state"))!;
      await word.click();
      await expect(page.locator(`figure.chart-whole[data-view="${state}"]`).first()).toBeVisible();

      const lab = page.locator('.figure-row figure[data-chart="budget"]');
      const answer = (await lab.locator(".chart-answer").textContent())!;
      await lab.scrollIntoViewIfNeeded();
      const fold = lab.locator(".controls-fold");
      if (await fold.isVisible()) await fold.click();
      await lab.getByRole("slider", {name: /Loss to reach/}).fill("2.2");
      await expect(lab.locator(".chart-answer")).not.toHaveText(answer);
      await expect(lab.locator(".chart-notice")).toBeHidden();

      await page.getByRole("radio", {name: "Dark"}).check();
      await page.getByRole("button", {name: "Contents"}).click();
      await page.locator("#contents").getByRole("link", {name: "Claims and verdicts"}).click();
      await expect(page.locator("#claims")).toBeInViewport();
    });
  });
}

test("links of the file lead into it or to the site", async ({browser, baseURL, page}) => {
  await page.goto("./");
  const canonical = await page.locator("link[rel=canonical]").getAttribute("href");
  await expect(page.getByRole("link", {name: "As one file"})).toHaveAttribute(
    "href",
    /past-chinchilla\.html$/
  );
  await fromDisk(browser, {width: 1024, height: 800}, async (disk) => {
    const links = await disk
      .locator("a[href]")
      .evaluateAll((all) => all.map((link) => link.getAttribute("href")!));
    expect(links.length).toBeGreaterThan(100);
    expect(links.filter((link) => !/^(#|https?:\/\/)/.test(link))).toEqual([]);
    const ownPages = links.filter((link) => link.startsWith(canonical!));
    expect(ownPages.length).toBeGreaterThan(20);
    for (const link of new Set(ownPages)) {
      const {status} = await page.request
        .get(baseURL! + link.slice(canonical!.length))
        .then((response) => ({status: response.status()}));
      expect(status, link).toBe(200);
    }
    for (const link of new Set(links.filter((address) => address.startsWith("#"))))
      await expect(disk.locator(`[id="${link.slice(1)}"]`), link).toHaveCount(1);
  });
});
