import {expect} from "@playwright/test";
import {readdir, readFile} from "node:fs/promises";
import {join} from "node:path";
import {brotliCompressSync} from "node:zlib";
import {embedFrames, expectFit, fit, type OEmbed, tall, test} from "./embed-hosts.ts";
import {anyPath as tag} from "./fixtures.ts";
import {sha256} from "../../src/core/node/file-cache.ts";
import {frozenEditions} from "../../src/export/frozen-editions.ts";

/** The code of 20 embeds: every chart, and as many of their named states as it takes. */
async function twenty(copied: (embed: string) => Promise<string>): Promise<string> {
  const folder = join(process.env.SITE_FOLDER ?? "dist", "embed");
  const pages = (await readdir(folder, {recursive: true}))
    .filter((path) => path.endsWith("/index.html") && !path.startsWith("scrolly"))
    .map((path) => path.slice(0, -"/index.html".length))
    .sort((a, b) => a.split("/").length - b.split("/").length);
  const embeds = pages.slice(0, 20);
  expect(embeds).toHaveLength(20);
  return (await Promise.all(embeds.map(copied))).join("\n");
}

test("20 copied embeds have their own heights at every width", async ({page, host, copied}) => {
  const code = await twenty(copied);
  await page.setViewportSize({width: 280, height: tall});
  await host.open("plain", code);
  const frames = await embedFrames(page, 20);
  for (const width of [280, 768, 375]) {
    await page.setViewportSize({width, height: tall});
    await expect
      .poll(async () => {
        const fits = await Promise.all(frames.map(fit));
        return fits.filter(({spare, isScrolled, isCut}) => spare < 0 || spare > 1 || isScrolled || isCut);
      })
      .toEqual([]);
  }
});

for (const name of ["strict", "scriptless"] as const) {
  test(`a ${name} page shows 20 whole embeds at every width`, {tag}, async ({page, host, copied}) => {
    const code = await twenty(copied);
    await page.setViewportSize({width: 280, height: tall});
    await host.open(name, code);
    const frames = await embedFrames(page, 20);
    for (const width of [280, 375, 768]) {
      await page.setViewportSize({width, height: tall});
      // A frame is laid out anew a moment after its page.
      await expect
        .poll(async () => {
          const fits = await Promise.all(frames.map(fit));
          return fits.filter(
            ({spare, isScrolled, isCut}) => spare < 0 || spare >= 260 || isScrolled || isCut
          );
        })
        .toEqual([]);
    }
  });
}

test("a reader’s change reaches the host, and the height follows", async ({page, host, copied}) => {
  await page.addInitScript(() => {
    const heard: unknown[] = [];
    Object.assign(globalThis, {heard});
    addEventListener("past-chinchilla:state", (event) => heard.push((event as CustomEvent).detail));
  });
  await page.setViewportSize({width: 375, height: 800});
  await host.open("plain", await copied("loss"));
  const [frame] = await embedFrames(page, 1);
  const height = (): Promise<number> => page.locator("iframe").evaluate((element) => element.clientHeight);
  await expectFit(frame!);
  const folded = await height();
  await frame!.getByRole("button", {name: "Change the chart"}).click();
  await expect.poll(height).toBeGreaterThan(folded + 100);
  await frame!.getByRole("radio", {name: "FLOPs"}).check();
  const heard = (): Promise<unknown[]> =>
    page.evaluate(() => (globalThis as unknown as {heard: unknown[]}).heard);
  await expect.poll(heard).toEqual([
    expect.objectContaining({
      type: "past-chinchilla:state",
      id: "loss",
      state: expect.objectContaining({axis: "flops"})
    })
  ]);
  await expectFit(frame!);
  expect((await fit(frame!)).isScrolled).toBe(false);
});

test("an embed tells its height in the words of others too", async ({page, host, baseURL}) => {
  await page.addInitScript(() => {
    const heard: unknown[] = [];
    Object.assign(globalThis, {heard});
    addEventListener("message", ({data}) => heard.push(data));
  });
  const address = `${baseURL!}embed/gap/`;
  await host.open("plain", `<iframe src="${address}" title="a chart"></iframe>`);
  await embedFrames(page, 1);
  const heard = (): Promise<unknown[]> =>
    page.evaluate(() => (globalThis as unknown as {heard: unknown[]}).heard);
  await expect.poll(async () => (await heard()).length).toBeGreaterThanOrEqual(4);
  const messages = await heard();
  const {height} = messages[0] as {height: number};
  expect(messages.slice(0, 4)).toEqual([
    {type: "past-chinchilla:height", id: "gap", height},
    {"datawrapper-height": {gap: height}},
    {sentinel: "amp", type: "embed-size", height},
    JSON.stringify({src: address, context: "iframe.resize", height})
  ]);
});

