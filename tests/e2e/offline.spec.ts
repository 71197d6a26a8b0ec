import {expect, scrollToStep, settled, stickyFigure, test} from "./fixtures.ts";
import type {Page} from "@playwright/test";
import {cp, mkdtemp, readFile, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {serve, type Served} from "../../scripts/site-server.ts";

test.use({serviceWorkers: "allow"});

/** Visits the article until a worker has kept it, and cuts the network. */
async function goOffline(page: Page): Promise<void> {
  await page.goto("./");
  await untilKept(page);
  await page.context().setOffline(true);
}

/** Until a worker has kept the article and answers for the page that is open. */
async function untilKept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const {serviceWorker} = navigator;
    const {active} = await serviceWorker.ready;
    const heard = (target: EventTarget, type: string): Promise<unknown> =>
      new Promise((resolve) => target.addEventListener(type, resolve, {once: true}));
    if (!serviceWorker.controller) await heard(serviceWorker, "controllerchange");
    if (active?.state === "activating") await heard(active, "statechange");
  });
}

test.describe("with the network gone", () => {
  // A browser reports what can't be had.
  test.use({mayComplain: true});

  test("what isn't kept can't be had", async ({page}) => {
    await goOffline(page);
    // The network goes in a moment of its own, for the page as for its worker.
    await expect
      .poll(() => page.evaluate(() => fetch("llms.txt", {cache: "no-store"}).then(Boolean, () => false)))
      .toBe(false);
  });
});

for (const width of [390, 1440]) {
  test(`after one visit the article is whole without a network at ${width} px`, async ({page}) => {
    await page.setViewportSize({width, height: 900});
    await goOffline(page);
    await page.goto("./?from=home#act-2-step-2");
    await expect(page.locator("html")).toHaveAttribute("data-scripts", "on");
    const fonts = await page.evaluate(async () => {
      await document.fonts.ready;
      return (
        [...document.fonts]
          // A fallback is a face of the reader's own machine, or isn't there.
          .filter(({family, status}) => status === "error" && !family.includes("fallback")).length
      );
    });
    expect(fonts).toBe(0);

    const scrolly = page.locator("#act-2");
    const figure = stickyFigure(scrolly);
    for (const step of [page.locator("#act-2-step-2"), page.locator("#act-2-step-6")]) {
      await scrollToStep(step);
      await settled(figure);
      const view = await step.locator("figure").getAttribute("data-view");
      await expect(figure).toHaveAttribute("data-view", view!);
    }
    await figure.locator(".chart-data summary").click();
    await expect(figure.locator(".chart-data tbody tr").first()).toBeVisible();

    const word = page.locator("[data-play]").first();
    const state = await word.getAttribute("data-play-state");
    await word.click();
    await expect(page.locator(`figure.chart-whole[data-view="${state!}"]`).first()).toBeVisible();

    const lab = page.locator('.figure-row figure[data-chart="schedule-lab"]');
    const answer = await lab.locator(".chart-answer").textContent();
    await lab.scrollIntoViewIfNeeded();
    const fold = lab.locator(".controls-fold");
    if (await fold.isVisible()) await fold.click();
    await lab.getByRole("radio", {name: "constant"}).check();
    await expect(lab.locator(".chart-answer")).not.toHaveText(answer!);
    await expect(lab.locator(".chart-notice")).toBeHidden();
  });
}

test("with a network the page of now is read, and pages that aren't kept are left alone", async ({page}) => {
  await page.goto("./");
  await untilKept(page);
  const fresh = await page.evaluate(async () => {
    const cache = await caches.open((await caches.keys()).find((name) => name.includes("precache"))!);
    const kept = (await cache.keys()).find(({url}) => url.includes("tokens.json"))!;
    await cache.put(kept, new Response("an older edition"));
    return (await fetch(kept.url.replace(/\?.*/, ""))).text();
  });
  expect(fresh).toContain("reading");
  const response = await page.goto("charts/");
  expect(response!.fromServiceWorker()).toBe(false);
});

