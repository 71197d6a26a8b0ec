import {anyPath as tag, expect, scrollToStep, test} from "./fixtures.ts";
import type {Page} from "@playwright/test";

/** What can be clicked and then has the focus, or is in what has it. */
const places = {
  "the prose of a scrolly's first step": {address: "./", at: "#act-1-step-1 .step-text p"},
  "the prose of its last step": {address: "./", at: "#act-2 [data-step]:last-child .step-text p:last-child"},
  "the pinned chart of a scrolly": {address: "./", at: "#act-2 .scrolly-figure chart-reading"},
  "a chart between paragraphs": {address: "./", at: ".figure-row chart-reading"},
  "the chart of a figure page": {address: "charts/loss/", at: "chart-reading"},
  "a chart in a short frame": {address: "embed/loss/", at: "chart-reading"},
  "a field to draw in": {address: "charts/draw-the-rest/", at: ".draw-field"}
} as const;

const scrollKeys = ["ArrowDown", "PageDown", "Space", "End", "ArrowUp", "PageUp", "Home"] as const;

/** Where the page is scrolled to, at rest. */
async function restingPlace(page: Page): Promise<number> {
  let before = NaN;
  await expect
    .poll(
      async () => {
        const last = before;
        before = await page.evaluate(() => scrollY);
        return before === last;
      },
      {intervals: [100]}
    )
    .toBe(true);
  return before;
}

for (const [place, {address, at}] of Object.entries(places)) {
  test(`after a click on ${place} the scroll keys scroll`, {tag}, async ({page}) => {
    await page.emulateMedia({reducedMotion: "reduce"});
    await page.setViewportSize({width: 1280, height: 500});
    await page.goto(address);
    const target = page.locator(at).first();
    for (const key of scrollKeys) {
      await target.evaluate((element) => {
        element.scrollIntoView({block: "center", behavior: "instant"});
      });
      // Both ways are open.
      if ((await page.evaluate(() => scrollY)) === 0) await page.mouse.wheel(0, 60);
      await restingPlace(page);
      await target.click({position: {x: 60, y: 12}});
      const before = await restingPlace(page);
      await page.keyboard.press(key);
      await expect.poll(() => page.evaluate(() => scrollY), {message: key}).not.toBe(before);
      const after = await restingPlace(page);
      if (["ArrowUp", "PageUp", "Home"].includes(key)) expect(after, key).toBeLessThan(before);
      else expect(after, key).toBeGreaterThan(before);
      // As far as anywhere on a page, not to the next step.
      if (key.startsWith("Arrow")) expect(Math.abs(after - before), key).toBeLessThan(80);
    }
  });
}

test(
  "in a scrolly the keys go from step to step, and past its ends on through the page",
  {tag},
  async ({page}) => {
    await page.emulateMedia({reducedMotion: "reduce"});
    await page.goto("./");
    const scrolly = page.locator("#act-1");
    const steps = await scrolly.locator("[data-step]").count();
    for (const [key, from, to] of [
      ["ArrowDown", 1, steps],
      ["ArrowUp", steps, 1]
    ] as const) {
      await scrollToStep(scrolly.locator(`[data-step="${from}"]`));
      await scrolly.focus();
      for (let press = 1; press < steps; ++press) {
        await page.keyboard.press(key);
        const active = key === "ArrowDown" ? 1 + press : steps - press;
        await expect(scrolly.locator(`[data-step="${active}"]`)).toHaveAttribute("aria-current", "step");
      }
      await expect(scrolly.locator(`[data-step="${to}"]`)).toHaveAttribute("aria-current", "step");
      const before = await restingPlace(page);
      for (let press = 0; press < 8; ++press) await page.keyboard.press(key);
      await expect.poll(() => page.evaluate(() => Math.abs(scrollY))).not.toBe(before);
      const moved = (await restingPlace(page)) - before;
      expect(key === "ArrowDown" ? moved : -moved).toBeGreaterThan(200);
    }
  }
);

