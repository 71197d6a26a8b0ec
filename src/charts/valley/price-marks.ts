import * as Plot from "@observablehq/plot";
import type {Markish} from "@observablehq/plot";
import type {DrawingWidth} from "../../core/define/chart.ts";
import type {Locale} from "../../core/i18n/locale.ts";
import {lossText} from "../../marks/axes.ts";
import {placedLabel, placedRing, seriesLine, shade} from "../../marks/lines.ts";
import {colour} from "../../marks/theme.ts";
import {drawnPrices, type DrawnPrices} from "./valley-state.ts";
import {strings} from "./valley-texts.ts";

const hues = {measured: colour.ramp(2), laws: colour.size(4), tuned: colour.size(1)} as const;
const bandOpacity = 0.2;

/** What straying costs: the laws as a band, the measured price with its range at the quoted factors, the tuned runs. */
export function priceMarks(width: DrawingWidth, locale: Locale): Markish[] {
  const {measured, quoted, least, most, tuned} = drawnPrices();
  return [
    Plot.areaY(least.x, {
      x: (factor: number) => factor,
      y1: least.y,
      y2: most.y,
      ariaLabel: () => "laws-band",
      fill: hues.laws,
      fillOpacity: bandOpacity
    }),
    seriesLine("laws-least", least, {stroke: hues.laws, strokeWidth: 1}),
    seriesLine("laws-most", most, {stroke: hues.laws, strokeWidth: 1}),
    ...quoted.map(({factor, low, high}) =>
      Plot.link([factor], {
        x1: [factor],
        x2: [factor],
        y1: [low],
        y2: [high],
        ariaLabel: () => `quoted-${factor}-range`,
        stroke: hues.measured,
        strokeWidth: 1.5
      })
    ),
    ...rangeEnds(quoted),
    seriesLine("measured", measured, {stroke: hues.measured, strokeWidth: 2.75}),
    Plot.dot(tuned.x, {
      x: tuned.x,
      y: tuned.y,
      ariaLabel: (_: number, index: number) => `tuned-${index}`,
      r: 4.5,
      symbol: "diamond",
      fill: hues.tuned
    }),
    ...quoted.map(({factor, value}) => placedRing(`quoted-${factor}`, {x: factor, y: value}, hues.measured)),
    ...quoted.map(({factor, value}) =>
      placedLabel(
        `quoted-${factor}`,
        {x: factor, y: value, text: lossText(value, locale)},
        {fill: hues.measured, anchor: "end", dx: -8, dy: -9}
      )
    ),
    ...legend(width, locale)
  ];
}

/** Both ends of each range, as dots. */
function rangeEnds(quoted: DrawnPrices["quoted"]): Markish[] {
  return (["low", "high"] as const).map((end) =>
    Plot.dot(quoted, {
      x: "factor",
      y: end,
      ariaLabel: ({factor}: {readonly factor: number}) => `range-${end}-${factor}`,
      r: 2.25,
      fill: hues.measured
    })
  );
}

/** Where the legend stands, in the units of the axes: first and second end of a sample, its text, the first line, a step. */
const legendPlaces = {
  wide: {from: 0.265, to: 0.315, text: 0.335, top: 0.188, step: 0.0125, half: 0.0035},
  narrow: {from: 0.265, to: 0.37, text: 0.41, top: 0.184, step: 0.021, half: 0.0045}
} as const;

/** A sample of each kind of mark, and what it stands for. */
function legend(width: DrawingWidth, locale: Locale): Markish[] {
  const {from, to, text, top, step, half} = legendPlaces[width];
  const middle = Math.sqrt(from * to);
  const [first, second, third] = [top, top - step, top - 2 * step];
  const name = (key: "measured" | "laws" | "tuned", y: number): Markish =>
    placedLabel(
      `legend-${key}`,
      {x: text, y, text: strings[key][locale]},
      {fill: hues[key], anchor: "start"}
    );
  return [
    seriesLine(
      "legend-measured-line",
      {x: [from, to], y: [first, first]},
      {stroke: hues.measured, strokeWidth: 2.75}
    ),
    placedRing("legend-measured-ring", {x: middle, y: first}, hues.measured, 4),
    name("measured", first),
    shade(
      "legend-laws-band",
      {x: [from, to], y: [second - half, second + half]},
      {fill: hues.laws, fillOpacity: bandOpacity}
    ),
    ...[second - half, second + half].map((y, index) =>
      seriesLine(`legend-laws-edge-${index}`, {x: [from, to], y: [y, y]}, {stroke: hues.laws, strokeWidth: 1})
    ),
    name("laws", second),
    Plot.dot([middle], {
      x: [middle],
      y: [third],
      ariaLabel: () => "legend-tuned-run",
      r: 4.5,
      symbol: "diamond",
      fill: hues.tuned
    }),
    name("tuned", third)
  ];
}
