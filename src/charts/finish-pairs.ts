import * as Plot from "@observablehq/plot";
import type {Markish} from "@observablehq/plot";
import {defineChart, type DrawingWidth, type Reading} from "../core/define/chart.ts";
import {formatSigned, formatTick} from "../core/i18n/format-drawn.ts";
import type {Locale} from "../core/i18n/locale.ts";
import type {Series} from "../core/math/series.ts";
import {axes} from "../marks/axes.ts";
import {placedLabel, seriesLine, shade} from "../marks/lines.ts";
import {colour, type Frame} from "../marks/theme.ts";
import {frameFor} from "../marks/titles.ts";
import {
  inputs,
  shownPairs,
  sizeClass,
  type PairsState,
  type ShownPair
} from "./finish-pairs/finish-pairs-state.ts";
import {describe, longAnswer, note, pairName, strings, summary} from "./finish-pairs/finish-pairs-texts.ts";
import {keyMarks, keyTop, pairLook, symbols} from "./finish-pairs/pairs-key.ts";

const gapDomain: [number, number] = [-0.1, 0.08];
const gapTicks = [-0.1, -0.08, -0.06, -0.04, -0.02, 0, 0.02, 0.04, 0.06, 0.08];
/** Percent of the larger run’s schedule, with room for names behind its end. */
const edges: [number, number] = [0, 128];
const finished = 100;

/** The gap between two sizes at equal compute, with the larger on its way and finished, for every open pair. */
export default defineChart({
  title: {en: "Every open pair, on its way and finished"},
  question: {en: "Does the verdict change once both models have finished?"},
  inputs,
  states: {
    all: {inputs: {}, answer: () => summary({source: "all", length: "any", schedule: "longest"})},
    shorter: {
      inputs: {schedule: "shorter"},
      answer: () => summary({source: "all", length: "any", schedule: "shorter"})
    },
    ladder: {
      inputs: {source: "ladder"},
      answer: () => summary({source: "ladder", length: "any", schedule: "longest"})
    },
    horizon: {
      inputs: {source: "horizon"},
      answer: () => summary({source: "horizon", length: "any", schedule: "longest"})
    },
    "two-times": {
      inputs: {length: "2xC"},
      answer: () => summary({source: "all", length: "2xC", schedule: "longest"})
    },
    long: {inputs: {length: "long"}, answer: longAnswer}
  },
  note,
  summary,
  describe,
  reading,
  plot({state, width, locale}) {
    const titles = {xLabel: strings.shareAxis[locale], yLabel: strings.gapAxis[locale]};
    const frame = frameFor(width, titles);
    const pairs = shownPairs(state);
    return {
      ...frame,
      x: {domain: edges},
      y: {domain: [gapDomain[0], keyTop(gapDomain[1], width)]},
      marks: [
        ...axes({
          ...titles,
          xTicks: [0, 25, 50, 75, 100],
          yTicks: width === "wide" ? gapTicks : gapTicks.filter((_, index) => index % 2 === 1),
          xFormat: (value) => formatTick(value, locale),
          yFormat: (value) => formatSigned(value, 2, locale).replace("+", ""),
          frame
        }),
        shade("smaller-ground", {x: edges, y: [0, gapDomain[1]]}, {fill: colour.grid, fillOpacity: 0.35}),
        Plot.ruleY([0], {ariaLabel: () => "zero", stroke: colour.ink, strokeWidth: 1.25}),
        ...grounds(frame, locale),
        ...keyMarks({x: edges, bottom: gapDomain[1]}, width, locale),
        ...pairs.toSorted((a, b) => Number(a.isTurned) - Number(b.isTurned)).flatMap(pairMarks),
        ...endLabels(pairs, width)
      ]
    };
  }
});

function grounds({marginTop}: Frame, locale: Locale): Markish[] {
  const label = {fill: colour.soft, weight: 500} as const;
  return [
    placedLabel(
      "smaller-ground",
      {x: edges[1], y: gapDomain[1], text: strings.smaller[locale]},
      {...label, anchor: "end", dy: marginTop / 3}
    ),
    placedLabel(
      "larger-ground",
      {x: edges[0], y: gapDomain[0], text: strings.larger[locale]},
      {...label, anchor: "start", dx: 4, dy: -10}
    )
  ];
}

/** The gap on the way, and once both have finished. */
function gapsOf({share, midRunGap, finishedGap}: ShownPair): Series {
  return {x: [100 * share, finished], y: [midRunGap, finishedGap]};
}

/** Turned pairs stand out; those that don’t turn step back; firm ones are whole, fragile ones broken. */
function pairMarks(pair: ShownPair): Markish[] {
  const hue = colour.size(sizeClass(pair));
  const look = pairLook(pair.isTurned ? (pair.isFirm ? "firm" : "fragile") : "stays", hue);
  const points = gapsOf(pair);
  return [
    seriesLine(pair.key, points, look.line),
    Plot.dot(points.x, {
      x: points.x,
      y: points.y,
      ariaLabel: (_: number, index: number) => `${pair.key}-${index === 0 ? "running" : "finished"}`,
      r: 3.5,
      symbol: symbols[pair.source],
      ...look.dot
    })
  ];
}

/** Names of the pairs whose finished gaps stand far enough apart, lowest first; more would lie on each other. */
function endLabels(pairs: readonly ShownPair[], width: DrawingWidth): Markish[] {
  const room = width === "wide" ? 0.0075 : 0.016;
  const placed: {pair: ShownPair; y: number}[] = [];
  // Those that turn have their names first.
  for (const pair of pairs.toSorted(
    (a, b) => Number(b.isTurned) - Number(a.isTurned) || a.finishedGap - b.finishedGap
  )) {
    if (placed.every(({y}) => Math.abs(y - pair.finishedGap) >= room))
      placed.push({pair, y: pair.finishedGap});
  }
  return placed.map(({pair, y}) =>
    placedLabel(
      `${pair.key}-name`,
      {x: finished, y, text: `${pair.small.size}, ${pair.large.size}`},
      {
        fill: pair.isTurned ? colour.size(sizeClass(pair)) : colour.soft,
        anchor: "start",
        dx: 9,
        weight: pair.isTurned ? 600 : 400
      }
    )
  );
}

function reading(state: PairsState, locale: Locale): Reading {
  return {
    x: {label: strings.share[locale], unit: strings.percent[locale], digits: {decimals: 0}},
    y: {label: strings.gap[locale], unit: strings.gapUnit[locale], digits: {decimals: 4}},
    series: shownPairs(state).map((pair) => ({
      key: pair.key,
      label: pairName(pair),
      ...gapsOf(pair)
    }))
  };
}
