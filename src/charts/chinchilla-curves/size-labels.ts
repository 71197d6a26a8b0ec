import type {Markish} from "@observablehq/plot";
import {
  finalLosses,
  frontier,
  markedRuns,
  sizeName,
  type FinalLoss,
  type SizeCurve
} from "../../analysis/chinchilla-sizes.ts";
import type {DrawingWidth} from "../../core/define/chart.ts";
import {firstPoint, lastOf, lastPoint, pointsOf, valueAt} from "../../core/math/points.ts";
import {placedLabel} from "../../marks/lines.ts";
import {colour} from "../../marks/theme.ts";
import type {CurvesState} from "./chinchilla-curves-state.ts";
import {hasFrontier, hasLlama, hasRuns, shownCurves} from "./drawn-layers.ts";

/** Sizes that are named where all curves are drawn. */
const namedSizes: Readonly<Record<DrawingWidth, readonly string[]>> = {
  narrow: ["73.8M", "1.02B", "9.29B"],
  wide: ["73.8M", "1.02B", "2.64B", "9.29B"]
};

/** Names of a few sizes, of the frontier, and of runs that stand out. */
export function sizeLabels(state: CurvesState, width: DrawingWidth, frontierName: string): Markish[] {
  const named = shownCurves(state).filter(
    ({name}) => state.show === "pair" || namedSizes[width].includes(name)
  );
  return [
    ...named.map((curve, index) => sizeLabel(curve, index === 0)),
    ...(hasFrontier(state) ? [frontierLabel(frontierName)] : []),
    ...(hasRuns(state) && !hasLlama(state) ? markedRuns.map(markedRunLabel) : [])
  ];
}

/** The name of a size: below the end of its curve, or above its beginning. */
function sizeLabel(curve: SizeCurve, isAtEnd: boolean): Markish {
  const place = isAtEnd ? lastPoint(curve) : firstPoint(curve);
  return placedLabel(
    curve.key,
    {...place, text: sizeName(curve.parameters)},
    isAtEnd
      ? {fill: colour.ramp(curve.step), anchor: "end", dx: -4, dy: 8}
      : {fill: colour.ramp(curve.step), anchor: "middle", dy: -10}
  );
}

/** The frontier's name below its first third. */
function frontierLabel(text: string): Markish {
  const place = valueAt(pointsOf(frontier), Math.round(frontier.x.length * 0.36));
  return placedLabel("frontier", {...place, text}, {fill: colour.ink, anchor: "end", dx: -8, dy: 10});
}

/** The size of a single run beside its dot; below it for the last one. */
function markedRunLabel(run: FinalLoss): Markish {
  const isLast = run === lastOf(finalLosses);
  return placedLabel(
    `run-${run.run}`,
    {x: run.flops, y: run.loss, text: sizeName(run.parameters)},
    {fill: colour.soft, anchor: isLast ? "middle" : "start", dx: isLast ? 0 : 8, dy: isLast ? 14 : 0}
  );
}