test("forged messages change nothing", {tag}, async ({page, host, copied}) => {
  await page.emulateMedia({colorScheme: "light"});
  await page.addInitScript(() => {
    const heard: unknown[] = [];
    Object.assign(globalThis, {heard});
    addEventListener("past-chinchilla:state", (event) => heard.push((event as CustomEvent).detail));
  });
  await host.open("plain", await copied("loss"));
  const [frame] = await embedFrames(page, 1);
  await expectFit(frame!);
  const look = async (): Promise<unknown> => [
    await page
      .locator("iframe")
      .first()
      .evaluate((element) => element.clientHeight),
    await frame!.locator("html").getAttribute("data-theme"),
    await frame!.locator("figure").getAttribute("data-state"),
    await page.evaluate(() => (globalThis as unknown as {heard: unknown[]}).heard)
  ];
  const before = await look();
  // From a frame beside it, then from the page itself.
  await page.evaluate(async (src) => {
    const forger = document.createElement("iframe");
    forger.src = src;
    document.body.append(forger);
    await new Promise((resolve) => forger.addEventListener("load", resolve));
    const forged = [
      {type: "past-chinchilla:height", id: "loss", height: 99},
      {type: "past-chinchilla:state", id: "loss", view: "flops", state: {axis: "flops"}},
      {type: "past-chinchilla:theme", theme: "evil"},
      {type: "past-chinchilla:theme"},
      {"datawrapper-height": {loss: 99}},
      null,
      7
    ];
    for (const message of forged) {
      postMessage(message, "*");
      frames[0]!.postMessage(message, "*");
    }
    // Messages are heard in their order: with the answer to this one, the frame has heard all, and so has the page.
    const answered = new Promise<void>((resolve) => {
      addEventListener("message", ({source, data}: MessageEvent<{type?: string} | null>) => {
        if (source === frames[0] && data?.type === "past-chinchilla:height") resolve();
      });
    });
    frames[0]!.postMessage({type: "past-chinchilla:hello"}, "*");
    await answered;
  }, host.file("forger"));
  expect(await look()).toEqual(before);
});

