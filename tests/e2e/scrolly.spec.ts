import {expect, scrollToStep, settled, stickyFigure, stopTime, test, triesAll} from "./fixtures.ts";
import {drawingIn} from "../../src/figure/drawing-file.ts";
import type {Locator, Page} from "@playwright/test";

const sizes = {phone: {width: 390, height: 844}, desktop: {width: 1440, height: 900}};

async function statesOf(scrolly: Locator): Promise<string[]> {
  const states = await scrolly
    .locator("[data-step] figure[data-chart]")
    .evaluateAll((figures) => figures.map((figure) => (figure as HTMLElement).dataset.state!));
  expect(states.length).toBeGreaterThanOrEqual(3);
  return states;
}

async function expectStep(scrolly: Locator, index: number, states: readonly string[]): Promise<void> {
  const step = scrolly.locator(`[data-step="${index + 1}"]`);
  await expect(step).toHaveAttribute("aria-current", "step");
  await expect(scrolly.locator("[aria-current=step]")).toHaveCount(1);
  const figure = stickyFigure(scrolly);
  await expect(figure).toHaveAttribute("data-state", states[index]!);
  await expect(figure).toHaveAttribute(
    "data-view",
    (await step.locator("figure").getAttribute("data-view"))!
  );
  await expect(figure.locator(".chart-answer")).toHaveText(
    (await step.locator(".chart-answer").textContent())!
  );
}

/** Every other step at each size, where not all are tried. */
function isTried(index: number, size: string): boolean {
  return triesAll || index % 2 === Number(size === "phone");
}

/** The drawing on screen, as text. */
function drawingOf(figure: Locator): Promise<string> {
  return figure
    .locator("svg.drawing")
    .filter({visible: true})
    .evaluate((svg) => svg.outerHTML);
}

function scrollies(page: Page): Promise<Locator[]> {
  return page.locator("[data-scrolly]").all();
}

for (const [name, viewport] of Object.entries(sizes)) {
  test.describe(name, () => {
    test.use({viewport});

    test("scrolling forwards and backwards gives each step's own state", async ({page}) => {
      await page.goto("./");
      expect((await scrollies(page)).length).toBe(5);
      for (const scrolly of await scrollies(page)) {
        const states = await statesOf(scrolly);
        const order = [...states.keys(), ...[...states.keys()].reverse()];
        for (const index of order) {
          await scrollToStep(scrolly.locator(`[data-step="${index + 1}"]`));
          await expectStep(scrolly, index, states);
        }
      }
    });

    test("arrow keys give each step's own state, while the scrolly has the focus", async ({page}) => {
      await page.goto("./");
      const [scrolly] = await scrollies(page);
      const states = await statesOf(scrolly!);
      await scrollToStep(scrolly!.locator('[data-step="1"]'));
      await scrolly!.focus();
      for (let index = 1; index < states.length; ++index) {
        await page.keyboard.press("ArrowDown");
        await expectStep(scrolly!, index, states);
      }
      for (let index = states.length - 2; index >= 0; --index) {
        await page.keyboard.press("ArrowUp");
        await expectStep(scrolly!, index, states);
      }
    });

    test("each step's address opens the article at that step", async ({page}) => {
      await page.goto("./");
      const ids = await page.locator("[data-step]").evaluateAll((steps) => steps.map((step) => step.id));
      expect(ids).toContain("act-2-step-3");
      const tried = ids.filter((_, index) => isTried(index, name));
      for (const id of tried) {
        await page.goto("about:blank");
        await page.goto(`./#${id}`);
        const step = page.locator(`#${id}`);
        await expect(step).toHaveAttribute("aria-current", "step");
        const scrolly = page.locator("[data-scrolly]").filter({has: step});
        await expect(stickyFigure(scrolly)).toHaveAttribute(
          "data-state",
          (await step.locator("figure").getAttribute("data-state"))!
        );
      }
    });

    test("the drawing that a step comes to rest on is that of its file", async ({page, baseURL}) => {
      await page.goto("./");
      for (const scrolly of await scrollies(page)) {
        const figure = stickyFigure(scrolly);
        const steps = await scrolly.locator("[data-step]").all();
        for (const step of steps.filter((_, index) => isTried(index, name))) {
          await scrollToStep(step);
          await settled(figure);
          const width = name === "phone" ? "narrow" : "wide";
          const address = await figure.evaluate(
            (element, kind) => `${element.dataset.drawings}${element.dataset.view}.${kind}.svg`,
            width
          );
          const file = await page.request.get(new URL(address, baseURL).href);
          const parsed = await page.evaluate(
            (text) => {
              const template = document.createElement("template");
              template.innerHTML = text;
              const svg = template.content.querySelector("svg")!;
              return svg.outerHTML;
            },
            drawingIn(await file.text())
          );
          await expect.poll(() => drawingOf(figure)).toBe(parsed);
        }
      }
    });
  });
}

