import * as Plot from "@observablehq/plot";
import type {LineOptions, Markish} from "@observablehq/plot";
import type {DrawingWidth} from "../../core/define/chart.ts";
import {dodge, labelMark, type EndLabel} from "../../marks/labels.ts";
import type {Panels} from "../../marks/panels.ts";
import {placedRing} from "../../marks/lines.ts";
import type {Point} from "../../core/math/points.ts";
import {colour, halo} from "../../marks/theme.ts";

/** How a curve is drawn: the expected run in the accent, the cosine it is compared with dashed, a measured run thin. */
export function expectedLook(key: string): LineOptions & {readonly stroke: string} {
  if (key === "expected") return {stroke: colour.accent, strokeWidth: 2.5};
  if (key === "cosine") return {stroke: colour.soft, strokeWidth: 1.5, strokeDasharray: "5 3"};
  return {stroke: colour.ink, strokeWidth: 1.5};
}

/** The end of the expected run, and a bar over where it may lie. */
export function errorMarks(end: Point, [low, high]: readonly [number, number]): Markish[] {
  return [
    Plot.ruleX([end.x], {
      y1: low,
      y2: high,
      ariaLabel: () => "expected:error",
      stroke: colour.accent,
      strokeOpacity: 0.4,
      strokeWidth: 9
    }),
    placedRing("expected:end", end, colour.accent, 3)
  ];
}

/** Labels to the right of the curves that reach the end of the run; below the end of one that doesn't. */
export function expectedLabels(
  labels: readonly EndLabel[],
  {steps, panels, width}: {readonly steps: number; readonly panels: Panels; readonly width: DrawingWidth}
): Markish[] {
  const early = labels.filter(({x}) => x < 0.95 * steps);
  const late = labels.filter((label) => !early.includes(label)).map((label) => ({...label, x: steps}));
  // To the left of such an end there may be no room for its label; then it begins at the axis.
  const isNearAxis = width === "narrow" && early.some(({x}) => x < 0.5 * steps);
  return [
    labelMark(dodge(late, panels.pixels(15)), {textAnchor: "start", dx: 8}),
    labelMark(early, {
      ...(isNearAxis ? {x: () => 0, textAnchor: "start", dx: 6} : {textAnchor: "end", dx: 4}),
      dy: 13
    })
  ];
}

/** Height of three lines of text in a corner, in px. */
const cornerHeight = 56;

/** Value that the lower panel must reach for a curve as high as `loss` to pass below the text in its corner. */
export function cornerRoom({domain: [bottom], edge, pixels}: Panels, loss: number): number {
  const share = pixels(cornerHeight) / (edge - bottom);
  return bottom + (loss - bottom) / (1 - share);
}

/** Text at the upper right of the lower panel, where curves that fall from the left never come, and others by `cornerRoom`. */
export function cornerText(text: string, {edge}: Panels): Markish {
  return Plot.text([text], {
    y: [edge],
    text: (lines: string) => lines,
    ariaLabel: () => "corner:label",
    frameAnchor: "right",
    textAnchor: "end",
    lineAnchor: "top",
    dx: 26,
    dy: 4,
    fill: colour.soft,
    ...halo
  });
}
