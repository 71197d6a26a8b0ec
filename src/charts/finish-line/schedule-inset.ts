import type {Markish} from "@observablehq/plot";
import * as Plot from "@observablehq/plot";
import {rateAt} from "../../analysis/finish-line/curve-crossings.ts";
import type {DrawingWidth} from "../../core/define/chart.ts";
import {firstOf, seriesOf, type Point} from "../../core/math/points.ts";
import {placedLabel, placedRing, seriesLine} from "../../marks/lines.ts";
import {colour} from "../../marks/theme.ts";
import {endWords, placeWords, rateTitle} from "./drawn-words.ts";
import {fromCorner, pairColours, runKey, type FinishDrawing} from "./finish-drawing.ts";

/** Where the schedule stands, from the lower left corner of the drawing, in px. */
const boxes: Readonly<Record<DrawingWidth, Record<"right" | "up" | "width" | "height", number>>> = {
  narrow: {right: 6, up: 8, width: 130, height: 48},
  wide: {right: 14, up: 18, width: 240, height: 96}
};

const knots = 40;

/** The schedule of the larger, and how far both are on their own where the smaller ends. */
export function scheduleInset(drawing: FinishDrawing): Markish[] {
  const {compared, width, locale} = drawing;
  const {small, large, share, rate} = compared;
  const box = boxes[width];
  const place = (done: number, height: number): Point =>
    fromCorner(drawing, {right: box.right + done * box.width, up: box.up + height * box.height});
  const schedule = (until: number): Point[] => {
    const from = firstOf(large.flops) / large.finalFlops;
    return Array.from({length: knots}, (_, index) => {
      const done = from + ((until - from) * index) / (knots - 1);
      return place(done, rateAt(large, done * large.finalFlops));
    });
  };
  const title = rateTitle(drawing)[locale];
  const [start, end] = [place(0, 0), place(1, 0)];
  const [here, finish] = [place(share, rate), place(1, rateAt(small, small.finalFlops))];
  return [
    Plot.link([compared], {
      x1: [start.x],
      x2: [end.x],
      y1: [start.y],
      y2: [end.y],
      ariaLabel: () => "schedule-foot",
      stroke: colour.faded
    }),
    seriesLine("schedule", seriesOf(schedule(1)), {stroke: colour.faded, strokeWidth: 1.75}),
    seriesLine("schedule-done", seriesOf(schedule(share)), {stroke: pairColours.large, strokeWidth: 2.75}),
    Plot.dot([small], {
      x: [finish.x],
      y: [finish.y],
      ariaLabel: () => `${runKey(small)}-schedule`,
      r: 4.5,
      symbol: "square" as const,
      fill: pairColours.small
    }),
    placedRing(`${runKey(large)}-schedule`, here, pairColours.large, 5),
    placedLabel(
      "schedule",
      {...start, text: title},
      {fill: colour.soft, anchor: "start", dx: 1, dy: -2 - 7 * title.split("\n").length, weight: 400}
    ),
    placedLabel(
      `${runKey(large)}-schedule`,
      {...here, text: placeWords(drawing)[locale]},
      {fill: pairColours.large, anchor: "start", dx: 10, dy: -11}
    ),
    placedLabel(
      `${runKey(small)}-schedule`,
      {...finish, text: endWords(drawing)[locale]},
      {fill: pairColours.small, anchor: "start", dx: 10, dy: -1}
    )
  ];
}
