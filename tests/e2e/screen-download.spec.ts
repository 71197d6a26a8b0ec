import {readFile} from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import {csvParseRows} from "d3-dsv";
import sharp from "sharp";
import type {Locator, Page} from "@playwright/test";
import {agrees} from "../../src/article/num.ts";
import {anyPath as tag, expect, settled, test} from "./fixtures.ts";

type Kind = "SVG" | "PNG" | "CSV" | "Data package";

/** What a data package says of a CSV. */
interface Described {
  readonly homepage: string;
  readonly resources: readonly {
    readonly path: string;
    readonly bytes: number;
    readonly datasets: readonly {readonly licence: string}[];
    readonly schema: {
      readonly fields: readonly {
        readonly name: string;
        readonly title: string;
        readonly labels?: Readonly<Record<string, string>>;
      }[];
    };
  }[];
}

/** States to be saved: what opens them, and what their files are called. */
const states = [
  {title: "a named state", address: "charts/loss/gpu-hours/", file: "loss-gpu-hours"},
  {title: "a state without a name", address: "charts/budget/?target=2.2", file: "budget-state"},
  {title: "a curve with a band", address: "charts/gap/", file: "gap-gpu-hours-7b-13b"}
] as const;
type State = (typeof states)[number];

const panel = (page: Page): Locator => page.locator("screen-download");

async function open(page: Page, {address, file}: State): Promise<Locator> {
  await page.goto(address);
  const figure = page.locator("figure[data-chart]");
  if (file.endsWith("-state")) await expect(figure).not.toHaveAttribute("data-view");
  await settled(figure);
  return figure;
}

/** What a button of the panel saves, pressed by a key. */
async function save(page: Page, kind: Kind): Promise<{name: string; content: Buffer}> {
  const download = page.waitForEvent("download");
  await panel(page).getByRole("button", {name: kind}).press("Enter");
  const file = await download;
  await expect(panel(page).getByRole("status")).toHaveText(`Downloaded ${file.suggestedFilename()}`);
  return {name: file.suggestedFilename(), content: await readFile(await file.path())};
}

/** Text without its spaces, where lines break, and with superscripts as the digits that pictures raise. */
function letters(text: string): string {
  return text.replace(/\s/g, "").replace(/[⁰¹²³⁴-⁹⁻]/g, (raised) => raised.normalize("NFKC"));
}

for (const state of states) {
  for (const theme of ["light", "dark"] as const) {
    for (const width of [360, 1280]) {
      test(`${state.title} is saved as SVG and PNG: ${theme}, ${width} px`, {tag}, async ({page}) => {
        await page.emulateMedia({colorScheme: theme, reducedMotion: "reduce"});
        await page.setViewportSize({width, height: 800});
        const figure = await open(page, state);

        const svg = await save(page, "SVG");
        expect(svg.name).toBe(`${state.file}.svg`);
        const text = svg.content.toString("utf8");
        expect(text.replace("http://www.w3.org/2000/svg", "")).not.toMatch(
          /var\(|(href|src)=|url\((?!data:)(?!#)/
        );
        // In a page without the site’s policy, which has no place for a file’s own style.
        const elsewhere = await page.context().newPage();
        const saved = await elsewhere.evaluate((source) => {
          const root = new DOMParser().parseFromString(source, "image/svg+xml").documentElement;
          const texts = (selector: string): string[] =>
            [...root.querySelectorAll(selector)].map((element) => element.textContent);
          return {
            name: root.localName,
            isBroken: root.querySelector("parsererror, script") !== null,
            first: [...root.children].slice(0, 3).map(({localName}) => localName),
            title: texts("title")[0]!,
            description: texts("desc")[0]!,
            words: texts("text").join(" "),
            paths: [...root.querySelectorAll("path")].map((path) => path.getAttribute("d"))
          };
        }, text);
        expect(saved).toMatchObject({name: "svg", isBroken: false, first: ["title", "desc", "style"]});
        const drawn = await figure
          .locator("svg.drawing")
          .filter({visible: true})
          .locator("path")
          .evaluateAll((paths) => paths.map((path) => path.getAttribute("d")));
        expect(drawn.length).toBeGreaterThan(2);
        expect(saved.paths).toEqual(drawn);
        const image = figure.locator(".chart-image");
        expect(saved.title).toBe(await image.getAttribute("aria-label"));
        expect(saved.description).toContain(await image.getAttribute("aria-description"));
        for (const part of [".chart-question", ".chart-answer", "figcaption .chart-note"])
          expect(letters(saved.words)).toContain(letters((await figure.locator(part).textContent())!));
        expect(letters(saved.words)).toContain(letters(await page.locator("#use-link").innerText()));

        const png = await save(page, "PNG");
        expect(png.name).toBe(`${state.file}.png`);
        const {data, info} = await sharp(png.content).raw().toBuffer({resolveWithObject: true});
        const [, svgWidth, svgHeight] = /width="(\d+)" height="(\d+)"/.exec(text)!;
        expect([info.width, info.height]).toEqual([2 * Number(svgWidth), 2 * Number(svgHeight)]);
        const paper = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
        expect(`rgb(${[...data.subarray(0, 3)].join(", ")})`).toBe(paper);
        const colours = new Set<number>();
        let inked = 0;
        for (let at = 0; at < data.length; at += info.channels) {
          colours.add(data.readUIntBE(at, 3));
          if (data.readUIntBE(at, 3) !== data.readUIntBE(0, 3)) inked += 1;
        }
        expect(colours.size).toBeGreaterThan(40);
        expect(inked / (info.width * info.height)).toBeGreaterThan(0.02);
      });
    }
  }

  test(`${state.title} is saved as CSV: the numbers of its table`, {tag}, async ({page}) => {
    const figure = await open(page, state);
    const {name, content} = await save(page, "CSV");
    expect(name).toBe(`${state.file}.csv`);
    const [header, ...rows] = csvParseRows(content.toString("utf8"));
    const described = await save(page, "Data package");
    expect(described.name).toBe(`${state.file}.datapackage.json`);
    const {homepage, resources} = JSON.parse(described.content.toString("utf8")) as Described;
    expect(homepage).toBe(await page.locator("#use-link").innerText());
    const [resource] = resources;
    expect(resource).toMatchObject({path: name, bytes: content.length});
    expect(resource!.datasets.filter(({licence}) => licence).length).toBeGreaterThan(0);
    const {fields} = resource!.schema;
    expect(fields.map((field) => field.name)).toEqual(header);
    expect(rows.length).toBeGreaterThan(3);
    await figure.locator(".chart-data summary").click();
    // The table is written when it is opened, and written anew for a state without a name.
    await expect(async () => {
      const [shownHeader, ...shown] = await figure
        .locator(".chart-data tr")
        .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent)));
      expect(fields.map(({title}) => title)).toEqual(shownHeader);
      expect(rows.length).toBe(shown.length);
      for (const [index, [curve, ...cells]] of shown.entries()) {
        const [saved, ...numbers] = rows[index]!;
        expect(fields[0]!.labels?.[saved!] ?? saved).toBe(curve);
        for (const [column, cell] of cells.entries())
          expect(agrees(cell, Number(numbers[column])), `${cell}, ${numbers[column]}`).toBe(true);
      }
    }).toPass({timeout: 30_000});
  });
}

