/// <reference types="astro/client" />

interface ImportMetaEnv {
  /** Whether this build prints the article: the site then has its PDF. */
  readonly HAS_PDF: boolean;
}

declare module "*.csv" {
  const csv: import("./core/define/csv.ts").CsvFile;
  export default csv;
}

declare module "virtual:chart-datasets" {
  /** Names of the datasets that each chart draws, by the chart's name. */
  const datasets: Readonly<Record<string, readonly string[]>>;
  export default datasets;
}

declare module "subset-font" {
  /** Cuts a font down to the glyphs of a text. */
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options: {
      readonly targetFormat: "woff2" | "truetype";
      readonly noLayoutClosure?: boolean;
      readonly preserveNameIds?: readonly number[];
      readonly keepFeatures?: readonly string[];
      readonly dropTables?: readonly string[];
    }
  ): Promise<Uint8Array>;
}

declare module "@citation-js/core" {
  /** Works in CSL-JSON, read from any format that a plugin knows. */
  export class Cite {
    constructor(data: unknown, options?: {readonly generateGraph?: boolean});
    readonly data: readonly unknown[];
    /** The works as a file of a format that a plugin knows, e.g. `"bibtex"`. */
    format(format: string): string;
  }
  export const plugins: {readonly config: {get(plugin: string): {readonly format: object}}};
}

declare module "@citation-js/plugin-bibtex";
declare module "@citation-js/plugin-ris";
