import * as Plot from "@observablehq/plot";
import {
  cycleErrors,
  cycleLoss,
  cycleLosses,
  panels,
  type CycleLoss,
  type Panel
} from "../analysis/cosine-cycles.ts";
import {inputs, type CycleState} from "./cycle-length/cycle-length-state.ts";
import {describe, note, summary} from "./cycle-length/cycle-length-texts.ts";
import {defineChart, type Reading} from "../core/define/chart.ts";
import {formatNumber} from "../core/i18n/format.ts";
import type {Locale, Localised} from "../core/i18n/locale.ts";
import {stepTicks} from "../core/math/ticks.ts";
import {axes, lossColumn, lossLabel} from "../marks/axes.ts";
import {placedLabel} from "../marks/lines.ts";
import {colour} from "../marks/theme.ts";
import {frameFor} from "../marks/titles.ts";

const strings = {
  cycle: {en: "cycle length"},
  cycleUnit: {en: "million sequences"},
  cycleAxis: {en: "Cosine cycle length (million sequences)"},
  band: {en: "reading error"},
  short: {en: "short run"},
  long: {en: "long run"}
} as const satisfies Record<string, Localised>;

/** The loss after equally many sequences against the length of the cosine cycle, both run lengths together. */
export default defineChart({
  title: {en: "Loss against cosine cycle length"},
  question: {en: "How does the loss follow from the length of the cosine?"},
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
  note,
  summary,
  describe,
  reading,
  plot({state, width, locale}) {
    const titles = {xLabel: strings.cycleAxis[locale], yLabel: lossLabel(locale)};
    const frame = frameFor(width, titles);
    const rows = cycleLosses(Number(state.sequences));
    const losses = rows.map((row) => row.loss);
    const domain: [number, number] = [Math.min(...losses) - 0.01, Math.max(...losses) + 0.01];
    return {
      ...frame,
      x: {type: state.scale, domain: state.scale === "log" ? [7, 72] : [0, 70]},
      y: {domain},
      marks: [
        ...axes({
          ...titles,
          xTicks: state.scale === "log" ? [7, 10, 15, 20, 30, 40, 60] : [0, 10, 20, 30, 40, 50, 60, 70],
          yTicks: stepTicks(domain, 0.02),
          xFormat: String,
          yFormat: (value) => formatNumber(value, {decimals: 2}, locale),
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
          y1: (row: CycleLoss) => row.loss - cycleErrors[row.panel],
          y2: (row: CycleLoss) => row.loss + cycleErrors[row.panel],
          ariaLabel: (row: CycleLoss) => `${keyOf(row)}:error`,
          stroke: (row: CycleLoss) => hue(row.panel),
          strokeWidth: 1.5
        }),
        ...panels.map((panel) =>
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
        ...panels.map((panel) => {
          const {cycle, loss} = cycleLoss(panel, panel === "short" ? 1.25 : 1.5, Number(state.sequences));
          const place = {x: cycle, y: loss, text: strings[panel][locale]};
          return placedLabel(panel, place, {fill: hue(panel), anchor: "start", dx: 11, dy: 11});
        })
      ]
    };
  }
});

function keyOf(row: CycleLoss): string {
  return `${row.panel}-${row.multiplier}`;
}

function hue(panel: Panel): string {
  return panel === "short" ? colour.ramp(2) : colour.ramp(4);
}

function reading(state: CycleState, locale: Locale): Reading {
  return {
    x: {label: strings.cycle[locale], unit: strings.cycleUnit[locale], digits: {decimals: 2}},
    y: lossColumn(locale),
    band: strings.band[locale],
    series: panels.map((panel) => {
      const rows = cycleLosses(Number(state.sequences)).filter((row) => row.panel === panel);
      return {
        key: panel,
        label: strings[panel][locale],
        x: rows.map((row) => row.cycle),
        y: rows.map((row) => row.loss),
        low: rows.map((row) => row.loss - cycleErrors[panel]),
        high: rows.map((row) => row.loss + cycleErrors[panel])
      };
    })
  };
}