test("arrow keys scroll as ever while the scrolly has no focus", async ({page}) => {
  await page.goto("./");
  const [scrolly] = await scrollies(page);
  await scrollToStep(scrolly!.locator('[data-step="1"]'));
  const before = await page.evaluate(() => scrollY);
  await page.keyboard.press("ArrowDown");
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before);
  expect(await page.evaluate(() => scrollY)).toBeLessThan(before + 200);
});

test("the address follows the scroll without filling the history", async ({page}) => {
  await page.goto("./");
  const length = await page.evaluate(() => history.length);
  for (const index of [1, 2, 3]) {
    await scrollToStep(page.locator(`#act-2-step-${index}`));
    await expect.poll(() => page.evaluate(() => location.hash)).toBe(`#act-2-step-${index}`);
  }
  expect(await page.evaluate(() => history.length)).toBe(length);
});

test("Back returns to the step that was left", async ({page}) => {
  await page.goto("./");
  await scrollToStep(page.locator("#act-2-step-3"));
  await expect.poll(() => page.evaluate(() => location.hash)).toBe("#act-2-step-3");
  await page.goto("embed/loss/");
  await page.goBack();
  await expect(page.locator("#act-2-step-3")).toHaveAttribute("aria-current", "step");
  await expect(page.locator("#act-2-step-3")).toBeInViewport();
});

test("a window that is resized or turned in mid-scroll keeps the step that is read", async ({page}) => {
  await page.goto("./");
  const scrolly = page.locator("#act-2");
  const states = await statesOf(scrolly);
  await scrollToStep(page.locator("#act-2-step-3"));
  for (const viewport of [
    {width: 844, height: 390},
    {width: 390, height: 844},
    {width: 1440, height: 900},
    {width: 768, height: 1024}
  ]) {
    await page.setViewportSize(viewport);
    await expectStep(scrolly, 2, states);
    await settled(stickyFigure(scrolly));
    // The drawing is that of the state, at the width that fits: not one left over from before.
    await expect(async () => {
      const drawing = stickyFigure(scrolly).locator("svg.drawing").filter({visible: true});
      const scales = await drawing.evaluate((svg) => (svg as SVGElement).dataset.scales);
      const view = await stickyFigure(scrolly).getAttribute("data-view");
      const width = await drawing.getAttribute("data-width");
      const file = await page.request.get(`drawings/loss/${view}.${width}.svg`);
      expect((await file.text()).replaceAll("&quot;", '"')).toContain(scales!);
    }).toPass({timeout: 30_000});
  }
});

