import AxeBuilder from "@axe-core/playwright";
import type {Page} from "@playwright/test";
import {drag, drawnOf, search, spot, touch, type Spot} from "./drawing.ts";
import {expect, settled, test} from "./fixtures.ts";

const address = "embed/schedule-lab/";

/** Half the peak all the way. */
const halfway: readonly Spot[] = [
  [0.02, 0.5],
  [0.5, 0.5],
  [1.01, 0.5]
];
const half = Array<number>(13).fill(50);

const rateOf = (page: Page): Promise<number[]> => drawnOf(page, "rate");

async function choose(page: Page, name: string): Promise<void> {
  await page.getByRole("radio", {name, exact: true}).check();
}

/** Opens the lab with a schedule to draw. */
async function open(page: Page, query = "?schedule=drawn"): Promise<void> {
  await page.goto(address + query);
  await expect(page.locator(".draw-field")).toBeVisible();
}

test("there is a field while the schedule is drawn by hand, and only then", async ({page}) => {
  await page.goto(address);
  await expect(page.locator(".draw-field")).toHaveCount(1);
  await expect(page.locator(".draw-field")).toBeHidden();
  await expect(page.getByText("Draw by numbers")).toBeHidden();
  await choose(page, "drawn by hand");
  await expect(page.locator(".draw-field")).toBeVisible();
  await expect(page.getByText("Draw by numbers")).toBeVisible();
  await expect(page.locator(".chart-answer")).toContainText("level with a cosine of that length down to 10%");
  await settled(page.locator("figure"));
  const drawing = page.locator("svg.drawing").filter({visible: true});
  const [field, mark] = await Promise.all([
    page.locator(".draw-field svg").boundingBox(),
    drawing.locator('[data-key="field-rate"]').boundingBox()
  ]);
  for (const side of ["x", "y", "width", "height"] as const)
    expect(Math.abs(field![side] - mark![side])).toBeLessThan(1);
  await choose(page, "constant");
  await expect(page.locator(".draw-field")).toBeHidden();
  await expect(page.getByText("Draw by numbers")).toBeHidden();
});

test("a drag with the mouse draws the rate, and the law follows when it ends", async ({page}) => {
  await open(page);
  const before = await rateOf(page);
  const answer = await page.locator(".chart-answer").textContent();
  await drag(page, halfway, true);
  await expect(page.locator(".draw-field path")).toHaveAttribute("d", /^M/);
  await expect(page.locator(".draw-field .chart-label")).toContainText("100% of the way: 50% of peak");
  expect(await rateOf(page)).toEqual(before);
  await expect(page.locator(".chart-answer")).toHaveText(answer!);
  await page.mouse.up();
  await expect.poll(() => rateOf(page)).toEqual(half);
  await expect.poll(() => search(page)).toBe(`?schedule=drawn&rate=${half.join(",")}`);
  await expect(page.locator(".chart-answer")).toContainText(
    "above a cosine of that length down to 10%; no such run"
  );
  await expect(page.locator(".draw-field path")).toHaveAttribute("d", "");
  await expect(page.locator(".chart-notice")).toBeHidden();
});

test("the pen draws where the panel lies, for another length of run as well", async ({page}) => {
  await open(page, "?schedule=drawn&steps=72000");
  await drag(page, halfway);
  await expect.poll(() => rateOf(page)).toEqual(half);
  await page.getByRole("slider", {name: "Steps"}).fill("8000");
  await expect(page.locator(".chart-answer")).toContainText("after 8000 steps");
  expect(await rateOf(page)).toEqual(half);
  await drag(page, [
    [0.5, 0.8],
    [0.62, 0.8]
  ]);
  await expect.poll(() => rateOf(page)).toEqual([...half.slice(0, 4), 20, 20, ...half.slice(6)]);
});

test("an address gives the same schedule again, and a schedule of a name keeps it", async ({page}) => {
  await open(page);
  await drag(page, halfway);
  await expect.poll(() => search(page)).toContain("rate=50,");
  const [query, answer] = [search(page), await page.locator(".chart-answer").textContent()];
  await page.reload();
  await expect(page.locator(".chart-answer")).toHaveText(answer!);
  expect(search(page)).toBe(query);
  await choose(page, "linear");
  await expect(page.locator(".chart-answer")).not.toHaveText(answer!);
  await choose(page, "drawn by hand");
  await expect(page.locator(".chart-answer")).toHaveText(answer!);
});

test("the keyboard draws place by place, aloud", async ({page}) => {
  await open(page);
  const status = page.locator("figure [role=status]");
  await page.locator("chart-reading").focus();
  await page.keyboard.press("Tab");
  await expect(page.locator(".draw-field")).toBeFocused();
  await expect(status).toHaveText("10% of the way: 98% of peak");
  await page.keyboard.press("End");
  await expect(status).toHaveText("100% of the way: 10% of peak");
  await page.keyboard.press("PageDown");
  await expect(status).toHaveText("100% of the way: 0% of peak");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowUp");
  await expect(status).toHaveText("95% of the way: 12% of peak");
  await expect.poll(async () => (await rateOf(page)).slice(-2)).toEqual([12, 0]);
  await expect(page.locator(".chart-answer")).toContainText("below a cosine of that length");
});

