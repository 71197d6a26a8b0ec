import {strings} from "../core/i18n/strings.ts";
import {namedState} from "../core/define/chart.ts";
import {figureCredit, figureSheet, placeDrawing, sheetFile, type Sheet} from "../figure/sheet.ts";
import {embeddedFaces} from "./fonts.ts";
import type {Locale} from "../core/i18n/locale.ts";
import {absolute} from "../core/address.ts";
import {charts, find} from "../registry.ts";
import {renderDrawing} from "./render.ts";
import {stateTexts, type StateTexts} from "../figure/texts.ts";
import {linesOf, raiseSuperscripts, textBlock} from "../figure/svg-text.ts";
import type {Theme} from "../figure/theme-colours.ts";
import {colour, frames} from "../marks/theme.ts";

/** Bytes that an SVG file may have; one that would have more goes without its face. */
const largestSvg = 40_000;

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
  const sheet = sheetOf(id, name, texts, locale);
  const whole = sheetFile(sheet, texts, theme, await embeddedFaces(sheet.body));
  return Buffer.byteLength(whole) <= largestSvg ? whole : sheetFile(sheet, texts, theme, "");
}

/** The light figure without a face in it, for a renderer that brings its own. */
export function figureToRaster(id: string, name: string, locale: Locale): string {
  const texts = textsOf(id, name, locale);
  return sheetFile(sheetOf(id, name, texts, locale), texts, "light", "");
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
    placeDrawing(
      renderDrawing(id, name, "narrow", locale),
      "narrow",
      left,
      (630 - height * scale) / 2,
      scale
    );
  return sheetFile({width: 1200, height: 630, body: raiseSuperscripts(body)}, texts, "light", "");
}

function textsOf(id: string, name: string, locale: Locale): StateTexts {
  const chart = find("chart", charts, id);
  return stateTexts(chart, namedState(chart, name), locale);
}

function sheetOf(id: string, name: string, texts: StateTexts, locale: Locale): Sheet {
  const credit = figureCredit(absolute(`charts/${id}/${name}/`, locale), locale);
  return figureSheet(renderDrawing(id, name, "wide", locale), "wide", texts, credit);
}
