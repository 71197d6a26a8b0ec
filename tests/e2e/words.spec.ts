import {expect, scrollToStep, settled, stickyFigure, test} from "./fixtures.ts";

/** Selector of a mark of a scrolly’s figure. */
const markOf = (key: string): string => `.scrolly-figure svg.drawing [data-key="${key}"]`;

test("a model's name in a step lights up its curve, by pointer and by keyboard", async ({page}) => {
  await page.goto("./");
  const step = page.locator("#act-2-step-4");
  await scrollToStep(step);
  await settled(stickyFigure(page.locator("#act-2")));
  const scrolly = page.locator("#act-2");
  const curve = (key: string) => scrolly.locator(markOf(key)).filter({visible: true}).first();
  const word = step.locator("size-word", {hasText: "13B"}).first();
  await word.hover();
  await expect(curve("llama1-7B")).toHaveCSS("opacity", "0.15");
  await expect(curve("llama1-13B")).toHaveCSS("opacity", "1");
  await expect(curve("llama1-7B-13B:crossing-1")).toHaveCSS("opacity", "1");
  await page.mouse.move(2, 2);
  await expect(curve("llama1-7B")).toHaveCSS("opacity", "1");
  await step.locator("size-word", {hasText: "7B"}).first().focus();
  await expect(curve("llama1-33B")).toHaveCSS("opacity", "0.15");
  await expect(curve("llama1-7B")).toHaveCSS("opacity", "1");
  await page.keyboard.press("Tab");
});

test("words put a chart into a state, and its controls follow", async ({page}) => {
  await page.goto("./methods/");
  const figure = page.locator("#reading .figure-row figure");
  const [back, ours] = await page.locator("#reading .play").all();
  await ours!.click();
  await expect(figure).toHaveAttribute("data-view", "gpu-hours-7b-13b");
  await expect(figure.locator("[role=status]")).not.toBeEmpty();
  await expect(figure.getByRole("radio", {name: "ours", exact: true})).toBeChecked();
  await settled(figure);
  await back!.focus();
  await page.keyboard.press("Enter");
  await expect(figure).toHaveAttribute("data-view", "calibration-old");
  await expect(figure.getByRole("radio", {name: "the older one"})).toBeChecked();
  await expect(page).toHaveURL(/\/$/);
});

test.describe("where files can't be had", () => {
  test.use({mayComplain: true});

  test("words are a link to the page of the state", async ({page}) => {
    await page.goto("./methods/");
    await page.route(/drawings.*json/, (route) => route.abort());
    await page.locator("#reading .play").last().click();
    await expect(page).toHaveURL(/embed\/loss\/gpu-hours-7b-13b\/$/);
  });
});

test.describe("with scripts off", () => {
  test.use({javaScriptEnabled: false});

  test("words are a link to the page of the state", async ({page}) => {
    await page.goto("./methods/");
    await page.locator("#reading .play").first().click();
    await expect(page).toHaveURL(/embed\/loss\/calibration-old\/$/);
    await expect(page.locator("figure")).toHaveAttribute("data-view", "calibration-old");
  });
});
