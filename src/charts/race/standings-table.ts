import * as Plot from "@observablehq/plot";
import type {Markish} from "@observablehq/plot";
import type {DrawingWidth} from "../../core/define/chart.ts";
import {formatAligned} from "../../core/i18n/format-drawn.ts";
import type {Locale, Localised} from "../../core/i18n/locale.ts";
import type {Point} from "../../core/math/points.ts";
import {lossText} from "../../marks/axes.ts";
import {colour} from "../../marks/theme.ts";
import {growthOf} from "../../marks/titles.ts";
import {valuesAt, type Field} from "./race-field.ts";
import type {Runner} from "./race-state.ts";
import {runnerSymbols} from "./runners.ts";

const strings = {
  loss: {en: "loss"},
  tokens: {en: "tokens"},
  hidden: {en: "not yet in view"},
  running: {en: "running"},
  finished: {en: "finished"}
} as const satisfies Record<string, Localised>;

interface TableColumn {
  readonly name: string;
  /** Edge of the column that its text stands at, in px from the right edge of the table. */
  readonly edge: number;
  readonly anchor: "start" | "end";
  readonly head: string;
  readonly cell: (runner: Runner, index: number) => string;
}

/** Order, model, loss and tokens of each runner, and how it fares where there is room to say so, at the upper right. */
export function standingsTable(
  runners: readonly Runner[],
  field: Field,
  width: DrawingWidth,
  locale: Locale
): Markish[] {
  const {frame} = field;
  const isWide = width === "wide";
  const right = frame.width - frame.marginLeft - 4;
  const top = isWide ? 8 : -2;
  const lineHeight = isWide ? 19 : 16;
  const status = isWide ? 104 * growthOf([strings.hidden, strings.running, strings.finished], locale) : 0;
  const columns: readonly TableColumn[] = [
    ...(isWide
      ? [
          {
            name: "rank",
            edge: status + 162,
            anchor: "end",
            head: "",
            cell: (_: Runner, index: number) => String(index + 1)
          } as const
        ]
      : []),
    {
      name: "model",
      edge: status + (isWide ? 138 : 116),
      anchor: "start",
      head: "",
      cell: ({run}) => run.model
    },
    {
      name: "loss",
      edge: status + (isWide ? 62 : 48),
      anchor: "end",
      head: strings.loss[locale],
      cell: ({loss}) => (loss === undefined ? "–" : lossText(loss, locale))
    },
    {
      name: "tokens",
      edge: status,
      anchor: "end",
      head: strings.tokens[locale],
      cell: ({tokens}) => formatAligned(tokens * 1e9, locale)
    },
    ...(isWide
      ? [
          {
            name: "status",
            edge: status - 14,
            anchor: "start",
            head: "",
            cell: (runner: Runner) => strings[runner.status][locale]
          } as const
        ]
      : [])
  ];
  const at = (edge: number, line: number): Point => valuesAt(field, [right - edge, top + line * lineHeight]);
  return [
    ...columns.map(({name, edge, anchor, head, cell}) =>
      Plot.text(
        [
          ...(head ? [{key: `standings:${name}`, text: head, fill: colour.soft, ...at(edge, 0)}] : []),
          ...runners.map((runner, index) => ({
            key: `${runner.run.key}:${name}`,
            text: cell(runner, index),
            fill: fillOf(runner, name),
            ...at(edge, index + 1)
          }))
        ],
        {
          x: "x",
          y: "y",
          text: "text",
          ariaLabel: "key",
          fill: "fill",
          fontWeight: name === "model" ? 600 : 400,
          textAnchor: anchor,
          stroke: colour.paper,
          strokeWidth: 3
        }
      )
    ),
    ...runnerSymbols(
      runners.map((runner, index) => ({
        ...runner,
        key: `${runner.run.key}:symbol`,
        ...at(status + (isWide ? 149 : 126), index + 1)
      })),
      5.5
    )
  ];
}

function fillOf({status, run}: Runner, column: string): string {
  if (status === "hidden") return colour.soft;
  return column === "model" ? colour.size(run.sizeClass) : colour.ink;
}
