import type {DrawingWidth} from "../core/define/chart.ts";
import type {Locale, Localised} from "../core/i18n/locale.ts";
import {firstLocale} from "../core/i18n/locale.ts";
import {frames, type Frame} from "./theme.ts";

/** What the axes of a drawing are called. */
export interface AxisTitles {
  readonly xLabel: string;
  readonly yLabel: string;
}

// Text isn't measured in the build. In px, at the type size of drawings.
const character = 6.2;
const line = 16;

/** A title in two lines where one would be wider than the drawing, broken at the space nearest to its middle. */
export function wrappedTitle(title: string, {width}: Pick<Frame, "width">): string {
  if (title.length * character <= width) return title;
  const spaces = Array.from(title.matchAll(/ /g), ({index}) => index);
  const middle = title.length / 2;
  const [at] = spaces.toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
  return at === undefined ? title : `${title.slice(0, at)}\n${title.slice(at + 1)}`;
}

/** Height in px that a title needs besides its first line. */
export function titleRoom(title: string, frame: Pick<Frame, "width">): number {
  return wrappedTitle(title, frame) === title ? 0 : line;
}

/** Size and margins of a drawing whose axes have these titles: a title of two lines has room for both. */
export function frameFor(width: DrawingWidth, {xLabel = "", yLabel = ""}: Partial<AxisTitles>): Frame {
  const frame = frames[width];
  return {
    ...frame,
    marginTop: frame.marginTop + titleRoom(yLabel, frame),
    marginBottom: frame.marginBottom + titleRoom(xLabel, frame)
  };
}

/**
 * How much more room the longest of some texts needs than in the first language, for which the room was made: 1 or more.
 *
 * @param texts the labels for which a drawing keeps room, at least one
 */
export function growthOf(texts: readonly Localised[], locale: Locale): number {
  const longest = (language: Locale): number => Math.max(...texts.map((text) => text[language].length));
  return Math.max(1, longest(locale) / longest(firstLocale));
}

/** A frame whose right margin, in which labels end, grows with their language. */
export function labelledFrame(frame: Frame, texts: readonly Localised[], locale: Locale): Frame {
  return {...frame, marginRight: frame.marginRight * growthOf(texts, locale)};
}

/**
 * Where a linear axis ends that keeps room for labels behind its data: the room grows with their language.
 *
 * @param axis where it begins, where its data end, and where it ends in the first language
 */
export function labelledEnd(
  [from, to, end]: readonly [number, number, number],
  texts: readonly Localised[],
  locale: Locale
): number {
  const share = (end - to) / (to - from);
  const growth = growthOf(texts, locale);
  // So that the labels' part of the whole axis, share / (1 + share), grows by that factor.
  const grown = (share * growth) / (1 - share * (growth - 1));
  return end + (grown - share) * (to - from);
}
