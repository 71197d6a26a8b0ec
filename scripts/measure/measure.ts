import {chromium} from "@playwright/test";
import {mkdtempSync, rmSync} from "node:fs";
import {availableParallelism, loadavg, tmpdir} from "node:os";
import {join} from "node:path";
import {parseArgs} from "node:util";
import {chromiumFlags, findChromium} from "../../src/core/node/chromium.ts";
import {buildOrdinary, buildSite, timeDrawings} from "./measure-build.ts";
import {labs, useLab, type LabUse} from "./measure-labs.ts";
import {loadPage, type PageLoad} from "./measure-page.ts";
import {
  figureTable,
  kindTable,
  labFigures,
  median,
  pageFigures,
  ratios,
  ratioTable,
  type Figure,
  type PageLimits
} from "./measure-report.ts";
import {serve, type Served} from "../site-server.ts";

const articleLimits: PageLimits = {script: 15, bytes: 250, chart: 1.2, blocking: 50, shift: 0};
const embedLimits: PageLimits = {script: 12, bytes: 40, chart: 0.7, blocking: 0, shift: 0};
const labLimits = {script: 120, redraw: 50};
const [coldLimit, buildLimit, drawingsLimit] = [60, 20, 0.5];
/** How often the control of each chart is changed. */
const redraws = 14;

const pageNames = ["article", "embed page", "Vite + Plot + CSV"] as const;
type PageName = (typeof pageNames)[number];

/** The pages that are measured: where they are, and which SVGs in them are charts. */
const pages = {
  article: {site: "ours", path: "", drawing: "svg.drawing"},
  "embed page": {site: "ours", path: "embed/loss/", drawing: "svg.drawing"},
  "Vite + Plot + CSV": {site: "ordinary", path: "", drawing: "#chart svg"}
} as const satisfies Record<PageName, object>;

interface Loads {
  readonly browser: string;
  readonly loads: Readonly<Record<PageName, readonly PageLoad[]>>;
  readonly uses: readonly LabUse[];
}

/** Loads every page `runs` times, in turn, so that whatever else the machine does befalls all of them. */
async function loadPages(folders: Record<"ours" | "ordinary", string>, runs: number): Promise<Loads> {
  const browser = await chromium.launch({executablePath: await findChromium(), args: chromiumFlags});
  const open: Served[] = [];
  const start = async (folder: string): Promise<string> => {
    const served = await serve({folder, base: "/", port: 0, brotli: true});
    open.push(served);
    return served.url;
  };
  try {
    const urls = {ours: await start(folders.ours), ordinary: await start(folders.ordinary)};
    const loads: Record<PageName, PageLoad[]> = {article: [], "embed page": [], "Vite + Plot + CSV": []};
    // The first load of each page starts the browser's own processes and isn't counted.
    for (let run = 0; run <= runs; ++run) {
      for (const name of pageNames) {
        const {site, path, drawing} = pages[name];
        const load = await loadPage(browser, urls[site] + path, drawing);
        if (run > 0) loads[name].push(load);
      }
    }
    const uses: LabUse[] = [];
    for (const lab of await labs(browser, urls.ours)) {
      uses.push(await useLab(browser, urls.ours, lab, redraws));
    }
    return {browser: `Chromium ${browser.version()}`, loads, uses};
  } finally {
    await browser.close();
    await Promise.all(open.map(({close}) => close()));
  }
}

/** Builds, draws and loads, then prints what it took. */
async function measure(runs: number, isJson: boolean): Promise<void> {
  const [load = 0] = loadavg();
  const folders = {ours: join(temporary, "ours"), ordinary: join(temporary, "ordinary")};
  console.error("building the site, from nothing and once more …");
  const cache = join(temporary, "cache");
  const coldTime = await buildSite(folders.ours, cache);
  const buildTime = await buildSite(folders.ours, cache);
  console.error("drawing charts …");
  const drawingTimes = await timeDrawings(10, runs);
  await buildOrdinary(folders.ordinary);
  console.error(`loading ${pageNames.length} pages, ${runs + 1} times each …`);
  const {browser, loads, uses} = await loadPages(folders, runs);

  const article = loads.article;
  const embed = loads["embed page"];
  const compared = ratios(embed, loads["Vite + Plot + CSV"]);
  const seconds = {subject: "build", unit: "s", decimals: 2} as const;
  const figures: Figure[] = [
    ...pageFigures("article", article, articleLimits),
    ...pageFigures("embed page", embed, embedLimits),
    {...seconds, name: "the whole site, nothing kept", limit: coldLimit, values: [coldTime]},
    {...seconds, name: "the whole site once more", limit: buildLimit, values: [buildTime]},
    {...seconds, name: "10 charts drawn", limit: drawingsLimit, values: drawingTimes}
  ];
  const conditions =
    `Medians of ${runs} first visits on a phone (390 × 844 at 3×), slow 4G (1.6 Mbit/s down, 750 kbit/s up, ` +
    `150 ms), processor slowed 4×, Brotli, HTTP/1.1, in ${browser} on ${availableParallelism()} processor ` +
    `cores (load ${load.toFixed(1)} beforehand; times hold for an idle machine), Node ` +
    `${process.versions.node}. 1 kB is 1000 bytes over the wire, headers included, until the ` +
    "network is idle; scripts within the HTML count as document. The first chart is on screen in the first " +
    "frame painted with its whole SVG laid out, wherever on the page it is: in the article " +
    `${topOf(article)} px from the top, in the embed page ${topOf(embed)} px. Scripts with Plot and redraws are ` +
    `those of each embed page that can be changed, its ${redraws} redraws counted from a change of a control until ` +
    "the frame with the new drawing.";
  console.log(
    isJson
      ? JSON.stringify({conditions, figures, ratios: compared, loads, uses}, null, 2)
      : [
          figureTable(figures),
          figureTable(labFigures(uses, labLimits)),
          ratioTable(compared),
          kindTable(new Map(Object.entries(loads))),
          conditions
        ].join("\n\n")
  );
}

function topOf(loads: readonly PageLoad[]): string {
  return median(loads.map(({chartTop}) => chartTop)).toFixed(0);
}

const temporary = mkdtempSync(join(tmpdir(), "past-chinchilla-measure-"));
process.on("exit", () => rmSync(temporary, {recursive: true, force: true}));
process.once("SIGINT", () => process.exit(130));

const {values} = parseArgs({
  options: {runs: {type: "string", default: "5"}, json: {type: "boolean", default: false}}
});
try {
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 1)
    throw new Error(`invalid runs: ${values.runs} (expected a whole number, 1 or more)`);
  await measure(runs, values.json);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
