import {expect, type Frame, type Page} from "@playwright/test";
import {readdir, readFile} from "node:fs/promises";
import {join} from "node:path";
import {extractText, getDocumentProxy} from "unpdf";
import {expectFit, test} from "./embed-hosts.ts";
import {anyPath as tag} from "./fixtures.ts";

const folder = process.env.SITE_FOLDER ?? "dist";

/** The one frame of a page, once its document is there. */
async function onlyFrame(page: Page): Promise<Frame> {
  await expect.poll(() => page.frames().length).toBe(2);
  const frame = page.frames()[1]!;
  await frame.waitForLoadState("load");
  return frame;
}

test.describe("in a sandbox", () => {
  const frameIn = (sandbox: string, site: string, embed: string): string =>
    `<iframe sandbox="${sandbox}" src="${site}embed/${embed}/" style="width: 100%; height: 1000px; border: 0"></iframe><script src="${site}embed.js"></script>`;

  for (const sandbox of [
    "allow-scripts",
    "allow-scripts allow-popups",
    "allow-scripts allow-same-origin",
    "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-forms"
  ]) {
    for (const sendsHeader of [true, false]) {
      const of = `${sandbox}${sendsHeader ? "" : ", from a host that sends no header"}`;
      test(
        `a frame has its height and its picture: ${of}`,
        {tag},
        async ({page, host, baseURL, bareSite}) => {
          const site = sendsHeader ? baseURL! : bareSite;
          await host.open("plain", frameIn(sandbox, site, "loss"));
          const frame = await onlyFrame(page);
          await expectFit(frame);
          await expect(frame.locator(".drawing:visible").first()).toBeVisible();
          await expect(frame.locator(".chart-answer")).not.toBeEmpty();
        }
      );

      test(`its links lead on: ${of}`, {tag}, async ({page, host, baseURL, bareSite}) => {
        const site = sendsHeader ? baseURL! : bareSite;
        for (const embed of ["loss", "scrolly/act-1"]) {
          await host.open("plain", frameIn(sandbox, site, embed));
          const frame = await onlyFrame(page);
          const link = frame.locator(".embed-source a");
          const target = await link.evaluate((a) => (a as HTMLAnchorElement).href);
          if (sandbox.includes("allow-popups")) {
            const popup = page.waitForEvent("popup");
            await link.click();
            expect((await popup).url()).toBe(target);
            await (await popup).close();
          } else {
            await link.click();
            await expect.poll(() => frame.url().replace(/#.*/, "")).toBe(target.replace(/#.*/, ""));
          }
        }
      });
    }

    test(
      `controls and steps work where files may be read: ${sandbox}`,
      {tag},
      async ({page, host, baseURL}) => {
        const errors: string[] = [];
        page.on("pageerror", (error) => errors.push(String(error)));
        await host.open("plain", frameIn(sandbox, baseURL!, "loss"));
        const frame = await onlyFrame(page);
        await frame.locator("figure[data-ready]").waitFor();
        await frame.getByRole("button", {name: "Change the chart"}).click();
        await frame.getByRole("radio", {name: "FLOPs"}).check();
        await expect(frame.locator("figure")).toHaveAttribute("data-state", /"axis":"flops"/);
        await expect(frame.locator(".chart-answer")).toContainText("FLOPs");
        await host.open("plain", frameIn(sandbox, baseURL!, "scrolly/act-1"));
        const steps = await onlyFrame(page);
        await steps.locator("figure[data-ready]").waitFor();
        await steps.locator("[rel=next]").click();
        await expect(steps.locator(".stepper-place")).toHaveText(/^Step 2 of/);
        await expect(steps.locator("[data-step='2']")).toBeVisible();
        // Its address is written a moment later, where that is allowed.
        await steps.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
        expect(errors).toEqual([]);
      }
    );
  }

  test("without any right it shows its picture and its words", {tag}, async ({page, host, baseURL}) => {
    await host.open("plain", frameIn("", baseURL!, "loss"));
    const frame = await onlyFrame(page);
    await expect(frame.locator(".drawing:visible").first()).toBeVisible();
    await expect(frame.locator(".chart-answer")).not.toBeEmpty();
  });
});

test(
  "on paper every frame of a page has its picture, however far below",
  {tag},
  async ({page, host, copied, baseURL}) => {
    const code = (await copied("gap")).split("\n")[0]!;
    const far = '<div style="height: 5000px"></div>';
    const copies = [code, code.replace("<iframe", '<iframe loading="lazy"')];
    const element = '<past-chinchilla chart="gap"></past-chinchilla>';
    await page.setViewportSize({width: 760, height: 800});
    const parts = [...copies, element].flatMap((part) => [far, part]);
    await host.open("plain", [...parts, `<script src="${baseURL!}embed.js"></script>`].join("\n"));
    await expect
      .poll(() => page.frames().filter((frame) => frame.url().includes("/embed/gap/")).length)
      .toBe(3);
    await Promise.all(page.frames().map((frame) => frame.waitForLoadState("load")));
    const {text} = await extractText(await getDocumentProxy(new Uint8Array(await page.pdf())), {
      mergePages: true
    });
    const question = await page.frames()[1]!.locator(".chart-question").textContent();
    expect(text.replace(/\s+/g, " ").split(question!)).toHaveLength(4);
  }
);

test("no input of a chart has the name of an attribute that any element may have", {tag}, async ({page}) => {
  const charts = (await readdir(join(folder, "embed"))).filter(
    (name) => /^[a-z-]+$/.test(name) && name !== "scrolly"
  );
  const inputs = await Promise.all(
    charts.map(async (chart) => {
      const html = await readFile(join(folder, "embed", chart, "index.html"), "utf8");
      const [, written = "{}"] = /data-inputs="([^"]*)"/.exec(html) ?? [];
      return Object.keys(
        JSON.parse(
          written.replaceAll("&quot;", '"').replaceAll("&#34;", '"').replaceAll("&amp;", "&")
        ) as object
      );
    })
  );
  const names = [...new Set(inputs.flat())];
  expect(names.length).toBeGreaterThan(20);
  const taken = await page.evaluate((given) => {
    const element = document.createElement("i");
    const own = Object.keys(Object.getOwnPropertyDescriptors(HTMLElement.prototype));
    for (const key in element) own.push(key);
    const methods = own.filter((key) => typeof element[key as keyof HTMLElement] === "function");
    const attributes = new Set(own.filter((key) => !methods.includes(key)).map((key) => key.toLowerCase()));
    return given.filter((name) => attributes.has(name) || !/^[a-z]+$/.test(name) || name.startsWith("item"));
  }, names);
  expect(taken).toEqual([]);
});
