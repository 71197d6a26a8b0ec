import * as Plot from "@observablehq/plot";
import {defineChart, type Reading, type Series} from "../core/define/chart.ts";
import {formatChosen, formatNumber} from "../core/i18n/format.ts";
import type {Locale, Localised} from "../core/i18n/locale.ts";
import {axes} from "../marks/axes.ts";
import {seriesLine} from "../marks/lines.ts";
import {colour, frames, halo} from "../marks/theme.ts";
import {describe, note, summary} from "./learning-rate/learning-rate-texts.ts";
import {inputs, rateAt, type RateState} from "./learning-rate/rate-state.ts";

const strings = {
  run: {en: "share of the run"},
  runAxis: {en: "Share of the run (%)"},
  rate: {en: "learning rate"},
  rateAxis: {en: "Learning rate (% of the peak)"},
  ofPeak: {en: "% of the peak"},
  matched: {en: "cosine made for this run"},
  end: {en: "the run ends"}
} as const satisfies Record<string, Localised>;

const knots = 120;

/** The learning rate over a run: linear warm-up, then a cosine that may be longer than the run. */
export default defineChart({
  title: {en: "Learning rate over a run"},
  question: {en: "How far has the learning rate come down when the run ends?"},
  inputs,
  states: {
    matched: {
      inputs: {},
      answer: {en: "A cosine as long as the run brings the rate down to a tenth of its peak at the end."}
    },
    "stretched-by-a-quarter": {
      inputs: {stretch: 1.25},
      answer: {en: "A cosine a quarter longer than the run leaves the rate at about a fifth of its peak."}
    },
    "stretched-threefold": {
      inputs: {stretch: 3},
      answer: {en: "A cosine three times as long leaves the rate near three quarters of its peak."}
    }
  },
  note,
  summary,
  describe,
  reading,
  plot({state, width, locale}) {
    const frame = frames[width];
    const end = 100 * Math.max(1, state.stretch);
    const own = ownSeries(state, locale);
    const last = 100 * rateAt(state, 100);
    return {
      ...frame,
      x: {domain: [0, Math.max(120, end)]},
      y: {domain: [0, 105]},
      marks: [
        ...axes({
          xLabel: strings.runAxis[locale],
          yLabel: strings.rateAxis[locale],
          xTicks:
            end > 250
              ? [0, 100, 200, 300, 400, 500].filter((tick) => tick <= end)
              : [0, 25, 50, 75, 100, 150, 200].filter((tick) => tick <= Math.max(120, end)),
          yTicks: [0, 20, 40, 60, 80, 100],
          xFormat: String,
          yFormat: String,
          frame
        }),
        Plot.ruleX([100], {stroke: colour.soft, strokeDasharray: "2 3"}),
        ...matchedSeries(state, locale).map((matched) =>
          seriesLine(matched.key, matched, {stroke: colour.faded, strokeWidth: 1.5})
        ),
        seriesLine("schedule:after", curve(state, 100, end), {
          stroke: colour.accent,
          strokeWidth: 1.5,
          strokeDasharray: "3 4"
        }),
        seriesLine(own.key, own, {stroke: colour.accent, strokeWidth: 2.5}),
        Plot.dot([last], {
          x: 100,
          y: (value: number) => value,
          ariaLabel: () => "schedule:end",
          r: 5,
          fill: colour.paper,
          stroke: colour.accent,
          strokeWidth: 2
        }),
        Plot.text([last], {
          x: 100,
          y: (value: number) => value,
          text: (value: number) => `${formatNumber(value, {decimals: 0}, locale)}%`,
          ariaLabel: () => "schedule:end-label",
          dx: 10,
          dy: -12,
          textAnchor: "start",
          fontWeight: 600,
          fill: colour.accent,
          ...halo
        }),
        Plot.text([strings.end[locale]], {
          x: 100,
          frameAnchor: "top",
          text: (text: string) => text,
          // On the side that the curve leaves free.
          dx: state.stretch < 1.8 ? -6 : 6,
          dy: 2,
          textAnchor: state.stretch < 1.8 ? "end" : "start",
          fill: colour.soft
        })
      ]
    };
  }
});

function curve(state: RateState, from: number, to: number): {x: number[]; y: number[]} {
  const x = Array.from({length: knots}, (_, index) => from + ((to - from) * index) / (knots - 1));
  return {x, y: x.map((share) => 100 * rateAt(state, share))};
}

function ownSeries(state: RateState, locale: Locale): Series {
  const label: Localised = {en: `cosine of ${formatChosen(state.stretch, locale)} runs`};
  return {key: "schedule", label: label[locale], ...curve(state, 0, 100)};
}

/** The cosine made for the run, where the state's own is another. */
function matchedSeries(state: RateState, locale: Locale): Series[] {
  if (state.stretch === 1) return [];
  return [{key: "reference", label: strings.matched[locale], ...curve({...state, stretch: 1}, 0, 100)}];
}

function reading(state: RateState, locale: Locale): Reading {
  return {
    x: {label: strings.run[locale], unit: "%", digits: {decimals: 1}},
    y: {label: strings.rate[locale], unit: strings.ofPeak[locale], digits: {decimals: 1}},
    series: [ownSeries(state, locale), ...matchedSeries(state, locale)]
  };
}