test("in a chart the keys read, and at the end of its curves they are the page's", {tag}, async ({page}) => {
  await page.setViewportSize({width: 800, height: 500});
  await page.goto("charts/loss/");
  await page.locator("chart-reading").focus();
  const label = page.locator(".chart-label");
  await expect(label).toBeVisible();
  const top = await restingPlace(page);
  const curves = 4;
  for (let press = 1; press < curves; ++press) {
    const before = (await label.textContent()) ?? "";
    await page.keyboard.press("ArrowDown");
    await expect(label).not.toHaveText(before);
  }
  expect(await restingPlace(page)).toBe(top);
  await page.keyboard.press("ArrowDown");
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(top);
  await page.keyboard.press("End");
  await expect(label).toContainText("65B");
  const middle = await restingPlace(page);
  await page.keyboard.press("PageDown");
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(middle);
});

test.describe("a finger", () => {
  test.use({hasTouch: true, viewport: {width: 390, height: 780}});

  for (const [place, address, at] of [
    ["the pinned chart of a scrolly", "./", "#act-2 .scrolly-figure chart-reading"],
    ["a chart between paragraphs", "./", ".figure-row chart-reading"],
    ["an embedded chart", "embed/race/", "chart-reading"]
  ] as const) {
    test(`that scrolls on from ${place} leaves no label there`, {tag}, async ({page}) => {
      await page.goto(address);
      const stage = page.locator(at).first();
      await stage.evaluate((element) => {
        element.scrollIntoView({block: "center", behavior: "instant"});
      });
      // A tap before has left one, which stays to be read.
      const box = (await stage.boundingBox())!;
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      await page.touchscreen.tap(x, y);
      const label = stage.locator(".chart-label");
      await expect(label).toBeVisible();
      await stage.evaluate((element) => {
        element.addEventListener("pointercancel", () => element.setAttribute("data-was-cancelled", ""));
      });
      await swipe(page, [x, y], [x, y - 200]);
      await expect(stage).toHaveAttribute("data-was-cancelled");
      await expect(label).toBeHidden();
      await expect(stage.locator(".chart-crosshair")).toBeHidden();
    });
  }

  test("that two fingers take from a stroke leaves no stroke", {tag}, async ({page}) => {
    await page.goto("embed/draw-the-rest/");
    const field = page.locator(".draw-field");
    await field.scrollIntoViewIfNeeded();
    const figure = page.locator("figure[data-chart]");
    const before = await figure.getAttribute("data-state");
    await field.evaluate((element) => {
      const send = (type: string, clientX: number, clientY: number): void => {
        const options = {bubbles: true, isPrimary: true, pointerId: 1, button: 0, clientX, clientY};
        element.dispatchEvent(new PointerEvent(type, options));
      };
      // The pointer is no real one.
      element.setPointerCapture = () => undefined;
      const {left, top, width, height} = element.getBoundingClientRect();
      send("pointerdown", left + width * 0.2, top + height / 2);
      send("pointermove", left + width * 0.6, top + height / 3);
      send("pointercancel", left + width * 0.6, top + height / 3);
    });
    await expect(field.locator(".chart-label")).toBeHidden();
    await expect(field.locator("path")).toHaveAttribute("d", "");
    expect(await figure.getAttribute("data-state")).toBe(before);
  });

  test("can zoom the page wherever it begins", {tag}, async ({page}) => {
    for (const address of ["./", "embed/loss/", "embed/draw-the-rest/", "charts/schedule-lab/"]) {
      await page.goto(address);
      const kept = await page.evaluate(() =>
        [...document.querySelectorAll("*")]
          .map((element) => getComputedStyle(element).touchAction)
          .filter((action) => !/auto|manipulation|pinch-zoom/.test(action))
      );
      expect(kept, address).toEqual([]);
    }
  });
});

/** One finger from one place to another, in px of the window, as a browser that scrolls by it sees it. */
async function swipe(
  page: Page,
  from: readonly [number, number],
  to: readonly [number, number]
): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const send = (type: "touchStart" | "touchMove" | "touchEnd", touchPoints: {x: number; y: number}[]) =>
    session.send("Input.dispatchTouchEvent", {type, touchPoints});
  await send("touchStart", [{x: from[0], y: from[1]}]);
  for (let step = 1; step <= 10; ++step) {
    const share = step / 10;
    await send("touchMove", [
      {x: from[0] + (to[0] - from[0]) * share, y: from[1] + (to[1] - from[1]) * share}
    ]);
  }
  await send("touchEnd", []);
  await session.detach();
}
