import type {Locator, Page} from "@playwright/test";
import {expect, settled, stopTime, test} from "./fixtures.ts";

/** One thing to do in each lab: a control, and a word of the sentence that follows from it. */
const labs = [
  {id: "race", slider: /Share of the way/, to: "60", choice: "FLOPs"},
  {id: "schedule-lab", slider: /Steps/, to: "48000", choice: "constant"},
  {id: "budget", slider: /Loss to reach/, to: "2.2", choice: "10T"},
  {id: "extrapolation", slider: undefined, to: "", choice: "1700–end"},
  {id: "learning-rate", slider: /Cycle length/, to: "3", choice: undefined}
] as const;

const answerOf = (page: Page): Promise<string | null> => page.locator(".chart-answer").textContent();
const query = (page: Page): string => new URL(page.url()).search;

/** Waits until the sentence is another than it was, and gives it. */
async function changed(page: Page, before: string | null): Promise<string | null> {
  await expect(page.locator(".chart-answer")).not.toHaveText(before!);
  return answerOf(page);
}

for (const {id, slider, to, choice} of labs) {
  test(`${id}: state, sentence and address follow a control, and Reset goes back`, async ({page}) => {
    await page.goto(`embed/${id}/`);
    const first = await answerOf(page);
    let last = first;
    if (slider) {
      await page.getByRole("slider", {name: slider}).fill(to);
      last = await changed(page, last);
    }
    if (choice) {
      await page.getByRole("radio", {name: choice, exact: true}).check();
      last = await changed(page, last);
    }
    const changes = [slider, choice].filter((each) => each !== undefined).length;
    await expect.poll(() => new URLSearchParams(query(page)).size).toBe(changes);
    await expect(page.locator(".chart-notice")).toBeHidden();
    await page.reload();
    await expect(page.locator(".chart-answer")).toHaveText(last!);
    await page.getByRole("button", {name: "Reset"}).click();
    await expect(page.locator(".chart-answer")).toHaveText(first!);
    await expect.poll(() => query(page)).toBe("");
  });

  test(`${id} by keyboard`, async ({page}) => {
    await page.goto(`embed/${id}/`);
    const before = await answerOf(page);
    const field = slider
      ? page.getByRole("slider", {name: slider})
      : page.locator(".chart-controls input[type=radio]:checked").first();
    await field.focus();
    for (let i = 0; i < 3; ++i) await page.keyboard.press("ArrowRight");
    await changed(page, before);
    await settled(page.locator("figure"));
    await expect(page.locator("svg.drawing").filter({visible: true})).toHaveCount(1);
  });

  test.describe("touch", () => {
    test.use({hasTouch: true, viewport: {width: 390, height: 844}});

    test(`${id} by touch`, async ({page}) => {
      await page.goto(`embed/${id}/`);
      const before = await answerOf(page);
      if (choice) await page.getByRole("radio", {name: choice, exact: true}).tap();
      else {
        const box = (await page.getByRole("slider", {name: slider}).boundingBox())!;
        await page.touchscreen.tap(box.x + box.width * 0.8, box.y + box.height / 2);
      }
      await changed(page, before);
    });
  });

  test.describe("with scripts off", () => {
    test.use({javaScriptEnabled: false});

    test(`${id} is a picture with its sentence`, async ({page}) => {
      await page.goto(`embed/${id}/`);
      await expect(page.locator("svg.drawing").filter({visible: true})).toHaveCount(1);
      await expect(page.locator(".chart-answer")).not.toBeEmpty();
      await expect(page.locator(".chart-controls")).toBeHidden();
    });
  });
}

/** One thing to do to each lab of the article, which leads to a state without a name. */
const changes: Readonly<Record<string, (figure: Locator) => Promise<void>>> = {
  race: (figure) => figure.getByRole("slider", {name: /Share of the way/}).fill("37"),
  "draw-the-rest": async (figure) => {
    const field = figure.locator(".draw-field");
    await field.focus();
    for (const key of ["ArrowRight", "ArrowUp", "ArrowRight", "PageUp"]) await field.press(key);
    // Each key is a state of its own: the last has come when the curve has all three points.
    await expect(figure).toHaveAttribute("data-state", /"drawing":\[[\d.]+(?:,[\d.]+){2}\]/);
  },
  extrapolation: (figure) => figure.getByRole("radio", {name: "1700–end"}).check(),
  "schedule-lab": (figure) => figure.getByRole("slider", {name: /Steps/}).fill("48000"),
  budget: (figure) => figure.getByRole("slider", {name: /Loss to reach/}).fill("2.2")
};

