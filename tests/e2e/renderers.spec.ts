import {spawnSync} from "node:child_process";
import {copyFileSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {firefox, webkit} from "@playwright/test";
import sharp from "sharp";
import {anyPath as tag, expect, test, triesAll} from "./fixtures.ts";

const site = process.env.SITE_FOLDER ?? "dist";

/** Twelve states spread over all, or all for `npm run test:all`, as `"<chart>/<state>"`. */
const states = (): string[] => {
  const all = globSync("*/*.zip", {cwd: join(site, "charts")}).sort();
  if (triesAll) return all.map((file) => file.slice(0, -".zip".length));
  return Array.from({length: 12}, (_, n) => all[Math.floor(((n + 0.5) * all.length) / 12)]!.slice(0, -4));
};

/** A file that a program draws, and how far its picture may be off. */
interface Kind {
  readonly kind: string;
  /** Sides in px of the squares that are compared. */
  readonly blur: number;
  /** Mean difference, of 1 for black on white. */
  readonly most: number;
}

interface Renderer {
  readonly name: string;
  readonly command: string;
  readonly version: string;
  readonly kinds: readonly Kind[];
  /** Renders each file as `<file>.png` beside it, at the size it names, in px. */
  readonly args: (files: readonly string[]) => readonly (readonly string[])[];
}

const svgs: readonly Kind[] = [
  // Text is paths: only the shades of edges may differ.
  {kind: "outlined.svg", blur: 1, most: 0.008},
  // Text may be in another face: as grey as there, within a few px.
  {kind: "svg", blur: 8, most: 0.015}
];

const renderers: readonly Renderer[] = [
  {
    name: "librsvg",
    command: "rsvg-convert",
    version: "--version",
    kinds: svgs,
    args: (files) => files.map((file) => [file, "-o", `${file}.png`])
  },
  {
    name: "Inkscape",
    command: "inkscape",
    version: "--version",
    kinds: svgs,
    args: (files) => files.map((file) => [file, `--export-filename=${file}.png`])
  },
  {
    name: "Poppler",
    command: "pdftoppm",
    version: "-v",
    // A hairline is a whole pixel there.
    kinds: [{kind: "pdf", blur: 2, most: 0.01}],
    args: (files) => files.map((file) => ["-r", "96", "-png", "-singlefile", file, file])
  }
];

/** Mean difference of two pictures, from 0 to 1, in squares of so many px. */
async function difference(one: Buffer, other: Buffer, blur: number): Promise<number> {
  const {width, height} = await sharp(one).metadata();
  const [a, b] = await Promise.all(
    [one, other].map((picture) =>
      sharp(picture)
        .flatten({background: "#fff"})
        .removeAlpha()
        .resize(Math.round(width / blur), Math.round(height / blur), {fit: "fill"})
        .raw()
        .toBuffer()
    )
  );
  let sum = 0;
  for (const [index, value] of a!.entries()) sum += Math.abs(value - b![index]!);
  return sum / 255 / a!.length;
}

/** Colours of curves in an SVG that one picture has and another hasn’t, to half as many px. */
async function lostColours(svg: string, one: Buffer, other: Buffer): Promise<string[]> {
  const colours = new Set(Array.from(svg.matchAll(/ stroke="(#\w{6})"/g), ([, colour = ""]) => colour));
  const [a, b] = await Promise.all(
    [one, other].map((picture) => sharp(picture).flatten({background: "#fff"}).removeAlpha().raw().toBuffer())
  );
  const count = (pixels: Buffer, colour: string): number => {
    const channels = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
    let near = 0;
    for (let at = 0; at < pixels.length; at += 3)
      if (channels.every((channel, index) => Math.abs(channel - pixels[at + index]!) < 24)) near += 1;
    return near;
  };
  // Fewer are shades of edges, or of what lies on top.
  return [...colours].filter((colour) => count(a!, colour) > 40 && count(b!, colour) < count(a!, colour) / 2);
}

test.describe("drawn elsewhere", () => {
  // A browser asks for an icon of a picture, which a site below the root hasn’t where it looks.
  test.use({mayComplain: true});

  for (const {name, command, version, kinds, args} of renderers) {
    test(`${name} draws figures as Chromium does`, {tag}, async ({page}) => {
      test.skip(spawnSync(command, [version]).status !== 0, `${command} is not installed`);
      const folder = mkdtempSync(join(tmpdir(), "renderers-"));
      const all = states().flatMap((state) => kinds.map((each) => ({...each, state})));
      const fileOf = (state: string, kind: string): string =>
        join(folder, `${state.replace("/", "-")}.${kind}`);
      for (const {state, kind} of all)
        copyFileSync(join(site, `charts/${state}.${kind}`), fileOf(state, kind));
      for (const list of args(all.map(({state, kind}) => fileOf(state, kind))))
        expect(spawnSync(command, list, {stdio: "ignore"}).status, list.join(" ").slice(0, 200)).toBe(0);
      const found: string[] = [];
      for (const {state, kind, blur, most} of all) {
        const picture = readFileSync(`${fileOf(state, kind)}.png`);
        const {width, height} = await sharp(picture).metadata();
        await page.setViewportSize({width, height});
        const svg = readFileSync(join(site, `charts/${state}.light.svg`), "utf8");
        // The largest figures have no room for their face: what is in another face is no measure.
        await page.goto(`charts/${state}.${svg.includes("@font-face") ? "light" : "outlined"}.svg`);
        const right = await page.screenshot();
        const lost = await lostColours(svg, right, picture);
        if (lost.length > 0) found.push(`${state}.${kind}: without ${lost.join(", ")}`);
        const off = await difference(right, picture, blur);
        if (off > most) found.push(`${state}.${kind}: ${off.toFixed(4)}, more than ${most}`);
      }
      rmSync(folder, {recursive: true});
      expect(found).toEqual([]);
    });
  }

  for (const engine of [firefox, webkit]) {
    test(`${engine.name()} draws figures as Chromium does`, {tag}, async ({page, baseURL}) => {
      test.skip(!existsSync(engine.executablePath()), `${engine.name()} is not installed`);
      const browser = await engine.launch();
      const other = await browser.newPage();
      for (const state of states()) {
        const svg = readFileSync(join(site, `charts/${state}.svg`), "utf8");
        const [, width, height] = / width="(\d+)" height="(\d+)"/.exec(svg)!;
        const shots = [];
        for (const each of [page, other]) {
          await each.setViewportSize({width: Number(width), height: Number(height)});
          const path = each === page ? `charts/${state}.light.svg` : `charts/${state}.svg`;
          await each.goto(new URL(path, baseURL).href);
          shots.push(await each.screenshot());
        }
        const [own, theirs] = shots;
        expect(await difference(own!, theirs!, 8), state).toBeLessThan(0.015);
      }
      await browser.close();
    });
  }
});
