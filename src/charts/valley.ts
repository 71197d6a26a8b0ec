import {defineChart, type DrawingWidth, type Reading} from "../core/define/chart.ts";
import type {Locale} from "../core/i18n/locale.ts";
import {formatTick} from "../core/i18n/format-drawn.ts";
import {logTicks} from "../core/math/ticks.ts";
import {axes, computeTick, lossText} from "../marks/axes.ts";
import {frameFor} from "../marks/titles.ts";
import {budgetMarks, priceMarks, stepMarks} from "./valley/valley-marks.ts";
import {budgetRuns, inputs, prices, tunedPrices, type ValleyState} from "./valley/valley-state.ts";
import {describe, note, strings, summary} from "./valley/valley-texts.ts";

const domains = {
  budgets: {x: [0.03, 5000], y: [2.78, 3.75]},
  price: {x: [0.25, 25], y: [0, 0.21]}
} as const;

/** Finished runs of equal compute by tokens per parameter, and what straying from the lowest costs. */
export default defineChart({
  title: {en: "The valley of equal compute"},
  question: {en: "At equal compute, what do more or fewer tokens per parameter cost?"},
  inputs,
  states: {
    budgets: {inputs: {}, answer: () => summary({view: "budgets", text: "nemotron"})},
    "budgets-dclm": {inputs: {text: "dclm"}, answer: () => summary({view: "budgets", text: "dclm"})},
    price: {inputs: {view: "price"}, answer: () => summary({view: "price", text: "nemotron"})}
  },
  note,
  summary,
  describe,
  reading,
  plot({state, width, locale}) {
    const isPrice = state.view === "price";
    const titles = {
      xLabel: (isPrice ? strings.factorAxis : strings.ratioAxis)[locale],
      yLabel: (isPrice ? strings.priceAxis : strings.lossAxis)[locale]
    };
    const frame = frameFor(width, titles);
    const {x, y} = domains[state.view];
    return {
      ...frame,
      x: {type: "log", domain: [...x]},
      y: {domain: [...y]},
      marks: [
        ...axes({
          ...titles,
          xTicks: isPrice ? priceTicks(width) : logTicks([...x], [1]),
          yTicks: isPrice ? [0, 0.05, 0.1, 0.15, 0.2] : [2.8, 3, 3.2, 3.4, 3.6],
          xFormat: (value) => formatTick(value, locale),
          yFormat: (value) => lossText(value, locale, isPrice ? 2 : 1),
          frame
        }),
        ...(isPrice
          ? priceMarks(width, locale)
          : [...budgetMarks(state, locale), ...stepMarks(state, width, locale)])
      ]
    };
  }
});

function priceTicks(width: DrawingWidth): number[] {
  return width === "wide" ? [0.25, 0.5, 1, 2, 4, 10, 20] : [0.25, 1, 4, 20];
}

function reading(state: ValleyState, locale: Locale): Reading {
  const unit = strings.unit[locale];
  if (state.view === "budgets") {
    return {
      x: {label: strings.ratio[locale], unit: strings.tokens[locale], digits: {significant: 3}},
      y: {label: strings.loss[locale], unit, digits: {decimals: 4}},
      series: budgetRuns(state).map(({key, budget, runs}) => ({
        key,
        label: `${computeTick(budget, "flops", locale)} ${strings.flops[locale]}`,
        ...runs
      }))
    };
  }
  const {measured} = prices();
  return {
    x: {label: strings.factor[locale], unit: strings.times[locale], digits: {significant: 3}},
    y: {label: strings.price[locale], unit, digits: {decimals: 4}},
    series: [
      {key: "measured", label: strings.measured[locale], ...measured},
      {key: "tuned", label: strings.tuned[locale], ...tunedPrices()}
    ]
  };
}