for (const [id, change] of Object.entries(changes)) {
  test(`${id}: the article’s link to its page leads to the state on screen`, async ({page}) => {
    await page.goto("./");
    const figure = page.locator(`figure[data-chart="${id}"]`, {has: page.locator(".chart-share")});
    await figure.scrollIntoViewIfNeeded();
    if (id === "draw-the-rest") await expect(figure.locator(".draw-field")).toBeVisible();
    const before = await figure.getAttribute("data-state");
    await change(figure);
    await expect(figure).not.toHaveAttribute("data-state", before!);
    await expect(figure).not.toHaveAttribute("data-view");
    await settled(figure);
    const state = JSON.parse((await figure.getAttribute("data-state"))!) as unknown;
    await figure.getByRole("link", {name: "Share, embed, download"}).click();
    await expect(page).toHaveURL(new RegExp(`/charts/${id}/\\?\\w+=`));
    const opened = page.locator(`figure[data-chart="${id}"]`);
    await expect
      .poll(async () => JSON.parse((await opened.getAttribute("data-state"))!) as unknown)
      .toEqual(state);
    await expect(opened).not.toHaveAttribute("data-view");
    await expect(page.locator(".chart-notice")).toBeHidden();
  });
}

test("the race is played, paused, taken over and played to its end", async ({page}) => {
  await page.clock.install();
  await page.goto("embed/race/");
  await stopTime(page);
  const slider = page.getByRole("slider", {name: /Share of the way/});
  const value = async (): Promise<number> => Number(await slider.inputValue());
  const start = await value();
  await page.getByRole("button", {name: "Play"}).click();
  await page.clock.runFor(1000);
  const paused = await value();
  expect(paused).toBeGreaterThan(start);
  expect(paused).toBeLessThan(100);
  await page.getByRole("button", {name: "Pause"}).click();
  await expect(page.locator("figure")).toHaveAttribute("data-state", new RegExp(`"time":${paused}\\b`));
  await expect(page.locator("figure [role=status]")).toHaveText((await answerOf(page))!);
  await expect(page.getByRole("button", {name: "Play"})).toBeVisible();
  await page.clock.runFor(1000);
  expect(await value()).toBe(paused);
  await slider.fill("98");
  await page.getByRole("button", {name: "Play"}).click();
  await page.clock.runFor(2000);
  expect(await value()).toBe(100);
  await expect(page.getByRole("button", {name: "Play"})).toBeVisible();
  await expect(page.locator("figure")).toHaveAttribute("data-state", /"time":100/);
});

test("with less motion the race goes on in jumps", async ({page}) => {
  await page.emulateMedia({reducedMotion: "reduce"});
  await page.clock.install();
  await page.goto("embed/race/");
  await stopTime(page);
  const slider = page.getByRole("slider", {name: /Share of the way/});
  const value = async (): Promise<number> => Number(await slider.inputValue());
  const start = await value();
  await page.getByRole("button", {name: "Play"}).click();
  await page.clock.runFor(600);
  expect(await value(), "before the first jump").toBe(start);
  await page.clock.runFor(200);
  expect(await value(), "after it").toBe(start + 5);
  await page.clock.runFor(700);
  expect(await value(), "after the second").toBe(start + 10);
  await page.getByRole("button", {name: "Pause"}).click();
  await page.clock.runFor(1500);
  expect(await value()).toBe(start + 10);
});

test("every claim has a verdict, and its link opens the chart in the state that it names", async ({page}) => {
  await page.goto("./");
  const rows = page.locator(".claim");
  expect(await rows.count()).toBeGreaterThanOrEqual(14);
  const links = await rows
    .locator("a[href*='/embed/']")
    .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
  expect(links.length).toBeGreaterThanOrEqual(13);
  for (const link of links) {
    const response = await page.request.get(link);
    expect(response.status(), link).toBe(200);
    const state = /\/embed\/[^/]+\/([^/]+)\/$/.exec(link)![1]!;
    expect(await response.text()).toContain(`data-view="${state}"`);
  }
});
