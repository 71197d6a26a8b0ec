import {strings} from "../core/i18n/strings.ts";
import type {DrawingWidth} from "../core/define/chart.ts";
import type {Locale} from "../core/i18n/locale.ts";
import type {StateTexts} from "./texts.ts";
import {fileOfDrawing} from "./drawing-file.ts";
import {escapeXml, linesOf, raiseSuperscripts, textBlock} from "./svg-text.ts";
import {bakeColours, darkRules, themeColours, type Theme} from "./theme-colours.ts";
import {colour, frames} from "../marks/theme.ts";

/** The face of files that leave the site. */
export const fileFont = "Source Sans 3";

/** The face and what stands in for it. In quotes: a name with a word that begins with a digit is none without. */
const fileFontStack = `'${fileFont}', 'Source Sans Pro', Arial, sans-serif`;

const edge = 20;

/**
 * Of each drawing: its type in px, as the site’s stylesheet has it, and the characters that a line beside it holds, also
 * in the wider face that stands in where a program ignores the file’s own.
 */
const settings = {
  narrow: {type: 13.5, question: 36, answer: 50, note: 58},
  wide: {type: 14, question: 90, answer: 106, note: 128}
} as const satisfies Record<DrawingWidth, object>;

/** A figure as a picture of its own: its size in px and what stands in it, with variables for colours. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  /** With raised superscripts. */
  readonly body: string;
}

/**
 * A drawing with its question and answer above it, its source, error and credit below.
 *
 * @param drawing an SVG of that width, as text
 */
export function figureSheet(drawing: string, width: DrawingWidth, texts: StateTexts, credit: string): Sheet {
  const frame = frames[width];
  const characters = settings[width];
  const question = linesOf(texts.question, characters.question);
  const answer = linesOf(texts.answer, characters.answer);
  // A line needs no dot where it ends.
  const note = [texts.note, credit]
    .flatMap((text) => linesOf(text, characters.note))
    .map((line) => line.replace(/ ·$/, ""));
  const second = 36 + question.length * 24;
  const top = second - 14 + answer.length * 19;
  const bottom = top + 8 + frame.height + 20;
  return {
    width: frame.width + 2 * edge,
    height: bottom + (note.length - 1) * 16 + edge,
    body: raiseSuperscripts(
      textBlock(question, {x: edge, y: 36, size: 19, leading: 24, fill: colour.ink, weight: 600}) +
        textBlock(answer, {x: edge, y: second, size: 14.5, leading: 19, fill: colour.soft}) +
        placeDrawing(drawing, width, edge - 2, top + 8, 1) +
        textBlock(note, {x: edge, y: bottom, size: 12, leading: 16, fill: colour.soft})
    )
  };
}

/** What a picture says of where it is from, with the address of its state. */
export function figureCredit(address: string, locale: Locale): string {
  return `${strings.siteTitle[locale]}, CC BY 4.0 · ${address}`;
}

/** A drawing put into a picture, with the type that the site’s stylesheet gives it. */
export function placeDrawing(
  drawing: string,
  width: DrawingWidth,
  x: number,
  y: number,
  scale: number
): string {
  const inside = drawing.slice(drawing.indexOf(">") + 1, drawing.lastIndexOf("</svg>"));
  const grow = scale === 1 ? "" : ` scale(${scale})`;
  const at = `transform="translate(${x},${y})${grow}"`;
  return `<g ${at} color="${colour.ink}" fill="${colour.ink}" font-size="${settings[width].type}" text-anchor="middle" xml:space="preserve">${inside}</g>`;
}

/** A drawing as a file that any program shows, in light colours, and that a page’s scripts put into the page. */
export function drawingFile(drawing: string, width: DrawingWidth): string {
  const {type} = settings[width];
  const ink = bakeColours(colour.ink, "light");
  return fileOfDrawing(
    drawing,
    `xmlns="http://www.w3.org/2000/svg" font-family="${fileFontStack}" font-size="${type}" text-anchor="middle" color="${ink}" fill="${ink}" xml:space="preserve"`,
    themeColours.light
  );
}

/**
 * A sheet as an SVG file that needs nothing else.
 *
 * @param theme `"system"` is light wherever a media query isn’t understood, and either where it is
 * @param faces `@font-face` rules of its face; none for a renderer that brings its own
 */
export function sheetFile(
  {width, height, body}: Sheet,
  texts: StateTexts,
  theme: Theme | "system",
  faces: string
): string {
  const content = `<rect width="${width}" height="${height}" fill="${colour.paper}"/>${body}`;
  const style =
    faces + (theme === "system" ? `@media (prefers-color-scheme:dark){${darkRules(content)}}` : "");
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${fileFontStack}">` +
    `<title>${escapeXml(texts.label)}</title><desc>${escapeXml(`${texts.description} ${texts.note}`)}</desc>` +
    (style && `<style>${style}</style>`) +
    bakeColours(content, theme === "system" ? "light" : theme) +
    "</svg>\n"
  );
}

/** A rule that brings a weight of the face along. @param data a woff2 in base64 */
export function fontFace(weight: number, data: string): string {
  return `@font-face{font-family:"${fileFont}";font-weight:${weight};src:url(data:font/woff2;base64,${data})}`;
}