test.describe("in motion", () => {
  test.use({viewport: sizes.desktop});

  const figureOf = (page: Page): Locator => page.locator("#act-2 .scrolly-figure figure");

  /** Opens the article at a step of act 2, at rest, and stops its time. */
  async function restAt(page: Page, step: number): Promise<void> {
    await page.clock.install();
    await page.goto("./");
    await scrollToStep(page.locator(`#act-2-step-${step}`));
    await settled(figureOf(page));
    await stopTime(page);
  }

  /** Sets off to a step: its drawing is there, and no time has passed since. */
  async function setOff(page: Page, number: number): Promise<void> {
    const step = page.locator(`#act-2-step-${number}`);
    await expect(async () => {
      await step.evaluate((element) => {
        scrollTo({
          top: element.getBoundingClientRect().top + scrollY - innerHeight * 0.5,
          behavior: "instant"
        });
      });
      // The page looks where it is scrolled to in the next frame.
      await page.clock.runFor(20);
      await expect(step).toHaveAttribute("aria-current", "step", {timeout: 100});
    }).toPass();
    await expect(figureOf(page).locator(".chart-image")).not.toHaveAttribute("aria-busy");
  }

  /** Where the first knot of a curve is in x, in the drawing that comes. */
  function place(page: Page): Promise<number> {
    return page.evaluate(() => {
      const slot = document.querySelector("#act-2 .scrolly-figure .drawing-slot-wide")!;
      const path = slot.lastElementChild!.querySelector('[data-key="llama1-65B"]')!.getAttribute("d")!;
      return Number(/^M(-?[\d.]+)/.exec(path)![1]);
    });
  }

  test("curves travel from one axis to the other", async ({page}) => {
    await restAt(page, 1);
    const from = await place(page);
    await setOff(page, 3);
    const places = [await place(page)];
    for (let passed = 100; passed < 550; passed += 100) {
      await page.clock.runFor(100);
      places.push(await place(page));
    }
    await page.clock.runFor(100);
    await settled(figureOf(page));
    places.push(await place(page));
    expect(places[0]).toBeCloseTo(from, 1);
    const way = places.at(-1)! - from;
    expect(Math.abs(way)).toBeGreaterThan(50);
    const shares = places.map((x) => (x - from) / way);
    expect(shares, "goes one way").toEqual([...shares].sort((a, b) => a - b));
    expect(new Set(shares).size, "stands nowhere").toBe(shares.length);
  });

  test("a transition that is interrupted goes on from where it is", async ({page}) => {
    await restAt(page, 1);
    const start = await place(page);
    await setOff(page, 3);
    // Every drawing of the curve is logged with the number of layers there were.
    await page.evaluate(() => {
      const slot = document.querySelector("#act-2 .scrolly-figure .drawing-slot-wide")!;
      const log: {x: number; layers: number}[] = [];
      Object.assign(window, {log});
      new MutationObserver(() => {
        const path = slot.lastElementChild!.querySelector('[data-key="llama1-65B"]')!.getAttribute("d")!;
        log.push({x: Number(/^M(-?[\d.]+)/.exec(path)![1]), layers: slot.children.length});
      }).observe(slot, {attributeFilter: ["d"], childList: true, subtree: true});
    });
    await page.clock.runFor(250);
    await setOff(page, 1);
    const log = await page.evaluate(() => (window as unknown as {log: {x: number; layers: number}[]}).log);
    const turn = log.findIndex(({layers}) => layers === 3);
    expect(turn, "drawings before the turn").toBeGreaterThan(0);
    const [before, after] = [log[turn - 1]!, log[turn]!];
    expect(before.layers).toBe(2);
    expect(Math.abs(before.x - start)).toBeGreaterThan(5);
    expect(after.x).toBeCloseTo(before.x, 1);
    await page.clock.runFor(600);
    await settled(figureOf(page));
    expect(await place(page)).toBe(start);
    await expect(figureOf(page)).toHaveAttribute(
      "data-view",
      (await page.locator("#act-2-step-1 figure").getAttribute("data-view"))!
    );
  });

  test("reduced motion cuts", async ({page}) => {
    await page.emulateMedia({reducedMotion: "reduce"});
    await restAt(page, 1);
    const from = await place(page);
    await setOff(page, 3);
    // Not a moment later, and without a drawing between.
    await settled(figureOf(page));
    const to = await place(page);
    expect(Math.abs(to - from)).toBeGreaterThan(50);
    await page.clock.runFor(600);
    expect(await place(page)).toBe(to);
  });
});
