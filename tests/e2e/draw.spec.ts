import AxeBuilder from "@axe-core/playwright";
import {drag, drawnOf, search, spot, touch, type Spot} from "./drawing.ts";
import {expect, settled, test} from "./fixtures.ts";
import type {Page} from "@playwright/test";

const address = "embed/draw-the-rest/";

const stroke: readonly Spot[] = [
  [0.03, 0.4],
  [0.5, 0.5],
  [1.01, 0.7]
];

async function open(page: Page, query = ""): Promise<void> {
  await page.goto(`${address}${query}`);
  await expect(page.locator(".draw-field")).toBeVisible();
}

const drawingOf = (page: Page): Promise<number[]> => drawnOf(page, "drawing");

/** The curve that was drawn, in the picture on screen, as the heights of its knots in px. */
async function drawnHeights(page: Page): Promise<number[]> {
  const path = await page
    .locator("svg.drawing")
    .filter({visible: true})
    .locator('path[data-key="drawing"]')
    .getAttribute("d");
  let y = 0;
  return Array.from(path!.matchAll(/([ML])[-\d.]+,([-\d.]+)/gi), ([, command, number]) => {
    y = command === "l" ? y + Number(number) : Number(number);
    return y;
  });
}

test("a drag with the mouse draws, and the address holds the drawing", async ({page}) => {
  await open(page);
  await drag(page, stroke, true);
  await expect(page.locator(".draw-field path")).toHaveAttribute("d", /^M/);
  await expect(page.locator(".draw-field .chart-label")).toContainText("2013 billion tokens: ");
  await page.mouse.up();
  await expect.poll(() => drawingOf(page)).toHaveLength(10);
  const drawing = await drawingOf(page);
  for (const [index, loss] of drawing.entries()) expect(loss).toBeLessThan(drawing[index - 1] ?? 1.84);
  expect(Math.abs(drawing.at(-1)! - (1.95 - 0.69 * 0.3))).toBeLessThan(0.01);
  await settled(page.locator("figure"));
  const heights = await drawnHeights(page);
  expect(heights).toHaveLength(11);
  expect(heights).toEqual([...heights].sort((a, b) => a - b));
  await expect
    .poll(() => search(page))
    .toBe(`?drawing=${drawing.map((loss) => Math.round(1000 * loss)).join(",")}`);
  await expect(page.locator(".chart-answer")).toContainText(`ends at ${drawing.at(-1)!.toFixed(3)} nats`);
  await expect(page.locator(".draw-field path")).toHaveAttribute("d", "");
});

test("what is drawn stays where the pen goes again, and only there", async ({page}) => {
  await open(page, "?drawing=1820,1810,1800,1790,1780,1770,1760,1750,1740,1730");
  await expect.poll(() => drawingOf(page)).toHaveLength(10);
  await drag(page, [
    [0.3, 0.2],
    [0.6, 0.2]
  ]);
  await expect.poll(async () => (await drawingOf(page))[3]).toBeGreaterThan(1.88);
  const drawing = await drawingOf(page);
  expect(drawing.slice(0, 2)).toEqual([1.82, 1.81]);
  expect(drawing.slice(7)).toEqual([1.75, 1.74, 1.73]);
});

test("an address gives the same drawing again", async ({page}) => {
  await open(page);
  await drag(page, stroke);
  await page.getByRole("checkbox", {name: "Reveal"}).check();
  await expect.poll(() => search(page)).toContain("reveal=yes");
  const [drawing, answer] = [await drawingOf(page), await page.locator(".chart-answer").textContent()];
  await page.reload();
  await expect.poll(() => drawingOf(page)).toEqual(drawing);
  await expect(page.locator(".chart-answer")).toHaveText(answer!);
  await expect(page.getByRole("checkbox", {name: "Reveal"})).toBeChecked();
  await settled(page.locator("figure"));
  expect(await drawnHeights(page)).toHaveLength(11);
  await page.getByText("Draw by numbers").click();
  await expect(page.getByRole("slider", {name: "1500 billion tokens"})).toHaveValue(String(drawing[4]));
});

