import * as Plot from "@observablehq/plot";
import type {Markish} from "@observablehq/plot";
import type {DrawingWidth} from "../core/define/chart.ts";
import type {Model} from "../analysis/models.ts";
import {placedLabel, seriesLine} from "./lines.ts";
import {colour} from "./theme.ts";

/** Where a model is drawn, in the units of the axes. */
export interface Placing {
  readonly x: (model: Model) => number;
  readonly y: (model: Model) => number;
}

/** Where a label stands from its dot. */
interface Side {
  readonly anchor: "start" | "middle" | "end";
  readonly dx?: number;
  readonly dy?: number;
}

/** A model's colour: the hue of its size class in the two families of runs, the accent for Chinchilla, else ink. */
function modelColour(model: Model): string {
  if (model.sizeClass !== undefined) return colour.size(model.sizeClass);
  return model.name === "Chinchilla" ? colour.accent : colour.soft;
}

/** Models as dots, each with its own key: discs, and squares for Llama 2, whose hues are LLaMA's. */
export function modelDots(
  shown: readonly Model[],
  {x, y}: Placing,
  isFocused: (model: Model) => boolean = () => true
): Markish {
  return Plot.dot(shown, {
    x,
    y,
    ariaLabel: (model: Model) => `${model.key}-dot`,
    symbol: (model: Model) => (model.family === "Llama 2" ? "square" : "circle"),
    r: 4.5,
    fill: (model: Model) => (isFocused(model) ? modelColour(model) : colour.faded)
  });
}

/** Thin lines through the models of one family, small to large; Llama 2's dashed. */
export function familyLines(shown: readonly Model[], {x, y}: Placing): Markish[] {
  return [...Map.groupBy(shown, (model) => model.family)].flatMap(([family, members]) => {
    if (members.length < 2) return [];
    const sorted = members.toSorted((a, b) => x(a) - x(b));
    return [
      seriesLine(
        `${family}:family`,
        {x: sorted.map(x), y: sorted.map(y)},
        {stroke: colour.faded, strokeWidth: 1.25, strokeDasharray: family === "Llama 2" ? "7 3" : "none"}
      )
    ];
  });
}

/** Which model is named, with what text, and where. */
export interface ModelNaming {
  readonly name: string;
  readonly text: string;
  /** What a narrow drawing says instead. */
  readonly narrowText?: string;
  readonly side: Side;
  /** Where a narrow drawing has it instead. */
  readonly narrowSide?: Side;
  /** Whether a narrow drawing has room for it; default false. */
  readonly isInNarrow?: boolean;
}

/**
 * Texts beside the dots of those models that are shown; a family's name is in ink, as its models differ in hue.
 *
 * @param isFocused of a family's name, whether any of its models is
 */
export function modelLabels(
  shown: readonly Model[],
  namings: readonly ModelNaming[],
  {x, y}: Placing,
  width: DrawingWidth,
  isFocused: (model: Model) => boolean = () => true
): Markish[] {
  const isNarrow = width === "narrow";
  return namings.flatMap((naming) => {
    const model = shown.find((each) => each.name === naming.name);
    if (!model || (isNarrow && !naming.isInNarrow)) return [];
    const text = isNarrow ? (naming.narrowText ?? naming.text) : naming.text;
    const {anchor, dx, dy = 0} = isNarrow ? (naming.narrowSide ?? naming.side) : naming.side;
    const isFamily = text === model.family && text !== model.name;
    const isStrong = isFamily
      ? shown.some((each) => each.family === model.family && isFocused(each))
      : isFocused(model);
    const strong = isFamily ? colour.ink : modelColour(model);
    return [
      placedLabel(
        model.key,
        {x: x(model), y: y(model), text},
        {
          fill: isStrong ? strong : colour.soft,
          weight: isStrong ? 600 : 400,
          anchor,
          dx: dx ?? {start: 9, middle: 0, end: -9}[anchor],
          dy
        }
      )
    ];
  });
}
