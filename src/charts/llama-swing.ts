import * as Plot from "@observablehq/plot";
import type {Markish} from "@observablehq/plot";
import {readingErrors} from "../analysis/families.ts";
import {
  familyPairs,
  lowerUntil,
  nearEnd,
  swingCurve,
  swingOf,
  swingWindow,
  type FamilyPair
} from "../analysis/family-swing.ts";
import {defineChart, type DrawingWidth, type Reading, type State} from "../core/define/chart.ts";
import {formatSigned, formatTick} from "../core/i18n/format-drawn.ts";
import {formatList} from "../core/i18n/format.ts";
import type {Locale, Localised} from "../core/i18n/locale.ts";
import {inEachLanguage} from "../core/i18n/written.ts";
import {axes, computeColumn, computeLabel, computeTick, lossText} from "../marks/axes.ts";
import {placedLabel, placedRing, seriesLine} from "../marks/lines.ts";
import {colour} from "../marks/theme.ts";
import {frameFor} from "../marks/titles.ts";

const inputs = {
  sizes: {
    type: "subset",
    options: ["7B", "13B", "33B", "65B"],
    default: [],
    label: {en: "Sizes"},
    names: {
      "7B": {en: "7B"},
      "13B": {en: "13B"},
      "33B": {en: "33B and 34B"},
      "65B": {en: "65B and 70B"}
    }
  }
} as const;

type SwingState = State<typeof inputs>;

const strings = {
  differenceAxis: {en: "Loss of Llama 2 minus LLaMA (nats per token)"},
  difference: {en: "difference"},
  unit: {en: "nat/token"},
  higher: {en: "Llama 2 is higher"},
  lower: {en: "Llama 2 is lower"},
  control: {en: "control"}
} as const satisfies Record<string, Localised>;

const firstTokens = 100;
const knots = 120;
const differenceDomain: [number, number] = [-0.05, 0.05];
/** Dashes, so that no hue has to tell the sizes apart. */
const dashes = ["none", "8 3", "4 3", "1 4"] as const;

/** Llama 2's loss against LLaMA's at equal tokens, size by size. */
export default defineChart({
  title: {en: "Llama 2 against LLaMA"},
  question: {en: "At equal tokens, is Llama 2 worse than LLaMA?"},
  inputs,
  states: {
    swing: {inputs: {}, answer: () => summary({sizes: []})},
    small: {inputs: {sizes: ["7B", "13B"]}, answer: () => summary({sizes: ["7B", "13B"]})},
    large: {inputs: {sizes: ["33B", "65B"]}, answer: () => summary({sizes: ["33B", "65B"]})}
  },
  note: () =>
    inEachLanguage((locale) => ({
      en:
        `Smoothed losses read off LLaMA (arXiv 2302.13971), Figure 1, to ${readingErrors.llama1.loss[locale]}, and Llama 2 (arXiv 2307.09288), Figure 5, to ` +
        `${readingErrors.llama2.loss[locale]}. Rings: about where LLaMA’s run ends. Data and context length of the two families differ.`
    })),
  summary,
  describe,
  reading,
  plot({state, width, locale}) {
    const titles = {xLabel: computeLabel("tokens", locale), yLabel: strings.differenceAxis[locale]};
    const frame = frameFor(width, titles);
    return {
      ...frame,
      x: {type: "linear", domain: [0, 1600]},
      y: {domain: differenceDomain},
      marks: [
        ...axes({
          ...titles,
          xTicks: [0, 500, 1000, 1500],
          yTicks: [-0.04, -0.02, 0, 0.02, 0.04],
          xFormat: (value) => computeTick(value, "tokens", locale),
          yFormat: (value) => formatSigned(value, 2, locale).replace("+", ""),
          frame
        }),
        seriesLine("zero", {x: [0, 1600], y: [0, 0]}, {stroke: colour.ink, strokeWidth: 1.25}),
        ground("higher", differenceDomain[1], 12, locale),
        ground("lower", differenceDomain[0], -10, locale),
        ...controlMarks(state, locale),
        ...shownPairs(state).flatMap((pair) => pairMarks(pair, width, locale))
      ]
    };
  }
});

function shownPairs({sizes}: SwingState): readonly FamilyPair[] {
  return familyPairs.filter(({llama1}) => sizes.length === 0 || sizes.some((size) => size === llama1.model));
}

function ground(side: "higher" | "lower", y: number, dy: number, locale: Locale): Markish {
  return placedLabel(
    `${side}-ground`,
    {x: 0, y, text: strings[side][locale]},
    {fill: colour.soft, anchor: "start", dx: 6, dy, weight: 500}
  );
}

/** The two large sizes, whose LLaMA runs go on past the place that the small ones are compared at. */
function largePairs(state: SwingState): readonly FamilyPair[] {
  return shownPairs(state).filter(({llama1}) => llama1.sizeClass > 2);
}

