import type {Markish} from "@observablehq/plot";
import type {Run} from "../../analysis/runs.ts";
import {lastOf} from "../../core/math/points.ts";
import {dodge, labelMark, type EndLabel} from "../../marks/labels.ts";
import type {Projection} from "../../marks/run-curves.ts";
import {colour} from "../../marks/theme.ts";

/**
 * The sizes at the ends of their curves: to the right of them, or, where curves that end later pass there, below.
 *
 * @param room height of a line in units of y
 * @param toPixel x in px of a value of x
 */
export function runLabels(
  shown: readonly Run[],
  {x, y}: Projection,
  options: {
    readonly isFocused: (run: Run) => boolean;
    readonly isBelow: boolean;
    readonly room: number;
    readonly toPixel: (x: number) => number;
  }
): Markish {
  const {isFocused, isBelow, room, toPixel} = options;
  const labels = dodge(
    shown.map((run): EndLabel => ({
      key: `${run.key}:label`,
      text: run.model,
      x: x(run, lastOf(run.tokens)),
      y: y(run, lastOf(run.loss)) - (isBelow ? 0.7 * room : 0),
      fill: isFocused(run) ? colour.size(run.sizeClass) : colour.soft
    })),
    room,
    40,
    toPixel
  );
  return labelMark(labels, {textAnchor: isBelow ? "end" : "start", dx: isBelow ? 4 : 6});
}
