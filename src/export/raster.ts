import {renderAsync} from "@resvg/resvg-js";
import sharp from "sharp";
import {cached, cacheKey} from "../core/node/file-cache.ts";
import {fileFont} from "../figure/sheet.ts";
import {trueTypeFaces} from "./fonts.ts";

// Of resvg and sharp as they are pinned, and of the options below: a change of either is a new number.
const renderer = "resvg 2.6.2, sharp 0.35.5, 3";

/**
 * A PNG of an SVG without variables, opaque, in a palette of as many colours as can be told from those of the drawing
 * and the shades of its edges: less than a third of the bytes of full colour.
 *
 * @param zoom pixels a unit of the SVG, e.g. 2
 */
export async function rasterise(svg: string, zoom: number): Promise<Uint8Array> {
  const fontFiles = [...(await trueTypeFaces())];
  const key = `${cacheKey(renderer, svg, String(zoom), fontFiles.join())}.png`;
  return cached("pictures", key, async () => {
    const image = await renderAsync(svg, {
      fitTo: {mode: "zoom", value: zoom},
      font: {fontFiles, loadSystemFonts: false, defaultFontFamily: fileFont}
    });
    const {width, height} = image;
    return sharp(image.pixels, {raw: {width, height, channels: 4}})
      .removeAlpha()
      .png({palette: true, quality: 50, dither: 0, effort: 1, compressionLevel: 9})
      .toBuffer();
  });
}
