import * as Plot from "@observablehq/plot";
import type {Markish} from "@observablehq/plot";
import type {StretchPrice} from "../analysis/finish-line/stretch-prices.ts";
import {defineChart, type DrawingWidth, type Reading} from "../core/define/chart.ts";
import {formatTick} from "../core/i18n/format-drawn.ts";
import type {Locale} from "../core/i18n/locale.ts";
import type {Series} from "../core/math/series.ts";
import {axes, lossText} from "../marks/axes.ts";
import {placedLabel, seriesLine} from "../marks/lines.ts";
import {colour} from "../marks/theme.ts";
import {frameFor} from "../marks/titles.ts";
import {inputs, priceGroups, type PriceGroup, type PriceState} from "./stretch-price/stretch-price-state.ts";
import {
  describe,
  groupName,
  note,
  positionAnswer,
  startName,
  strings,
  summary
} from "./stretch-price/stretch-price-texts.ts";

const stretchDomain: [number, number] = [1, 24];
const priceDomain: [number, number] = [-0.015, 0.12];

/** Shapes by source; hues by source, or by where the ladder is read. */
const looks = {
  ladder: {symbol: "circle", hue: colour.size(4)},
  horizon: {symbol: "diamond", hue: colour.size(1)},
  luo: {symbol: "triangle", hue: colour.size(3)},
  hoffmann: {symbol: "square", hue: colour.size(2)}
} as const;
const startHues: Readonly<Record<string, string>> = {
  "0.5xC": colour.ramp(6),
  "1xC": colour.ramp(5),
  "2xC": colour.ramp(3),
  "5xC": colour.ramp(1)
};

/** What a cosine costs that is too long for its run, by how much too long it is, in all open measurements. */
export default defineChart({
  title: {en: "The price of a stretched cosine"},
  question: {en: "How much higher is the loss under a cosine that is too long?"},
  inputs,
  states: {
    all: {inputs: {}, answer: () => summary({sources: [], colour: "source"})},
    ladder: {inputs: {sources: ["ladder"]}, answer: () => summary({sources: ["ladder"], colour: "source"})},
    "by-position": {inputs: {sources: ["ladder"], colour: "start"}, answer: positionAnswer},
    horizon: {inputs: {sources: ["horizon"]}, answer: () => summary({sources: ["horizon"], colour: "source"})}
  },
  note,
  summary,
  describe,
  reading,
  plot({state, width, locale}) {
    const titles = {xLabel: strings.stretchAxis[locale], yLabel: strings.priceAxis[locale]};
    const frame = frameFor(width, titles);
    const groups = priceGroups(state);
    return {
      ...frame,
      x: {type: "log", domain: stretchDomain},
      y: {domain: priceDomain},
      marks: [
        ...axes({
          ...titles,
          xTicks: width === "wide" ? [1, 1.5, 2, 3, 5, 10, 20] : [1, 2, 5, 10, 20],
          yTicks: [0, 0.02, 0.04, 0.06, 0.08, 0.1, 0.12].filter(
            (_, index) => width === "wide" || index % 2 === 0
          ),
          xFormat: (value) => formatTick(value, locale),
          yFormat: (value) => lossText(value, locale, 2),
          frame
        }),
        seriesLine("zero", {x: stretchDomain, y: [0, 0]}, {stroke: colour.soft}),
        ...groups.toReversed().flatMap((group) => groupMarks(group, state)),
        ...legend(groups, state, width, locale)
      ]
    };
  }
});

function hueOf({source, start}: PriceGroup, state: PriceState): string {
  return state.colour === "start" ? (startHues[start] ?? colour.faded) : looks[source].hue;
}

function groupMarks(group: PriceGroup, state: PriceState): Markish[] {
  const hue = hueOf(group, state);
  return [
    seriesLine(group.key, curveOf(group), {stroke: hue, strokeWidth: 1, strokeOpacity: 0.35}),
    Plot.dot(group.prices, {
      x: "stretch",
      y: "price",
      ariaLabel: (_: StretchPrice, index: number) => `${group.key}-${index}`,
      r: 4,
      symbol: looks[group.source].symbol,
      fill: hue,
      stroke: colour.paper,
      strokeWidth: 0.75
    })
  ];
}

function curveOf({prices}: PriceGroup): Series {
  return {x: prices.map(({stretch}) => stretch), y: prices.map(({price}) => price)};
}

/** Names at the upper right, where no price is: by source, or by where the ladder is read. */
function legend(
  groups: readonly PriceGroup[],
  state: PriceState,
  width: DrawingWidth,
  locale: Locale
): Markish[] {
  const isByStart = state.colour === "start";
  const named = [...Map.groupBy(groups, ({source, start}) => (isByStart ? start : source))];
  const room = width === "wide" ? 0.0062 : 0.0108;
  return named.flatMap(([name, [group]], index) => {
    if (!group) return [];
    const place = {x: stretchDomain[1], y: priceDomain[1] - index * room};
    const text = isByStart ? startName(name) : inputs.sources.names[group.source];
    return [
      placedLabel(
        `legend-${name}`,
        {...place, text: text[locale]},
        {fill: hueOf(group, state), anchor: "end", dx: -14}
      ),
      Plot.dot([place], {
        x: "x",
        y: "y",
        ariaLabel: () => `legend-${name}-dot`,
        dx: -6,
        r: 4,
        symbol: looks[group.source].symbol,
        fill: hueOf(group, state)
      })
    ];
  });
}

function reading(state: PriceState, locale: Locale): Reading {
  return {
    x: {label: strings.stretch[locale], unit: strings.runs[locale], digits: {significant: 3}},
    y: {label: strings.price[locale], unit: strings.priceUnit[locale], digits: {decimals: 4}},
    series: priceGroups(state).map((group) => ({
      key: group.key,
      label: groupName(group)[locale],
      ...curveOf(group)
    }))
  };
}
