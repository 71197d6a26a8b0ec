import * as Plot from "@observablehq/plot";
import type {Markish} from "@observablehq/plot";
import type {DrawingWidth} from "../../core/define/chart.ts";
import type {LeadChange} from "../../analysis/lead-changes.ts";
import type {Locale} from "../../core/i18n/locale.ts";
import {pointsOf} from "../../core/math/points.ts";
import type {Series} from "../../core/math/series.ts";
import {passingLabel} from "../../marks/passing.ts";
import {colour, halo} from "../../marks/theme.ts";

/** A crossing's name on a pole that stands on, or hangs from, the zero line of a difference. */
interface Flag {
  readonly key: string;
  readonly text: string;
  /** Foot of the pole, on the x-axis of the chart. */
  readonly x: number;
  /** Stretch of the drawing that the text covers, in px. */
  readonly from: number;
  readonly to: number;
  readonly isLeft: boolean;
  readonly isUp: boolean;
  /** Distance of the text from the zero line, in px. */
  readonly base: number;
}

/** Where things are in px: x from the left edge of the plot, y up from the zero line. */
export interface Pixels {
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
}

const lineHeight = 16;
/** Upper bound of a character's mean width, in px. */
const characterWidth = 7;
const clearance = 8;

/**
 * Who passes whom at what, for the zeros of a difference that falls to its first zero.
 *
 * Left of a zero into which the curve falls, the side below is free; left of one from which it rises, the side above:
 * there the flags fly, to the left, at the least distance from zero that is clear of the curve. A flag without room to
 * its left flies to the right, above.
 */
export function crossingFlags(
  changes: readonly LeadChange[],
  curve: Series,
  {x, y}: Pixels,
  width: DrawingWidth,
  locale: Locale
): Markish[] {
  const points = pointsOf(curve);
  const flags: Flag[] = [];
  for (const change of changes) {
    const text = passingLabel(change, width, locale);
    const extent = Math.max(...text.split("\n").map((line) => line.length)) * characterWidth;
    const foot = x(change.x);
    const isLeft = foot >= extent;
    const isUp = change.isBack || !isLeft;
    const [from, to] = isLeft ? [foot - extent, foot] : [foot, foot + extent];
    const heights = points
      .filter((point) => x(point.x) >= from - clearance && x(point.x) <= to + clearance)
      .map((point) => (isUp ? y(point.y) : -y(point.y)));
    const taken = flags
      .filter((flag) => flag.isUp === isUp && flag.from < to + clearance && flag.to > from - clearance)
      .map((flag) => flag.base + heightOf(flag.text));
    flags.push({
      key: change.key,
      text,
      x: change.x,
      from,
      to,
      isLeft,
      isUp,
      base: Math.max(4, ...heights, ...taken) + clearance
    });
  }
  const perPixel = 1 / y(1);
  const top = (flag: Flag): number => (flag.isUp ? 1 : -1) * (flag.base + heightOf(flag.text)) * perPixel;
  return [
    Plot.ruleX(flags, {
      x: "x",
      y1: 0,
      y2: top,
      ariaLabel: (flag: Flag) => `${flag.key}:pole`,
      stroke: colour.soft
    }),
    Plot.dot(changes, {
      x: "x",
      y: 0,
      ariaLabel: "key",
      r: 5,
      fill: colour.paper,
      stroke: colour.ink,
      strokeWidth: 1.75
    }),
    ...flags.map((flag) =>
      Plot.text([flag], {
        x: "x",
        y: top,
        text: "text",
        ariaLabel: () => `${flag.key}:label`,
        lineAnchor: flag.isUp ? "top" : "bottom",
        textAnchor: flag.isLeft ? "end" : "start",
        dx: flag.isLeft ? -6 : 6,
        dy: flag.isUp ? 1 : -1,
        lineHeight: lineHeight / (width === "narrow" ? 13.5 : 14),
        fill: colour.ink,
        ...halo
      })
    )
  ];
}

function heightOf(text: string): number {
  return text.split("\n").length * lineHeight;
}