test("the CSV of a named state is the site’s own file, byte for byte", async ({page, request}) => {
  await open(page, states[0]);
  const own = await request.get("charts/loss/gpu-hours.csv");
  expect((await save(page, "CSV")).content.equals(await own.body())).toBe(true);
});

test("a picture is set in the face that it carries", async ({page}) => {
  await open(page, states[0]);
  const svg = (await save(page, "SVG")).content.toString("utf8");
  expect(svg.match(/@font-face/g)).toHaveLength(2);
  const inks = await page.evaluate(
    (all) =>
      Promise.all(
        all.map(async (source) => {
          const image = new Image();
          image.src = `data:image/svg+xml,${encodeURIComponent(source)}`;
          await image.decode();
          const canvas = new OffscreenCanvas(image.width, 48);
          const context = canvas.getContext("2d")!;
          context.drawImage(image, 0, 0);
          return [...context.getImageData(0, 0, canvas.width, 48).data].join();
        })
      ),
    [svg, svg.replace(/@font-face\{[^}]*\}/g, ""), svg]
  );
  expect(inks[0] === inks[2]).toBe(true);
  expect(inks[0] === inks[1]).toBe(false);
});

test("the theme that was chosen is the file’s, whatever the system’s", {tag}, async ({page}) => {
  await page.emulateMedia({colorScheme: "light"});
  await open(page, states[0]);
  const light = (await save(page, "SVG")).content.toString("utf8");
  await page.getByRole("radio", {name: "Dark"}).check();
  const dark = (await save(page, "SVG")).content.toString("utf8");
  const paper = (svg: string): string => /<rect width="\d+" height="\d+" fill="(#\w+)"/.exec(svg)![1]!;
  expect(paper(dark)).not.toBe(paper(light));
});

test("what makes the files comes when a button is near, and not before", async ({page}) => {
  const scripts: string[] = [];
  page.on("response", (response) => scripts.push(response.url()));
  await open(page, states[0]);
  await page.waitForLoadState("networkidle");
  const isThere = (): boolean => scripts.some((address) => address.includes("screen-files"));
  expect(isThere()).toBe(false);
  await panel(page).getByRole("button").first().focus();
  await expect.poll(isThere).toBe(true);
  const {violations} = await new AxeBuilder({page}).include("screen-download").analyze();
  expect(violations).toEqual([]);
});

test.describe("where the site can’t be reached", () => {
  test.use({mayComplain: true});

  test("a file that can’t be made is said not to be", async ({page}) => {
    await open(page, states[0]);
    await page.route("**/*.woff2", (route) => route.abort());
    await page.route("**/drawings/**", (route) => route.abort());
    await panel(page).getByRole("button", {name: "SVG"}).click();
    await expect(panel(page).getByRole("status")).toHaveText("Not downloaded; the file could not be made");
  });
});

test.describe("with scripts off", () => {
  test.use({javaScriptEnabled: false});

  test("there is no panel, and the site’s own files are there", async ({page}) => {
    await page.goto("charts/loss/gpu-hours/");
    await expect(panel(page)).toBeHidden();
    await expect(page.getByRole("link", {name: "CSV"})).toBeVisible();
  });
});
