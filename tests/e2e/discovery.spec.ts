import {anyPath as tag, expect, test} from "./fixtures.ts";

/** A file of the site by its address within it, which has the site’s base path. */
function pathOf(address: string, base: string): string {
  const {pathname} = new URL(address);
  const folder = new URL(base).pathname;
  expect(pathname.startsWith(folder), address).toBe(true);
  return pathname.slice(folder.length);
}

test("a link to the article has a title, a text and a picture", async ({page, request, baseURL}) => {
  await page.goto("./");
  const read = (property: string): Promise<string | null> =>
    page.locator(`meta[property="og:${property}"]`).getAttribute("content");
  for (const property of ["title", "description", "site_name", "image:alt"])
    expect(await read(property)).toBeTruthy();
  expect(await read("type")).toBe("article");
  const canonical = await page.locator('link[rel="canonical"]').getAttribute("href");
  expect(await read("url")).toBe(canonical);
  expect(pathOf(canonical!, baseURL!)).toBe("");
  const picture = await (await request.get(pathOf((await read("image"))!, baseURL!))).body();
  // Width and height, as the head of a PNG says them.
  expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1200, 630]);
});

test("a link to any page has a title of its own, a text and a picture that is there", async ({
  page,
  request,
  baseURL
}) => {
  const titles = new Map<string, string>();
  const states = ["", "tokens-7b/", "gpu-hours/", "flops-7b-13b/"].map((state) => `charts/loss/${state}`);
  const frames = ["embed/loss/gpu-hours/", "embed/scrolly/act-1/2/"];
  for (const address of [
    "./",
    "charts/",
    "data/",
    "data/ladder/",
    "methods/",
    "search/",
    ...states,
    ...frames
  ]) {
    await page.goto(address);
    const read = (property: string): Promise<string | null> =>
      page.locator(`meta[property="og:${property}"]`).getAttribute("content");
    const title = (await read("title"))!;
    // A frame goes by the title of what it shows.
    if (!frames.includes(address)) expect(titles.get(title), title).toBeUndefined();
    titles.set(title, address);
    expect(await read("description"), address).toBeTruthy();
    expect((await request.get(pathOf((await read("image"))!, baseURL!))).ok(), address).toBe(true);
    expect(await page.locator('link[rel="canonical"]').count(), address).toBe(1);
  }
});

for (const address of ["./", "charts/loss/", "embed/loss/", "data/ladder/", "search/"])
  test(`the policy of ${address} holds as a header too`, {tag}, async ({page}) => {
    await page.addInitScript(() => localStorage.setItem("past-chinchilla:theme", "dark"));
    await page.route(
      ({pathname}) => pathname.endsWith("/"),
      async (route) => {
        const response = await route.fetch();
        const body = await response.text();
        const policy = /http-equiv="content-security-policy" content="([^"]*)"/.exec(body)![1]!;
        await route.fulfill({
          response,
          body,
          headers: {...response.headers(), "content-security-policy": policy}
        });
      }
    );
    await page.goto(address);
    // What the first script of a page does, which stands before the policy in it.
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  });

test("the map of the site lists every page and no frame", async ({request, baseURL}) => {
  const robots = await (await request.get("robots.txt")).text();
  const index = pathOf(/^Sitemap: (.*)$/m.exec(robots)![1]!, baseURL!);
  const [part] = /(?<=<loc>)[^<]+/.exec(await (await request.get(index)).text())!;
  const map = await (await request.get(pathOf(part, baseURL!))).text();
  const addresses = Array.from(map.matchAll(/<loc>([^<]+)/g), ([, address]) => pathOf(address!, baseURL!));
  expect(addresses).toEqual(expect.arrayContaining(["", "data/", "data/llama-runs/"]));
  expect(addresses.filter((address) => address.startsWith("embed/"))).toEqual([]);
  for (const address of addresses) expect((await request.get(address)).ok(), address).toBe(true);
});

test("the article is there as Markdown, and machines are told so", async ({page, request, baseURL}) => {
  await page.goto("./");
  expect(await page.locator('link[type="text/markdown"]').count()).toBe(1);
  const markdown = await (await request.get("index.md")).text();
  expect(markdown).toMatch(/^# Past Chinchilla/);
  expect(markdown).toContain("At equal tokens, the larger model is always lower.");
  expect(markdown.replace(/\$\$[\s\S]*?\$\$|<https:[^>]*>/g, "")).not.toMatch(/<[A-Za-z/]/);
  const llms = await (await request.get("llms.txt")).text();
  const addresses = Array.from(llms.matchAll(/\]\(([^)]+)\)/g), ([, address]) => pathOf(address!, baseURL!));
  expect(addresses).toContain("index.md");
  for (const address of addresses) expect((await request.get(address)).ok(), address).toBe(true);
});

test("the feed holds the whole text and its pictures", async ({request, baseURL}) => {
  const feed = await (await request.get("feed.xml")).text();
  expect(feed).toContain("<content:encoded>");
  expect(feed).toContain("How should a run end?");
  expect(feed.length).toBeGreaterThan(20_000);
  const images = Array.from(feed.matchAll(/&lt;img src=&quot;([^&]*)&quot; alt=&quot;(.*?)&quot;/g));
  const pictures = images.map(([, address]) => address!);
  expect(pictures.length).toBeGreaterThan(15);
  expect(new Set(images.map(([, , alt]) => alt)).size).toBe(new Set(pictures).size);
  for (const address of pictures)
    expect((await request.get(pathOf(address, baseURL!))).ok(), address).toBe(true);
});

test("the feed stands by itself, and has an entry for each edition", async ({page, request, baseURL}) => {
  const feed = await (await request.get("feed.xml")).text();
  const self = /<atom:link href="([^"]*)" rel="self"/.exec(feed)?.[1];
  expect(pathOf(self!, baseURL!)).toBe("feed.xml");
  expect(feed).not.toMatch(/(?:href|src)=&quot;(?!http|mailto:)/);
  await page.goto("./");
  const editions = await page.locator("[id^=version-]").evaluateAll((all) => all.map(({id}) => id));
  const entries = Array.from(feed.matchAll(/<guid [^>]*>[^<]*#([^<]*)</g), ([, id]) => id);
  expect(entries).toEqual(editions.filter((id) => /\d/.test(id)));
});

test("the manifest’s icons have the sizes it says", async ({request, page, baseURL}) => {
  await page.goto("./");
  const manifest = (await (await request.get("site.webmanifest")).json()) as {
    start_url: string;
    scope: string;
    icons: {src: string; sizes: string}[];
  };
  const base = new URL(baseURL!).pathname;
  expect([manifest.start_url, manifest.scope]).toEqual([base, base]);
  for (const {src, sizes} of manifest.icons) {
    const icon = await (await request.get(src)).body();
    expect(`${icon.readUInt32BE(16)}x${icon.readUInt32BE(20)}`).toBe(sizes);
  }
  const touch = await page.locator('link[rel="apple-touch-icon"]').getAttribute("href");
  expect((await request.get(touch!)).ok()).toBe(true);
});
