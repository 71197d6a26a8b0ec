import * as Plot from "@observablehq/plot";
import type {Markish} from "@observablehq/plot";
import type {DrawingWidth} from "../core/define/chart.ts";
import {formatShort} from "../core/i18n/format.ts";
import type {LeadChange} from "../analysis/lead-changes.ts";
import type {Locale, Localised} from "../core/i18n/locale.ts";
import {dodge, labelMark, stick, type EndLabel} from "./labels.ts";
import type {Run, Spike} from "../analysis/runs.ts";
import {colour, dash} from "./theme.ts";

/** Where a point of a run is drawn, in the units of the axes. */
export interface Projection {
  readonly x: (run: Run, tokens: number) => number;
  readonly y: (run: Run, loss: number) => number;
}

/** A run's curve, in the hue of its size and the dash of its family; faded where others have the focus. */
export function runCurve(run: Run, {x, y}: Projection, isFocused: boolean): Markish {
  return Plot.line(run.tokens, {
    x: (tokens: number) => x(run, tokens),
    y: run.loss.map((loss) => y(run, loss)),
    ariaLabel: () => run.key,
    stroke: isFocused ? colour.size(run.sizeClass) : colour.faded,
    strokeWidth: isFocused ? 2 : 1.25,
    strokeDasharray: dash[run.family]
  });
}

/** The spread of the logged loss about a run's curve. */
export function runBand(run: Run, {x, y}: Projection): Markish {
  return Plot.areaY(run.tokens, {
    x: (tokens: number) => x(run, tokens),
    y1: run.low.map((loss) => y(run, loss)),
    y2: run.high.map((loss) => y(run, loss)),
    ariaLabel: () => `${run.key}:band`,
    fill: colour.size(run.sizeClass),
    fillOpacity: 0.22
  });
}

/** Single spikes of the logged loss, as needles that stand on the curve. */
export function runSpikes(run: Run, {x, y}: Projection): Markish {
  return Plot.ruleX(run.spikes, {
    x: (spike: Spike) => x(run, spike.tokens),
    y1: (spike: Spike) => y(run, lossAt(run, spike.tokens)),
    y2: (spike: Spike) => y(run, spike.loss),
    ariaLabel: (spike: Spike) => `${run.key}:spike-${Math.round(spike.tokens)}`,
    stroke: colour.size(run.sizeClass),
    strokeOpacity: 0.5
  });
}

/** Loss of a run's curve at or just after `tokens` (1e9), in nats per token; its last where it ends before. */
export function lossAt(run: Run, tokens: number): number {
  const after = run.tokens.findIndex((value) => value >= tokens);
  return run.loss[after === -1 ? run.loss.length - 1 : after]!;
}

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
      x: x(run, run.tokens.at(-1)!),
      y: y(run, run.loss.at(-1)!) - (isBelow ? 0.7 * room : 0),
      fill: isFocused(run) ? colour.size(run.sizeClass) : colour.soft
    })),
    room,
    40,
    toPixel
  );
  return labelMark(labels, {textAnchor: isBelow ? "end" : "start", dx: isBelow ? 4 : 6});
}

/** Changes of the lead: a ring on the place, and who passes whom there where there is room to say so. */
export function leadChangeMarks(
  changes: readonly LeadChange[],
  width: DrawingWidth,
  locale: Locale
): Markish[] {
  const isFew = changes.length <= 2;
  const label = (change: LeadChange): string => {
    const where = formatShort(change.x, locale, 2);
    if (width === "narrow" && !isFew) return where;
    const {who, at}: Record<"who" | "at", Localised> = {
      who: {en: `${change.passing} passes ${change.passed}`},
      at: {en: `at ${where}`}
    };
    return `${who[locale]}${width === "narrow" ? "\n" : " "}${at[locale]}`;
  };
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
          stroke: colour.paper,
          strokeWidth: 4
        }
      )
    )
  ];
}
