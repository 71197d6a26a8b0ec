import AxeBuilder from "@axe-core/playwright";
import {expect, test} from "./fixtures.ts";
import type {Page} from "@playwright/test";

const field = (page: Page) => page.getByRole("searchbox");
const results = (page: Page) => page.locator(".search-results li");

test("words find sections, claims, charts and data, and lead to them", async ({page, baseURL}) => {
  await page.goto("search/");
  await field(page).fill("stretched cosine");
  await expect(page.getByRole("status")).toHaveText(/^\d+ results for “stretched cosine”$/);
  const kinds = new Set(await page.locator(".search-kind").allTextContents());
  expect(kinds).toEqual(new Set(["Section", "Claim", "Chart", "Data"]));
  const links = await results(page)
    .locator("a")
    .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
  expect(new Set(links).size).toBe(links.length);
  for (const link of links) {
    expect(link.startsWith(baseURL!), link).toBe(true);
    expect(link).toMatch(/\/(#[\w-]+|charts\/[\w-]+\/|data\/[\w-]+\/)$/);
  }
  await page.getByRole("link", {name: "… maybe because its cosine is stretched."}).click();
  await expect(page.locator(".claim:target")).toContainText("supported");
  await page.goBack();
  await expect(field(page)).toHaveValue("stretched cosine");
  await expect(results(page).first()).toBeVisible();
});

test("a search has an address, is typed at once, and is left by the tabulator", async ({page}) => {
  await page.goto("search/?q=crossing");
  await expect(page.getByRole("status")).toHaveText(/^\d+ results for “crossing”$/);
  await expect(page.locator(".search-all")).toBeHidden();
  await page.keyboard.press("/");
  await expect(field(page)).toBeFocused();
  await field(page).fill("");
  await expect(page.locator(".search-all")).toBeVisible();
  await expect.poll(() => new URL(page.url()).search).toBe("");
  await page.keyboard.type("Erkenntnistheorie");
  await expect(page.getByRole("status")).toHaveText("Nothing found for “Erkenntnistheorie”");
  await field(page).fill("serving");
  await expect(results(page).first()).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(results(page).first().getByRole("link")).toBeFocused();
});

test("every claim, section, chart and dataset has a result that its own title finds", async ({page}) => {
  await page.goto("./");
  const claims = await page.locator(".claim").evaluateAll((rows) => rows.map(({id}) => id));
  expect(new Set(claims).size).toBeGreaterThanOrEqual(14);
  await page.goto("search/");
  const titles = await page.locator(".search-all a").allTextContents();
  expect(titles.length).toBeGreaterThanOrEqual(40);
  for (const title of titles.filter((_, index) => index % 5 === 1)) {
    await field(page).fill(title);
    await expect(page.getByRole("status")).toContainText(`for “${title}”`);
    await expect(results(page).getByRole("link", {name: title, exact: true}).first()).toBeVisible();
  }
});

test("what a reader types is text, whatever it looks like", async ({page}) => {
  await page.goto(`search/?q=${encodeURIComponent("<img src=x onerror=alert(1)> loss & tokens")}`);
  await expect(page.getByRole("status")).toContainText("<img src=x onerror=alert(1)>");
  await expect(page.locator("site-search img")).toHaveCount(0);
});

test("the article asks for nothing of the search, and only its page may run WebAssembly", async ({page}) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto("./", {waitUntil: "networkidle"});
  expect(asked.filter((url) => /pagefind|site-search/.test(url))).toEqual([]);
  const policy = page.locator('meta[http-equiv="content-security-policy"]');
  expect(await policy.getAttribute("content")).not.toContain("wasm");
  await page.setViewportSize({width: 1024, height: 800});
  await page.locator(".masthead").getByRole("link", {name: "Search"}).click();
  await expect(page.getByRole("heading", {level: 1})).toHaveText("Search");
  const content = await policy.getAttribute("content");
  expect(content).toContain("'wasm-unsafe-eval'");
  expect(content).not.toMatch(/'unsafe-(eval|inline)'/);
});

test("on a phone the contents lead to the search", async ({page}) => {
  await page.setViewportSize({width: 360, height: 740});
  await page.goto("./");
  await page.getByRole("button", {name: "Contents"}).click();
  await page.locator("#contents").getByRole("link", {name: "Search"}).click();
  await expect(field(page)).toBeFocused();
});

for (const theme of ["light", "dark"] as const) {
  test(`axe finds nothing and nothing overflows, in the ${theme} theme`, async ({page}) => {
    await page.emulateMedia({colorScheme: theme});
    for (const address of ["search/", "search/?q=loss"]) {
      await page.goto(address);
      if (address.includes("q=")) await expect(results(page).first()).toBeVisible();
      const {violations} = await new AxeBuilder({page}).analyze();
      expect(violations.map(({id, nodes}) => [id, nodes.map(({html}) => html)])).toEqual([]);
      for (const width of [320, 360, 768, 1440]) {
        await page.setViewportSize({width, height: 800});
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth
        );
        expect(over, `${address} at ${width} px`).toBe(0);
      }
    }
  });
}

test.describe("with scripts off", () => {
  test.use({javaScriptEnabled: false});

  test("the search lists all there is", async ({page}) => {
    await page.goto("search/");
    await expect(page.locator(".search-form")).toBeHidden();
    const links = await page
      .locator(".search-all a")
      .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    expect(links.length).toBeGreaterThanOrEqual(40);
    for (const link of links) expect((await page.request.get(link)).status(), link).toBe(200);
  });
});

test.describe("without its index", () => {
  test.use({mayComplain: true});

  test("the search says so, and all there is stands below", async ({page}) => {
    await page.route(/pagefind/, (route) => route.abort());
    await page.goto("search/?q=loss");
    await expect(page.getByRole("status")).toHaveText(/can’t be loaded/);
    await expect(page.locator(".search-all a").first()).toBeVisible();
  });
});
