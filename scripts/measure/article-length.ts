import {chromium, type Page} from "@playwright/test";
import {parseArgs} from "node:util";
import {chromiumFlags, findChromium} from "../../src/core/node/chromium.ts";
import {serve} from "../site-server.ts";
import {table} from "./measure-report.ts";

/** Windows in which the article’s height is told, in px. */
const windows = [
  {width: 1280, height: 860},
  {width: 390, height: 780}
] as const;

interface Section {
  readonly id: string;
  readonly words: number;
  /** Height in px. */
  readonly height: number;
}

/** What a section of the built article takes: words of its prose, without charts, tables and formulas, and its height. */
function sectionsOn(page: Page): Promise<Section[]> {
  return page.evaluate(() =>
    Array.from(document.querySelectorAll<HTMLElement>("main > .section"), (section) => {
      const copy = document.createElement("div");
      copy.innerHTML = section.innerHTML;
      for (const other of copy.querySelectorAll(
        "figure, table, details, nav, .katex, .katex-display, script"
      ))
        other.remove();
      const words = copy.textContent.match(/[\p{L}\p{N}]\S*/gu) ?? [];
      return {id: section.id, words: words.length, height: Math.round(section.offsetHeight)};
    })
  );
}

/** Prints words and heights of the sections of the article that was built last. */
async function measureLength(folder: string): Promise<void> {
  const served = await serve({folder, base: process.env.BASE_PATH ?? "/", port: 0});
  const browser = await chromium.launch({executablePath: await findChromium(), args: chromiumFlags});
  try {
    const found: Section[][] = [];
    for (const viewport of windows) {
      const page = await browser.newPage({viewport, reducedMotion: "reduce"});
      await page.goto(served.url);
      found.push(await sectionsOn(page));
    }
    const [wide = [], phone = []] = found;
    const rows = wide.map(
      ({id, words, height}, index) => [id, words, height, phone[index]?.height ?? NaN] as const
    );
    const sum = (column: 1 | 2 | 3): number => rows.reduce((total, row) => total + row[column], 0);
    const heads = windows.map(({width, height}) => `px at ${width} × ${height}`);
    console.log(
      table(
        ["section", "words", ...heads],
        [...rows, ["all", sum(1), sum(2), sum(3)] as const].map((row) => row.map(String))
      )
    );
  } finally {
    await browser.close();
    await served.close();
  }
}

const {values} = parseArgs({options: {folder: {type: "string", default: "dist"}}});
await measureLength(values.folder);
