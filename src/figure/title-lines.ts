import {namedAnswer, type Chart, type DrawingWidth} from "../core/define/chart.ts";
import type {Locale} from "../core/i18n/locale.ts";

/** Letters that a line of a figure’s title holds. */
const letters: Readonly<Record<DrawingWidth, number>> = {narrow: 34, wide: 62};

/** Most lines for which room is kept. */
const most = 5;

/**
 * Lines that the longest answer of some named states of a chart takes as a title, from 1 to 5: with that much room, what stands
 * below stays where it is when the answer changes.
 *
 * @throws where the chart has no such state.
 */
export function titleLines(
  chart: Chart,
  states: readonly string[],
  width: DrawingWidth,
  locale: Locale
): number {
  const longest = Math.max(...states.map((name) => namedAnswer(chart, name, locale).length));
  return Math.min(most, Math.ceil(longest / letters[width]));
}
