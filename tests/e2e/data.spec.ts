import {readdirSync, readFileSync} from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import {anyPath as tag, expect, test} from "./fixtures.ts";

const names = readdirSync("src/data")
  .filter((file) => file.endsWith(".csv"))
  .map((file) => file.slice(0, -".csv".length));

test("each dataset has its page, its CSV byte for byte, its JSON and its package", async ({request}) => {
  expect(names.length).toBeGreaterThanOrEqual(15);
  for (const name of names) {
    const csv = readFileSync(`src/data/${name}.csv`, "utf8");
    expect(await (await request.get(`data/${name}.csv`)).text(), name).toBe(csv);
    const json = (await (await request.get(`data/${name}.json`)).json()) as Record<string, unknown>;
    expect(Object.keys(json), name).toEqual(
      expect.arrayContaining(["fields", "source", "licence", "provenance"])
    );
    expect(json.rows, name).toHaveLength(csv.trim().split("\n").length - 1);
    const page = await (await request.get(`data/${name}/`)).text();
    expect(page, name).toContain(`data/${name}/datapackage.json"`);
    expect((await request.get(`data/${name}/datapackage.json`)).ok(), name).toBe(true);
  }
});

test("a dataset is found from the article and says what it holds", async ({page}) => {
  await page.goto("./");
  await page.getByRole("contentinfo").getByRole("link", {name: "Data"}).click();
  await page.getByRole("link", {name: "LLaMA training loss", exact: true}).click();
  await expect(page.getByRole("heading", {level: 1})).toHaveText("LLaMA training loss");
  await expect(page.getByRole("region", {name: "Columns"}).getByRole("row")).toHaveCount(7);
  await expect(page.getByRole("region", {name: "First rows"}).getByRole("row")).toHaveCount(11);
  await expect(page.getByRole("link", {name: "Training loss of LLaMA and Llama 2"})).toBeVisible();
});

for (const theme of ["light", "dark"] as const) {
  test(
    `axe finds nothing on the pages of the data in the ${theme} theme, and nothing overflows`,
    {tag},
    async ({page}) => {
      await page.emulateMedia({colorScheme: theme});
      await page.setViewportSize({width: 320, height: 800});
      for (const address of ["data/", "data/scaling-laws/"]) {
        await page.goto(address);
        const {violations} = await new AxeBuilder({page})
          .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
          .analyze();
        expect(violations.map(({id, nodes}) => `${address} ${id}: ${nodes[0]?.html}`)).toEqual([]);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(overflow, address).toBe(0);
      }
    }
  );
}

test("every data page tells catalogues of datasets all that they ask for", async ({request, baseURL}) => {
  for (const name of names) {
    const address = `data/${name}/`;
    const html = await (await request.get(address)).text();
    const [, written = ""] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? [];
    const dataset = JSON.parse(written) as Record<string, unknown>;
    expect(dataset, address).toMatchObject({
      "@context": "https://schema.org",
      "@type": "Dataset",
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      datePublished: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      dateModified: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      isAccessibleForFree: true
    });
    for (const key of [
      "name",
      "identifier",
      "url",
      "license",
      "creator",
      "isBasedOn",
      "includedInDataCatalog"
    ])
      expect(dataset[key], `${address}: ${key}`).toBeTruthy();
    for (const key of ["keywords", "variableMeasured"])
      expect((dataset[key] as unknown[]).length, `${address}: ${key}`).toBeGreaterThan(0);
    const {length} = dataset.description as string;
    expect(length).toBeGreaterThanOrEqual(50);
    expect(length).toBeLessThanOrEqual(5000);
    expect(new URL(dataset.url as string).pathname).toBe(new URL(address, baseURL).pathname);
    for (const {contentUrl, encodingFormat} of dataset.distribution as Record<string, string>[]) {
      const file = await request.get(new URL(new URL(contentUrl!).pathname, baseURL).href);
      expect(file.headers()["content-type"], contentUrl).toContain(encodingFormat);
    }
  }
});
