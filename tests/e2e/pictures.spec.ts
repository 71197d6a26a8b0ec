import {globSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {extractText, getDocumentProxy} from "unpdf";
import {anyPath as tag, expect, test, triesAll} from "./fixtures.ts";

const site = process.env.SITE_FOLDER ?? "dist";
const text = (path: string): string => readFileSync(join(site, path), "utf8");

/** Twelve states spread over all, as `"charts/<chart>/<state>"`. */
const some = (): string[] => {
  const all = globSync("charts/*/*.zip", {cwd: site}).sort();
  return Array.from({length: 12}, (_, n) => all[Math.floor(((n + 0.5) * all.length) / 12)]!.slice(0, -4));
};

test("drawings are XML that an <img> shows at its size, in ink", {tag}, async ({page}) => {
  await page.setContent("<canvas></canvas>");
  const paths = globSync("drawings/*/*.svg", {cwd: site}).sort();
  expect(paths.length).toBeGreaterThan(200);
  // Each state at one of its two widths, where not all are tried.
  const tried = paths.filter((_, index) => triesAll || (index + Math.floor(index / 2)) % 2 === 0);
  for (const path of tried) {
    const shown = await page.evaluate(async (svg) => {
      const root = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
      const image = new Image();
      image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
      await image.decode();
      const canvas = document.querySelector("canvas")!;
      const {naturalWidth: width, naturalHeight: height} = image;
      Object.assign(canvas, {width, height});
      const context = canvas.getContext("2d", {willReadFrequently: true})!;
      context.drawImage(image, 0, 0);
      const alpha = context.getImageData(0, 0, width, height).data.filter((_, at) => at % 4 === 3);
      const inked = alpha.filter((value) => value > 128).length / alpha.length;
      return {tag: root.localName, space: root.namespaceURI, width, inked};
    }, text(path));
    const {inked, ...rest} = shown;
    const width = path.endsWith(".wide.svg") ? 720 : 340;
    expect(rest, path).toEqual({tag: "svg", space: "http://www.w3.org/2000/svg", width});
    // Curves and words: more than nothing, and no black fill over all.
    expect(inked, path).toBeGreaterThan(0.01);
    expect(inked, path).toBeLessThan(0.7);
  }
});

test("words stay on the page where Arial stands in for the face", {tag}, async ({page}) => {
  const hasArial = await page.evaluate(() => {
    const context = new OffscreenCanvas(1, 1).getContext("2d")!;
    const widths = ["serif", "monospace"].map((other) => {
      context.font = `20px Arial, ${other}`;
      return context.measureText("Which run has the lowest loss?").width;
    });
    return widths[0] === widths[1];
  });
  test.skip(!hasArial, "no Arial, nor what has its widths");
  for (const path of globSync("charts/*/*.light.svg", {cwd: site})) {
    const svg = text(path)
      .replace(/<style>.*?<\/style>/s, "")
      .replace(/font-family="[^"]*"/, 'font-family="Arial"');
    await page.setContent(svg);
    const outside = await page.locator("svg > g > text").evaluateAll((texts) =>
      texts
        .filter((each) => {
          const {left, right} = each.getBoundingClientRect();
          const sheet = each.closest("svg")!.getBoundingClientRect();
          return left < sheet.left || right > sheet.right - 8;
        })
        .map((each) => each.textContent)
    );
    expect(outside, path).toEqual([]);
  }
});

test("the outlined SVG has no text and no face, and its words as labels", {tag}, () => {
  for (const state of some()) {
    const svg = text(`${state}.outlined.svg`);
    expect(svg, state).toMatch(/^<svg xmlns:xlink="[^"]*" xmlns="[^"]*" width="760"/);
    expect(svg, state).not.toMatch(/<text|<style|@font-face|var\(|href="[^#]/);
    const words = (source: string, pattern: RegExp): string[] =>
      Array.from(source.matchAll(pattern), ([, word = ""]) => word.replace(/<[^>]*>/g, ""));
    const plain = words(text(`${state}.light.svg`), /<text[^>]*>(.*?)<\/text>/g);
    expect(words(svg, / aria-label="([^"]*)"/g), state).toEqual(
      plain.map((word) => word.replaceAll('"', "&quot;"))
    );
    const ids = new Set(words(svg, / id="([^"]*)"/g));
    for (const id of words(svg, /xlink:href="#([^"]*)"/g)) expect(ids.has(id), `${state} ${id}`).toBe(true);
  }
});

test("the PDF of a state has author and date, embedded faces only, and text", {tag}, async () => {
  for (const state of some()) {
    const bytes = readFileSync(join(site, `${state}.pdf`));
    const pdf = await getDocumentProxy(new Uint8Array(bytes));
    const {info} = await pdf.getMetadata();
    expect(info, state).toMatchObject({
      Author: "The Past Chinchilla authors",
      Title: expect.stringMatching(/\w/),
      CreationDate: expect.stringMatching(/^D:20\d{6}000000Z?$/)
    });
    const {text: words} = await extractText(pdf, {mergePages: true});
    expect(words, state).toContain("Past Chinchilla, CC BY 4.0");
    const source = bytes.toString("latin1");
    const count = (pattern: RegExp): number => source.match(pattern)?.length ?? 0;
    expect(count(/\/Subtype \/Type3|\/Subtype \/Image/g), state).toBe(0);
    expect(count(/\/FontFile2 /g), state).toBeGreaterThan(0);
    expect(count(/\/FontFile2 /g), state).toBe(count(/\/Subtype \/Type0/g));
    expect(count(/\/Type \/Font\b/g), state).toBe(2 * count(/\/Subtype \/Type0/g));
    expect(bytes.length, state).toBeLessThan(100_000);
  }
});

test.describe("opened alone", () => {
  // A browser asks for an icon then, which a site below the root hasn’t where it looks.
  test.use({mayComplain: true});

  for (const theme of ["light", "dark"] as const) {
    test(`the SVG offered first is the ${theme} one where the system is ${theme}`, {tag}, async ({page}) => {
      await page.emulateMedia({colorScheme: theme});
      const shot = async (path: string): Promise<Buffer> => {
        const [, width, height] = / width="(\d+)" height="(\d+)"/.exec(text(path))!;
        await page.setViewportSize({width: Number(width), height: Number(height)});
        await page.goto(path);
        return page.screenshot();
      };
      for (const state of some()) {
        const [either, one] = [await shot(`${state}.svg`), await shot(`${state}.${theme}.svg`)];
        expect(either.equals(one), state).toBe(true);
      }
    });
  }
});
