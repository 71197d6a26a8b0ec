import type {Markish} from "@observablehq/plot";
import {llamaRuns} from "../../analysis/chinchilla-comparison.ts";
import {computeAt, curveOf, type Run} from "../../analysis/runs.ts";
import type {DrawingWidth} from "../../core/define/chart.ts";
import {firstOf, firstPoint, lastOf, lastPoint} from "../../core/math/points.ts";
import {placedLabel} from "../../marks/lines.ts";
import {runCurve} from "../../marks/run-curves.ts";
import {colour} from "../../marks/theme.ts";

const byFlops = {
  x: (run: Run, tokens: number) => computeAt(run, tokens, "flops"),
  y: (_: Run, loss: number) => loss
};

/** LLaMA's four curves by FLOPs with their sizes below their ends, and what to mind about them. */
export function llamaMarks(scale: "log" | "linear", width: DrawingWidth, caution: string): Markish[] {
  const isLog = scale === "log";
  const [smallest, largest] = [firstOf(llamaRuns), lastOf(llamaRuns)];
  return [
    ...llamaRuns.map((run) => runCurve(run, byFlops, true)),
    ...llamaRuns.filter((run) => width === "wide" || hasRoom(run, isLog)).map(sizeBelowEnd),
    placedLabel(
      "llama",
      {...firstPoint(curveOf(isLog ? smallest : largest, "flops")), text: caution},
      {
        fill: colour.soft,
        weight: 400,
        ...(isLog ? {anchor: "end", dx: 2, dy: 44} : {anchor: "start", dx: 14, dy: -8})
      }
    )
  ];
}

/** On a phone two sizes have room: on a linear axis the ends of the small ones lie too close together. */
function hasRoom({sizeClass}: Run, isLog: boolean): boolean {
  return sizeClass === 4 || sizeClass === (isLog ? 1 : 3);
}

function sizeBelowEnd(run: Run): Markish {
  const place = {...lastPoint(curveOf(run, "flops")), text: run.model};
  return placedLabel(run.key, place, {fill: colour.size(run.sizeClass), anchor: "end", dx: 2, dy: 12});
}
