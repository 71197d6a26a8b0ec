import {chartIds, expect, test} from "./fixtures.ts";
import type {Page} from "@playwright/test";

/** Every figure of the page is there with its drawing, and every step of every scrolly with its text. */
async function expectWhole(page: Page): Promise<void> {
  const scrollies = page.locator("[data-scrolly]");
  expect(await scrollies.count()).toBe(5);
  for (const scrolly of await scrollies.all()) {
    const steps = scrolly.locator("[data-step]");
    expect(await steps.count()).toBeGreaterThanOrEqual(3);
    for (const step of await steps.all()) {
      await expect(step.locator(".step-text")).toBeVisible();
      await expect(step.locator("figure[data-chart] svg")).toBeVisible();
      await expect(step.locator(".chart-answer")).toBeVisible();
    }
    await expect(scrolly.locator(".scrolly-figure .chart-stage")).toBeHidden();
    await expect(scrolly.locator(".chart-data")).toBeVisible();
  }
  for (const figure of await page.locator(".figure-row figure[data-chart]").all()) {
    await expect(figure.locator("svg").filter({visible: true})).toHaveCount(1);
  }
  const views = await page
    .locator("[data-step] figure")
    .evaluateAll((figures) => figures.map((figure) => (figure as HTMLElement).dataset.view));
  expect(new Set(views).size).toBeGreaterThanOrEqual(12);
}

test.describe("with scripts off", () => {
  test.use({javaScriptEnabled: false});

  for (const width of [360, 768, 1440]) {
    test(`the article is whole at ${width} px`, async ({page}) => {
      await page.setViewportSize({width, height: 800});
      await page.goto("./");
      await expectWhole(page);
    });
  }

  test("figures of steps are numbered in order", async ({page}) => {
    await page.goto("./");
    const captions = page.locator(".chart-step figcaption");
    const numbers = await captions.evaluateAll((elements) =>
      elements.map((element) => getComputedStyle(element, "::before").content)
    );
    expect(numbers.length).toBeGreaterThan(0);
    for (const content of numbers) expect(content).toContain("Figure");
  });

  test("the table of a chart opens and holds what is drawn", async ({page}) => {
    await page.goto("embed/loss/");
    await page.getByText("Show the data").click();
    const rows = page.locator("details tbody tr");
    await expect(rows.first()).toBeVisible();
    expect(await rows.count()).toBe(480);
  });
});

test("an embed page of every chart is whole with scripts off", async ({page, browser, baseURL}) => {
  const ids = await chartIds(page);
  const context = await browser.newContext({javaScriptEnabled: false, ...(baseURL ? {baseURL} : {})});
  const bare = await context.newPage();
  for (const id of ids) {
    await bare.goto(`embed/${id}/`);
    await expect(bare.locator("figure[data-chart] svg").filter({visible: true})).toHaveCount(1);
    await expect(bare.locator(".chart-controls")).toBeHidden();
  }
  await context.close();
});

const breakages = {
  "can't be fetched": (page: Page) => page.route(/\.js(\?|$)/, (route) => route.abort()),
  "are not found": (page: Page) =>
    page.route(/\.js(\?|$)/, (route) => route.fulfill({status: 404, body: ""})),
  "are empty": (page: Page) =>
    page.route(/\.js(\?|$)/, (route) => route.fulfill({contentType: "text/javascript", body: ""})),
  throw: (page: Page) =>
    page.route(/\.js(\?|$)/, (route) =>
      route.fulfill({contentType: "text/javascript", body: "throw new Error('broken on purpose')"})
    ),
  "find no custom elements": (page: Page) =>
    page.addInitScript(() => {
      customElements.define = () => {
        throw new Error("broken on purpose");
      };
    })
};

test.describe("with broken scripts", () => {
  test.use({mayComplain: true});

  for (const [how, breakScripts] of Object.entries(breakages)) {
    test(`the article is whole where scripts ${how}`, async ({page}) => {
      await breakScripts(page);
      await page.goto("./");
      await expect(page.locator("html")).not.toHaveAttribute("data-scripts");
      await expectWhole(page);
      const data = page.locator(".figure-row figure[data-chart]").first().locator(".chart-data");
      await data.locator("summary").click();
      expect(await data.locator("tbody tr").count()).toBeGreaterThan(100);
    });
  }
});
