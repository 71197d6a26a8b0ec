import * as Plot from "@observablehq/plot";
import cycleLength from "../data/chinchilla-figure-a1-cycle.ts";
import {defineChart, type Reading, type State} from "../core/define/chart.ts";
import type {Locale, Localised} from "../core/i18n/locale.ts";
import {axes, lossColumn, lossLabel} from "../marks/axes.ts";
import {placedLabel} from "../marks/lines.ts";
import {scaleInput} from "../marks/inputs.ts";
import {colour, frames} from "../marks/theme.ts";
import {stepTicks} from "../core/math/ticks.ts";

const inputs = {
  sequences: {
    type: "choice",
    options: ["5", "6", "7"],
    default: "6",
    label: {en: "Loss after, in million sequences"},
    names: {"5": {en: "5"}, "6": {en: "6"}, "7": {en: "7"}}
  },
  scale: scaleInput
} as const;

type CycleState = State<typeof inputs>;
type CycleRow = (typeof cycleLength.rows)[number];

const strings = {
  cycle: {en: "cycle length"},
  cycleUnit: {en: "million sequences"},
  cycleAxis: {en: "Cosine cycle length (million sequences)"},
  band: {en: "reading error"},
  short: {en: "short run"},
  long: {en: "long run"}
} as const satisfies Record<string, Localised>;

/** Error of a local estimate, in nats per token (data notes). */
const readingError = {short: 0.002, long: 0.003} as const;

/** The loss after equally many sequences against the length of the cosine cycle, both run lengths together. */
export default defineChart({
  title: {en: "Loss against cosine cycle length"},
  question: {en: "Does the length of the cosine alone set the loss?"},
  datasets: ["chinchilla-figure-a1-cycle"],
  inputs,
  states: {
    "six-million": {
      inputs: {},
      answer: {en: "All twelve values, from both runs, lie on one curve that rises with the cycle length."}
    },
    "five-million": {
      inputs: {sequences: "5"},
      answer: {en: "After 5 million sequences the same curve shows, within the reading error."}
    },
    "seven-million": {
      inputs: {sequences: "7"},
      answer: {en: "After 7 million sequences the same curve shows, within the reading error."}
    }
  },
  note: () => ({
    en:
      "Read off Hoffmann et al. (arXiv 2203.15556), Figure A1; bars show the reading error, ±0.002 nat (short run) and " +
      "±0.003 nat (long run)."
  }),
  summary,
  describe,
  reading,
  plot({state, width, locale}) {
    const frame = frames[width];
    const rows = rowsOf(state);
    const losses = rows.map((row) => row.loss);
    const domain: [number, number] = [Math.min(...losses) - 0.01, Math.max(...losses) + 0.01];
    return {
      ...frame,
      x: {type: state.scale, domain: state.scale === "log" ? [7, 72] : [0, 70]},
      y: {domain},
      marks: [
        ...axes({
          xLabel: strings.cycleAxis[locale],
          yLabel: lossLabel(locale),
          xTicks: state.scale === "log" ? [7, 10, 15, 20, 30, 40, 60] : [0, 10, 20, 30, 40, 50, 60, 70],
          yTicks: stepTicks(domain, 0.02),
          xFormat: String,
          yFormat: (value) => value.toFixed(2),
          frame
        }),
        Plot.line(rows, {
          x: "cycle",
          y: "loss",
          ariaLabel: () => "rising",
          stroke: colour.faded,
          strokeWidth: 1.5
        }),
        Plot.ruleX(rows, {
          x: "cycle",
          y1: (row: CycleRow) => row.loss - readingError[row.panel],
          y2: (row: CycleRow) => row.loss + readingError[row.panel],
          ariaLabel: (row: CycleRow) => `${keyOf(row)}:error`,
          stroke: (row: CycleRow) => hue(row.panel),
          strokeWidth: 1.5
        }),
        ...(["short", "long"] as const).map((panel) =>
          Plot.dot(
            rows.filter((row) => row.panel === panel),
            {
              x: "cycle",
              y: "loss",
              ariaLabel: keyOf,
              symbol: panel === "short" ? "circle" : "square",
              r: 5,
              fill: panel === "short" ? hue(panel) : colour.paper,
              stroke: hue(panel),
              strokeWidth: 2
            }
          )
        ),
        ...(["short", "long"] as const).map((panel) => {
          const row = rows.find(
            (each) => each.panel === panel && each.multiplier === (panel === "short" ? 1.25 : 1.5)
          )!;
          const place = {x: row.cycle, y: row.loss, text: strings[panel][locale]};
          return placedLabel(panel, place, {fill: hue(panel), anchor: "start", dx: 11, dy: 11});
        })
      ]
    };
  }
});

function rowsOf(state: CycleState): readonly CycleRow[] {
  return cycleLength.rows
    .filter((row) => row.sequences === Number(state.sequences))
    .toSorted((a, b) => a.cycle - b.cycle);
}

function keyOf(row: CycleRow): string {
  return `${row.panel}-${row.multiplier}`;
}

function hue(panel: "short" | "long"): string {
  return panel === "short" ? colour.ramp(2) : colour.ramp(4);
}

function reading(state: CycleState, locale: Locale): Reading {
  return {
    x: {label: strings.cycle[locale], unit: strings.cycleUnit[locale], digits: {decimals: 2}},
    y: lossColumn(locale),
    band: strings.band[locale],
    series: (["short", "long"] as const).map((panel) => {
      const rows = rowsOf(state).filter((row) => row.panel === panel);
      return {
        key: panel,
        label: strings[panel][locale],
        x: rows.map((row) => row.cycle),
        y: rows.map((row) => row.loss),
        low: rows.map((row) => row.loss - readingError[panel]),
        high: rows.map((row) => row.loss + readingError[panel])
      };
    })
  };
}

function summary(state: CycleState): Localised {
  const rows = rowsOf(state);
  const first = rows[0]!;
  const last = rows.at(-1)!;
  return {
    en:
      `After ${state.sequences} million sequences, the loss goes from ${first.loss.toFixed(3)} with a cycle of ` +
      `${first.cycle.toFixed(1)} million sequences to ${last.loss.toFixed(3)} with one of ${last.cycle.toFixed(1)} million.`
  };
}

function describe(state: CycleState): Localised {
  return {
    en: `Dot chart of training loss, in nats per token, by the length of the cosine cycle: twelve values, six from each of two run lengths. ${summary(state).en}`
  };
}
