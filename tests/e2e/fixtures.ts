import {expect, test as base, type Locator, type Page} from "@playwright/test";

export {expect};

/** The tag of a test that has nothing to do with addresses; it is not run again under a sub-path. */
export const anyPath = "@any-path";

/** Whether all is tried, by `npm run test:all`, or a sample of what is dear. */
export const triesAll = Boolean(process.env.TEST_ALL);

/** Messages of the console, errors of the page, and requests that leave the site. */
export interface Trouble {
  readonly console: string[];
  readonly errors: string[];
  readonly offSite: string[];
}

/**
 * Tests on a page that must be quiet: no console output, no exception, no request off the site. A test
 * that breaks something on purpose says so with `test.use({mayComplain: true})`.
 */
export const test = base.extend<{mayComplain: boolean; trouble: Trouble}>({
  mayComplain: [false, {option: true}],
  trouble: [
    async ({page, baseURL, mayComplain}, use) => {
      const trouble: Trouble = {console: [], errors: [], offSite: []};
      page.on("console", (message) => {
        // What Playwright says itself where it keeps service workers away.
        if (message.text() === "Service Worker registration blocked by Playwright") return;
        trouble.console.push(`${message.type()}: ${message.text()}`);
      });
      page.on("pageerror", (error) => trouble.errors.push(String(error)));
      page.on("request", (request) => {
        const isOwn = request.url().startsWith("data:") || request.url().startsWith(new URL(baseURL!).origin);
        if (!isOwn) trouble.offSite.push(request.url());
      });
      await use(trouble);
      expect(trouble.offSite, "requests off the site").toEqual([]);
      if (!mayComplain) {
        expect(trouble.console, "console output").toEqual([]);
        expect(trouble.errors, "exceptions").toEqual([]);
      }
    },
    {auto: true}
  ]
});

/** The chart that stays while a scrolly's steps go by. */
export function stickyFigure(scrolly: Locator): Locator {
  return scrolly.locator(".scrolly-figure figure[data-chart]");
}

/**
 * Waits until a figure has the drawing of its state, and every transition to it is over: one drawing in the slot on
 * screen.
 */
export async function settled(figure: Locator): Promise<void> {
  await expect
    .poll(() =>
      figure.evaluate((element) => ({
        isBusy: element.querySelector(".chart-image[aria-busy]") !== null,
        layers: [...element.querySelectorAll(".drawing-slot")]
          .filter((slot) => getComputedStyle(slot).display !== "none")
          .map((slot) => slot.children.length)
      }))
    )
    .toEqual({isBusy: false, layers: [1]});
}

/** Stops the time of a page whose clock was installed: from then on it passes where `page.clock.runFor` says so. */
export async function stopTime(page: Page): Promise<void> {
  // It can only be stopped in the future, and a busy machine may take its time until it is told.
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 3_600_000));
}

/** Scrolls so that a step is the active one, as a reader would come to it. */
export async function scrollToStep(step: Locator): Promise<void> {
  await step.evaluate((element) => {
    scrollTo({top: element.getBoundingClientRect().top + scrollY - innerHeight * 0.5, behavior: "instant"});
  });
  await expect(step).toHaveAttribute("aria-current", "step");
}

/** Pages of the built site, from its own links: the article and the embed page of each chart. */
export async function chartIds(page: Page): Promise<string[]> {
  await page.goto("./");
  const ids = await page
    .locator("[data-chart]")
    .evaluateAll((figures) => figures.map((figure) => (figure as HTMLElement).dataset.chart!));
  const unique = [...new Set(ids)];
  expect(unique.length, "charts in the article").toBeGreaterThanOrEqual(4);
  return unique;
}
