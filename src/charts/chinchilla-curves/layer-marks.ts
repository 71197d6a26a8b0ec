import * as Plot from "@observablehq/plot";
import type {Markish} from "@observablehq/plot";
import type {ComparedSize} from "../../analysis/chinchilla-comparison.ts";
import {computeRange, runGroups, type SizeCurve} from "../../analysis/chinchilla-sizes.ts";
import type {DrawingWidth} from "../../core/define/chart.ts";
import {lastPoint, pointsOf, seriesOf, type Point} from "../../core/math/points.ts";
import {placedLabel, seriesDots, seriesLine, shade} from "../../marks/lines.ts";
import {colour} from "../../marks/theme.ts";
import type {CurvesState} from "./chinchilla-curves-state.ts";

/** Diameter of a run's dot in px. */
const dotSize = {narrow: 4, wide: 5} as const;

/** The curve of a size; broader where there are but two. */
export function curveLine(curve: SizeCurve, {show}: CurvesState): Markish {
  return seriesLine(curve.key, curve, {
    stroke: colour.ramp(curve.step),
    strokeWidth: show === "pair" ? 2.5 : 1.25
  });
}

/** Final losses of all runs, in the hue of their size. */
export function runDots(width: DrawingWidth): Markish[] {
  return runGroups.map((group) => seriesDots(group.key, group, colour.ramp(group.step), dotSize[width]));
}

/** Final losses of the runs of two sizes, joined to their curves by dotted lines; a ring on the last of the smaller. */
export function pairMarks(pair: readonly ComparedSize[], last: Point, lastText: string): Markish[] {
  return [
    ...pair.flatMap(({curve, ends}) => {
      const joined = seriesOf([lastPoint(curve), ...pointsOf(ends)]);
      const stroke = colour.ramp(curve.step);
      return [
        seriesLine(`${curve.key}:joined`, joined, {stroke, strokeWidth: 1.25, strokeDasharray: "2 4"}),
        seriesDots(`${curve.key}:ends`, ends, stroke, 6)
      ];
    }),
    Plot.dot([last], {
      x: "x",
      y: "y",
      ariaLabel: () => "last-end",
      r: 7,
      stroke: colour.ink,
      strokeWidth: 1.75
    }),
    placedLabel(
      "last-end",
      {...last, text: lastText},
      {fill: colour.ink, anchor: "end", dx: -2, dy: 26, weight: 400}
    )
  ];
}

/** All of Chinchilla's compute as a part of a linear axis, from the bottom to the top of the frame. */
export function sliverMarks(y: readonly [number, number], text: string): Markish[] {
  const [, end] = computeRange;
  return [
    shade("sliver", {x: [0, end], y}, {fill: colour.accent, fillOpacity: 0.16}),
    placedLabel("sliver", {x: end, y: y[1], text}, {fill: colour.accent, anchor: "start", dx: 8, dy: 24})
  ];
}
