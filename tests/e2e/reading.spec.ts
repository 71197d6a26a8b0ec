import {readFileSync} from "node:fs";
import {csvParse} from "d3-dsv";
import {expect, test} from "./fixtures.ts";
import type {Page} from "@playwright/test";

const rows = csvParse(readFileSync("src/data/llama1-curves.csv", "utf8"));
const tokensOf = (model: string): string[] =>
  rows.filter((row) => row.model === model).map((row) => row.tokens!);

function focusChart(page: Page): Promise<void> {
  return page.locator("figure[data-chart] chart-reading").first().focus();
}

function announced(page: Page): Promise<string> {
  return page.locator("figure[data-chart] [role=status]").first().textContent() as Promise<string>;
}

/** Presses a key and gives what is announced once that has changed. */
async function press(page: Page, key: string): Promise<string> {
  const before = await announced(page);
  await page.keyboard.press(key);
  await expect.poll(() => announced(page)).not.toBe(before);
  return announced(page);
}

/** Model, tokens and loss with its band, as digits, of a sentence of the loss chart by tokens. */
function digits(sentence: string): string[] {
  const match =
    /^LLaMA (\S+): ([\d.,]+) billion tokens, loss ([\d.]+) nat\/token \(.*: ([\d.]+) to ([\d.]+)\)/.exec(
      sentence
    );
  if (!match) throw new Error(`not a reading: ${sentence}`);
  return [...match].slice(1).map((text) => text.replaceAll(",", ""));
}

/** The row of the CSV with these tokens. */
function rowOf(model: string, tokens: string): string[] {
  const row = rows.find((each) => each.model === model && each.tokens === tokens);
  if (!row) throw new Error(`no such row: ${model}, ${tokens}`);
  return [model, tokens, row.loss!, row.loss_p05!, row.loss_p95!];
}

test("a keyboard tour of the loss chart announces the CSV's own digits", async ({page}) => {
  await page.goto("embed/loss/");
  // Past the note and the controls.
  const isReached = (): Promise<boolean> =>
    page.locator("chart-reading").evaluate((stage) => stage === document.activeElement);
  for (let stop = 0; stop < 20 && !(await isReached()); ++stop) await page.keyboard.press("Tab");
  expect(await isReached()).toBe(true);
  await expect.poll(() => announced(page)).toContain("LLaMA 7B");
  const first = digits(await announced(page));
  expect(first).toEqual(rowOf("7B", tokensOf("7B")[0]!));

  const seen = [first];
  for (let i = 0; i < 12; ++i) seen.push(digits(await press(page, "ArrowRight")));
  for (const reading of seen) expect(reading).toEqual(rowOf(reading[0]!, reading[1]!));
  const tokens = seen.map((reading) => Number(reading[1]));
  expect(tokens).toEqual([...tokens].sort((a, b) => a - b));
  expect(new Set(tokens).size).toBe(tokens.length);

  expect(digits(await press(page, "ArrowLeft"))).toEqual(seen.at(-2));
  expect(digits(await press(page, "End"))).toEqual(rowOf("7B", tokensOf("7B").at(-1)!));
  const strided = digits(await press(page, "PageUp"));
  expect(strided).toEqual(rowOf("7B", strided[1]!));
  expect(digits(await press(page, "Home"))).toEqual(first);

  for (const model of ["13B", "33B", "65B"]) {
    const reading = digits(await press(page, "ArrowDown"));
    expect(reading).toEqual(rowOf(model, reading[1]!));
  }
  expect(digits(await press(page, "ArrowUp"))[0]).toBe("33B");
});

for (const [id, file, column, pattern] of [
  ["cosine-ablation", "chinchilla-figure-a1", "loss", /: ([\d.]+) million sequences, loss ([\d.]+)/],
  ["cycle-length", "chinchilla-figure-a1-cycle", "loss", /: ([\d.]+) million sequences, loss ([\d.]+)/]
] as const) {
  test(`a keyboard tour of ${id} announces values of ${file}.csv`, async ({page}) => {
    const table = csvParse(readFileSync(`src/data/${file}.csv`, "utf8"));
    await page.goto(`embed/${id}/`);
    await focusChart(page);
    await expect.poll(() => announced(page)).toMatch(pattern);
    const sentences = [await announced(page)];
    for (const key of ["ArrowRight", "End", "ArrowDown", "Home", "ArrowRight"])
      sentences.push(await press(page, key));
    for (const sentence of sentences) {
      const [, x, y] = pattern.exec(sentence)!;
      const found = table.some(
        (row) =>
          row[column] === y && Object.values(row).some((cell) => cell !== "" && Number(cell) === Number(x))
      );
      expect(found, sentence).toBe(true);
    }
  });
}

test("a keyboard tour of learning-rate announces the measured losses", async ({page}) => {
  await page.goto("embed/learning-rate/");
  await focusChart(page);
  await expect.poll(() => announced(page)).toMatch(/: 5104 .*, loss 3\.124/);
  expect(await press(page, "End")).toMatch(/: 23,920 .*, loss 2\.740/);
});

