import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import type {Page} from "@playwright/test";
import {anyPath as tag, expect, scrollToStep, settled, stickyFigure, test} from "./fixtures.ts";

// The page's policy would refuse the program that is run in it here.
test.use({bypassCSP: true});

/** What Firefox's reading mode makes of the page as it is now. */
function readPage(page: Page): Promise<{
  readonly title: string;
  readonly headings: string[];
  readonly pictures: string[];
  readonly figures: number;
  readonly text: string;
}> {
  const program = readFileSync(
    createRequire(import.meta.url).resolve("@mozilla/readability/Readability.js"),
    "utf8"
  );
  return page.evaluate((code) => {
    // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call
    const Readability = new Function(`${code}; return Readability`)() as new (copy: Document) => {
      parse: () => {title: string; content: string} | null;
    };
    const article = new Readability(document.cloneNode(true) as Document).parse()!;
    const root = new DOMParser().parseFromString(article.content, "text/html").body;
    const texts = (selector: string): string[] =>
      [...root.querySelectorAll(selector)].map(({textContent}) => textContent.replace(/\s+/g, " ").trim());
    return {
      title: article.title,
      headings: texts("h1, h2, h3"),
      pictures: [...root.querySelectorAll("figure img")].map((image) => image.getAttribute("src")!),
      figures: root.querySelectorAll("figure").length,
      text: root.textContent
    };
  }, program);
}

test(
  "reading mode keeps the article with a picture in each figure, and no controls",
  {tag},
  async ({page, baseURL}) => {
    await page.goto("./");
    await page.locator("figure[data-chart=race][data-ready]").waitFor();
    const {title, headings, pictures, figures, text} = await readPage(page);
    expect(title).toMatch(/^Past Chinchilla/);
    expect(headings).toContain("Act I By tokens");
    expect(headings.filter((heading) => /Act I+[^I ]/.test(heading))).toEqual([]);
    expect(figures).toBeGreaterThan(30);
    expect(pictures).toHaveLength(figures);
    for (const address of new Set(pictures)) {
      expect(address.startsWith(`${baseURL!}charts/`), address).toBe(true);
      expect((await page.request.get(address)).headers()["content-type"], address).toBe("image/png");
    }
    const controls = await page.locator(".chart-controls .control-label").allTextContents();
    expect(controls.length).toBeGreaterThan(10);
    expect([...new Set(controls)].filter((label) => text.includes(label) && label.length > 12)).toEqual([]);
  }
);

test("reading mode has the picture that is on screen", {tag}, async ({page}) => {
  await page.setViewportSize({width: 1280, height: 800});
  await page.goto("./");
  await scrollToStep(page.locator("#act-1-step-2"));
  const figure = stickyFigure(page.locator("#act-1"));
  await settled(figure);
  const view = (await figure.getAttribute("data-view"))!;
  await expect(figure).toHaveAttribute("data-picture", new RegExp(`/charts/loss/${view}\\.png$`));
  await page.goto("charts/loss/");
  await page.getByRole("checkbox", {name: "65B"}).check();
  await expect(page.locator("figure")).not.toHaveAttribute("data-view");
  await expect(page.locator("figure")).not.toHaveAttribute("data-picture");
});
