import AxeBuilder from "@axe-core/playwright";
import {createHash} from "node:crypto";
import {readFileSync} from "node:fs";
import {join} from "node:path";
import {csvParse} from "d3-dsv";
import {unzipSync} from "fflate";
import type {ListedFile} from "../../src/export/files.ts";
import {figureKinds} from "../../src/figure/kinds.ts";
import {anyPath as tag, expect, test} from "./fixtures.ts";

const site = process.env.SITE_FOLDER ?? "dist";
const read = (path: string): Buffer => readFileSync(join(site, path));
const text = (path: string): string => read(path).toString("utf8");
const manifest = (): ListedFile[] =>
  (JSON.parse(text("charts/manifest.json")) as {files: ListedFile[]}).files;
/** Named states as `"<chart>/<state>"`. */
const states = (): string[] =>
  manifest()
    .map(({path}) => path)
    .filter((path) => path.endsWith(".zip"))
    .map((path) => path.slice(0, -".zip".length));
const paths = (svg: string): string[] => Array.from(svg.matchAll(/ d="([^"]*)"/g), ([, d]) => d!);
/** Wide drawings of a page by the state they show. */
const wideDrawings = (page: string): [state: string, svg: string][] =>
  page.split("<figure ").flatMap((part): [string, string][] => {
    const [, chart] = /data-chart="([^"]*)"/.exec(part) ?? [];
    const [, view] = /data-view="([^"]*)"/.exec(part) ?? [];
    const [svg] = /<svg[^>]*data-width="wide".*?<\/svg>/s.exec(part) ?? [];
    return chart && view && svg ? [[`${chart}/${view}`, svg]] : [];
  });

test("the manifest lists twelve files a state, each as it is", {tag}, () => {
  expect(states().length).toBeGreaterThan(80);
  expect(manifest().length).toBe(states().length * Object.keys(figureKinds).length);
  for (const {path, bytes, sha256} of manifest()) {
    const file = read(`charts/${path}`);
    expect(file.length, path).toBe(bytes);
    expect(createHash("sha256").update(file).digest("hex"), path).toBe(sha256);
  }
  // All twelve of a state, on average.
  expect(manifest().reduce((sum, {bytes}) => sum + bytes, 0)).toBeLessThan(500e3 * states().length);
});

