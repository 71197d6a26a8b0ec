import {Resvg} from "@resvg/resvg-js";
import {placeDrawing, fileFont} from "../../src/figure/sheet.ts";
import {frames} from "../../src/marks/theme.ts";
import type {DrawingWidth} from "../../src/core/define/chart.ts";
import {unaccentuate} from "./pseudo.ts";

/** Around the drawing, in px, so that what leaves it can be seen. */
const around = 500;

/**
 * By how many px what is drawn leaves a drawing, at the side where it does so most; below 0 where it leaves none.
 *
 * @param fontFiles the face of the drawings, which has plain letters only: texts are measured without their accents
 */
export function overflow(drawing: string, width: DrawingWidth, fontFiles: readonly string[]): number {
  const frame = frames[width];
  const body = placeDrawing(unaccentuate(drawing), width, around, around, 1).replace(
    /var\([^)]*\)/g,
    "black"
  );
  const size = {width: frame.width + 2 * around, height: frame.height + 2 * around};
  const sheet = `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" font-family="${fileFont}">${body}</svg>`;
  const box = new Resvg(sheet, {
    font: {fontFiles: [...fontFiles], loadSystemFonts: false, defaultFontFamily: fileFont}
  }).getBBox();
  if (!box) throw new Error("nothing is drawn: (expected a drawing)");
  return Math.max(
    around - box.x,
    around - box.y,
    box.x + box.width - (around + frame.width),
    box.y + box.height - (around + frame.height)
  );
}
