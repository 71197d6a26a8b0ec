import * as Plot from "@observablehq/plot";
import type {Markish} from "@observablehq/plot";
import type {DrawingWidth} from "../../core/define/chart.ts";
import {
  computeRange,
  endsOf,
  finalLosses,
  frontier,
  sizeName,
  type FinalLoss,
  type SizeCurve
} from "../../analysis/chinchilla-sizes.ts";
import {runCurve} from "../../marks/run-curves.ts";
import {computeAt, curveOf, runs, thinned, type Run} from "../../analysis/runs.ts";
import {placedLabel, seriesDots, seriesLine} from "../../marks/lines.ts";
import {colour} from "../../marks/theme.ts";

/** LLaMA's four runs, which go on where Chinchilla's end. */
export const llama: readonly Run[] = runs.filter((run) => run.family === "llama1").map(thinned);

/** The name of a size: below the end of its curve, or above its beginning. */
export function sizeLabel(curve: SizeCurve, isAtEnd: boolean): Markish {
  const index = isAtEnd ? curve.x.length - 1 : 0;
  return placedLabel(
    curve.key,
    {x: curve.x[index]!, y: curve.y[index]!, text: sizeName(curve.parameters)},
    isAtEnd
      ? {fill: colour.ramp(curve.step), anchor: "end", dx: -4, dy: 8}
      : {fill: colour.ramp(curve.step), anchor: "middle", dy: -10}
  );
}

/** The frontier's name below its first third. */
export function frontierLabel(text: string): Markish {
  const index = Math.round(frontier.x.length * 0.36);
  return placedLabel(
    "frontier",
    {x: frontier.x[index]!, y: frontier.y[index]!, text},
    {fill: colour.ink, anchor: "end", dx: -8, dy: 10}
  );
}

/** The size of a single run beside its dot; below it for the last one. */
export function markedRunLabel(run: FinalLoss): Markish {
  const isLast = run === finalLosses.at(-1);
  return placedLabel(
    `run-${run.run}`,
    {x: run.flops, y: run.loss, text: sizeName(run.parameters)},
    {fill: colour.soft, anchor: isLast ? "middle" : "start", dx: isLast ? 0 : 8, dy: isLast ? 14 : 0}
  );
}

/** Final losses of the runs of two sizes, joined to their curves by dotted lines; a ring on the last of the smaller. */
export function pairMarks(pair: readonly [SizeCurve, SizeCurve], lastText: string): Markish[] {
  const ends = endsOf(pair[0]);
  const last = {x: ends.x.at(-1)!, y: ends.y.at(-1)!};
  return [
    ...pair.flatMap((curve) => {
      const {x, y} = endsOf(curve);
      const joined = {x: [curve.x.at(-1)!, ...x], y: [curve.y.at(-1)!, ...y]};
      const stroke = colour.ramp(curve.step);
      return [
        seriesLine(`${curve.key}:joined`, joined, {stroke, strokeWidth: 1.25, strokeDasharray: "2 4"}),
        seriesDots(`${curve.key}:ends`, {x, y}, stroke, 6)
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
export function sliverMarks([from, to]: readonly [number, number], text: string): Markish[] {
  const end = computeRange[1];
  return [
    Plot.areaY([0, end], {
      x: (flops: number) => flops,
      y1: from,
      y2: to,
      ariaLabel: () => "sliver",
      fill: colour.accent,
      fillOpacity: 0.16
    }),
    placedLabel("sliver", {x: end, y: to, text}, {fill: colour.accent, anchor: "start", dx: 8, dy: 24})
  ];
}

/** LLaMA's four curves by FLOPs with their sizes below their ends, and what to mind about them. */
export function llamaMarks(scale: "log" | "linear", width: DrawingWidth, caution: string): Markish[] {
  const at = {
    x: (run: Run, tokens: number) => computeAt(run, tokens, "flops"),
    y: (_: Run, loss: number) => loss
  };
  const [smallest, , third, largest] = llama.map((run) => ({run, ...curveOf(run, "flops")}));
  // On a phone two sizes have room: on a linear axis the ends of the small ones lie too close together.
  const narrow = scale === "log" ? [smallest, largest] : [third, largest];
  const named = width === "wide" ? llama : narrow.map((each) => each!.run);
  const start = scale === "log" ? smallest! : largest!;
  return [
    ...llama.map((run) => runCurve(run, at, true)),
    ...named.map((run) => {
      const {x, y} = curveOf(run, "flops");
      return placedLabel(
        run.key,
        {x: x.at(-1)!, y: y.at(-1)!, text: run.model},
        {fill: colour.size(run.sizeClass), anchor: "end", dx: 2, dy: 12}
      );
    }),
    placedLabel(
      "llama",
      {x: start.x[0]!, y: start.y[0]!, text: caution},
      {
        fill: colour.soft,
        weight: 400,
        ...(scale === "log" ? {anchor: "end", dx: 2, dy: 44} : {anchor: "start", dx: 14, dy: -8})
      }
    )
  ];
}
