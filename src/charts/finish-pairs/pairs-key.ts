import * as Plot from "@observablehq/plot";
import type {DotOptions, LineOptions, Markish} from "@observablehq/plot";
import type {DrawingWidth} from "../../core/define/chart.ts";
import {formatShort} from "../../core/i18n/format.ts";
import type {Locale} from "../../core/i18n/locale.ts";
import {placedLabel, seriesLine} from "../../marks/lines.ts";
import {colour} from "../../marks/theme.ts";
import {classBounds, inputs, type SizeClass} from "./finish-pairs-state.ts";
import {strings} from "./finish-pairs-texts.ts";

/** Symbol of a source’s runs. */
export const symbols = {ladder: "circle", horizon: "diamond"} as const;

/** What becomes of a pair’s verdict. */
type Fate = "firm" | "fragile" | "stays";

/** Changed verdicts stand out; those that stay step back; firm ones are whole, fragile ones broken. */
export function pairLook(fate: Fate, hue: string): {line: LineOptions; dot: DotOptions} {
  const stroke = fate === "stays" ? colour.faded : hue;
  return {
    line: {
      stroke,
      strokeWidth: fate === "stays" ? 1.5 : 2.25,
      ...(fate === "fragile" ? {strokeDasharray: "5 4"} : {})
    },
    dot: {fill: fate === "fragile" ? colour.paper : stroke, stroke}
  };
}

// In the units of the gap: rows of about 18 px.
const row = {narrow: 0.0205, wide: 0.0096} as const;
const rows = 3;

/** Where the axis of the gap ends that has the key above its data. */
export function keyTop(bottom: number, width: DrawingWidth): number {
  return bottom + (rows + 0.5) * row[width];
}

/** What lines, symbols and hues stand for, in three rows above the data. */
export function keyMarks(
  {x: [from, to], bottom}: {readonly x: readonly [number, number]; readonly bottom: number},
  width: DrawingWidth,
  locale: Locale
): Markish[] {
  const isWide = width === "wide";
  const at = (share: number): number => from + (to - from) * share;
  const rowY = (index: number): number => bottom + (rows - index - 0.25) * row[width];
  const word = (key: string, x: number, index: number, text: string, fill: string = colour.soft): Markish =>
    placedLabel(`key-${key}`, {x, y: rowY(index), text}, {fill, anchor: "start", weight: 500});
  const sample = at(isWide ? 0.045 : 0.08);
  const columns = isWide ? [0, 0.24, 0.5] : [0, 0.38, 0.74];
  const fates: [Fate, string][] = [
    ["firm", (isWide ? strings.firm : strings.firmShort)[locale]],
    ["fragile", (isWide ? strings.fragile : strings.fragileShort)[locale]],
    ["stays", strings.stays[locale]]
  ];
  const sources = ["ladder", "horizon"] as const;
  return [
    ...fates.flatMap(([fate, text], index) => {
      const start = at(columns[index]!);
      const line = {x: [start, start + sample - from], y: [rowY(0), rowY(0)]};
      return [
        seriesLine(`key-${fate}`, line, pairLook(fate, colour.ink).line),
        word(fate, start + sample - from + at(0.012), 0, text)
      ];
    }),
    ...sources.flatMap((source, index) => {
      const start = at(columns[index]!);
      return [
        Plot.dot([source], {
          x: [start + (sample - from) / 2],
          y: [rowY(1)],
          ariaLabel: () => `key-${source}`,
          r: 3.5,
          symbol: symbols[source],
          fill: colour.soft
        }),
        word(source, start + sample - from + at(0.012), 1, inputs.source.names[source][locale])
      ];
    }),
    word("hue", from, 2, strings.smallerRun[locale]),
    ...([1, 2, 3, 4] as const).map((sizeClass, index) =>
      word(
        `hue-${sizeClass}`,
        at((isWide ? [0.13, 0.22, 0.33, 0.44] : [0.27, 0.44, 0.64, 0.84])[index]!),
        2,
        classWords(sizeClass, locale),
        colour.size(sizeClass)
      )
    )
  ];
}

/** The sizes of a class, e.g. `"<120M"`, or in a word those beyond the last bound. */
function classWords(sizeClass: SizeClass, locale: Locale): string {
  return sizeClass === 4 ? strings.beyond[locale] : `<${formatShort(classBounds[sizeClass], locale)}`;
}