test.describe("when a new edition comes out", () => {
  // The other file of the new edition's: what a word puts its chart into.
  const played = "drawings/gap/gpu-hours-13b-33b.json";
  const newBuild = "0123456789ab";
  let folder: string;
  let site: Served;
  let oldBuild: string;

  const base = process.env.BASE_PATH ?? "/";
  const heading = (page: Page) => page.getByRole("heading", {level: 1});
  const word = (page: Page) => page.locator("#by-compute .play").first();
  const answer = (page: Page) => page.locator('#by-compute figure[data-chart="gap"] .chart-answer');

  test.beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "past-chinchilla-"));
    await cp(process.env.SITE_FOLDER ?? "dist", folder, {recursive: true});
    oldBuild = /<html[^>]* data-build="(\w+)"/.exec(await readFile(join(folder, "index.html"), "utf8"))![1]!;
    site = await serve({folder, base, port: 0});
  });

  test.afterEach(async () => {
    await site.close().catch(() => undefined);
    await rm(folder, {recursive: true});
  });

  /** Puts the new edition in the place of the old one, at the same address. */
  async function comeOut(): Promise<void> {
    const build = (text: string) => text.replaceAll(oldBuild, newBuild);
    await change(join(folder, "index.html"), (html) =>
      build(html).replace(/(<h1[^>]*>)[^<]*/, "$1A new edition")
    );
    await change(join(folder, played), (json) => json.replace(/("answer":")[^"]*/, "$1A new answer."));
    await change(join(folder, "service-worker.js"), (script) =>
      build(script).replace(
        /(gap\/gpu-hours-13b-33b\.json.,revision:.)\w+/,
        "$1f0123456789abcdef0123456789abcde"
      )
    );
    // The server knows its files from when it started.
    await site.close();
    site = await serve({folder, base, port: Number(new URL(site.url).port)});
  }

  /** Until the kept page is that of one build only. The worker of another build throws it away. */
  async function untilOnlyKept(page: Page, build: string): Promise<void> {
    await expect
      .poll(() => page.evaluate(keptBuilds), {message: "builds kept", timeout: 60_000})
      .toEqual([build]);
  }

  test("it is read at once, and kept in its place though the tab stays open", async ({context}) => {
    const page = await context.newPage();
    await page.goto(site.url);
    await untilKept(page);
    await comeOut();
    await page.reload();
    await expect(heading(page)).toHaveText("A new edition");
    await untilOnlyKept(page, newBuild);
    await site.close();
    await page.reload();
    await expect(heading(page)).toHaveText("A new edition");
    await expect(page.locator("html")).toHaveAttribute("data-scripts", "on");
    await word(page).click();
    await expect(answer(page)).toHaveText("A new answer.");
  });

  test("a tab that stays open keeps all of the old one, and no page gets the other's files", async ({
    context
  }) => {
    const old = await context.newPage();
    await old.goto(site.url);
    await untilKept(old);
    const oldHeading = (await heading(old).textContent())!;
    await comeOut();
    const fresh = await context.newPage();
    await fresh.goto(site.url);
    await expect(heading(fresh)).toHaveText("A new edition");
    // The page and the installed worker are of one build, and it offered itself; yet another page is open.
    await expect
      .poll(() => fresh.evaluate(async () => (await navigator.serviceWorker.ready).waiting?.state), {
        timeout: 60_000
      })
      .toBe("installed");
    await word(fresh).click();
    await expect(answer(fresh)).toHaveText("A new answer.");
    await settled(fresh.locator('#by-compute figure[data-chart="gap"]'));

    // Hashed files of the old edition may be gone from a site, and all are without a network.
    await site.close();
    await word(old).click();
    await expect(old.locator('#by-compute figure[data-chart="gap"]')).toHaveAttribute(
      "data-view",
      "gpu-hours-13b-33b"
    );
    await settled(old.locator('#by-compute figure[data-chart="gap"]'));
    await expect(answer(old)).not.toHaveText("A new answer.");
    await expect(heading(old)).toHaveText(oldHeading);
    expect(await fresh.evaluate(keptBuilds)).toEqual([newBuild, oldBuild].sort());
    const missed = await fresh.evaluate(
      (file) =>
        fetch(`${file}?build=${document.documentElement.dataset.build!}`).then(
          () => false,
          () => true
        ),
      played
    );
    expect(missed, "a file of the old edition isn't given to the new page").toBe(true);

    // Once the old page is closed, the new one needn't be: it is enough to come back to it.
    site = await serve({folder, base, port: Number(new URL(site.url).port)});
    await old.close();
    await expect
      .poll(
        async () => {
          await fresh.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
          return fresh.evaluate(keptBuilds);
        },
        {message: "builds kept", timeout: 60_000}
      )
      .toEqual([newBuild]);
  });
});

/** Builds whose pages are kept, sorted. */
async function keptBuilds(): Promise<string[]> {
  const name = (await caches.keys()).find((key) => key.includes("precache"))!;
  const urls = (await (await caches.open(name)).keys()).map(({url}) => new URL(url));
  const root = new URL("./", location.href).pathname;
  return urls
    .filter(({pathname}) => pathname === root)
    .map(({searchParams}) => searchParams.get("__WB_REVISION__") ?? "")
    .sort();
}

async function change(file: string, by: (text: string) => string): Promise<void> {
  const text = await readFile(file, "utf8");
  const changed = by(text);
  expect(changed).not.toBe(text);
  await writeFile(file, changed);
}
