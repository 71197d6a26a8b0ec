import {csvOf} from "../../figure/state-csv.ts";
import {packageOf, type DrawnDataset, type DrawnState} from "../../figure/state-package.ts";
import {figureCredit, figureSheet, fontFace, sheetFile} from "../../figure/sheet.ts";
import type {Theme} from "../../figure/theme-colours.ts";
import {stateOf} from "../view/figure-hooks.ts";
import {FigureView, namedView, type CountedView, type View} from "../view/figure-view.ts";
import {pageLocale} from "../view/page.ts";
import {dataOf} from "../view/parts.ts";
import {fetchText} from "../view/site-files.ts";
import {statePath} from "./state-path.ts";

/** Kinds of files that a browser makes of what is on screen. */
export type ScreenKind = "svg" | "png" | "csv" | "datapackage.json";

/** Where the figure’s chart lives on the site. */
export interface Origin {
  /** Absolute address of the chart’s page, e.g. `"https://…/charts/loss/"`. */
  readonly charts: string;
  /** Address of the JSON of one of its named states, which has the chart’s title and datasets. */
  readonly about: string;
}

interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

const types = {
  svg: "image/svg+xml",
  csv: "text/csv;charset=utf-8",
  "datapackage.json": "application/json"
} as const;

/** Pixels of a PNG for one of the SVG. */
const zoom = 2;

/**
 * A file of the state that a figure shows, as the site makes them of named states: in the width and the
 * theme that are on screen.
 *
 * @throws where the drawing, the face or the numbers can't be had.
 */
export async function screenFile(
  figure: HTMLElement,
  kind: ScreenKind,
  origin: Origin
): Promise<{name: string; content: Blob}> {
  const id = dataOf(figure, "chart");
  const folder = `${id}-${figure.dataset.view ?? "state"}`;
  const name = `${folder}.${kind}`;
  const address = origin.charts + statePath(figure);
  if (kind === "csv") {
    const {reading} = await shownView(figure);
    return {name, content: new Blob([csvOf(reading)], {type: types.csv})};
  }
  if (kind === "datapackage.json") {
    const about = await describe(figure, await shownView(figure), address, origin.about);
    const content = JSON.stringify(packageOf(about, `${folder}.csv`, pageLocale()));
    return {name, content: new Blob([content], {type: types[kind]})};
  }
  const drawn = await picture(figure, await shownView(figure), address);
  return {name, content: kind === "png" ? await png(drawn) : new Blob([drawn.svg], {type: types.svg})};
}

/** The state on screen anew: the drawing there may be on its way from another, or under the reader’s pen. */
async function shownView(figure: HTMLElement): Promise<CountedView> {
  const {view} = figure.dataset;
  if (view) return namedView(figure, view);
  const {viewOf} = await import("./chart-lab.ts");
  return viewOf(dataOf(figure, "chart"), stateOf(figure), pageLocale());
}

async function picture(figure: HTMLElement, {texts, drawing}: View, address: string): Promise<Picture> {
  const {width} = FigureView.of(figure);
  const drawn = new XMLSerializer().serializeToString(await drawing(width));
  const sheet = figureSheet(drawn, width, texts, figureCredit(address, pageLocale()));
  return {...sheet, svg: sheetFile(sheet, texts, themeOnScreen(), await siteFaces())};
}

/** What the figure shows, with the datasets that the chart’s own file names. */
async function describe(
  figure: HTMLElement,
  view: CountedView,
  address: string,
  about: string
): Promise<DrawnState> {
  const {title, datasets} = JSON.parse(await fetchText(about)) as {title: string; datasets: DrawnDataset[]};
  const place = dataOf(figure, "chart") + (view.name ? `/${view.name}` : "");
  const {state: inputs, texts, reading} = view;
  return {place, inputs, title, texts, address, datasets, reading};
}

async function png({svg, width, height}: Picture): Promise<Blob> {
  const image = new Image();
  // Not a blob: URL, which the page’s policy refuses.
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = zoom * width;
  canvas.height = zoom * height;
  const context = canvas.getContext("2d");
  if (!context) throw new Error("no picture: a canvas without a context (expected one to draw on)");
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((content) => {
      if (content) resolve(content);
      else
        reject(
          new Error(
            `no picture: ${canvas.width} × ${canvas.height} px (expected a size the browser can draw)`
          )
        );
    }, "image/png");
  });
}

function themeOnScreen(): Theme {
  // What the styles made of the system's and the reader's choice.
  return getComputedStyle(document.documentElement).colorScheme === "dark" ? "dark" : "light";
}

/** The page’s own sans-serif face, every weight of it. @throws where it can't be had. */
async function siteFaces(): Promise<string> {
  const family = firstFamily(getComputedStyle(document.documentElement).getPropertyValue("--font-sans"));
  const faces = [...document.styleSheets]
    .flatMap(({cssRules}) => [...cssRules])
    .filter((rule) => rule instanceof CSSFontFaceRule)
    .filter(({style}) => firstFamily(style.getPropertyValue("font-family")) === family);
  const rules = faces.map(async ({style, parentStyleSheet}) => {
    const path = /url\("?([^")]+)/.exec(style.getPropertyValue("src"))?.[1];
    if (path === undefined) throw new Error(`no file of a face: ${family} (expected a url)`);
    const file = await fetch(new URL(path, parentStyleSheet?.href ?? document.baseURI));
    if (!file.ok) throw new Error(`file not found: ${path} (status ${file.status})`);
    const bytes = new Uint8Array(await file.arrayBuffer());
    return fontFace(Number(style.getPropertyValue("font-weight")), btoa(String.fromCharCode(...bytes)));
  });
  return (await Promise.all(rules)).join("");
}

/** The first name of a list of families, without its quotes. */
function firstFamily(list: string): string {
  return list
    .replace(/,.*/s, "")
    .trim()
    .replace(/^["']|["']$/g, "");
}
