import * as Plot from "@observablehq/plot";
import {
  repeatedSizes,
  repetitionPrices,
  repetitions,
  type RepeatedSize
} from "../analysis/equal-compute/repeated-data.ts";
import {defineChart, type Reading, type State} from "../core/define/chart.ts";
import {formatTick} from "../core/i18n/format-drawn.ts";
import {formatList, formatNumber} from "../core/i18n/format.ts";
import type {Locale, Localised} from "../core/i18n/locale.ts";
import {inEachLanguage} from "../core/i18n/written.ts";
import {lastPoint} from "../core/math/points.ts";
import type {Series} from "../core/math/series.ts";
import {axes, lossText} from "../marks/axes.ts";
import {placedLabel, seriesDots, seriesLine} from "../marks/lines.ts";
import {colour} from "../marks/theme.ts";
import {frameFor} from "../marks/titles.ts";

const inputs = {
  range: {
    type: "choice",
    options: ["fifteen", "all"],
    default: "fifteen",
    label: {en: "Epochs"},
    names: {fifteen: {en: "up to fourteen"}, all: {en: "all"}}
  }
} as const;

type RepeatedState = State<typeof inputs>;

const strings = {
  epochsAxis: {en: "Epochs: how often each token is read"},
  excessAxis: {en: "Loss above that of fresh data (nats per token)"},
  epochs: {en: "epochs"},
  excess: {en: "excess"},
  unit: {en: "nat/token"},
  seven: {en: "the essay’s seven"}
} as const satisfies Record<string, Localised>;

/** The number of epochs that the essay proposes. */
const proposed = 7;
/** Epochs and excess to the edge of either drawing. */
const domains = {fifteen: {x: [1, 17], y: [0, 0.16]}, all: {x: [1, 60], y: [0, 0.9]}} as const;
const hues: Readonly<Record<RepeatedSize, string>> = {
  "2.8B": colour.size(1),
  "4.2B": colour.size(3),
  "8.7B": colour.size(4)
};

/** How far a name is moved from the end of its curve, in px: two of them end near each other. */
const labelShift: Readonly<Record<RepeatedSize, number>> = {"2.8B": -4, "4.2B": 0, "8.7B": 5};

/** What reading the same data again costs, against as many fresh tokens. */
export default defineChart({
  title: {en: "Reading the same data again"},
  question: {en: "How much worse is a model that reads its data several times over?"},
  inputs,
  states: {
    seven: {inputs: {}, answer: () => summary({range: "fifteen"})},
    all: {inputs: {range: "all"}, answer: () => summary({range: "all"})}
  },
  note: () => ({
    en:
      "Final loss on C4 of models of Muennighoff et al. (arXiv 2305.16264), over five seeds (one for the largest), above that of the same model on as many " +
      "fresh tokens."
  }),
  summary,
  describe,
  reading,
  plot({state, width, locale}) {
    const titles = {xLabel: strings.epochsAxis[locale], yLabel: strings.excessAxis[locale]};
    const frame = frameFor(width, titles);
    const {x, y} = domains[state.range];
    return {
      ...frame,
      x: {type: "log", domain: [...x]},
      y: {domain: [...y]},
      marks: [
        ...axes({
          ...titles,
          xTicks: state.range === "all" ? [1, 2, 4, 7, 14, 44] : [1, 2, 3, 4, 5, 7, 14],
          yTicks: state.range === "all" ? [0, 0.2, 0.4, 0.6, 0.8] : [0, 0.05, 0.1, 0.15],
          xFormat: (value) => formatTick(value, locale),
          yFormat: (value) => lossText(value, locale, 2),
          frame
        }),
        Plot.ruleX([proposed], {ariaLabel: () => "proposed", stroke: colour.soft, strokeDasharray: "2 3"}),
        placedLabel(
          "proposed",
          {x: proposed, y: y[1], text: strings.seven[locale]},
          {fill: colour.soft, anchor: "end", dx: -6, dy: 4, weight: 500}
        ),
        ...repeatedSizes.flatMap((size) => {
          const curve = curveOf(size, state);
          return [
            seriesLine(keyOf(size, state), curve, {stroke: hues[size], strokeWidth: 2}),
            seriesDots(`${keyOf(size, state)}-runs`, curve, hues[size], 7),
            placedLabel(
              keyOf(size, state),
              {...lastPoint(curve), text: size},
              {fill: hues[size], anchor: "start", dx: 7, dy: labelShift[size]}
            )
          ];
        })
      ]
    };
  }
});

/** A curve that goes on further has other knots, and so another key. */
function keyOf(size: RepeatedSize, {range}: RepeatedState): string {
  return `repeated-${size}${range === "all" ? "-all" : ""}`;
}

function curveOf(size: RepeatedSize, {range}: RepeatedState): Series {
  const {x} = domains[range];
  const shown = repetitions(size).filter(({epochs}) => epochs <= x[1]);
  return {x: shown.map(({epochs}) => epochs), y: shown.map(({excess}) => excess)};
}

/** What that many epochs cost, from model to model: to two decimals where the models differ in the second. */
function rangeWords(epochs: number, locale: Locale): string {
  const prices = repetitionPrices(epochs);
  const [least, most] = [Math.min(...prices), Math.max(...prices)];
  const decimals = most - least < 0.01 ? 3 : 2;
  return `${lossText(least, locale, decimals)} to ${lossText(most, locale, decimals)}`;
}

function summary({range}: RepeatedState): Localised {
  return inEachLanguage((locale) => ({
    en:
      range === "all"
        ? `Forty-four epochs cost ${rangeWords(44, locale)} nats: they ruin a model.`
        : `Four epochs cost ${rangeWords(4, locale)} nats above fresh data, seven ${rangeWords(proposed, locale)}, fourteen ${rangeWords(14, locale)}.`
  }));
}

function describe(state: RepeatedState): Localised {
  return inEachLanguage((locale) => {
    const ends = repeatedSizes.map((size) => {
      const {x, y} = lastPoint(curveOf(size, state));
      return `${size} ends ${lossText(y, locale)} higher at ${formatNumber(x, {significant: 3}, locale)}`;
    });
    return {
      en:
        "Line chart of the loss above that of fresh data, in nats per token, by epochs on a logarithmic axis, for three models: " +
        `${formatList(ends, locale)}. ${summary(state)[locale]}`
    };
  });
}

function reading(state: RepeatedState, locale: Locale): Reading {
  return {
    x: {label: strings.epochs[locale], unit: strings.epochs[locale], digits: {significant: 3}},
    y: {label: strings.excess[locale], unit: strings.unit[locale], digits: {decimals: 4}},
    series: repeatedSizes.map((size) => ({key: keyOf(size, state), label: size, ...curveOf(size, state)}))
  };
}
