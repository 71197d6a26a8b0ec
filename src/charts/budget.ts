import {drawnBudget} from "./budget/budget-curves.ts";
import {inputs, type BudgetState} from "./budget/budget-state.ts";
import {
  cheapestMark,
  curveLabels,
  curveNames,
  curves,
  flatPart,
  optimalMark,
  ownMark,
  refittedSizes,
  unprovenSizes,
  unreachableSizes
} from "./budget/budget-marks.ts";
import {answers, describe, note, summary} from "./budget/budget-texts.ts";
import {defineChart, type Reading} from "../core/define/chart.ts";
import {formatNumber} from "../core/i18n/format.ts";
import type {Locale, Localised} from "../core/i18n/locale.ts";
import {logTicks} from "../core/math/ticks.ts";
import {axes, computeColumn, computeTick} from "../marks/axes.ts";
import {frameFor, growthOf, labelledFrame} from "../marks/titles.ts";

const strings = {
  parameters: {en: "parameters"},
  parametersUnit: {en: "billion parameters"},
  parametersAxis: {en: "Parameters (billions)"},
  cost: {en: "cost"},
  costAxis: {en: "Training and serving (FLOPs) · lower is cheaper"}
} as const satisfies Record<string, Localised>;

/** Cost of training a model to a loss and of serving tokens with it, by its size. */
export default defineChart({
  title: {en: "Cost of a model over its life"},
  question: {en: "Which size is cheapest to train and serve?"},
  inputs,
  states: {
    "no-serving": {inputs: {}, answer: answers["no-serving"]},
    "serve-1t": {inputs: {served: "1t"}, answer: answers["serve-1t"]},
    "serve-10t": {inputs: {served: "10t"}, answer: answers["serve-10t"]},
    "serve-100t": {inputs: {served: "100t"}, answer: answers["serve-100t"]},
    "serve-10t-13b": {inputs: {served: "10t", size: "13b"}, answer: answers["serve-10t-13b"]},
    "serve-10t-hoffmann": {
      inputs: {served: "10t", law: "hoffmann-approach-3-unrounded"},
      answer: answers["serve-10t-hoffmann"]
    }
  },
  note,
  summary,
  describe,
  reading,
  plot({state, width, locale}) {
    const titles = {xLabel: strings.parametersAxis[locale], yLabel: strings.costAxis[locale]};
    const names = Object.values(curveNames);
    const labelled = labelledFrame(frameFor(width, titles), names, locale);
    // The names begin within the frame: what they grow by there has to be outside it too.
    const frame = {...labelled, marginRight: labelled.marginRight + 8 * (growthOf(names, locale) - 1)};
    const drawn = drawnBudget(state);
    const {x, y} = drawn.domains;
    return {
      ...frame,
      x: {type: "log", domain: x},
      y: {type: "log", domain: y},
      marks: [
        ...axes({
          ...titles,
          xTicks: logTicks(x, width === "narrow" ? [1, 3] : [1, 2, 5]),
          yTicks: logTicks(y, [1]),
          xFormat: (value) => formatNumber(value, {significant: 3}, locale),
          yFormat: (value) => computeTick(value, "flops", locale),
          frame
        }),
        ...unreachableSizes(drawn, locale),
        flatPart(drawn),
        ...refittedSizes(drawn),
        ...curves(drawn),
        ...unprovenSizes(drawn, width, locale),
        ...curveLabels(drawn, width, locale),
        ...optimalMark(drawn, width, locale),
        ...ownMark(drawn, inputs.size.names[state.size][locale], locale),
        ...cheapestMark(drawn, width, locale)
      ]
    };
  }
});

function reading(state: BudgetState, locale: Locale): Reading {
  return {
    x: {label: strings.parameters[locale], unit: strings.parametersUnit[locale], digits: {significant: 4}},
    y: {
      label: strings.cost[locale],
      unit: computeColumn("flops", locale).unit,
      digits: {significant: 4}
    },
    series: drawnBudget(state).curves.map(({key, curve}) => ({
      key,
      label: curveNames[key][locale],
      ...curve
    }))
  };
}
