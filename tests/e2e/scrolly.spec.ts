import {expect, scrollToStep, settled, stickyFigure, test} from "./fixtures.ts";
import type {Locator, Page} from "@playwright/test";

const sizes = {phone: {width: 390, height: 844}, desktop: {width: 1440, height: 900}};

async function statesOf(scrolly: Locator): Promise<string[]> {
  const states = await scrolly
    .locator("[data-step] figure[data-chart]")
    .evaluateAll((figures) => figures.map((figure) => (figure as HTMLElement).dataset.state!));
  expect(states.length).toBeGreaterThanOrEqual(4);
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
      expect((await scrollies(page)).length).toBe(3);
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
      for (const id of ids) {
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
        for (const step of await scrolly.locator("[data-step]").all()) {
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
            await file.text()
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
    const keys = await stickyFigure(scrolly)
      .locator("svg.drawing")
      .filter({visible: true})
      .evaluate((svg) => (svg as SVGElement).dataset.scales);
    const view = await stickyFigure(scrolly).getAttribute("data-view");
    const width = await stickyFigure(scrolly)
      .locator("svg.drawing")
      .filter({visible: true})
      .getAttribute("data-width");
    const file = await page.request.get(`drawings/loss/${view}.${width}.svg`);
    expect((await file.text()).replaceAll("&quot;", '"')).toContain(keys!);
  }
});

test.describe("in motion", () => {
  test.use({viewport: sizes.desktop});

  /** Where a curve's first knot is in x, frame by frame, while `act` runs and until it rests. */
  async function track(page: Page, act: () => Promise<void>): Promise<number[]> {
    await page.evaluate(() => {
      const log: number[] = [];
      Object.assign(window, {log});
      const tick = (): void => {
        const svgs = document.querySelectorAll<SVGElement>("#act-2 .scrolly-figure .drawing-slot-wide svg");
        const path = [...svgs].at(-1)?.querySelector('[data-key="llama1-65B"]')?.getAttribute("d");
        if (path) log.push(Number(/^M(-?[\d.]+)/.exec(path)![1]));
        requestAnimationFrame(tick);
      };
      requestAnimationFrame(tick);
    });
    await act();
    await settled(page.locator("#act-2 .scrolly-figure figure"));
    return page.evaluate(() => (window as unknown as {log: number[]}).log);
  }

  test("curves travel from one axis to the other", async ({page}) => {
    await page.goto("./");
    await scrollToStep(page.locator("#act-2-step-1"));
    await settled(page.locator("#act-2 .scrolly-figure figure"));
    const places = await track(page, () => scrollToStep(page.locator("#act-2-step-3")));
    const [from, to] = [places[0]!, places.at(-1)!];
    expect(Math.abs(to - from)).toBeGreaterThan(50);
    const between = places.filter((x) => Math.abs(x - from) > 5 && Math.abs(x - to) > 5);
    expect(new Set(between).size, "frames on the way").toBeGreaterThanOrEqual(3);
  });

  test("a transition that is interrupted goes on from where it is", async ({page}) => {
    await page.goto("./");
    const figure = page.locator("#act-2 .scrolly-figure figure");
    await scrollToStep(page.locator("#act-2-step-1"));
    await settled(figure);
    // Every drawing of the curve is logged with the number of layers there were. On a busy machine a whole
    // transition may pass between two frames; then there was nothing to interrupt, and it is tried again.
    const turn = await page.evaluate(async () => {
      const slot = document.querySelector("#act-2 .scrolly-figure .drawing-slot-wide")!;
      const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
      const place = (): number => {
        const path = slot.lastElementChild!.querySelector('[data-key="llama1-65B"]')!.getAttribute("d")!;
        return Number(/^M(-?[\d.]+)/.exec(path)![1]);
      };
      const log: {x: number; layers: number}[] = [];
      new MutationObserver(() => log.push({x: place(), layers: slot.children.length})).observe(slot, {
        attributeFilter: ["d"],
        childList: true,
        subtree: true
      });
      const goTo = (step: number): void => {
        const {top} = document.querySelector(`#act-2-step-${step}`)!.getBoundingClientRect();
        scrollTo({top: top + scrollY - innerHeight * 0.5, behavior: "instant"});
      };
      const until = async (holds: () => boolean): Promise<boolean> => {
        for (let i = 0; i < 100 && !holds(); ++i) await frame();
        return holds();
      };
      const start = place();
      for (let tries = 0; tries < 10; ++tries) {
        log.length = 0;
        goTo(3);
        const isOnTheWay = await until(() => slot.children.length === 2 && Math.abs(place() - start) > 5);
        goTo(1);
        const isTurned = isOnTheWay && (await until(() => log.some(({layers}) => layers === 3)));
        const at = log.findIndex(({layers}) => layers === 3);
        const drawn = log.slice(at - 1, at + 1).map(({x}) => x);
        await until(() => slot.children.length === 1 && place() === start);
        if (isTurned) return {start, drawn};
      }
      throw new Error("no transition to interrupt");
    });
    const [before, after] = turn.drawn;
    expect(Math.abs(before! - turn.start)).toBeGreaterThan(5);
    expect(after).toBeCloseTo(before!, 1);
    await settled(figure);
    await expect(figure).toHaveAttribute(
      "data-view",
      (await page.locator("#act-2-step-1 figure").getAttribute("data-view"))!
    );
  });

  test("reduced motion cuts", async ({page}) => {
    await page.emulateMedia({reducedMotion: "reduce"});
    await page.goto("./");
    await scrollToStep(page.locator("#act-2-step-1"));
    await settled(page.locator("#act-2 .scrolly-figure figure"));
    const places = await track(page, () => scrollToStep(page.locator("#act-2-step-3")));
    expect(new Set(places).size).toBeLessThanOrEqual(2);
  });
});
