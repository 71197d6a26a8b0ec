import {anyPath as tag, chartIds, expect, test} from "./fixtures.ts";
import type {Locator} from "@playwright/test";

/** What a window is left with where its page is magnified fourfold, and smaller still. */
const windows = [
  {width: 427, height: 267},
  {width: 320, height: 256},
  {width: 320, height: 200}
];

/** Texts in a place whose middle something else lies over, or that aren't shown, where each is scrolled to. */
function unread(texts: Locator): Promise<string[]> {
  return texts.evaluateAll((all) =>
    all
      .filter((text) => {
        text.scrollIntoView({block: "center", behavior: "instant"});
        const {left, width, top, height} = text.getBoundingClientRect();
        const place = document.elementFromPoint(left + Math.min(width / 2, 40), top + height / 2);
        return !place || !(text.contains(place) || place.contains(text));
      })
      .map((text) => text.textContent.slice(0, 40))
  );
}

for (const viewport of windows) {
  test.describe(`${viewport.width} × ${viewport.height}`, () => {
    test.use({viewport});

    test("every step of the article is read", {tag}, async ({page}) => {
      await page.goto("./");
      const texts = page.locator(".step-text").locator("h3, p:not(.chart-outcome)");
      expect(await texts.count()).toBeGreaterThan(30);
      expect(await unread(texts)).toEqual([]);
    });

    test("every step of an embedded scrolly is read", {tag}, async ({page}) => {
      await page.goto("embed/scrolly/act-1/");
      const steps = page.locator("[data-step]");
      for (let nth = 0; nth < (await steps.count()); ++nth) {
        if (nth > 0) await page.locator("[rel=next]").click();
        const step = steps.nth(nth);
        await expect(step).toBeVisible();
        expect(await unread(step.locator(".step-text").locator("h2, p:not(.chart-outcome)"))).toEqual([]);
      }
    });

    test("nothing that stays while the page scrolls takes half of the window", {tag}, async ({page}) => {
      const ids = await chartIds(page);
      const figures = [ids[0]!, "draw-the-rest", "schedule-lab"].flatMap((id) => [
        `charts/${id}/`,
        `embed/${id}/`
      ]);
      for (const address of [
        "./",
        "embed/scrolly/act-1/",
        "methods/",
        "data/",
        "charts/",
        "search/",
        ...figures
      ]) {
        await page.goto(address);
        const staying = await page.evaluate(() =>
          [...document.querySelectorAll<HTMLElement>("body *")]
            .filter((element) => {
              const {position} = getComputedStyle(element);
              return (position === "fixed" || position === "sticky") && element.checkVisibility();
            })
            .map((element) => ({height: element.getBoundingClientRect().height, what: element.className}))
            .filter(({height}) => height > innerHeight / 2)
        );
        expect(staying, address).toEqual([]);
      }
    });
  });
}
