import {strings} from "../i18n/strings.ts";
import {namedState} from "./chart.ts";
import {embeddedFaces, fileFontStack} from "./file-fonts.ts";
import type {Locale} from "./locale.ts";
import {absolute} from "./paths.ts";
import {charts, find} from "./registry.ts";
import {renderDrawing} from "./render.ts";
import {stateTexts, type StateTexts} from "./state-texts.ts";
import {escapeXml, linesOf, raiseSuperscripts, textBlock} from "./svg-text.ts";
import {bakeColours, coloursUsed, type Theme} from "./theme-colours.ts";
import {colour, frames} from "./theme.ts";

/** Bytes that an SVG file may have; one that would have more goes without its face. */
export const largestSvg = 40_000;

const edge = 20;

/** A figure as a picture of its own: its size in px and what stands in it, with variables for colours. */
interface Sheet {
  readonly width: number;
  readonly height: number;
  /** With raised superscripts. */
  readonly body: string;
}

/**
 * A named state as an SVG file that needs nothing else: question, answer, drawing, source and error.
 *
 * @param theme `"system"` has both, by a media query
 */
export async function figureSvg(
  id: string,
  name: string,
  theme: Theme | "system",
  locale: Locale
): Promise<string> {
  const texts = textsOf(id, name, locale);
  const sheet = figureSheet(id, name, texts, locale);
  const whole = document(sheet, texts, theme, await embeddedFaces(sheet.body));
  return Buffer.byteLength(whole) <= largestSvg ? whole : document(sheet, texts, theme, "");
}

/** The light figure without a face in it, for a renderer that brings its own. */
export function figureToRaster(id: string, name: string, locale: Locale): string {
  const texts = textsOf(id, name, locale);
  return document(figureSheet(id, name, texts, locale), texts, "light", "");
}

/** The preview of a link to a named state, 1200 × 630, light: question and answer beside the narrow drawing. */
export function previewToRaster(id: string, name: string, locale: Locale): string {
  const texts = textsOf(id, name, locale);
  const {width, height} = frames.narrow;
  const scale = 1.9;
  const left = 1200 - 36 - width * scale;
  const question = linesOf(texts.question, 20);
  const answer = linesOf(texts.answer, 34);
  const body =
    textBlock(question, {x: 56, y: 108, size: 46, leading: 54, fill: colour.ink, weight: 600}) +
    textBlock(answer, {
      x: 56,
      y: 108 + question.length * 54 + 4,
      size: 27,
      leading: 36,
      fill: colour.soft
    }) +
    textBlock([strings.siteTitle[locale]], {
      x: 56,
      y: 574,
      size: 27,
      leading: 36,
      fill: colour.accent,
      weight: 600
    }) +
    place(renderDrawing(id, name, "narrow", locale), 13.5, left, (630 - height * scale) / 2, scale);
  return document({width: 1200, height: 630, body: raiseSuperscripts(body)}, texts, "light", "");
}

function textsOf(id: string, name: string, locale: Locale): StateTexts {
  const chart = find("chart", charts, id);
  return stateTexts(chart, namedState(chart, name), locale);
}

function figureSheet(id: string, name: string, texts: StateTexts, locale: Locale): Sheet {
  const {width, height} = frames.wide;
  const credit = `${strings.siteTitle[locale]}, CC BY 4.0 · ${absolute(`charts/${id}/${name}/`)}`;
  const answer = linesOf(texts.answer, 114);
  const note = [...linesOf(texts.note, 138), credit];
  const top = 46 + answer.length * 19;
  const bottom = top + 8 + height + 20;
  return {
    width: width + 2 * edge,
    height: bottom + (note.length - 1) * 16 + edge,
    body: raiseSuperscripts(
      textBlock([texts.question], {x: edge, y: 36, size: 19, leading: 24, fill: colour.ink, weight: 600}) +
        textBlock(answer, {x: edge, y: 60, size: 14.5, leading: 19, fill: colour.soft}) +
        place(renderDrawing(id, name, "wide", locale), 14, edge - 2, top + 8, 1) +
        textBlock(note, {x: edge, y: bottom, size: 12, leading: 16, fill: colour.soft})
    )
  };
}

/** A drawing put into a picture, with the type that the site’s stylesheet gives it. */
function place(drawing: string, size: number, x: number, y: number, scale: number): string {
  const inside = drawing.slice(drawing.indexOf(">") + 1, drawing.lastIndexOf("</svg>"));
  const grow = scale === 1 ? "" : ` scale(${scale})`;
  const at = `transform="translate(${x},${y})${grow}"`;
  return `<g ${at} color="${colour.ink}" fill="${colour.ink}" font-size="${size}" text-anchor="middle" xml:space="preserve">${inside}</g>`;
}

function document(
  {width, height, body}: Sheet,
  texts: StateTexts,
  theme: Theme | "system",
  faces: string
): string {
  const content = `<rect width="${width}" height="${height}" fill="${colour.paper}"/>${body}`;
  const colours =
    theme === "system"
      ? `:root{${coloursUsed(content, "light")}}@media (prefers-color-scheme:dark){:root{${coloursUsed(content, "dark")}}}`
      : "";
  const style = faces + colours;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${fileFontStack}">` +
    `<title>${escapeXml(texts.label)}</title><desc>${escapeXml(`${texts.description} ${texts.note}`)}</desc>` +
    (style && `<style>${style}</style>`) +
    (theme === "system" ? content : bakeColours(content, theme)) +
    "</svg>\n"
  );
}
