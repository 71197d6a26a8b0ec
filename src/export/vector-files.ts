import {cached, cacheKey} from "../core/node/file-cache.ts";
import {figurePdf, type Imprint} from "./figure-pdf.ts";
import {trueTypeFaces} from "./fonts.ts";
import {outlined} from "./outlines.ts";

// Of the libraries as they are pinned and of how they are used: a change of either is a new number.
const setter = "fontkit 2.0.4, pdfkit 0.20.2, 1";

/** A figure’s SVG with its text as paths, made once and kept. */
export async function outlinedSvg(svg: string): Promise<Uint8Array> {
  const key = cacheKey(setter, svg, (await trueTypeFaces()).join());
  return cached("outlines", `${key}.svg`, async () => new TextEncoder().encode(await outlined(svg)));
}

/** A figure as a PDF, made once and kept. */
export async function pdfOf(svg: string, imprint: Imprint): Promise<Uint8Array> {
  const key = cacheKey(setter, svg, JSON.stringify(imprint), (await trueTypeFaces()).join());
  return cached("figure-pdfs", `${key}.pdf`, () => figurePdf(svg, imprint));
}