test("each place is a slider", async ({page}) => {
  await open(page);
  await page.getByText("Draw by numbers").click();
  const slider = page.getByRole("slider", {name: "75% of the way"});
  await expect(slider).toHaveAttribute("aria-valuetext", "23% of peak");
  await slider.fill("90");
  await expect.poll(async () => (await rateOf(page))[7]).toBe(90);
  await expect(slider).toHaveAttribute("aria-valuetext", "90% of peak");
  await expect(page.locator("figcaption .chart-note")).toContainText(
    "No measured run raises its rate after warm-up"
  );
});

test("the field isn’t on the way of the keyboard while another schedule is chosen", async ({page}) => {
  await page.goto(address);
  await expect(page.locator(".draw-field")).toHaveCount(1);
  await page.locator("chart-reading").focus();
  await page.keyboard.press("Tab");
  await expect(page.locator(".chart-controls input:checked").first()).toBeFocused();
});

test("a page of the drawn state keeps its curve, and Reset comes back to it", async ({page}) => {
  await page.goto(`${address}drawn/`);
  await expect(page.locator(".draw-field")).toBeVisible();
  const [answer, rate] = [await page.locator(".chart-answer").textContent(), await rateOf(page)];
  expect(rate.slice(-5)).toEqual([100, 32, 32, 10, 10]);
  await choose(page, "400M");
  await expect(page.locator(".chart-answer")).not.toHaveText(answer!);
  expect(await rateOf(page)).toEqual(rate);
  await drag(page, halfway);
  await expect.poll(() => rateOf(page)).toEqual(half);
  await page.getByRole("button", {name: "Reset"}).click();
  await expect(page.locator("figure")).toHaveAttribute("data-view", "drawn");
  expect(await rateOf(page)).toEqual(rate);
  await expect(page.locator(".chart-answer")).toHaveText(answer!);
});

test("Reset takes the drawing back with its schedule", async ({page}) => {
  await open(page);
  const rate = await rateOf(page);
  await drag(page, halfway);
  await expect.poll(() => rateOf(page)).toEqual(half);
  await page.getByRole("button", {name: "Reset"}).click();
  await expect(page.locator("figure")).toHaveAttribute("data-view", "cosine");
  await expect(page.locator(".draw-field")).toBeHidden();
  await expect.poll(() => search(page)).toBe("");
  expect(await rateOf(page)).toEqual(rate);
});

for (const [query, ignored] of [
  ["?schedule=drawn&rate=50", "13 numbers, 0 to 100"],
  [`?schedule=drawn&rate=${[...half.slice(1), 101].join(",")}`, "13 numbers, 0 to 100"]
] as const) {
  test(`${query} leaves the curve to begin with, and says a sentence`, async ({page}) => {
    await open(page, query);
    await expect(page.locator(".chart-notice")).toContainText(ignored);
    expect((await rateOf(page)).slice(0, 3)).toEqual([98, 91, 81]);
  });
}

for (const theme of ["light", "dark"] as const) {
  test(`axe finds nothing in the field and its sliders in the ${theme} theme`, async ({page}) => {
    await page.emulateMedia({colorScheme: theme, reducedMotion: "reduce"});
    await open(page);
    await page.getByText("Draw by numbers").click();
    await page.locator(".draw-field").press("ArrowRight");
    await expect(page.locator(".draw-field .chart-label")).toBeVisible();
    const {violations} = await new AxeBuilder({page}).analyze();
    expect(violations.map(({id, nodes}) => `${id}: ${nodes.map(({html}) => html).join(" | ")}`)).toEqual([]);
  });
}

test("with less motion the field is there at once, and in its place", async ({page}) => {
  await page.emulateMedia({reducedMotion: "reduce"});
  await page.goto(address);
  const layers = page.locator(".drawing-slot").filter({visible: true}).locator("svg");
  await choose(page, "drawn by hand");
  await expect(page.locator(".draw-field")).toBeVisible();
  expect(await layers.count()).toBe(1);
  await drag(page, halfway);
  await expect.poll(() => rateOf(page)).toEqual(half);
});

test.describe("touch", () => {
  /** Puts the picture at the top of the window; where the page is then, in px. */
  const scrollToPicture = (page: Page): Promise<number> =>
    page.locator(".chart-stage").evaluate((stage) => {
      stage.scrollIntoView({block: "start", behavior: "instant"});
      return scrollY;
    });

  test.use({hasTouch: true, isMobile: true, viewport: {width: 360, height: 500}});

  test("a finger in the field draws the rate; where there is none, it scrolls the page", async ({page}) => {
    await open(page);
    const top = await scrollToPicture(page);
    const path = await Promise.all(halfway.map((each) => spot(page, each)));
    await touch(page, path);
    await expect.poll(() => rateOf(page)).toEqual(half);
    expect(await page.evaluate(() => scrollY)).toBe(top);
    await page.goto(address);
    await expect(page.locator(".draw-field")).toHaveCount(1);
    const start = await scrollToPicture(page);
    const [x, y] = path[1]!;
    await touch(
      page,
      Array.from({length: 12}, (_, index): Spot => [x, y - 8 * index])
    );
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(start + 40);
  });
});

test.describe("with scripts off", () => {
  test.use({javaScriptEnabled: false});

  test("the drawn state is a picture with its sentence", async ({page}) => {
    await page.goto(`${address}drawn/`);
    const drawing = page.locator("svg.drawing").filter({visible: true});
    await expect(drawing.locator('path[data-key="rate"]')).toBeVisible();
    await expect(page.locator(".chart-answer")).toContainText("In two late steps, drawn by hand");
    await expect(page.locator(".chart-controls")).toBeHidden();
  });
});
