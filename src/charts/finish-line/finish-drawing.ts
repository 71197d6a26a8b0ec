import type {Markish} from "@observablehq/plot";
import type {ComparedSizes} from "../../analysis/finish-line/compared-sizes.ts";
import type {DrawingWidth} from "../../core/define/chart.ts";
import type {Locale, Localised} from "../../core/i18n/locale.ts";
import type {Point} from "../../core/math/points.ts";
import {placedLabel} from "../../marks/lines.ts";
import {plotSize, roomOf} from "../../marks/pixels.ts";
import {colour, type Frame} from "../../marks/theme.ts";
import {computeWindow, type FinishState} from "./finish-line-state.ts";

/** Hues of the smaller and the larger of a pair; they differ in lightness too. */
export const pairColours = {small: colour.size(1), large: colour.size(4)} as const;

/** What every mark of a drawing is made from. */
export interface FinishDrawing {
  readonly compared: ComparedSizes;
  readonly state: FinishState;
  readonly width: DrawingWidth;
  readonly frame: Frame;
  readonly locale: Locale;
  /** Loss at its foot and at its head. */
  readonly losses: readonly [number, number];
}

/** A place by its distance from the lower left corner, in px. */
export function fromCorner(
  drawing: FinishDrawing,
  {right, up}: {readonly right: number; readonly up: number}
): Point {
  return {
    x: aside(drawing, computeWindow(drawing.compared).from, right),
    y: drawing.losses[0] + roomOf(up, drawing.losses, drawing.frame)
  };
}

/** Compute at a distance from some other, in px to the right. */
export function aside({compared, frame}: FinishDrawing, flops: number, right: number): number {
  const {from, to} = computeWindow(compared);
  return flops * (to / from) ** (right / plotSize(frame).width);
}

/** Key of a run’s curve, e.g. `"760M-10xC"`. */
export function runKey({size, length}: {readonly size: string; readonly length: string}): string {
  return `${size}-${length.replace(/[ ,]+/g, "-")}`;
}

/** Key of the line through finished runs of a size: one that has grown is another. */
export function finishedKey(size: string, ends: readonly Point[]): string {
  return `${size}-finished-${ends.length}`;
}

/** A quiet note in the lower left corner, where no curve comes. */
export function cornerNote(key: string, drawing: FinishDrawing, words: Localised): Markish {
  const text = words[drawing.locale];
  // Its last line stands on the foot of the drawing.
  const up = 6 + 7 * text.split("\n").length;
  return placedLabel(
    key,
    {...fromCorner(drawing, {right: 6, up}), text},
    {fill: colour.soft, anchor: "start", weight: 400}
  );
}
