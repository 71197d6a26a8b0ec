import * as Plot from "@observablehq/plot";
import type {Markish} from "@observablehq/plot";
import {computeAt, type ComputeAxis} from "../../analysis/runs.ts";
import {firstOf, pointsOf, seriesOf, type Point} from "../../core/math/points.ts";
import {seriesLine} from "../../marks/lines.ts";
import {colour, dash, halo} from "../../marks/theme.ts";
import {leftOf, type Field} from "./race-field.ts";
import type {Runner} from "./race-state.ts";

/** The whole way of each runner, faded, and what it has run of it; knots still ahead wait where the runner is. */
export function raceCurves(runners: readonly Runner[], {axis}: Field): Markish[] {
  return [
    ...runners.map(({run, curve}) =>
      seriesLine(
        run.key,
        {x: curve.tokens.map((tokens) => computeAt(run, tokens, axis)), y: curve.loss},
        {stroke: colour.faded, strokeWidth: 1.25, strokeDasharray: dash[run.family]}
      )
    ),
    ...runners.map((runner) => {
      const {run, curve, isFavourite, status} = runner;
      const here = place(runner, axis);
      const knots = pointsOf({x: curve.tokens, y: curve.loss}).map(({x: tokens, y}): Point =>
        tokens > here.tokens ? here : {x: computeAt(run, tokens, axis), y}
      );
      return seriesLine(`${run.key}:run`, seriesOf(knots), {
        stroke: colour.size(run.sizeClass),
        strokeWidth: isFavourite ? 3.5 : 2,
        // Knots that all wait at the start would be a speck.
        strokeOpacity: status === "hidden" ? 0 : 1,
        strokeDasharray: dash[run.family]
      });
    })
  ];
}

/** Where a runner is: at its start while hidden, at its end once it has finished. */
export function place(runner: Runner, axis: ComputeAxis): {tokens: number; x: number; y: number} {
  const tokens = runner.status === "hidden" ? firstOf(runner.curve.tokens) : runner.tokens;
  return {tokens, x: computeAt(runner.run, tokens, axis), y: runner.loss ?? firstOf(runner.curve.loss)};
}

/** The line that all runners who still run have reached, with the compute that each has had. */
export function raceFront(
  runners: readonly Runner[],
  field: Field,
  compute: number,
  text: string
): Markish[] {
  const top = Math.max(...runners.map(({loss}) => loss ?? -Infinity));
  const isStart = leftOf(field, compute) < leftOf(field, field.x[1]) / 2;
  return [
    Plot.ruleX([compute], {
      y1: field.y[0],
      y2: Math.min(field.y[1], top + 0.03),
      ariaLabel: () => "front",
      stroke: colour.soft,
      strokeDasharray: "1 3"
    }),
    Plot.text([text], {
      x: [compute],
      y: [field.y[0]],
      text: (line: string) => line,
      ariaLabel: () => "front:label",
      textAnchor: isStart ? "start" : "end",
      dx: isStart ? 6 : -6,
      dy: -9,
      fill: colour.ink,
      ...halo
    })
  ];
}
