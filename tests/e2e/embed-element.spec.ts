import {expect, type Locator, type Page} from "@playwright/test";
import {embedFrames, expectFit, test} from "./embed-hosts.ts";
import {anyPath as tag} from "./fixtures.ts";

/** What stands in the page around it fits its frame to the pixel. */
async function fits(page: Page, folder?: string): Promise<void> {
  for (const frame of await embedFrames(page, 1, folder)) {
    await expectFit(frame);
  }
}

const element = '<past-chinchilla chart="loss" axis="gpu-hours"></past-chinchilla>';

test.describe("embed.js shows the element, loaded", () => {
  const ways: Readonly<Record<string, (address: string, code: string) => string>> = {
    "as a classic script": (address) => `<script src="${address}"></script>${element}`,
    "after the element": (address) => `${element}<script src="${address}"></script>`,
    asynchronously: (address) => `<script async src="${address}"></script>${element}`,
    deferred: (address) => `<script defer src="${address}"></script>${element}`,
    "as a module": (address) => `<script type="module" src="${address}"></script>${element}`,
    "by import()": (address) => `${element}<script>import("${address}")</script>`,
    "by import in a module": (address) => `${element}<script type="module">import "${address}"</script>`,
    "by a script that a script adds": (address) =>
      `${element}<script>document.head.append(Object.assign(document.createElement("script"), {src: "${address}"}))</script>`,
    "with a query": (address) => `${element}<script src="${address}?v=1#x"></script>`,
    "twice, in two ways": (address) =>
      `<script async src="${address}"></script>${element}<script type="module" src="${address}"></script>`,
    "inlined, with the site said": (address, code) =>
      `<script>${code}</script>${element.replace(">", ` site="${new URL(".", address).href.slice(0, -1)}">`)}`,
    "by import() of its text": (address, code) =>
      `<script>import("data:text/javascript," + encodeURIComponent(${JSON.stringify(code).replaceAll("<", "\\u003c")}))</script>${element.replace(">", ` site="${new URL(".", address).href}">`)}`
  };
  for (const [way, write] of Object.entries(ways)) {
    test(way, {tag}, async ({page, host, baseURL}) => {
      const errors: string[] = [];
      page.on("pageerror", (error) => errors.push(String(error)));
      const address = `${baseURL!}embed.js`;
      const code = await (await page.request.get(address)).text();
      await host.open("plain", write(address, code));
      await fits(page);
      const [frame] = await embedFrames(page, 1);
      await expect(frame!.locator("figure")).toHaveAttribute("data-view", "gpu-hours");
      expect(errors).toEqual([]);
    });
  }

  test("inlined, for the site that it was built for", {tag}, async ({page, host, baseURL, copied}) => {
    const site = /src="(.*?)embed\.js/.exec(await copied("loss"))![1]!;
    expect(site).toBe(baseURL);
    const built = await (
      await page.request.get("embed/loss/oembed.json")
    )
      .json()
      .then(({html}: {html: string}) => /src="(.*?)embed\.js/.exec(html)![1]!);
    const code = await (await page.request.get("embed.js")).text();
    // Nothing is asked of that site here: only where the frame would go is looked at.
    await page.route(`${built}**`, (route) =>
      route.fulfill({body: "<p>There</p>", contentType: "text/html"})
    );
    await host.open("plain", `<script>${code}</script>${element}`);
    await expect
      .poll(() => page.frames().map((frame) => frame.url()))
      .toContain(`${built}embed/loss/?axis=gpu-hours&theme=auto`);
  });
});

test.describe("the element", () => {
  test.beforeEach(async ({host, baseURL}) => {
    await host.open(
      "plain",
      `<div id="a"></div><div id="b"></div><script src="${baseURL!}embed.js"></script>`
    );
  });

  /** An element that a script makes, with these attributes, in `#a`. */
  async function make(page: Page, attributes: Readonly<Record<string, string>>): Promise<Locator> {
    await page.evaluate((given) => {
      const made = document.createElement("past-chinchilla");
      for (const [name, value] of Object.entries(given)) made.setAttribute(name, value);
      document.querySelector("#a")!.append(made);
    }, attributes);
    return page.locator("past-chinchilla");
  }

  /** The state of the one frame, once it has it. */
  async function shows(page: Page, view: string): Promise<void> {
    await expect
      .poll(async () => {
        const [frame] = await embedFrames(page, 1);
        return frame!.locator("figure").getAttribute("data-view");
      })
      .toBe(view);
    await fits(page);
  }

  test("keeps what it was changed to when it is moved", {tag}, async ({page}) => {
    const made = await make(page, {chart: "loss", state: "tokens"});
    await shows(page, "tokens");
    await made.evaluate((node) => {
      node.setAttribute("state", "gpu-hours");
    });
    await shows(page, "gpu-hours");
    const pages = await page.evaluate(() => history.length);
    await made.evaluate((node) => document.querySelector("#b")!.append(node));
    await shows(page, "gpu-hours");
    // Removed, set, and put back.
    await made.evaluate((node) => {
      node.remove();
      node.setAttribute("state", "flops");
      document.querySelector("#a")!.append(node);
    });
    await shows(page, "flops");
    expect(await page.evaluate(() => history.length)).toBe(pages);
  });

  test("keeps what its reader chose when it is moved", {tag}, async ({page}) => {
    const made = await make(page, {chart: "loss"});
    const [frame] = await embedFrames(page, 1);
    const heard = page.evaluate(
      () =>
        new Promise((resolve) => {
          addEventListener("past-chinchilla:state", ({target}) => resolve((target as Element).localName));
        })
    );
    await frame!.getByRole("button", {name: "Change the chart"}).click();
    await frame!.getByRole("radio", {name: "FLOPs"}).check();
    expect(await heard).toBe("past-chinchilla");
    await made.evaluate((node) => document.querySelector("#b")!.append(node));
    await expect
      .poll(async () => {
        const [moved] = await embedFrames(page, 1);
        return moved!.locator("figure").getAttribute("data-state");
      })
      .toContain('"axis":"flops"');
    // What its page asks for anew goes before it.
    await made.evaluate((node) => {
      node.setAttribute("state", "gpu-hours");
    });
    await shows(page, "gpu-hours");
  });

  test("is moved whole by moveBefore", {tag}, async ({page}) => {
    const made = await make(page, {chart: "loss"});
    const [frame] = await embedFrames(page, 1);
    await frame!.evaluate(() => Object.assign(globalThis, {isSame: true}));
    const isKnown = await made.evaluate((node) => {
      const parent = document.querySelector("#b")!;
      if (!("moveBefore" in parent)) return false;
      parent.moveBefore(node, null);
      return true;
    });
    test.skip(!isKnown, "this browser has no moveBefore");
    expect(await frame!.evaluate(() => "isSame" in globalThis)).toBe(true);
    expect(await made.evaluate((node) => node.parentElement!.id)).toBe("b");
  });

  test("lives in shadow roots, open and closed", {tag}, async ({page}) => {
    for (const mode of ["open", "closed"] as const) {
      await page.evaluate((given) => {
        const shadowHost = document.createElement("div");
        shadowHost.attachShadow({mode: given}).innerHTML = '<past-chinchilla chart="gap"></past-chinchilla>';
        document.querySelector("#a")!.replaceChildren(shadowHost);
      }, mode);
      await fits(page);
    }
  });

  test("waits for its chart, and keeps its children", {tag}, async ({page}) => {
    const made = await make(page, {});
    await made.evaluate((node) => {
      node.innerHTML = "<a href='#there'>the chart</a>";
    });
    await expect(made.getByText("the chart")).toBeVisible();
    await made.evaluate((node) => {
      node.setAttribute("chart", "gap");
    });
    await fits(page);
    await expect(made.getByText("the chart")).toBeHidden();
    expect(await made.evaluate((node) => node.childElementCount)).toBe(1);
  });

  test("passes on inputs only, whatever else is on it", {tag}, async ({page}) => {
    const foreign = {
      ...{id: "x", class: "y", style: "color: red", hidden: "", lang: "de", dir: "rtl", tabindex: "0"},
      ...{loading: "lazy", onclick: "void 0", "data-x": "1", "aria-label": "z", nonce: "n", translate: "no"},
      ...{itemprop: "image", part: "p", slot: "", draggable: "true", popover: "", "v-if": "1", accesskey: "k"}
    };
    const made = await make(page, {chart: "loss", axis: "flops", focus: "7B", ...foreign});
    await made.evaluate((node) => {
      for (const name of ["hidden", "popover"]) node.removeAttribute(name);
    });
    const [frame] = await embedFrames(page, 1);
    expect([...new URL(frame!.url()).searchParams.keys()]).toEqual(["axis", "focus", "theme"]);
    await expect(frame!.locator(".chart-notice")).toBeHidden();
  });

  test("is hidden by hidden, and has the page’s own display", {tag}, async ({page}) => {
    const made = await make(page, {chart: "gap", hidden: ""});
    await expect(made).toBeHidden();
    await made.evaluate((node) => {
      node.removeAttribute("hidden");
    });
    await expect(made).toBeVisible();
    await expect(made).toHaveCSS("display", "block");
    await page.addStyleTag({content: "past-chinchilla {display: flow-root}"});
    await expect(made).toHaveCSS("display", "flow-root");
  });

  test("says what is wrong with a site, and goes on", {tag}, async ({page}) => {
    const made = await make(page, {chart: "gap", site: "not a site"});
    // What isn’t one is nobody’s: the script’s own site stands in.
    await fits(page);
    await made.evaluate((node) => node.remove());
  });
});

test.describe("frames that others put in", () => {
  const places: Readonly<Record<string, (code: string) => string>> = {
    "in an open shadow root": (code) =>
      `<div id="host"></div><script>host.attachShadow({mode: "open"}).innerHTML = ${code}</script>`,
    "in a shadow root within one": (code) =>
      `<div id="host"></div><script>{const root = host.attachShadow({mode: "open"}); root.innerHTML = "<p></p>"; const inner = document.createElement("div"); inner.attachShadow({mode: "open"}).innerHTML = ${code}; root.append(inner);}</script>`,
    "after the page has loaded": (code) =>
      `<div id="host"></div><script>addEventListener("load", () => {host.innerHTML = ${code}})</script>`,
    "with an address that comes late": (code) =>
      `<div id="host"></div><script>host.innerHTML = ${code}; {const frame = host.querySelector("iframe"); const {src} = frame; frame.removeAttribute("src"); addEventListener("load", () => {frame.src = src})}</script>`,
    "lazily, far below": (code) =>
      `<div style="height: 9000px"></div><div id="host"></div><script>host.innerHTML = ${code}.replace("<iframe", '<iframe loading="lazy"')</script>`,
    "as an object": (code) =>
      `<div id="host"></div><script>{const made = document.createElement("object"); made.type = "text/html"; made.data = /src="(.*?)"/.exec(${code})[1]; made.style.width = "100%"; host.append(made)}</script>`,
    "in a template that is cloned": (code) =>
      `<template id="made"></template><div id="host"></div><script>made.innerHTML = ${code}; host.append(made.content.cloneNode(true))</script>`
  };
  for (const [place, write] of Object.entries(places)) {
    test(`have their height ${place}`, {tag}, async ({page, host, copied, baseURL}) => {
      const code = (await copied("gap")).split("\n")[0]!;
      const script = `<script src="${baseURL!}embed.js"></script>`;
      await page.goto(host.file("plain"));
      const written = JSON.stringify(code);
      await page.setContent(`<!doctype html><body style="margin: 0">${script}${write(written)}`);
      await fits(page);
    });
  }
});

test.describe("sites", () => {
  test(
    "work on a host that sends no header for others",
    {tag},
    async ({page, host, copied, baseURL, bareSite}) => {
      const code = (await copied("gap")).replaceAll(baseURL!, bareSite);
      expect(code).not.toMatch(/integrity|crossorigin/);
      await host.open("plain", code);
      await fits(page);
      await host.open("plain", `${element}<script src="${bareSite}embed.js"></script>`);
      await fits(page);
    }
  );

  test(
    "are two on one page, whichever script comes first",
    {tag},
    async ({page, host, copied, baseURL, bareSite}) => {
      const frame = (await copied("gap")).split("\n")[0]!;
      for (const scripts of [[baseURL!, bareSite], [bareSite, baseURL!], [bareSite]]) {
        const code = [
          ...scripts.map((site) => `<script src="${site}embed.js"></script>`),
          `<past-chinchilla chart="loss" site="${baseURL!}"></past-chinchilla>`,
          `<past-chinchilla chart="loss" site="${bareSite.slice(0, -1)}"></past-chinchilla>`,
          frame.replace(baseURL!, bareSite)
        ];
        await page.setViewportSize({width: 760, height: 3000});
        await host.open("plain", code.join("\n"));
        const frames = await embedFrames(page, 3);
        expect(frames.map((each) => `${new URL(each.url()).origin}/`).sort()).toEqual(
          [baseURL!, bareSite, bareSite].map((site) => `${new URL(site).origin}/`).sort()
        );
        for (const each of frames) {
          await expectFit(each);
        }
      }
    }
  );
});