test(
  "every SVG file is well-formed, named, described, small, and needs nothing else",
  {tag},
  async ({page}) => {
    const files = states().flatMap((state) =>
      ["svg", "light.svg", "dark.svg"].map((kind) => ({
        name: `${state}.${kind}`,
        svg: text(`charts/${state}.${kind}`)
      }))
    );
    for (const {name, svg} of files) {
      expect(Buffer.byteLength(svg), name).toBeLessThanOrEqual(40_000);
      expect(svg, name).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
      expect(svg.includes("prefers-color-scheme"), name).toBe(/[^.]*\/[^.]*\.svg$/.test(name));
      expect(svg, name).not.toContain("var(");
      expect(svg.replace("http://www.w3.org/2000/svg", ""), name).not.toMatch(
        /(href|src)=|url\((?!data:)(?!#)/
      );
    }
    const faults = await page.evaluate(
      (all) =>
        all.flatMap(({name, svg}) => {
          const root = new DOMParser().parseFromString(svg, "image/svg+xml");
          const isWhole =
            root.documentElement.localName === "svg" &&
            !root.querySelector("parsererror, script") &&
            [...root.documentElement.children]
              .slice(0, 2)
              .every((element, n) => element.localName === ["title", "desc"][n] && element.textContent);
          return isWhole ? [] : [name];
        }),
      files
    );
    expect(faults).toEqual([]);
  }
);

test("text of an SVG file is set in the face that it carries", {tag}, async ({page}) => {
  const svg = text("charts/loss/gpu-hours.light.svg");
  const widths = [];
  for (const shown of [svg, svg.replace(/@font-face\{[^}]*\}/g, "")]) {
    await page.setContent(shown);
    // A face that no layout has asked for yet would be neither loaded nor waited for.
    await page.evaluate(() =>
      Promise.all([...document.fonts].map((face) => face.load())).then(() => undefined)
    );
    widths.push(
      await page
        .locator("text")
        .first()
        .evaluate((element) => element.getBoundingClientRect().width)
    );
  }
  expect(widths[0]).not.toBeCloseTo(widths[1]!, 1);
});

test("pictures have their sizes, and text in them", {tag}, () => {
  for (const state of states()) {
    const size = (kind: string): [width: number, height: number] => {
      const png = read(`charts/${state}.${kind}`);
      expect(png.subarray(1, 4).toString("latin1")).toBe("PNG");
      return [png.readUInt32BE(16), png.readUInt32BE(20)];
    };
    const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(text(`charts/${state}.svg`))!;
    expect(size("png"), state).toEqual([Number(width), Number(height)]);
    expect(size("2x.png"), state).toEqual([2 * Number(width), 2 * Number(height)]);
    expect(size("preview.png"), state).toEqual([1200, 630]);
  }
});

test("the data files hold what the page’s table holds, with sources and errors", {tag}, () => {
  for (const state of states()) {
    const rows = text(`charts/${state}/index.html`).split("<tr><td>").length - 1;
    const table = csvParse(text(`charts/${state}.csv`));
    const described = text(`charts/${state}.datapackage.json`);
    const {resources} = JSON.parse(described) as {
      resources: {path: string; error: string; schema: {fields: {name: string}[]}}[];
    };
    expect(resources[0]!.path, state).toBe(`${state.split("/")[1]}.csv`);
    expect(
      resources[0]!.schema.fields.map(({name}) => name),
      state
    ).toEqual(table.columns);
    expect(resources[0]!.error, state).toBeTruthy();
    expect(table.length, state).toBe(rows);
    expect(Number.isFinite(Number(table[0]![table.columns[1]!])), state).toBe(true);
    const json = JSON.parse(text(`charts/${state}.json`)) as {
      series: {x: number[]}[];
      units: Record<string, string>;
      datasets: {source: {url: string}; error: string; licence: {id: string}}[];
    };
    expect(
      json.series.reduce((sum, {x}) => sum + x.length, 0),
      state
    ).toBe(rows);
    expect(Object.keys(json.units)).toEqual(["x", "y"]);
    for (const {source, error, licence} of json.datasets) {
      expect(described, state).toContain(JSON.stringify(source.url));
      expect(source.url).toMatch(/^https:/);
      expect(error && licence.id).toBeTruthy();
    }
  }
});

test("a ZIP holds the very files and says what they are", () => {
  for (const state of states().filter((_, index) => index % 5 === 0)) {
    const name = state.replace("/", "-");
    const files = unzipSync(read(`charts/${state}.zip`));
    const kinds = [
      "svg",
      "light.svg",
      "dark.svg",
      "outlined.svg",
      "pdf",
      "png",
      "2x.png",
      "preview.png",
      "csv",
      "json"
    ];
    expect(Object.keys(files).length).toBe(kinds.length + 2);
    for (const kind of kinds)
      expect(Buffer.from(files[`${name}/${name}.${kind}`]!).equals(read(`charts/${state}.${kind}`))).toBe(
        true
      );
    // The CSV has another name there, which its data package follows.
    const described = Buffer.from(files[`${name}/${name}.datapackage.json`]!).toString();
    expect(described).toBe(
      text(`charts/${state}.datapackage.json`).replace(
        `"path":"${state.split("/")[1]}.csv"`,
        `"path":"${name}.csv"`
      )
    );
    expect(Buffer.from(files[`${name}/README.txt`]!).toString()).toContain(`charts/${state}/`);
  }
});

test("article, embed, figure page and file draw the same paths", {tag}, () => {
  const article = wideDrawings(text("index.html"));
  expect(article.length).toBeGreaterThan(10);
  const drawn = new Map<string, string[]>(
    states().map((state) => [state, paths(text(`charts/${state}.svg`))])
  );
  for (const [state, svg] of article) expect(paths(svg), state).toEqual(drawn.get(state));
  for (const [state, d] of drawn) {
    for (const page of ["charts", "embed"]) {
      const [[shown, svg]] = wideDrawings(text(`${page}/${state}/index.html`)) as [[string, string]];
      expect(shown).toBe(state);
      expect(paths(svg), state).toEqual(d);
    }
  }
});

for (const theme of ["light", "dark"] as const) {
  test(`axe finds nothing on figure pages in the ${theme} theme`, {tag}, async ({page}) => {
    await page.emulateMedia({colorScheme: theme, reducedMotion: "reduce"});
    for (const address of ["charts/", "charts/loss/gpu-hours/", "charts/budget/"]) {
      await page.goto(address);
      const {violations} = await new AxeBuilder({page})
        .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
        .analyze();
      expect(violations.map(({id, nodes}) => `${address} ${id}: ${nodes[0]!.html}`)).toEqual([]);
    }
  });
}

for (const width of [320, 1440]) {
  test(`figure pages don’t overflow at ${width} px`, {tag}, async ({page}) => {
    await page.setViewportSize({width, height: 800});
    for (const address of ["charts/", "charts/loss/gpu-hours/"]) {
      await page.goto(address);
      const {scrollWidth, clientWidth} = await page.evaluate(() => document.documentElement);
      expect(scrollWidth, address).toBe(clientWidth);
    }
  });
}

test("a copy button works by keyboard and says so", async ({page, context, baseURL}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("charts/loss/gpu-hours/");
  const button = page.getByRole("button", {name: "Copy code"});
  await button.focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("copy-button", {has: button}).getByRole("status")).toHaveText("Copied");
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(
    /^<iframe src="[^"]*\/embed\/loss\/gpu-hours\/" title="[^"]*".*><\/iframe> <script async src="[^"]*"><\/script>$/
  );
  const sources = Array.from(copied.matchAll(/ src="([^"]*)"/g), ([, address]) => new URL(address!).pathname);
  const base = new URL(baseURL!).pathname;
  expect(sources).toEqual([`${base}embed/loss/gpu-hours/`, `${base}embed.js`]);
});

