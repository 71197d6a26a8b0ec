import type {Markish} from "@observablehq/plot";
import {defineChart, type DrawingWidth, type Reading} from "../core/define/chart.ts";
import {formatShort} from "../core/i18n/format.ts";
import type {Locale, Localised} from "../core/i18n/locale.ts";
import {linearTicks, logTicks} from "../core/math/ticks.ts";
import {axes, computeColumn, computeLabel, computeTick, countColumn, countLabel} from "../marks/axes.ts";
import {placedLabel, seriesLine} from "../marks/lines.ts";
import {familyLines, modelDots, modelLabels} from "../marks/model-dots.ts";
import {colour} from "../marks/theme.ts";
import {frameFor} from "../marks/titles.ts";
import {namings} from "./same-compute/namings.ts";
import {answers, describe, note, summary} from "./same-compute/same-compute-texts.ts";
import {
  candidates,
  chinchilla,
  gopher,
  inputs,
  placing,
  shownModels,
  type SameState
} from "./same-compute/same-state.ts";

const strings = {
  mmlu: {en: "MMLU"},
  mmluAxis: {en: "MMLU, 5-shot (% right) · higher is better"},
  percent: {en: "%"},
  flops: {en: "FLOPs"}
} as const satisfies Record<string, Localised>;

/** Gopher and Chinchilla: nearly the same compute, spent on a large model or on many tokens, and what came of it. */
export default defineChart({
  title: {en: "Gopher and Chinchilla"},
  question: {en: "Same compute: does the smaller model with more tokens win?"},
  inputs,
  states: {
    pair: {inputs: {}, answer: answers.pair},
    "pair-score": {inputs: {draw: "score"}, answer: answers.pairScore},
    contemporaries: {inputs: {models: "contemporaries"}, answer: answers.contemporaries},
    later: {inputs: {models: "later"}, answer: answers.later},
    "later-score": {inputs: {draw: "score", models: "later"}, answer: answers.laterScore}
  },
  note,
  summary,
  describe,
  reading,
  plot({state, width, locale}) {
    const isBudget = state.draw === "budget";
    const titles = {
      xLabel: isBudget ? countLabel("tokens", locale) : computeLabel("flops", locale),
      yLabel: isBudget ? countLabel("parameters", locale) : strings.mmluAxis[locale]
    };
    const frame = frameFor(width, titles);
    const {x, y} = isBudget ? budgetDomains : scoreDomains(state);
    const at = placing(state);
    const shown = shownModels(state);
    return {
      ...frame,
      x: {type: "log", domain: x},
      y: {type: isBudget ? "log" : "linear", domain: y},
      marks: [
        ...axes({
          ...titles,
          xTicks: logTicks(x, isBudget ? [1, 2, 5] : scoreDigits(state, width)),
          yTicks: isBudget ? logTicks(y, [1]) : linearTicks(y[1], 8).filter((tick) => tick >= y[0]),
          xFormat: (value) => (isBudget ? formatShort(value, locale) : computeTick(value, "flops", locale)),
          yFormat: (value) => formatShort(value, locale),
          frame
        }),
        ...(isBudget ? sameComputeLines(locale) : []),
        ...familyLines(shown, at),
        seriesLine(
          "pair",
          {x: [at.x(gopher), at.x(chinchilla)], y: [at.y(gopher), at.y(chinchilla)]},
          {stroke: colour.accent, strokeWidth: 2, strokeDasharray: "2 4"}
        ),
        ...modelLabels(shown, namings(state, locale), at, width),
        modelDots(shown, at)
      ]
    };
  }
});

const budgetDomains = {
  x: padded(
    candidates.map((model) => model.tokens),
    1.5,
    1.7
  ),
  y: padded(
    candidates.map((model) => model.parameters),
    1.6,
    1.7
  )
};

function scoreDomains(state: SameState): {readonly x: [number, number]; readonly y: [number, number]} {
  if (state.models === "pair") return {x: [2e23, 1.5e24], y: [50, 72]};
  const scored = candidates.filter((model) => model.mmlu !== null);
  return {
    x: padded(
      scored.map((model) => model.flops),
      1.35,
      1.5
    ),
    y: [30, 74]
  };
}

/** Digits of the ticks of compute, as many as there is room for. */
function scoreDigits({models: chosen}: SameState, width: DrawingWidth): readonly number[] {
  if (chosen === "pair") return width === "narrow" ? [1, 3] : [1, 3, 5];
  return width === "narrow" ? [1] : [1, 2, 5];
}

function padded(values: readonly number[], below: number, above: number): [number, number] {
  return [Math.min(...values) / below, Math.max(...values) * above];
}

/** Lines along which 6ND is the same, from edge to edge of the frame. */
function sameComputeLines(locale: Locale): Markish[] {
  const {x, y} = budgetDomains;
  return [1e22, 1e23, 1e24].flatMap((flops) => {
    const from = Math.max(x[0], flops / (6 * y[1]));
    const to = Math.min(x[1], flops / (6 * y[0]));
    const key = `compute-${Math.log10(flops)}`;
    const isFirst = from > x[0];
    const text = `${computeTick(flops, "flops", locale)}${isFirst ? ` ${strings.flops[locale]}` : ""}`;
    return [
      seriesLine(
        key,
        {x: [from, to], y: [flops / (6 * from), flops / (6 * to)]},
        {stroke: colour.faded, strokeWidth: 1}
      ),
      placedLabel(
        key,
        {x: from, y: flops / (6 * from), text},
        {fill: colour.soft, anchor: "start", dx: isFirst ? 18 : 2, dy: isFirst ? -3 : -7, weight: 400}
      )
    ];
  });
}

function reading(state: SameState, locale: Locale): Reading {
  const at = placing(state);
  return {
    x: state.draw === "budget" ? countColumn("tokens", locale, 4) : computeColumn("flops", locale),
    y:
      state.draw === "budget"
        ? countColumn("parameters", locale, 4)
        : {label: strings.mmlu[locale], unit: strings.percent[locale], digits: {decimals: 1}},
    series: shownModels(state).map((model) => ({
      key: model.key,
      label: model.name,
      x: [at.x(model)],
      y: [at.y(model)]
    }))
  };
}