test("revealed, the sentence has the errors of drawing, line and power law", async ({page}) => {
  await open(page, "?drawing=1830,1829,1829,1829,1829,1829,1829,1829,1829,1829");
  await expect(page.locator(".chart-answer")).toContainText("ends at 1.829 nats");
  await page.getByRole("checkbox", {name: "Reveal"}).check();
  await expect(page.locator(".chart-answer")).toHaveText(
    /ended at 1\.745 .* you are 0\.084 too high there and 0\.052 off on average; the line is 0\.020 too low .*power law 0\.050 too high /
  );
  const drawing = page.locator("svg.drawing").filter({visible: true});
  await settled(page.locator("figure"));
  for (const key of ["llama2-7B-rest", "line", "power-law", "drawing"])
    await expect(drawing.locator(`path[data-key="${key}"]`)).toBeVisible();
  const answer = await page.locator(".chart-answer").textContent();
  await expect(page.locator("figure [role=status]")).toHaveText(answer!);
});

test("the keyboard draws knot by knot, aloud", async ({page}) => {
  await open(page);
  const status = page.locator("figure [role=status]");
  await page.locator("chart-reading").focus();
  await page.keyboard.press("Tab");
  await expect(page.locator(".draw-field")).toBeFocused();
  await expect(status).toHaveText("1100 billion tokens: not drawn yet");
  await page.keyboard.press("PageDown");
  await expect(status).toHaveText("1100 billion tokens: 1.819 nat/token");
  await page.keyboard.press("ArrowRight");
  await expect(status).toHaveText("1200 billion tokens: not drawn yet");
  await page.keyboard.press("ArrowDown");
  await expect(status).toHaveText("1200 billion tokens: 1.818 nat/token");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowUp");
  await expect(status).toHaveText("1100 billion tokens: 1.820 nat/token");
  await expect.poll(() => search(page)).toBe("?drawing=1820,1818");
  await expect(page.locator(".chart-answer")).toContainText(
    "So far your drawing goes to 1.2 trillion tokens"
  );
  await page.keyboard.press("End");
  await page.keyboard.press("PageDown");
  await expect.poll(() => drawingOf(page)).toHaveLength(10);
  expect((await drawingOf(page)).at(-1)).toBe(1.808);
  await page.keyboard.press("Home");
  for (let i = 0; i < 30; ++i) await page.keyboard.press("PageUp");
  await expect.poll(async () => (await drawingOf(page))[0]).toBe(1.95);
  await expect(page.locator(".draw-field circle")).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(page.locator(".draw-field circle")).toBeHidden();
});

test("each knot is a slider", async ({page}) => {
  await open(page);
  await page.getByText("Draw by numbers").click();
  const sliders = page.getByRole("slider");
  await expect(sliders).toHaveCount(10);
  await expect(sliders.nth(2)).toHaveAttribute("aria-valuetext", "not drawn yet");
  await sliders.nth(2).fill("1.799");
  await expect.poll(() => drawingOf(page)).toEqual([1.819, 1.809, 1.799]);
  await expect(sliders.nth(0)).toHaveValue("1.819");
  await expect(sliders.nth(2)).toHaveAttribute("aria-valuetext", "1.799 nat/token");
  await sliders.nth(2).press("ArrowDown");
  await expect.poll(() => search(page)).toBe("?drawing=1819,1809,1798");
});

for (const theme of ["light", "dark"] as const) {
  test(`axe finds nothing in the field and its sliders in the ${theme} theme`, async ({page}) => {
    await page.emulateMedia({colorScheme: theme, reducedMotion: "reduce"});
    await open(page, "?drawing=1820,1810&reveal=yes");
    await page.getByText("Draw by numbers").click();
    await page.locator(".draw-field").press("ArrowRight");
    await expect(page.locator(".draw-field .chart-label")).toBeVisible();
    const {violations} = await new AxeBuilder({page}).analyze();
    expect(violations.map(({id, nodes}) => `${id}: ${nodes.map(({html}) => html).join(" | ")}`)).toEqual([]);
  });
}

test("Reset takes the drawing and what was revealed back", async ({page}) => {
  await open(page, "?drawing=1820,1810&reveal=yes");
  await expect.poll(() => drawingOf(page)).toHaveLength(2);
  await page.getByRole("button", {name: "Reset"}).click();
  await expect(page.locator("figure")).toHaveAttribute("data-view", "before");
  await expect.poll(() => search(page)).toBe("");
  expect(await drawingOf(page)).toEqual([]);
  await drag(page, stroke);
  await expect.poll(() => drawingOf(page)).toHaveLength(10);
});

test("a change that follows a stroke at once keeps the stroke", async ({page}) => {
  await open(page);
  await drag(page, stroke);
  await page.getByRole("checkbox", {name: "Reveal"}).check();
  await expect.poll(() => search(page)).toMatch(/^\?drawing=(\d{4},){9}\d{4}&reveal=yes$/);
});

