import {zipSync, type Zippable} from "fflate";
import {sharing} from "../core/i18n/sharing.ts";
import {namedState} from "../core/define/chart.ts";
import {licenceText} from "../figure/state-package.ts";
import {citationText, drawnDatasets, figureCsv, figureJson, figurePackage} from "./numbers.ts";
import {figureSvg, figureToRaster, previewToRaster} from "./figure-picture.ts";
import {figureKindNames as kinds, type FigureKind} from "../figure/kinds.ts";
import {sha256} from "../core/node/file-cache.ts";
import {tagOf, type Locale} from "../core/i18n/locale.ts";
import {absolute} from "../core/address.ts";
import {articleAt} from "../article/edition.ts";
import type {Imprint} from "./figure-pdf.ts";
import {rasterise} from "./raster.ts";
import {outlinedSvg, pdfOf} from "./vector-files.ts";
import {charts, find} from "../registry.ts";
import {stateTexts} from "../figure/texts.ts";

/** A file of a figure in the manifest. */
export interface ListedFile {
  /** Its path below `/charts/`. */
  readonly path: string;
  readonly bytes: number;
  /** In hex. */
  readonly sha256: string;
}

const files = new Map<string, Promise<Uint8Array>>();

/** A file of a named state, made once a build. */
export function figureFile(id: string, name: string, kind: FigureKind, locale: Locale): Promise<Uint8Array> {
  const path = `${id}/${name}.${kind}/${locale}`;
  let file = files.get(path);
  if (!file) {
    file = makeFile(id, name, kind, locale);
    files.set(path, file);
  }
  return file;
}

/** Every file of every named state, with its size and hash. */
export async function listFiles(locale: Locale): Promise<ListedFile[]> {
  const states = [...charts].flatMap(([id, chart]) => Object.keys(chart.states).map((name) => ({id, name})));
  const listed: ListedFile[] = [];
  const left = states.values();
  // Two states at a time: pictures are rendered on other threads, and all at once would fill the memory.
  const work = async (): Promise<void> => {
    for (const {id, name} of left) {
      for (const kind of kinds) {
        const bytes = await figureFile(id, name, kind, locale);
        listed.push({
          path: `${id}/${name}.${kind}`,
          bytes: bytes.length,
          sha256: sha256(bytes)
        });
      }
    }
  };
  await Promise.all([work(), work()]);
  return listed.sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function makeFile(id: string, name: string, kind: FigureKind, locale: Locale): Promise<Uint8Array> {
  switch (kind) {
    case "svg":
      return encode(await figureSvg(id, name, "system", locale));
    case "light.svg":
      return encode(await figureSvg(id, name, "light", locale));
    case "dark.svg":
      return encode(await figureSvg(id, name, "dark", locale));
    case "outlined.svg":
      return outlinedSvg(figureToRaster(id, name, locale));
    case "pdf":
      return pdfOf(figureToRaster(id, name, locale), imprintOf(id, name, locale));
    case "png":
      return rasterise(figureToRaster(id, name, locale), 1);
    case "2x.png":
      return rasterise(figureToRaster(id, name, locale), 2);
    case "preview.png":
      return rasterise(previewToRaster(id, name, locale), 1);
    case "csv":
      return encode(figureCsv(id, name, locale));
    case "datapackage.json":
      return encode(figurePackage(id, name, `${name}.csv`, locale));
    case "json":
      return encode(figureJson(id, name, locale));
    case "zip":
      return zip(id, name, locale);
  }
}

/** What the PDF of a state says of itself: it is the edition’s. */
function imprintOf(id: string, name: string, locale: Locale): Imprint {
  const chart = find("chart", charts, id);
  const {label, question, note} = stateTexts(chart, namedState(chart, name), locale);
  const {authors, modified} = articleAt(absolute("", locale), locale);
  return {
    title: label,
    author: authors,
    subject: `${question} ${note}`,
    date: modified,
    language: tagOf(locale)
  };
}

/** All the files of a state and what they are. */
async function zip(id: string, name: string, locale: Locale): Promise<Uint8Array> {
  const folder = `${id}-${name}`;
  const ownPackage = encode(figurePackage(id, name, `${folder}.csv`, locale));
  const content: Zippable = {[`${folder}/README.txt`]: encode(readme(id, name, locale))};
  for (const kind of kinds) {
    if (kind === "zip") continue;
    // A package names its CSV, which is called otherwise here.
    const bytes = kind === "datapackage.json" ? ownPackage : await figureFile(id, name, kind, locale);
    // A PNG is compressed already.
    content[`${folder}/${id}-${name}.${kind}`] = kind.endsWith("png") ? [bytes, {level: 0}] : bytes;
  }
  // The same bytes in every build: no clock.
  return zipSync(content, {level: 6, mtime: "1980-01-02"});
}

function readme(id: string, name: string, locale: Locale): string {
  const chart = find("chart", charts, id);
  const {question, answer, note, description} = stateTexts(chart, namedState(chart, name), locale);
  return [
    chart.title[locale],
    absolute(`charts/${id}/${name}/`, locale),
    `${question} ${answer}`,
    description,
    note,
    sharing.fileKinds[locale],
    sharing.fileLicence[locale],
    ...drawnDatasets(chart, locale).map(
      (drawn) => `${drawn.id}: ${licenceText(drawn.licence)}. ${drawn.error}`
    ),
    citationText(id, name, locale)
  ]
    .map((paragraph) => `${paragraph}\n`)
    .join("\n");
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
