import {defineChart, type DrawingWidth, type Reading} from "../core/define/chart.ts";
import type {Locale} from "../core/i18n/locale.ts";
import {formatTick} from "../core/i18n/format-drawn.ts";
import {logTicks} from "../core/math/ticks.ts";
import {axes, computeTick, lossText} from "../marks/axes.ts";
import {frameFor} from "../marks/titles.ts";
import {priceMarks} from "./valley/price-marks.ts";
import {budgetMarks, stepMarks} from "./valley/valley-marks.ts";
import {drawnPrices, drawnValleys, inputs, type ValleyState} from "./valley/valley-state.ts";
import {describe, note, strings, summary} from "./valley/valley-texts.ts";

// The left of the losses has room for the budgets' names, and the bottom of the price for its range below zero.
const domains = {
  loss: {x: [0.008, 6000], y: [2.72, 3.72]},
  price: {x: [0.25, 28], y: [-0.012, 0.225]}
} as const;

/** Finished runs of equal compute by tokens per parameter, and what straying from the lowest costs. */
export default defineChart({
  title: {en: "The valley of equal compute"},
  question: {en: "At equal compute, what do more or fewer tokens per parameter cost?"},
  inputs,
  states: {
    budgets: {inputs: {}, answer: () => summary({view: "nemotron"})},
    "budgets-dclm": {inputs: {view: "dclm"}, answer: () => summary({view: "dclm"})},
    price: {inputs: {view: "price"}, answer: () => summary({view: "price"})}
  },
  note,
  summary,
  describe,
  reading,
  plot({state: {view}, width, locale}) {
    const isPrice = view === "price";
    const titles = {
      xLabel: (isPrice ? strings.factorAxis : strings.ratioAxis)[locale],
      yLabel: (isPrice ? strings.priceAxis : strings.lossAxis)[locale]
    };
    const frame = frameFor(width, titles);
    const {x, y} = isPrice ? domains.price : domains.loss;
    return {
      ...frame,
      x: {type: "log", domain: [...x]},
      y: {domain: [...y]},
      marks: [
        ...axes({
          ...titles,
          xTicks: isPrice ? priceTicks(width) : logTicks([...x], [1]),
          yTicks: isPrice
            ? width === "wide"
              ? [0, 0.05, 0.1, 0.15, 0.2]
              : [0, 0.1, 0.2]
            : [2.8, 3, 3.2, 3.4, 3.6],
          xFormat: (value) => formatTick(value, locale),
          yFormat: (value) => lossText(value, locale, isPrice ? 2 : 1),
          frame
        }),
        ...(view === "price"
          ? priceMarks(width, locale)
          : [...budgetMarks(view, locale), ...stepMarks(view, width, locale)])
      ]
    };
  }
});

function priceTicks(width: DrawingWidth): number[] {
  return width === "wide" ? [0.25, 0.5, 1, 2, 4, 10, 20] : [0.25, 1, 2, 4, 10, 20];
}

function reading({view}: ValleyState, locale: Locale): Reading {
  const unit = strings.unit[locale];
  if (view !== "price") {
    return {
      x: {label: strings.ratio[locale], unit: strings.tokens[locale], digits: {significant: 3}},
      y: {label: strings.loss[locale], unit, digits: {decimals: 4}},
      series: drawnValleys(view).map(({key, budget, runs}) => ({
        key,
        label: `${computeTick(budget, "flops", locale)} ${strings.flops[locale]}`,
        ...runs
      }))
    };
  }
  const {measured, quoted, least, most, tuned} = drawnPrices();
  const x = quoted.map(({factor}) => factor);
  return {
    x: {label: strings.factor[locale], unit: strings.times[locale], digits: {significant: 3}},
    y: {label: strings.price[locale], unit, digits: {decimals: 4}},
    series: [
      {key: "measured", label: strings.course[locale], ...measured},
      {key: "quoted", label: strings.quoted[locale], x, y: quoted.map(({value}) => value)},
      {key: "range-low", label: strings.low[locale], x, y: quoted.map(({low}) => low)},
      {key: "range-high", label: strings.high[locale], x, y: quoted.map(({high}) => high)},
      {key: "laws-least", label: strings.least[locale], ...least},
      {key: "laws-most", label: strings.most[locale], ...most},
      {key: "tuned", label: strings.tuned[locale], ...tuned}
    ]
  };
}