/** Where the large sizes are compared, near the end of their LLaMA runs. */
function controlMarks(state: SwingState, locale: Locale): Markish[] {
  const [pair] = largePairs(state);
  if (!pair) return [];
  const {x} = nearEnd(pair);
  return [
    // No higher than its own label, as others stand above it.
    Plot.ruleX([x], {
      y1: differenceDomain[0],
      y2: 0.6 * differenceDomain[0],
      stroke: colour.soft,
      strokeDasharray: "2 3"
    }),
    placedLabel(
      "control",
      {x, y: 0.7 * differenceDomain[0], text: `${strings.control[locale]}, ${tokensText(x, locale)}`},
      {fill: colour.soft, anchor: "end", dx: -6, weight: 500}
    )
  ];
}

/** Tokens in the unit of the axis, to three digits, as well as they are known. */
function tokensText(tokens: number, locale: Locale): string {
  return formatTick(Number(tokens.toPrecision(3)), locale);
}

/** Where Llama 2’s loss comes to be the higher one. */
function crossingMarks(pair: FamilyPair, locale: Locale): Markish[] {
  const x = lowerUntil(pair);
  if (x === undefined) return [];
  const hue = colour.size(pair.llama1.sizeClass);
  const key = `${keyOf(pair)}-crossing`;
  // Of two that are close, the earlier stands above the line, to the left, and the later below it, to the right.
  const isEarlier = pair.llama1.model === "13B" || pair.llama1.model === "33B";
  return [
    placedRing(key, {x, y: 0}, hue, 3.5),
    placedLabel(
      key,
      {x, y: 0, text: tokensText(x, locale)},
      isEarlier
        ? {fill: hue, anchor: "end", dx: -6, dy: -10, weight: 500}
        : {fill: hue, anchor: "start", dx: 5, dy: 11, weight: 500}
    )
  ];
}

function pairMarks(pair: FamilyPair, width: DrawingWidth, locale: Locale): Markish[] {
  const {llama1} = pair;
  const curve = swingCurve(pair, firstTokens, knots);
  const end = nearEnd(pair);
  const hue = colour.size(llama1.sizeClass);
  const isSmall = llama1.sizeClass <= 2;
  const lower = width === "narrow" ? 14 : 0;
  const name = `${nameOf(pair)} ${formatSigned(end.y, 3, locale)}`;
  return [
    seriesLine(keyOf(pair), curve, {
      stroke: hue,
      strokeWidth: 2.25,
      strokeDasharray: dashes[llama1.sizeClass - 1] ?? "none"
    }),
    placedRing(`${keyOf(pair)}-end`, end, hue),
    placedLabel(
      `${keyOf(pair)}-end`,
      {...end, text: name},
      isSmall
        ? {fill: hue, anchor: "start", dx: 9, dy: llama1.sizeClass === 1 ? 4 : -6}
        : {fill: hue, anchor: "end", dx: 40, dy: lower + (llama1.sizeClass === 3 ? 22 : 40)}
    ),
    ...crossingMarks(pair, locale)
  ];
}

function keyOf({llama1}: FamilyPair): string {
  return `swing-${llama1.model}`;
}

/** The size, or both where the families differ, e.g. `"33/34B"`. */
function nameOf({llama1, llama2}: FamilyPair): string {
  return llama1.model === llama2.model ? llama1.model : `${llama1.model.replace("B", "")}/${llama2.model}`;
}

function summary(state: SwingState): Localised {
  return inEachLanguage((locale) => {
    const swings = shownPairs(state).map((pair) => lossText(swingOf(pair), locale));
    const {from, to} = swingWindow;
    return {
      en: `From ${tokensText(from, locale)} to ${tokensText(to, locale)} billion tokens, Llama 2 rises against LLaMA by ${formatList(swings, locale)} nats.`
    };
  });
}

function describe(state: SwingState): Localised {
  return inEachLanguage((locale) => {
    const pairs = shownPairs(state);
    const course = pairs.map(
      (pair) => `${tokensText(lowerUntil(pair) ?? pair.llama1.plottedTokens, locale)} (${nameOf(pair)})`
    );
    const ends = pairs.map((pair) => {
      const {x, y} = nearEnd(pair);
      return `${nameOf(pair)} ${formatSigned(y, 3, locale)} at ${tokensText(x, locale)}`;
    });
    return {
      en:
        "Line chart of the loss of Llama 2 minus that of LLaMA at equal tokens, in nats per token, by billions of training tokens. Where LLaMA " +
        `ends: ${formatList(ends, locale)}. Llama 2 is lower for the first ${formatList(course, locale)} billion tokens. ${summary(state)[locale]}`
    };
  });
}

function reading(state: SwingState, locale: Locale): Reading {
  return {
    x: computeColumn("tokens", locale),
    y: {label: strings.difference[locale], unit: strings.unit[locale], digits: {decimals: 4}},
    series: shownPairs(state).map((pair) => ({
      key: keyOf(pair),
      label: nameOf(pair),
      ...swingCurve(pair, firstTokens, knots)
    }))
  };
}
