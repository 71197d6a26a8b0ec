import type {Markish} from "@observablehq/plot";
import {modelOf, models, type Model} from "../analysis/models.ts";
import {defineChart, type Reading} from "../core/define/chart.ts";
import {formatNumber, formatShort} from "../core/i18n/format.ts";
import type {Locale, Localised} from "../core/i18n/locale.ts";
import {logTicks} from "../core/math/ticks.ts";
import {axes, countColumn, countLabel} from "../marks/axes.ts";
import {placedLabel, seriesLine} from "../marks/lines.ts";
import {familyLines, modelDots, modelLabels, type ModelNaming} from "../marks/model-dots.ts";
import {colour} from "../marks/theme.ts";
import {frameFor} from "../marks/titles.ts";
import {focusedModels, inputs, isFocused, type RatioState} from "./tokens-per-parameter/ratio-state.ts";
import {answers, describe, note, summary} from "./tokens-per-parameter/ratio-texts.ts";

const strings = {
  ratio: {en: "tokens per parameter"},
  ratioAxis: {en: "Training tokens per parameter"}
} as const satisfies Record<string, Localised>;

/** How many tokens published models saw for each of their parameters, by size. */
export default defineChart({
  title: {en: "Tokens per parameter"},
  question: {en: "How many tokens do published models see for each parameter?"},
  inputs,
  states: {
    all: {inputs: {}, answer: answers.all},
    "llama-line": {inputs: {focus: "llama"}, answer: answers.llamaLine},
    "small-models": {inputs: {focus: "small"}, answer: answers.smallModels}
  },
  note,
  summary,
  describe,
  reading,
  plot({state, width, locale}) {
    const titles = {xLabel: countLabel("parameters", locale), yLabel: strings.ratioAxis[locale]};
    const frame = frameFor(width, titles);
    return {
      ...frame,
      x: {type: "log", domain: sizes},
      y: {type: "log", domain: ratios},
      marks: [
        ...axes({
          ...titles,
          xTicks: logTicks(sizes, width === "narrow" ? [1] : [1, 3]),
          yTicks: logTicks(ratios, [1]),
          xFormat: (value) => formatShort(value, locale),
          yFormat: (value) => formatNumber(value, {significant: 1}, locale),
          frame
        }),
        ...chinchillaRule(locale),
        ...familyLines(models, at),
        ...modelLabels(models, namings, at, width, (model) => isFocused(model, state)),
        modelDots(models, at, (model) => isFocused(model, state))
      ]
    };
  }
});

const at = {x: (model: Model) => model.parameters, y: (model: Model) => model.tokensPerParameter};
const sizes = [0.75 * Math.min(...models.map(at.x)), 1.7 * Math.max(...models.map(at.x))] as const;
const ratios = [0.7 * Math.min(...models.map(at.y)), 1.7 * Math.max(...models.map(at.y))] as const;

/** Chinchilla's own ratio, taken since as a rule of thumb. */
function chinchillaRule(locale: Locale): Markish[] {
  const y = modelOf("Chinchilla").tokensPerParameter;
  return [
    seriesLine(
      "rule",
      {x: [...sizes], y: [y, y]},
      {stroke: colour.accent, strokeWidth: 1.25, strokeDasharray: "6 4"}
    ),
    placedLabel(
      "rule",
      {x: sizes[0], y, text: `${formatNumber(y, {significant: 3}, locale)}: Chinchilla`},
      {fill: colour.accent, anchor: "start", dx: 6, dy: -10}
    )
  ];
}

/** Models that are named, a family by one of its models, each on the side that other marks leave free. */
const namings: readonly ModelNaming[] = [
  {
    name: "TinyLlama 1.1B",
    text: "TinyLlama",
    side: {anchor: "start"},
    narrowSide: {anchor: "start", dx: -5, dy: -13},
    isInNarrow: true
  },
  {
    name: "Qwen 1.8B",
    text: "Qwen",
    side: {anchor: "end"},
    narrowSide: {anchor: "start", dy: -3},
    isInNarrow: true
  },
  {name: "LLaMA 7B", text: "LLaMA", side: {anchor: "end"}, isInNarrow: true},
  {name: "Llama 2 70B", text: "Llama 2", side: {anchor: "start", dy: -6}, isInNarrow: true},
  {name: "Llama 3 70B", text: "Llama 3", side: {anchor: "start", dy: 7}, isInNarrow: true},
  {name: "Qwen2.5 72B", text: "Qwen2.5", side: {anchor: "start", dy: -7}, isInNarrow: true},
  {name: "LaMDA", text: "LaMDA", side: {anchor: "end"}, isInNarrow: true},
  {
    name: "GPT-3",
    text: "GPT-3, Jurassic-1",
    narrowText: "GPT-3",
    side: {anchor: "start", dy: -6},
    isInNarrow: true
  },
  {name: "Gopher", text: "Gopher", side: {anchor: "start", dy: 4}, isInNarrow: true},
  {name: "MT-NLG", text: "MT-NLG", side: {anchor: "end"}, isInNarrow: true}
];

function reading(state: RatioState, locale: Locale): Reading {
  return {
    x: countColumn("parameters", locale, 3),
    y: {label: strings.ratio[locale], unit: "", digits: {significant: 4}},
    series: focusedModels(state).map((model) => ({
      key: model.key,
      label: model.name,
      x: [at.x(model)],
      y: [at.y(model)]
    }))
  };
}
