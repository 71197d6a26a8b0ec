/// <reference types="astro/client" />

declare module "*.csv" {
  const csv: import("./lib/csv.ts").CsvFile;
  export default csv;
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
    }
  ): Promise<Uint8Array>;
}
