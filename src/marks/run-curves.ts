import * as Plot from "@observablehq/plot";
import type {Markish} from "@observablehq/plot";
import type {Run} from "../analysis/runs.ts";
import {colour, dash} from "./theme.ts";

/** Where a point of a run is drawn, in the units of the axes. */
export interface Projection {
  readonly x: (run: Run, tokens: number) => number;
  readonly y: (run: Run, loss: number) => number;
}

/** A run's curve, in the hue of its size and the dash of its family; faded where others have the focus. */
export function runCurve(run: Run, {x, y}: Projection, isFocused: boolean): Markish {
  return Plot.line(run.tokens, {
    x: (tokens: number) => x(run, tokens),
    y: run.loss.map((loss) => y(run, loss)),
    ariaLabel: () => run.key,
    stroke: isFocused ? colour.size(run.sizeClass) : colour.faded,
    strokeWidth: isFocused ? 2 : 1.25,
    strokeDasharray: dash[run.family]
  });
}
