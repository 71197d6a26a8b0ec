import {expect, settled, test} from "./fixtures.ts";
import type {Page} from "@playwright/test";

/** Scripts that the page has asked for, by size of what they are: Plot's is by far the largest. */
function watchScripts(page: Page): {readonly loaded: () => boolean} {
  let plot = false;
  page.on("response", async (response) => {
    if (!response.url().endsWith(".js")) return;
    const body = await response.text().catch(() => "");
    if (body.length > 100_000) plot = true;
  });
  return {loaded: () => plot};
}

function stateOf(page: Page): Promise<Record<string, unknown>> {
  return page
    .locator("figure[data-chart]")
    .evaluate((figure) => JSON.parse((figure as HTMLElement).dataset.state!) as Record<string, unknown>);
}

test("a query opens the chart in that state", async ({page}) => {
  await page.goto("embed/loss/?axis=gpu-hours&family=llama2&focus=7B,13B");
  await expect
    .poll(() => stateOf(page))
    .toMatchObject({axis: "gpu-hours", family: "llama2", focus: ["7B", "13B"]});
  await expect(
    page.locator("svg.drawing").filter({visible: true}).locator('[data-key="llama2-7B"]')
  ).toBeVisible();
  await expect(page.getByRole("radio", {name: "GPU-hours"})).toBeChecked();
  await expect(page.getByRole("checkbox", {name: "13B"})).toBeChecked();
  await expect(page.locator(".chart-notice")).toBeHidden();
  await expect(page.locator("figure")).not.toHaveAttribute("data-view");
});

test("what a query asks for in vain is named, and the rest of it counts", async ({page}) => {
  await page.goto("embed/loss/?axis=parsecs&family=llama2&fokus=13B&focus=7B,99B");
  const notice = page.locator(".chart-notice");
  await expect(notice).toBeVisible();
  await expect(notice).toContainText("axis=parsecs");
  await expect(notice).toContainText("fokus=13B");
  await expect(notice).toContainText("focus=7B,99B");
  await expect.poll(() => stateOf(page)).toMatchObject({axis: "tokens", family: "llama2", focus: []});
});

for (const query of [
  "stretch=99",
  "stretch=abc",
  "stretch=",
  "strech=2",
  "stretch=NaN&floor=-1",
  "Stretch=%E0%A4%A"
]) {
  test(`?${query} leaves the picture and says a sentence`, async ({page}) => {
    await page.goto(`embed/learning-rate/?${query}`);
    await expect(page.locator(".chart-notice")).toBeVisible();
    await expect(page.locator("figure")).toHaveAttribute("data-view", "matched");
    await expect(page.locator("svg.drawing").filter({visible: true})).toHaveCount(1);
  });
}

for (const address of [
  "embed/loss/",
  "charts/loss/",
  "embed/scrolly/act-1/",
  "./",
  "search/",
  "data/llama-runs/"
])
  test(`what others write into the address of ${address} is theirs, and stays`, async ({page}) => {
    const others = "?fbclid=IwAR0&utm_source=news%20letter&ref=b&__proto__=1";
    await page.goto(address + others);
    await expect(page.locator(".chart-notice").filter({visible: true})).toHaveCount(0);
    const control = page.getByRole("radio", {name: "FLOPs"}).first();
    if (address.includes("loss")) {
      await control.check();
      await expect.poll(() => new URL(page.url()).searchParams.get("axis")).toBe("flops");
    }
    const {searchParams} = new URL(page.url());
    expect(searchParams.get("utm_source")).toBe("news letter");
    expect(searchParams.get("fbclid")).toBe("IwAR0");
  });

test("a control changes state, picture, sentence and address", async ({page}) => {
  await page.goto("embed/loss/");
  const answer = await page.locator(".chart-answer").textContent();
  await page.getByRole("radio", {name: "FLOPs"}).check();
  await expect.poll(() => stateOf(page)).toMatchObject({axis: "flops"});
  await expect.poll(() => new URL(page.url()).search).toBe("?axis=flops");
  await expect(page.locator(".chart-answer")).not.toHaveText(answer!);
  await page.getByRole("button", {name: "Reset"}).click();
  await expect.poll(() => new URL(page.url()).search).toBe("");
  await expect(page.locator("figure")).toHaveAttribute("data-view", "tokens");
});

test("the article’s address belongs to none of its charts", async ({page}) => {
  await page.goto("./?axis=parsecs");
  const figure = page.locator('#by-compute figure[data-chart="gap"]');
  await expect(figure.locator(".chart-notice")).toBeHidden();
  await figure.getByRole("radio", {name: "FLOPs"}).check();
  await expect.poll(() => figure.getAttribute("data-state")).toContain('"axis":"flops"');
  await settled(figure);
  expect(new URL(page.url()).search).toBe("?axis=parsecs");
});

test("an address that a control wrote opens the same state", async ({page}) => {
  await page.goto("embed/learning-rate/");
  await page.getByRole("slider", {name: /Cycle length/}).fill("2.5");
  await expect.poll(() => new URL(page.url()).search).toBe("?stretch=2.5");
  const state = await stateOf(page);
  const answer = await page.locator(".chart-answer").textContent();
  await page.reload();
  await expect.poll(() => stateOf(page)).toEqual(state);
  await expect(page.locator(".chart-answer")).toHaveText(answer!);
});

test("Plot comes only when a control is touched", async ({page}) => {
  const scripts = watchScripts(page);
  await page.goto("embed/loss/");
  await page.waitForLoadState("networkidle");
  await page.locator("chart-reading").focus();
  await expect(page.locator(".chart-label")).toBeVisible();
  expect(scripts.loaded()).toBe(false);
  await page.getByRole("radio", {name: "FLOPs"}).focus();
  await expect.poll(scripts.loaded).toBe(true);
});

test("the article is read to its end without Plot", async ({page}) => {
  const scripts = watchScripts(page);
  await page.goto("./");
  for (const step of await page.locator("[data-step]").all()) {
    await step.evaluate((element) => {
      element.scrollIntoView({block: "start", behavior: "instant"});
    });
    await expect(step).toHaveAttribute("aria-current", "step");
  }
  expect(scripts.loaded()).toBe(false);
});

test("a state that has a name has an embed page of its own", async ({page}) => {
  await page.goto("embed/loss/gpu-hours-log/");
  await expect(page.locator("figure")).toHaveAttribute("data-view", "gpu-hours-log");
  await expect(page.getByRole("radio", {name: "logarithmic"})).toBeChecked();
  expect(await stateOf(page)).toMatchObject({axis: "gpu-hours", scale: "log"});
});

test("a picture drawn in the browser is the one drawn in the build", async ({page, baseURL}) => {
  await page.goto("embed/loss/?axis=gpu-hours&scale=log");
  const figure = page.locator("figure");
  await expect(figure).toHaveAttribute("data-view", "gpu-hours-log");
  await settled(figure);
  const drawing = page.locator("svg.drawing").filter({visible: true});
  const width = await drawing.getAttribute("data-width");
  const file = await page.request.get(new URL(`drawings/loss/gpu-hours-log.${width}.svg`, baseURL).href);
  const built = await page.evaluate(
    (text) => {
      const template = document.createElement("template");
      template.innerHTML = text;
      return [...template.content.querySelectorAll("path[data-key]")].map((path) => path.getAttribute("d"));
    },
    await file.text()
  );
  expect(built.length).toBeGreaterThanOrEqual(8);
  const drawn = await drawing
    .locator("path[data-key]")
    .evaluateAll((paths) => paths.map((path) => path.getAttribute("d")));
  expect(drawn).toEqual(built);
});
