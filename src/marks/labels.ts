import * as Plot from "@observablehq/plot";
import type {Markish, TextOptions, VectorShapeImplementation} from "@observablehq/plot";
import {halo} from "./theme.ts";

/** One end-of-curve label before it is placed. */
export interface EndLabel {
  readonly key: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly fill: string;
}

/**
 * Labels moved apart vertically until no two of them that are near each other in x overlap, each as
 * little as possible from its curve. Text isn't measured in the build: room is counted in lines.
 *
 * @param room height of a line in units of y
 * @param near distance in px of x within which two labels could touch
 * @param toPixel x in px of a value of x; by default all labels stand in one column
 */
export function dodge(
  labels: readonly EndLabel[],
  room: number,
  near = 1,
  toPixel: (x: number) => number = () => 0
): EndLabel[] {
  const placed: EndLabel[] = [];
  for (const label of [...labels].sort((a, b) => a.y - b.y)) {
    let y = label.y;
    for (const other of placed) {
      if (Math.abs(toPixel(other.x) - toPixel(label.x)) < near && y < other.y + room) y = other.y + room;
    }
    placed.push({...label, y});
  }
  return placed;
}

/** A vector as a bare line, to lead from a label to its place. */
export const stick: VectorShapeImplementation = {
  draw(context, length) {
    context.moveTo(0, 0);
    context.lineTo(0, length);
  }
};

/** Labels as text, with the paper's colour around it. */
export function labelMark(labels: readonly EndLabel[], options: TextOptions): Markish {
  return Plot.text(labels, {
    x: "x",
    y: "y",
    text: "text",
    fill: "fill",
    ariaLabel: "key",
    fontWeight: 600,
    ...halo,
    ...options
  });
}