test("every chart of the article can be read by keyboard", async ({page}) => {
  await page.goto("./");
  const stages = page.locator("figure[data-ready] chart-reading");
  expect(await stages.count()).toBeGreaterThanOrEqual(7);
  for (const stage of await stages.all()) {
    await stage.focus();
    const own = stage.locator("xpath=ancestor::figure[1]").locator("[role=status]");
    await page.keyboard.press("ArrowRight");
    await expect(own).not.toBeEmpty();
  }
});

test("a state without a curve in focus has nothing to read, and says nothing", async ({page}) => {
  await page.goto("embed/loss/?focus=34B");
  await expect(page.locator("figure")).not.toHaveAttribute("data-view");
  await focusChart(page);
  for (const key of ["ArrowRight", "ArrowDown", "End", "Enter"]) await page.keyboard.press(key);
  const box = (await page.locator("chart-reading").boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await expect(page.locator(".chart-label")).toBeHidden();
  expect(await announced(page)).toBe("");
  await page.getByRole("checkbox", {name: "13B"}).check();
  // The sentence of the new state is said last.
  const answer = page.locator(".chart-answer");
  await expect.poll(async () => (await announced(page)) === (await answer.textContent())).toBe(true);
  await focusChart(page);
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => announced(page)).toContain("LLaMA 13B");
});

test("Enter pins a reading and Escape leaves the chart", async ({page}) => {
  await page.goto("embed/loss/");
  await focusChart(page);
  await expect.poll(() => announced(page)).toContain("LLaMA 7B");
  const label = page.locator(".chart-label");
  await expect(label).toBeVisible();
  expect(await press(page, "Enter")).toContain("pinned");
  await page.getByRole("button", {name: "Reset"}).focus();
  await expect(label).toBeVisible();
  await focusChart(page);
  await page.keyboard.press("Escape");
  await expect(label).toBeHidden();
  await expect(page.locator("chart-reading")).not.toBeFocused();
});

test("the pointer reads the nearest point, and the label lies inside the figure", async ({page}) => {
  await page.setViewportSize({width: 760, height: 900});
  await page.goto("embed/loss/");
  const box = (await page.locator("chart-reading").boundingBox())!;
  const label = page.locator(".chart-label");
  let before = "";
  for (const [x, y] of [
    [0.1, 0.3],
    [0.5, 0.6],
    [0.98, 0.8]
  ] as const) {
    await page.mouse.move(box.x + x * box.width, box.y + y * box.height);
    await expect(label).toBeVisible();
    await expect(label).not.toHaveText(before);
    before = (await label.textContent())!;
    const reading = digits(before);
    expect(reading).toEqual(rowOf(reading[0]!, reading[1]!));
    const own = (await label.boundingBox())!;
    expect(own.x).toBeGreaterThanOrEqual(0);
    expect(own.x + own.width).toBeLessThanOrEqual(760);
  }
  await page.mouse.move(box.x + box.width / 2, box.y + box.height + 200);
  await expect(label).toBeHidden();
});

for (const width of [360, 580, 768, 1440]) {
  test(`the crosshair stands on its curve at ${width} px`, async ({page}) => {
    await page.setViewportSize({width, height: 900});
    await page.goto("embed/loss/");
    await focusChart(page);
    await expect.poll(() => announced(page)).toContain("LLaMA 7B");
    await press(page, "End");
    const cross = (await page.locator(".chart-crosshair circle").boundingBox())!;
    const curve = (await page
      .locator("svg.drawing")
      .filter({visible: true})
      .locator('[data-key="llama1-7B"]')
      .boundingBox())!;
    expect(Math.abs(cross.x + cross.width / 2 - curve.x - curve.width)).toBeLessThan(2);
    expect(Math.abs(cross.y + cross.height / 2 - curve.y - curve.height)).toBeLessThan(2);
  });
}

test.describe("touch", () => {
  test.use({hasTouch: true, viewport: {width: 390, height: 844}});

  test("a tap reads the nearest point", async ({page}) => {
    await page.goto("embed/loss/");
    const box = (await page.locator("chart-reading").boundingBox())!;
    await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
    const label = page.locator(".chart-label");
    await expect(label).toBeVisible();
    const reading = digits((await label.textContent())!);
    expect(reading).toEqual(rowOf(reading[0]!, reading[1]!));
  });
});

test("the table follows the state on screen", async ({page}) => {
  await page.goto("embed/loss/");
  await page.getByText("Show the data").click();
  await expect(page.locator("thead th").nth(1)).toHaveText("tokens (billion tokens)");
  await page.getByRole("radio", {name: "GPU-hours"}).check();
  await expect(page.locator("thead th").nth(1)).toHaveText("GPU-hours");
  await page.getByRole("checkbox", {name: "13B"}).check();
  await expect(page.locator("tbody tr")).toHaveCount(120);
  await expect(page.locator("tbody td").first()).toHaveText("LLaMA 13B");
});

test.describe("without its values", () => {
  test.use({mayComplain: true});

  test("a chart whose values can't be fetched says so and stays", async ({page}) => {
    await page.route(/\.json$/, (route) => route.fulfill({status: 503, body: ""}));
    await page.goto("embed/loss/");
    await focusChart(page);
    await expect.poll(() => announced(page)).toContain("could not be loaded");
    await expect(page.locator("figure svg.drawing").filter({visible: true})).toHaveCount(1);
  });
});
