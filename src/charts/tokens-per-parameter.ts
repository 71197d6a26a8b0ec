import type {Markish} from "@observablehq/plot";
import {defineChart, type Reading, type State} from "../core/define/chart.ts";
import {axes, countColumn, countLabel} from "../marks/axes.ts";
import {formatNumber, formatShort} from "../core/i18n/format.ts";
import type {Locale, Localised} from "../core/i18n/locale.ts";
import {familyLines, modelDots, modelLabels, type ModelNaming} from "../marks/model-dots.ts";
import {modelOf, models, type Model} from "../analysis/models.ts";
import {placedLabel, seriesLine} from "../marks/lines.ts";
import {colour, frames} from "../marks/theme.ts";
import {logTicks} from "../core/math/ticks.ts";

const inputs = {
  focus: {
    type: "choice",
    options: ["all", "llama", "small"],
    default: "all",
    label: {en: "Focus on"},
    names: {
      all: {en: "all models"},
      llama: {en: "LLaMA to Llama 3"},
      small: {en: "up to 8 billion parameters"}
    }
  }
} as const;

type RatioState = State<typeof inputs>;

const strings = {
  ratio: {en: "tokens per parameter"},
  ratioAxis: {en: "Training tokens per parameter"}
} as const satisfies Record<string, Localised>;

const chinchilla = modelOf("Chinchilla");
/** Parameters up to which a model counts as small here. */
const smallSize = 8e9;
const small = models.filter((model) => model.parameters <= smallSize);
const leastOfSmall = Math.min(...small.map((model) => model.tokensPerParameter));

/** How many tokens published models saw for each of their parameters, by size. */
export default defineChart({
  title: {en: "Tokens per parameter"},
  question: {en: "How many tokens do published models see for each parameter?"},
  datasets: ["published-models"],
  inputs,
  states: {
    all: {
      inputs: {},
      answer: {
        en:
          `GPT-3 saw ${ratio("GPT-3")} tokens for each parameter and Chinchilla ${ratio("Chinchilla")}; Llama 3’s 8B saw ` +
          `${ratio("Llama 3 8B")} or more.`
      }
    },
    "llama-line": {
      inputs: {focus: "llama"},
      answer: {
        en:
          `From LLaMA over Llama 2 to Llama 3, the smallest size went from ${ratio("LLaMA 7B")} to ${ratio("Llama 2 7B")} to ` +
          `${ratio("Llama 3 8B")} tokens per parameter, the largest from ${ratio("LLaMA 65B")} to ${ratio("Llama 2 70B")} to ` +
          `${ratio("Llama 3 70B")}.`
      }
    },
    "small-models": {
      inputs: {focus: "small"},
      answer: {
        en:
          `Every one of these models of up to ${smallSize / 1e9} billion parameters saw at least ` +
          `${Math.floor(leastOfSmall / chinchilla.tokensPerParameter)} times as many tokens per parameter as Chinchilla.`
      }
    }
  },
  note: () => ({
    en:
      "Parameters and tokens as the models’ own reports or Hoffmann et al. (arXiv 2203.15556), Table 1, state them; the " +
      "data name each. Llama 3’s tokens are a lower bound; TinyLlama’s are the number its project announced."
  }),
  summary,
  describe,
  reading,
  plot({state, width, locale}) {
    const frame = frames[width];
    return {
      ...frame,
      x: {type: "log", domain: sizes},
      y: {type: "log", domain: ratios},
      marks: [
        ...axes({
          xLabel: countLabel("parameters", locale),
          yLabel: strings.ratioAxis[locale],
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

function ratio(name: string): string {
  const value = modelOf(name).tokensPerParameter;
  return value < 10 ? value.toFixed(1) : formatNumber(Math.round(value), {decimals: 0}, "en");
}

function isFocused(model: Model, {focus}: RatioState): boolean {
  if (focus === "llama") return ["LLaMA", "Llama 2", "Llama 3"].includes(model.family);
  return focus === "all" || small.includes(model);
}

/** Chinchilla's own ratio, taken since as a rule of thumb. */
function chinchillaRule(locale: Locale): Markish[] {
  const y = chinchilla.tokensPerParameter;
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
    series: models
      .filter((model) => isFocused(model, state))
      .toSorted((a, b) => a.tokensPerParameter - b.tokensPerParameter)
      .map((model) => ({key: model.key, label: model.name, x: [at.x(model)], y: [at.y(model)]}))
  };
}

function summary(state: RatioState): Localised {
  const sorted = models
    .filter((model) => isFocused(model, state))
    .toSorted((a, b) => a.tokensPerParameter - b.tokensPerParameter);
  const [least, most] = [sorted[0]!, sorted.at(-1)!];
  return {
    en: `The ratio goes from ${ratio(least.name)} (${least.name}) to ${ratio(most.name)} (${most.name}).`
  };
}

function describe(state: RatioState): Localised {
  const values = models
    .filter((model) => isFocused(model, state))
    .map((model) => `${model.name} ${ratio(model.name)}`);
  return {
    en:
      "Dot chart of training tokens per parameter by parameters, both on logarithmic axes, with a line at Chinchilla’s " +
      `${ratio("Chinchilla")}. ${values.join("; ")}.`
  };
}
