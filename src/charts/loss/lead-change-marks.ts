import * as Plot from "@observablehq/plot";
import type {Markish} from "@observablehq/plot";
import type {LeadChange} from "../../analysis/lead-changes.ts";
import type {DrawingWidth} from "../../core/define/chart.ts";
import type {Locale} from "../../core/i18n/locale.ts";
import {stick} from "../../marks/labels.ts";
import {passingLabel, passingPlace} from "../../marks/passing.ts";
import {colour, halo} from "../../marks/theme.ts";

/** Changes of the lead: a ring on the place, and who passes whom there where there is room to say so. */
export function leadChangeMarks(
  changes: readonly LeadChange[],
  width: DrawingWidth,
  locale: Locale
): Markish[] {
  const isFew = changes.length <= 2;
  const label = (change: LeadChange): string =>
    width === "narrow" && !isFew ? passingPlace(change, locale) : passingLabel(change, width, locale);
  // All curves come from the upper left, so that there is room above to the right, where a larger run
  // takes the lead, and below to the left, where a smaller one takes it back. Among many, the labels
  // below stand off, with a line to their ring: the ends of runs have labels there too.
  const offset = isFew ? 0 : width === "narrow" ? 12 : 26;
  const below = changes.filter((change) => change.isBack);
  return [
    ...(isFew
      ? []
      : [
          Plot.vector(below, {
            x: "x",
            y: "y",
            ariaLabel: (change: LeadChange) => `${change.key}:leader`,
            shape: stick,
            anchor: "start",
            length: offset + 4,
            rotate: 20,
            stroke: colour.soft,
            strokeWidth: 1
          })
        ]),
    Plot.dot(changes, {
      x: "x",
      y: "y",
      ariaLabel: "key",
      r: 5,
      fill: colour.paper,
      stroke: colour.ink,
      strokeWidth: 1.75
    }),
    ...([false, true] as const).map((isBack) =>
      Plot.text(
        changes.filter((change) => change.isBack === isBack),
        {
          x: "x",
          y: "y",
          text: label,
          ariaLabel: (change: LeadChange) => `${change.key}:label`,
          lineAnchor: isBack ? "top" : "bottom",
          textAnchor: isBack ? "end" : "start",
          dx: isBack ? -8 - offset / 4 : 8,
          dy: isBack ? 3 + offset : -5,
          fill: colour.ink,
          ...halo
        }
      )
    )
  ];
}
