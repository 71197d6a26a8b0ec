import {keysOf} from "../core/define/keys.ts";

/** What the files of a named state end in, each with what it is served as. */
export const figureKinds = {
  svg: "image/svg+xml",
  "light.svg": "image/svg+xml",
  "dark.svg": "image/svg+xml",
  "outlined.svg": "image/svg+xml",
  pdf: "application/pdf",
  png: "image/png",
  "2x.png": "image/png",
  "preview.png": "image/png",
  csv: "text/csv; charset=utf-8",
  "datapackage.json": "application/json",
  json: "application/json",
  zip: "application/zip"
} as const;

export type FigureKind = keyof typeof figureKinds;

/** The endings, in their order. */
export const figureKindNames = keysOf(figureKinds);
