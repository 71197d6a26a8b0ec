import type {Locator, Page} from "@playwright/test";
import {anyPath as tag, expect, settled, test} from "./fixtures.ts";

/** Holds back what is asked for at addresses that match, until it is let go, or refused. */
async function hold(page: Page, pattern: string | RegExp): Promise<{letGo: () => void; refuse: () => void}> {
  let decide: (isLetGo: boolean) => void = () => undefined;
  const decision = new Promise<boolean>((resolve) => {
    decide = resolve;
  });
  await page.route(pattern, async (route) => {
    if (await decision) await route.continue();
    else await route.abort();
  });
  return {letGo: () => decide(true), refuse: () => decide(false)};
}

/** What a figure shows: its words, its state, and the title of the axis that is drawn. */
async function shown(figure: Locator): Promise<Record<string, unknown>> {
  return {
    answer: await figure.locator(".chart-answer").textContent(),
    label: await figure.locator(".chart-image").getAttribute("aria-label"),
    view: await figure.getAttribute("data-view"),
    axis: await figure
      .locator(".drawing:visible")
      .first()
      .evaluate((drawing) => /GPU-hours|tokens|FLOPs/.exec(drawing.textContent)?.[0])
  };
}

/** What stands over the picture, once it has waited for longer than a moment. */
const sign = (figure: Locator): Promise<string> =>
  figure.locator(".chart-image").evaluate((image) => {
    const {content, visibility} = getComputedStyle(image, "::after");
    return visibility === "visible" ? content : "";
  });

/** Chooses another axis in a chart whose code is held back. */
async function chooseInLateLab(page: Page): Promise<{
  readonly figure: Locator;
  readonly before: Record<string, unknown>;
  readonly late: Awaited<ReturnType<typeof hold>>;
}> {
  await page.goto("charts/loss/tokens/");
  const figure = page.locator("figure[data-ready]");
  await figure.waitFor();
  const before = await shown(figure);
  const late = await hold(page, "**/_astro/*.js");
  await figure.getByRole("radio", {name: "GPU-hours"}).check();
  return {figure, before, late};
}

test.describe("a picture that is late", () => {
  test.use({viewport: {width: 1280, height: 800}});

  test("leaves the last view whole, and says that it waits", {tag}, async ({page}) => {
    const late = await hold(page, "**/drawings/loss/gpu-hours.wide.svg?*");
    await page.goto("./#act-2-step-2");
    await expect(page.locator("#act-2-step-2")).toHaveAttribute("aria-current", "step");
    const figure = page.locator("#act-2 .scrolly-figure figure");
    await expect(figure.locator(".chart-image")).toHaveAttribute("aria-busy", "true");
    expect(await shown(figure)).toMatchObject({
      answer: expect.stringContaining("At equal tokens"),
      view: "tokens",
      axis: "tokens"
    });
    await expect.poll(() => sign(figure)).toContain("Loading this view");
    // What is read by keys is of what is seen.
    await figure.locator("chart-reading").press("ArrowRight");
    await expect(figure.locator("[role=status]")).toContainText("billion tokens, loss");
    const x = await figure
      .locator(".chart-crosshair line")
      .first()
      .evaluate((line) => Number(line.getAttribute("x1")));
    expect(x).toBeGreaterThan(0);
    expect(x).toBeLessThan(720);
    late.letGo();
    await settled(figure);
    expect(await shown(figure)).toMatchObject({
      answer: expect.stringContaining("At equal GPU-hours"),
      view: "gpu-hours",
      axis: "GPU-hours"
    });
    expect(await sign(figure)).not.toContain("Loading");
    await expect(figure.locator("[role=status]")).toContainText("GPU-hours, loss");
  });

  test("is passed by what is asked for later", {tag}, async ({page}) => {
    const late = await hold(page, "**/drawings/loss/gpu-hours.wide.svg?*");
    await page.goto("./#act-2-step-2");
    const figure = page.locator("#act-2 .scrolly-figure figure");
    await expect(figure.locator(".chart-image")).toHaveAttribute("aria-busy", "true");
    await page.locator("#act-2-step-3").evaluate((step) => step.scrollIntoView({behavior: "instant"}));
    await expect(figure).toHaveAttribute("data-view", "gpu-hours-log");
    late.letGo();
    await page.waitForLoadState("networkidle");
    await settled(figure);
    expect(await shown(figure)).toMatchObject({view: "gpu-hours-log", axis: "GPU-hours"});
  });

  test("of a lab leaves the last view whole until it is there", {tag}, async ({page}) => {
    const {figure, before, late} = await chooseInLateLab(page);
    await expect(figure.locator(".chart-image")).toHaveAttribute("aria-busy", "true");
    await expect.poll(() => sign(figure)).toContain("Loading this view");
    expect(await shown(figure)).toEqual(before);
    late.letGo();
    await settled(figure);
    expect(await shown(figure)).toMatchObject({view: "gpu-hours", axis: "GPU-hours"});
  });
});

test.describe("a picture that can’t be had", () => {
  test.use({mayComplain: true});

  test("of a lab leaves the last view whole, and says so", {tag}, async ({page}) => {
    const {figure, before, late} = await chooseInLateLab(page);
    late.refuse();
    await expect(figure.locator(".chart-notice")).toBeVisible();
    expect(await shown(figure)).toEqual(before);
    await expect(figure.locator(".chart-image")).not.toHaveAttribute("aria-busy");
  });

  test("at another width gives way to the one that is there", {tag}, async ({page}) => {
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    await page.setViewportSize({width: 1000, height: 900});
    await page.goto("embed/scrolly/act-2/");
    const figure = page.locator("figure[data-ready]");
    await figure.waitFor();
    await page.locator("[rel=next]").click();
    await expect(figure).toHaveAttribute("data-view", "gpu-hours");
    const late = await hold(page, "**/drawings/loss/gpu-hours.narrow.svg?*");
    await page.setViewportSize({width: 390, height: 900});
    await expect.poll(async () => (await shown(figure)).axis).toBe("GPU-hours");
    late.refuse();
    await page.waitForLoadState("networkidle");
    expect((await shown(figure)).axis).toBe("GPU-hours");
    expect(errors).toEqual([]);
  });

  test("numbers that can’t be had are said, and no others stand in their place", {tag}, async ({page}) => {
    await page.setViewportSize({width: 1280, height: 800});
    await page.goto("./#act-2-step-1");
    const figure = page.locator("#act-2 .scrolly-figure figure");
    await figure.locator(".chart-data").evaluate((details: HTMLDetailsElement) => (details.open = true));
    const table = figure.locator("table");
    await expect(table.locator("tbody tr").first()).toBeAttached();
    const late = await hold(page, "**/drawings/loss/gpu-hours.json?*");
    await page.locator("#act-2-step-2").evaluate((step) => step.scrollIntoView({behavior: "instant"}));
    await expect(figure).toHaveAttribute("data-view", "gpu-hours");
    await expect(table).toHaveAttribute("aria-busy", "true");
    late.refuse();
    await expect(table.locator("tbody tr")).toHaveCount(0);
    await expect(figure.locator(".chart-notice")).toContainText("could not be loaded");
  });
});