test("the element takes state and theme from its attributes", async ({page, host, copied}) => {
  await page.emulateMedia({colorScheme: "light"});
  const script = /<script.*/.exec(await copied("loss"))![0];
  await host.open(
    "plain",
    `<past-chinchilla chart="loss" axis="gpu-hours" theme="dark" title="Loss"><a href="#">Loss</a></past-chinchilla>${script}`
  );
  const element = page.locator("past-chinchilla");
  const [frame] = await embedFrames(page, 1);
  const figure = frame!.locator("figure");
  await expect(element.locator("iframe")).toHaveAttribute("title", "Loss");
  await expect(figure).toHaveAttribute("data-view", "gpu-hours");
  await expect(frame!.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(frame!.locator(".chart-notice")).toBeHidden();
  await expectFit(frame!);
  const pages = await page.evaluate(() => history.length);
  await frame!.evaluate(() => Object.assign(globalThis, {isSame: true}));
  await element.evaluate((node) => node.setAttribute("theme", "light"));
  await expect(frame!.locator("html")).toHaveAttribute("data-theme", "light");
  expect(await frame!.evaluate(() => "isSame" in globalThis)).toBe(true);
  await element.evaluate((node) => node.setAttribute("axis", "flops"));
  await expect(figure).toHaveAttribute("data-state", /"axis":"flops"/);
  await expect(frame!.locator("html")).toHaveAttribute("data-theme", "light");
  expect(await page.evaluate(() => history.length)).toBe(pages);
});

test("a theme in the address of an embed is the reader’s from the first frame", async ({page}) => {
  await page.emulateMedia({colorScheme: "light"});
  await page.goto("embed/loss/?theme=dark&axis=flops");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(page.locator("meta[name=color-scheme]")).toHaveAttribute("content", "dark");
  await expect(page.locator(".chart-notice")).toBeHidden();
  await page.getByRole("radio", {name: "GPU-hours"}).check();
  await expect.poll(() => new URL(page.url()).search).toBe("?axis=gpu-hours&theme=dark");
  await page.goto("./?theme=dark");
  await expect(page.locator("html")).not.toHaveAttribute("data-theme");
});

test("an embed page leads to its oEmbed, with a script of at most 1.5 kB", async ({page, baseURL}) => {
  await page.goto("embed/loss/gpu-hours/");
  const link = page.locator('link[type="application/json+oembed"]');
  const address = new URL((await link.getAttribute("href"))!);
  const answer = await page.request.get(new URL(address.pathname, baseURL).href);
  const {html, ...rest} = (await answer.json()) as OEmbed;
  expect(rest).toMatchObject({version: "1.0", type: "rich", provider_name: "Past Chinchilla", width: 736});
  expect(html).toContain('/embed/loss/gpu-hours/" title="Training loss of LLaMA and Llama 2" width="100%"');
  const script = await (await page.request.get("embed.js")).body();
  expect(brotliCompressSync(script).length).toBeLessThanOrEqual(1500);
  expect(script.subarray(0, 60).toString()).toContain("MIT");
});

test.describe("a frozen figure", () => {
  test("is as the manifest has it, and needs nothing but itself", async ({page}) => {
    const folder = join(process.env.SITE_FOLDER ?? "dist", "v");
    for (const edition of frozenEditions()) {
      for (const [path, hash] of Object.entries(edition.files)) {
        expect(sha256(await readFile(join(folder, path))), path).toBe(hash);
      }
    }
    const requests: string[] = [];
    page.on("request", (request) => requests.push(new URL(request.url()).pathname));
    const twin = frozenEditions().at(-1)!.figures["loss/gpu-hours"]!;
    await page.goto(`v/${twin}/`);
    await page.locator("[data-chart][data-ready]").waitFor();
    await page.locator("chart-reading").press("ArrowRight");
    await expect(page.locator("figure [role=status]")).toContainText(/LLaMA .*B: .* GPU-hours, loss/);
    await page.getByText("Show the data").click();
    await expect(page.locator("table tbody tr").first()).toBeVisible();
    expect(requests.length).toBeGreaterThan(3);
    expect(requests.filter((path) => !path.includes("/v/"))).toEqual([]);
    const current = page.getByRole("link", {name: "The figure as it is now"});
    const path = (await current.evaluate((link) => (link as HTMLAnchorElement).pathname)).slice(1);
    expect(path).toMatch(/charts\/loss\/gpu-hours\/$/);
  });

  test("is offered by its figure’s page, and has its height in a page that embeds it", async ({
    page,
    host,
    baseURL
  }) => {
    await page.goto("charts/loss/gpu-hours/");
    const code = page.locator("#use-frozen");
    const {figures} = frozenEditions().at(-1)!;
    await expect(code).toContainText(`/v/${figures["loss/gpu-hours"]!}/`);
    await page.getByRole("radio", {name: "tokens"}).check();
    await expect(code).toContainText(`/v/${figures["loss/tokens"]!}/`);
    await page.getByRole("checkbox", {name: "65B"}).check();
    await expect(code).toBeHidden();
    await page.getByRole("checkbox", {name: "65B"}).uncheck();
    await expect(code).toBeVisible();
    const text = (await code.textContent())!.trim();
    const site = /src="(.*?)v\//.exec(text)![1]!;
    for (const name of ["plain", "strict"] as const) {
      await page.setViewportSize({width: 280, height: 1000});
      await host.open(name, text.replaceAll(site, baseURL!));
      const [frame] = await embedFrames(page, 1, "/v/");
      for (const width of [280, 375, 768]) {
        await page.setViewportSize({width, height: 1000});
        const most = name === "plain" ? 1 : 260;
        await expect
          .poll(async () => {
            const {spare, isScrolled, isCut} = await fit(frame!);
            return spare >= 0 && spare <= most && !isScrolled && !isCut;
          })
          .toBe(true);
      }
    }
  });
});

test.describe("a scrolly in a frame", () => {
  const acts = [
    "scrolly/act-1",
    "scrolly/act-2",
    "scrolly/act-3",
    "scrolly/chinchilla-figure",
    "scrolly/to-the-finish"
  ];

  test("stands whole at every width, with its script and without one around it", async ({
    page,
    host,
    copied
  }) => {
    const code = (await Promise.all(acts.map(copied))).join("\n");
    for (const name of ["plain", "strict", "scriptless"] as const) {
      await page.setViewportSize({width: 280, height: 6000});
      await host.open(name, code);
      const frames = await embedFrames(page, acts.length);
      for (const width of [280, 375, 768]) {
        await page.setViewportSize({width, height: 6000});
        const most = name === "plain" ? 1 : 220;
        await expect
          .poll(async () => {
            const fits = await Promise.all(frames.map(fit));
            return fits.filter(
              ({spare, isScrolled, isCut}) => spare < 0 || spare > most || isScrolled || isCut
            );
          })
          .toEqual([]);
      }
    }
  });

  test("goes on and back by its buttons and by arrow keys, and keeps its height", async ({
    page,
    host,
    copied
  }) => {
    await page.setViewportSize({width: 375, height: 1200});
    await host.open("plain", await copied("scrolly/act-2"));
    const [frame] = await embedFrames(page, 1);
    await expectFit(frame!);
    const height = await page.locator("iframe").evaluate((element) => element.clientHeight);
    const figure = frame!.locator("figure");
    const active = frame!.locator('[data-step][aria-current="step"]');
    const [previous, next] = [frame!.locator("[rel=prev]"), frame!.locator("[rel=next]")];
    await expect(previous).toHaveAttribute("aria-disabled", "true");
    for (let step = 2; step <= 7; ++step) {
      await next.click();
      await expect(active).toHaveAttribute("data-step", String(step));
      await expect(figure).toHaveAttribute("data-view", (await active.getAttribute("data-of"))!);
      await expect(frame!.locator(".stepper-place")).toHaveText(`Step ${step} of 7`);
      expect(await page.locator("iframe").evaluate((element) => element.clientHeight)).toBe(height);
    }
    await expect(next).toHaveAttribute("aria-disabled", "true");
    await expect(frame!.locator("figure [role=status]")).toContainText("Step 7 of 7");
    await next.press("Enter");
    await expect(active).toHaveAttribute("data-step", "7");
    await next.press("ArrowLeft");
    await expect(active).toHaveAttribute("data-step", "6");
    await previous.press("Enter");
    await expect(active).toHaveAttribute("data-step", "5");
    await expect.poll(() => new URL(frame!.url()).pathname).toMatch(/\/embed\/scrolly\/act-2\/5\/$/);
  });

  test("keeps its picture and says so where a step’s files can’t be had", async ({page}) => {
    await page.route("**/drawings/**", (route) => route.abort());
    await page.goto("embed/scrolly/act-1/");
    const drawing = await page.locator(".drawing:visible").innerHTML();
    await page.locator("[rel=next]").click();
    await expect(page.locator(".chart-notice")).toBeVisible();
    await expect(page.locator("[data-step='2']")).toBeVisible();
    expect(await page.locator(".drawing:visible").innerHTML()).toBe(drawing);
    // A step that can be had takes the notice away.
    await page.unroute("**/drawings/**");
    await page.locator("[rel=next]").click();
    await expect(page.locator("figure")).toHaveAttribute("data-view", /./);
    await expect(page.locator(".chart-notice")).toBeHidden();
  });

  test.describe("without scripts", () => {
    test.use({javaScriptEnabled: false});

    test("leads from page to page", async ({page}) => {
      await page.goto("embed/scrolly/act-1/");
      const first = await page.locator("figure").getAttribute("data-view");
      await page.getByRole("link", {name: "Next"}).click();
      await expect(page).toHaveURL(/\/act-1\/2\/$/);
      await expect(page.locator("[data-step='2']")).toBeVisible();
      await expect(page.locator("[data-step='1']")).toBeHidden();
      expect(await page.locator("figure").getAttribute("data-view")).not.toBe(first);
      await page.getByRole("link", {name: "Previous"}).click();
      await expect(page).toHaveURL(/\/act-1\/$/);
    });
  });
});