test("drawing and reading keep out of each other’s way", async ({page}) => {
  await open(page);
  const label = page.locator(".chart-stage .chart-label");
  const box = (await page.locator("chart-reading").boundingBox())!;
  await page.mouse.move(box.x + 0.3 * box.width, box.y + 0.5 * box.height);
  await expect(label).toContainText("7B: ");
  await drag(page, stroke, true);
  await expect(label).toBeHidden();
  await page.mouse.up();
  await expect.poll(() => drawingOf(page)).toHaveLength(10);
  await page.mouse.move(...(await spot(page, [0.5, 0.5])));
  await expect(label).toContainText("your drawing: ");
  await page.locator("chart-reading").focus();
  const drawing = await drawingOf(page);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowDown");
  expect(await drawingOf(page)).toEqual(drawing);
});

for (const [query, ignored] of [
  ["?drawing=1820,abc", "drawing=1820,abc"],
  ["?drawing=9999", "drawing=9999"],
  ["?drawing=1700,1700,1700,1700,1700,1700,1700,1700,1700,1700,1700", "0 to 10 numbers, 1650 to 1950"],
  ["?reveal=maybe", "reveal=maybe"]
] as const) {
  test(`${query} leaves the picture and says a sentence`, async ({page}) => {
    await open(page, query);
    await expect(page.locator(".chart-notice")).toContainText(ignored);
    await expect(page.locator("figure")).toHaveAttribute("data-view", "before");
    await expect(page.locator("svg.drawing").filter({visible: true})).toHaveCount(1);
  });
}

test("Plot stays away until the field is touched", async ({page}) => {
  const scripts: string[] = [];
  page.on("response", (response) => scripts.push(response.url()));
  await open(page);
  await page.waitForLoadState("networkidle");
  expect(scripts.filter((url) => url.includes("chart-lab"))).toEqual([]);
  await page.mouse.move(...(await spot(page, [0.5, 0.5])));
  await expect.poll(() => scripts.some((url) => url.includes("chart-lab"))).toBe(true);
});

test("reduced motion reveals at once", async ({page}) => {
  await page.emulateMedia({reducedMotion: "reduce"});
  await open(page);
  await page
    .locator(".drawing-slot")
    .filter({visible: true})
    .evaluate((slot) => {
      const counts: number[] = [];
      Object.assign(window, {counts});
      new MutationObserver(() => counts.push(slot.children.length)).observe(slot, {childList: true});
    });
  await page.getByRole("checkbox", {name: "Reveal"}).check();
  await expect(page.locator("figure")).toHaveAttribute("data-view", "revealed");
  await settled(page.locator("figure"));
  expect(await page.evaluate(() => (window as unknown as {counts: number[]}).counts)).toEqual([1]);
});

test.describe("touch", () => {
  test.use({hasTouch: true, isMobile: true, viewport: {width: 390, height: 500}});

  test("a finger in the field draws, and scrolls the page beside it", async ({page}) => {
    await open(page);
    const swipe = ([x, y]: Spot): Promise<void> =>
      touch(
        page,
        Array.from({length: 12}, (_, index): Spot => [x, y - 10 * index])
      );

    await touch(page, await Promise.all(stroke.map((each) => spot(page, each))));
    await expect.poll(() => drawingOf(page)).toHaveLength(10);
    await swipe(await spot(page, [0.5, 0.9]));
    await expect.poll(async () => (await drawingOf(page))[4]).toBeGreaterThan(1.8);
    expect(await page.evaluate(() => scrollY)).toBe(0);
    const [left, top] = await spot(page, [0, 0.9]);
    await swipe([left - 30, top]);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(60);
  });
});

test.describe("with scripts off", () => {
  test.use({javaScriptEnabled: false});

  test("the picture has its sentence, and a way to the outcome", async ({page}) => {
    await page.goto(address);
    await expect(page.locator("svg.drawing").filter({visible: true})).toHaveCount(1);
    await expect(page.locator(".chart-answer")).toContainText("1.829 nats per token after a trillion tokens");
    await page.getByRole("link", {name: /ended at 1\.745/}).click();
    await expect(page).toHaveURL(/\/embed\/draw-the-rest\/revealed\/$/);
    await expect(page.locator(".chart-answer")).toContainText("0.020 too low, a power law 0.050 too high");
    await expect(
      page.locator("svg.drawing").filter({visible: true}).locator('[data-key="llama2-7B-rest"]')
    ).toBeVisible();
    await expect(page.locator(".chart-outcome")).toHaveCount(0);
  });
});
