import type {Frame} from "./theme.ts";

/** Width and height of a frame within its margins, in px. */
export function plotSize(frame: Frame): {readonly width: number; readonly height: number} {
  return {
    width: frame.width - frame.marginLeft - frame.marginRight,
    height: frame.height - frame.marginTop - frame.marginBottom
  };
}

/** Distance of a value of x from the left edge of the plot, in px. */
export function pixelsFromLeft(
  value: number,
  type: "linear" | "log",
  [from, to]: readonly [number, number],
  frame: Frame
): number {
  const share = type === "log" ? Math.log(value / from) / Math.log(to / from) : (value - from) / (to - from);
  return share * plotSize(frame).width;
}

/** A height in px as a difference in y, on a linear domain. */
export function roomOf(pixels: number, [from, to]: readonly [number, number], frame: Frame): number {
  return (pixels * (to - from)) / plotSize(frame).height;
}
