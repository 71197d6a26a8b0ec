import sharp from "sharp";
import {anyPath as tag, expect, test, triesAll} from "./fixtures.ts";
import type {Locator} from "@playwright/test";

/** What readers choose with, or see chosen. */
const chosen = {
  "./": [
    ".control-options input:checked + span",
    ".theme-switch input:checked + span",
    ".contents-button",
    "button:not([hidden])",
    ".cite",
    ".play"
  ],
  "charts/loss/": [
    ".control-options input:checked + span",
    "nav [aria-current]",
    "button:not([hidden])",
    "select"
  ],
  "charts/race/": [".control-options input:checked + span", "button:not([hidden])"],
  "search/?q=cosine": ["input", "mark", ".control-options input:checked + span"],
  "embed/gap/": [".control-options input:checked + span"],
  "embed/scrolly/act-1/": ["[aria-disabled]", "button:not([hidden])"]
} as const;

/** Contrast of the commonest colour of an element's picture with the colour that stands out most from it. */
async function contrastOf(element: Locator): Promise<number> {
  const {data, info} = await sharp(await element.screenshot())
    .removeAlpha()
    .raw()
    .toBuffer({resolveWithObject: true});
  const counts = new Map<number, number>();
  for (let at = 0; at < data.length; at += info.channels) {
    const colour = (data[at]! << 16) | (data[at + 1]! << 8) | data[at + 2]!;
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const luminances = [...counts].toSorted((a, b) => b[1] - a[1]).map(([colour]) => luminance(colour));
  const [ground = 0, ...others] = luminances;
  return Math.max(
    ...others.map((other) => (Math.max(ground, other) + 0.05) / (Math.min(ground, other) + 0.05))
  );
}

/** Relative luminance of a colour, by WCAG 2.2. */
function luminance(colour: number): number {
  const [red = 0, green = 0, blue = 0] = [colour >> 16, (colour >> 8) & 255, colour & 255].map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

for (const colorScheme of ["light", "dark"] as const) {
  // A theme of the reader’s own is tried in one of the two, where not all are tried.
  for (const theme of ["auto", "light", "dark"] as const) {
    if (!triesAll && theme === colorScheme) continue;
    test(
      `what is chosen can be read in forced colours: ${colorScheme}, theme ${theme}`,
      {tag},
      async ({page}) => {
        await page.emulateMedia({forcedColors: "active", colorScheme, reducedMotion: "reduce"});
        if (theme !== "auto")
          await page.addInitScript((name) => localStorage.setItem("past-chinchilla:theme", name), theme);
        for (const [address, selectors] of Object.entries(chosen)) {
          await page.goto(address);
          for (const selector of selectors) {
            const found = await page.locator(selector).filter({visible: true}).all();
            // Of each kind a few: they share their rules.
            for (const element of found.slice(0, 4))
              expect(await contrastOf(element), `${address} ${selector}`).toBeGreaterThan(4.5);
          }
        }
      }
    );
  }
}

test("a theme that was chosen is kept under a name of ours, and comes back", {tag}, async ({page}) => {
  await page.emulateMedia({colorScheme: "light"});
  await page.goto("./");
  // Another page of the same host may keep its own theme.
  await page.evaluate(() => localStorage.setItem("theme", "dark"));
  await page.reload();
  await expect(page.locator("html")).not.toHaveAttribute("data-theme", "dark");
  await page.locator(".theme-switch").getByLabel("Dark").check();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  expect(await page.evaluate(() => localStorage.getItem("past-chinchilla:theme"))).toBe("dark");
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});
