import * as Plot from "@observablehq/plot";
import {defineChart, type Reading, type Series, type State} from "../core/define/chart.ts";
import type {Locale, Localised} from "../core/i18n/locale.ts";
import {axes} from "../marks/axes.ts";
import {seriesLine} from "../marks/lines.ts";
import {floorInput} from "../marks/inputs.ts";
import {colour, frames} from "../marks/theme.ts";
import cosine from "../schedules/cosine.ts";

const inputs = {
  stretch: {
    type: "range",
    min: 1,
    max: 5,
    step: 0.05,
    default: 1,
    unit: "×",
    label: {en: "Cycle length, in runs"}
  },
  floor: floorInput,
  warmup: {
    type: "range",
    min: 0,
    max: 10,
    step: 0.5,
    default: 1,
    unit: "%",
    label: {en: "Warm-up, of the run"}
  }
} as const;

type RateState = State<typeof inputs>;

const strings = {
  run: {en: "share of the run"},
  runAxis: {en: "Share of the run (%)"},
  rate: {en: "learning rate"},
  rateAxis: {en: "Learning rate (% of the peak)"},
  ofPeak: {en: "% of the peak"},
  matched: {en: "cosine made for this run"},
  end: {en: "the run ends"},
  note: {en: "Computed from the formula; LLaMA and Llama 2 warm up for 2,000 steps, about 1% of a run."}
} as const satisfies Record<string, Localised>;

/** Steps of the run that is drawn; only shares of it are shown, so any large number would do. */
const steps = 10_000;
const knots = 120;

/** The learning rate over a run: linear warm-up, then a cosine that may be longer than the run. */
export default defineChart({
  title: {en: "Learning rate over a run"},
  question: {en: "How far has the learning rate come down when the run ends?"},
  datasets: [],
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
  note: () => strings.note,
  summary,
  describe,
  reading,
  plot({state, width, locale}) {
    const frame = frames[width];
    const end = 100 * Math.max(1, state.stretch);
    const [own, matched] = reading(state, locale).series;
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
        ...(matched ? [seriesLine(matched.key, matched, {stroke: colour.faded, strokeWidth: 1.5})] : []),
        seriesLine("schedule:after", curve(state, 100, end), {
          stroke: colour.accent,
          strokeWidth: 1.5,
          strokeDasharray: "3 4"
        }),
        seriesLine(own!.key, own!, {stroke: colour.accent, strokeWidth: 2.5}),
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
          text: (value: number) => `${value.toFixed(0)}%`,
          ariaLabel: () => "schedule:end-label",
          dx: 10,
          dy: -12,
          textAnchor: "start",
          fontWeight: 600,
          fill: colour.accent,
          stroke: colour.paper,
          strokeWidth: 4
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

/** Rate at a share of the run in per cent, as a share of the peak; beyond 100 % up to the cycle's end. */
function rateAt({stretch, floor, warmup}: RateState, share: number): number {
  return cosine.rate((share / 100) * steps, {
    // A run as long as the cycle has the same rates, and goes on where the run that is drawn stops.
    steps: Math.round(stretch * steps),
    warmup: Math.round((warmup / 100) * steps),
    peak: 1,
    floor: floor / 100
  });
}

function curve(state: RateState, from: number, to: number): {x: number[]; y: number[]} {
  const x = Array.from({length: knots}, (_, index) => from + ((to - from) * index) / (knots - 1));
  return {x, y: x.map((share) => 100 * rateAt(state, share))};
}

function reading(state: RateState, locale: Locale): Reading {
  const own: Series = {
    key: "schedule",
    label: {en: `cosine of ${state.stretch} runs`}[locale],
    ...curve(state, 0, 100)
  };
  const matched: Series = {
    key: "reference",
    label: strings.matched[locale],
    ...curve({...state, stretch: 1}, 0, 100)
  };
  return {
    x: {label: strings.run[locale], unit: "%", digits: {decimals: 1}},
    y: {label: strings.rate[locale], unit: strings.ofPeak[locale], digits: {decimals: 1}},
    series: state.stretch === 1 ? [own] : [own, matched]
  };
}

function summary(state: RateState): Localised {
  const last = (100 * rateAt(state, 100)).toFixed(0);
  return {en: `With a cycle of ${state.stretch} times the run, the rate ends at ${last}% of its peak.`};
}

function describe(state: RateState): Localised {
  const half = (100 * rateAt(state, 50)).toFixed(0);
  return {
    en:
      `Line chart of the learning rate, in per cent of its peak, over a run. It rises in a straight line for the first ` +
      `${state.warmup}% and follows a cosine from there: ${half}% half-way. ${summary(state).en}`
  };
}
