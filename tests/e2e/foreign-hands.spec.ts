import {anyPath as tag, expect, settled, test} from "./fixtures.ts";
import type {Page} from "@playwright/test";

/** What others write on the root of a page: translators, extensions, archives. Nothing of it is ours. */
const hands: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "a translator": {lang: "de", class: "translated-ltr", translate: "yes"},
  "a translator to a language unknown": {lang: "x-unknown", class: "translated-rtl", dir: "ltr"},
  "nobody, who took it away": {lang: ""},
  "an extension": {lang: "en-x-mtfrom-de", "data-theme": "sepia", "data-darkreader-mode": "dynamic"}
};

/** What a reader does on a page, and what is to be read then. */
const deeds: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  "charts/loss/": async (page) => {
    const before = await page.locator(".chart-answer").textContent();
    await page.getByRole("radio", {name: "Llama 2", exact: true}).check();
    await expect(page.locator(".chart-answer")).not.toHaveText(before ?? "");
    await page.getByText("Show the data").click();
    await page.locator("chart-reading").focus();
    await page.keyboard.press("ArrowRight");
    await expect(page.locator(".chart-label")).toBeVisible();
    await page.getByRole("button", {name: "CSV"}).click();
    await expect(page.locator("screen-download [role=status]")).toHaveText(/^Downloaded loss-/);
  },
  "embed/race/": async (page) => {
    const answer = await page.locator(".chart-answer").textContent();
    await page.getByRole("slider").first().fill("60");
    await expect(page.locator(".chart-answer")).not.toHaveText(answer ?? "");
    await page.getByRole("button", {name: "Play"}).click();
    await page.getByRole("button", {name: "Pause"}).click();
    await page.getByRole("slider").first().fill("40");
  },
  "embed/draw-the-rest/": async (page) => {
    const field = page.locator(".draw-field");
    await field.scrollIntoViewIfNeeded();
    await field.focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowUp");
    await expect(page.locator(".chart-answer")).toContainText("your drawing goes to");
  },
  "embed/loss/?axes=flops": async (page) => {
    await expect(page.locator(".chart-notice")).toBeVisible();
  },
  "embed/scrolly/act-1/": async (page) => {
    await page.getByRole("link", {name: "Next"}).click();
    await expect(page.locator(".stepper-place")).toHaveText(/^Step 2/);
    // The figure says its step when it has it.
    await expect(page.getByRole("status").filter({hasText: /^Step 2/})).toHaveCount(1);
  },
  "search/": async (page) => {
    await page.getByRole("searchbox").fill("stretched cosine");
    await expect(page.locator(".search-results li").first()).toBeVisible();
  }
};

/** Everything that is said on a page, to eyes and ears. */
async function said(page: Page): Promise<string> {
  for (const figure of await page.locator("figure[data-chart]").all()) await settled(figure);
  return page.evaluate(() => {
    const spoken = ["aria-label", "aria-description", "aria-roledescription", "aria-valuetext"];
    const all = [...document.body.querySelectorAll("*")].filter(({localName}) => localName !== "script");
    const labels = all.flatMap((element) => spoken.map((name) => element.getAttribute(name)));
    return [document.body.innerText, ...labels.filter((label) => label !== null)].join("\n");
  });
}

for (const [address, act] of Object.entries(deeds)) {
  test(`${address} speaks its own language, whoever writes on the page`, {tag}, async ({page}) => {
    await page.emulateMedia({reducedMotion: "reduce"});
    await page.goto(address);
    await act(page);
    const own = await said(page);
    expect(own).not.toMatch(/undefined|NaN/);
    for (const [who, attributes] of Object.entries(hands)) {
      await page.goto("about:blank");
      await page.goto(address);
      await page.evaluate((written) => {
        for (const [name, value] of Object.entries(written))
          document.documentElement.setAttribute(name, value);
      }, attributes);
      await act(page);
      expect(await said(page), who).toBe(own);
    }
  });
}

test("the theme on screen is what is saved and chosen, whatever is written as one", {tag}, async ({page}) => {
  await page.addInitScript(() => {
    const write = (): void => document.documentElement.setAttribute("data-theme", "sepia");
    new MutationObserver(write).observe(document, {childList: true});
  });
  await page.goto("charts/loss/");
  await expect(page.getByRole("radio", {name: "System"})).toBeChecked();
});

test("what is copied or typed as code is no text to be translated", {tag}, async ({page}) => {
  for (const address of ["./", "charts/loss/", "data/llama-runs/"]) {
    await page.goto(address);
    const copied = await page
      .locator("copy-button")
      .evaluateAll((buttons) =>
        buttons.map(
          (button) => document.getElementById((button as HTMLElement).dataset.copies ?? "")?.translate
        )
      );
    const code = await page
      .locator("pre")
      .evaluateAll((all) => all.map((each) => (each as HTMLElement).translate));
    expect([...copied, ...code].length, address).toBeGreaterThan(0);
    expect([...copied, ...code], address).not.toContain(true);
  }
});
