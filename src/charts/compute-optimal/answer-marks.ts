import {sizeKey} from "../../core/math/size-key.ts";
import * as Plot from "@observablehq/plot";
import type {Markish} from "@observablehq/plot";
import {approachTables, tableOf, type AllocationName} from "../../analysis/allocations.ts";
import {modelOf} from "../../analysis/models.ts";
import type {Locale, Localised} from "../../core/i18n/locale.ts";
import {lastPoint} from "../../core/math/points.ts";
import {dodge, type EndLabel} from "../../marks/labels.ts";
import {placedLabel, seriesLine} from "../../marks/lines.ts";
import {colour} from "../../marks/theme.ts";
import {answerNames, lineOf, lineRange, shownLaws} from "./answer-lines.ts";
import type {OptimalState} from "./compute-optimal-state.ts";

const strings = {
  gopher: {en: "Gopher’s compute"}
} as const satisfies Record<string, Localised>;

const looks: Readonly<Record<AllocationName, {readonly stroke: string; readonly dash: string}>> = {
  kaplan: {stroke: colour.ink, dash: "2 4"},
  "approach-1": {stroke: colour.ramp(1), dash: "none"},
  "approach-2": {stroke: colour.ramp(3), dash: "8 4"},
  "approach-3": {stroke: colour.ramp(5), dash: "5 3"},
  epoch: {stroke: colour.accent, dash: "9 3 2 3"}
};

/** The line of a published answer, and on it the rows of the paper's table. */
export function lawMarks(name: AllocationName, state: OptimalState): Markish[] {
  const {from, to} = lineRange(state);
  const {stroke, dash} = looks[name];
  const approach = approachTables[name];
  const rows = approach === undefined ? [] : tableOf(approach);
  return [
    seriesLine(name, lineOf(name, state), {stroke, strokeWidth: 2, strokeDasharray: dash}),
    Plot.dot(
      rows.filter(({flops}) => flops >= from && flops <= to),
      {
        x: "flops",
        y: state.quantity,
        ariaLabel: (row: (typeof rows)[number]) => `${name}:row-${sizeKey(row.parameters)}`,
        r: 3,
        fill: stroke
      }
    )
  ];
}

/** The names of the answers at the ends of their lines. */
export function lawLabels(state: OptimalState, room: number, locale: Locale): Markish[] {
  const ends = shownLaws(state).map((name): EndLabel => {
    const {x, y} = lastPoint(lineOf(name, state));
    return {key: name, text: answerNames[name][locale], x, y: Math.log10(y), fill: looks[name].stroke};
  });
  return dodge(ends, room).map(({key, text, x, y, fill}) =>
    placedLabel(key, {x, y: 10 ** y, text}, {fill, anchor: "start", dx: 6})
  );
}

/** Gopher's compute as a line from the bottom to the top of the frame. */
export function gopherRule([from, to]: readonly [number, number], locale: Locale): Markish[] {
  const {flops} = modelOf("Gopher");
  return [
    Plot.ruleX([flops], {y1: from, y2: to, stroke: colour.soft, strokeDasharray: "2 3"}),
    placedLabel(
      "gopher-compute",
      {x: flops, y: to, text: strings.gopher[locale]},
      {fill: colour.soft, anchor: "end", dx: -6, dy: 12, weight: 400}
    )
  ];
}