test("link, code and files follow the chart’s controls", async ({page}) => {
  await page.goto("charts/loss/gpu-hours/");
  await page.getByRole("radio", {name: "logarithmic"}).check();
  await expect(page.locator("#use-link")).toHaveText(/\/charts\/loss\/gpu-hours-log\/$/);
  await expect(page.getByRole("link", {name: "CSV"})).toHaveAttribute("href", /loss\/gpu-hours-log\.csv$/);
  for (const tool of ["pandas", "R", "Observable", "DuckDB", "Spreadsheet"])
    await expect(page.getByRole("region", {name: tool, exact: true})).toContainText(
      "/loss/gpu-hours-log.csv"
    );
  await page.getByRole("checkbox", {name: "65B"}).check();
  await expect(page.locator("#use-link")).toHaveText(/\/charts\/loss\/\?axis=gpu-hours&scale=log&focus=65B$/);
  await expect(page.locator("#use-embed")).toContainText("/embed/loss/?axis=gpu-hours&scale=log&focus=65B");
  await expect(page.getByRole("link", {name: "CSV"})).toBeHidden();
  await page.goto((await page.locator("#use-link").innerText()).replace(/^https?:\/\/[^/]*/, ""));
  await expect(page.locator("figure[data-chart]")).toHaveAttribute("data-state", /"focus":\["65B"\]/);
});

test("the article’s figures lead to their pages, whose links preview their state", async ({page}) => {
  await page.goto("./");
  const links = page.getByRole("link", {name: "Share, embed, download"});
  expect(await links.count()).toBeGreaterThan(10);
  await links.first().click();
  await expect(page).toHaveURL(/charts\/[\w-]+\/[\w-]+\/$/);
  const state = /charts\/([\w-]+\/[\w-]+)\/$/.exec(page.url())![1]!;
  await expect(page.locator('meta[property="og:image"]')).toHaveAttribute(
    "content",
    new RegExp(`^http.*/charts/${state}\\.preview\\.png$`)
  );
  await expect(page.locator("link[rel=canonical]")).toHaveAttribute("href", new RegExp(`/charts/${state}/$`));
  await page.getByRole("navigation", {name: "In the article"}).getByRole("link").first().click();
  await expect(page.locator("[data-scrolly]").first()).toBeAttached();
});
