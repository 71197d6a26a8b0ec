import type {Markish} from "@observablehq/plot";
import {defineChart, type DrawingWidth, type Reading, type State} from "../core/define/chart.ts";
import {axes, computeColumn, computeLabel, computeTick, countColumn, countLabel} from "../marks/axes.ts";
import {formatShort} from "../core/i18n/format.ts";
import type {Locale, Localised} from "../core/i18n/locale.ts";
import {familyLines, modelDots, modelLabels, type ModelNaming, type Placing} from "../marks/model-dots.ts";
import {modelOf, models, type Model} from "../analysis/models.ts";
import {placedLabel, seriesLine} from "../marks/lines.ts";
import {colour, frames} from "../marks/theme.ts";
import {linearTicks, logTicks} from "../core/math/ticks.ts";

const inputs = {
  draw: {
    type: "choice",
    options: ["budget", "score"],
    default: "budget",
    label: {en: "Draw"},
    names: {budget: {en: "how the budget is spent"}, score: {en: "score by compute"}}
  },
  models: {
    type: "choice",
    options: ["pair", "contemporaries", "later"],
    default: "pair",
    label: {en: "Models"},
    names: {
      pair: {en: "Gopher and Chinchilla"},
      contemporaries: {en: "with their contemporaries"},
      later: {en: "with LLaMA and Llama 2"}
    }
  }
} as const;

type SameState = State<typeof inputs>;

const strings = {
  mmlu: {en: "MMLU"},
  mmluAxis: {en: "MMLU, 5-shot (% right) · higher is better"},
  percent: {en: "%"},
  flops: {en: "FLOPs"}
} as const satisfies Record<string, Localised>;

const [gopher, chinchilla, gpt3] = [modelOf("Gopher"), modelOf("Chinchilla"), modelOf("GPT-3")];
const llama13B = modelOf("LLaMA 13B");
const others = models.filter((model) => model.isInChinchillaPaper && model !== chinchilla);
const moreCompute = (100 * (chinchilla.flops / gopher.flops - 1)).toFixed(0);

/** Gopher and Chinchilla: nearly the same compute, spent on a large model or on many tokens, and what came of it. */
export default defineChart({
  title: {en: "Gopher and Chinchilla"},
  question: {en: "Same compute: does the smaller model with more tokens win?"},
  datasets: ["published-models"],
  inputs,
  states: {
    pair: {
      inputs: {},
      answer: {
        en:
          `Nearly the same compute, spent in two ways: Chinchilla has ${times(gopher.parameters / chinchilla.parameters)} ` +
          `times fewer parameters than Gopher and saw ${times(chinchilla.tokens / gopher.tokens)} times as many tokens.`
      }
    },
    "pair-score": {
      inputs: {draw: "score"},
      answer: {
        en:
          `The smaller model wins: with ${moreCompute}% more compute, Chinchilla scores ${score(chinchilla)} where Gopher ` +
          `scores ${score(gopher)}.`
      }
    },
    contemporaries: {
      inputs: {models: "contemporaries"},
      answer: {
        en:
          `The large models of the time were alike: ${billions(others, "parameters")} billion parameters, ` +
          `${billions(others, "tokens")} billion tokens.`
      }
    },
    later: {
      inputs: {models: "later"},
      answer: {
        en: "LLaMA and Llama 2 went Chinchilla’s way and beyond: at every size they saw a trillion tokens or more."
      }
    },
    "later-score": {
      inputs: {draw: "score", models: "later"},
      answer: {
        en:
          `LLaMA’s 13B scores ${score(llama13B)}, above GPT-3’s ${score(gpt3)}, with ` +
          `${(100 * (llama13B.flops / gpt3.flops)).toFixed(0)}% of its compute.`
      }
    }
  },
  note,
  summary,
  describe,
  reading,
  plot({state, width, locale}) {
    const frame = frames[width];
    const isBudget = state.draw === "budget";
    const {x, y} = isBudget ? budgetDomains : scoreDomains(state);
    const at = placing(state);
    const shown = shownModels(state);
    return {
      ...frame,
      x: {type: "log", domain: x},
      y: {type: isBudget ? "log" : "linear", domain: y},
      marks: [
        ...axes({
          xLabel: isBudget ? countLabel("tokens", locale) : computeLabel("flops", locale),
          yLabel: isBudget ? countLabel("parameters", locale) : strings.mmluAxis[locale],
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

/** All models that may be shown, so that the axes stay where they are. */
const candidates = models.filter(
  (model) => model.isInChinchillaPaper || model.family === "LLaMA" || model.family === "Llama 2"
);

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

function times(ratio: number): string {
  return String(Number(ratio.toFixed(1)));
}

function score({mmlu}: Model): string {
  return mmlu!.toFixed(1);
}

function billions(among: readonly Model[], quantity: "parameters" | "tokens"): string {
  const values = among.map((model) => model[quantity] / 1e9);
  return `${Math.min(...values)} to ${Math.max(...values)}`;
}

function shownModels(state: SameState): readonly Model[] {
  const chosen = {
    pair: [gopher, chinchilla],
    contemporaries: models.filter((model) => model.isInChinchillaPaper),
    later: candidates
  }[state.models];
  return state.draw === "score" ? chosen.filter((model) => model.mmlu !== null) : chosen;
}

function placing({draw}: SameState): Placing {
  return draw === "budget"
    ? {x: (model) => model.tokens, y: (model) => model.parameters}
    : {x: (model) => model.flops, y: (model) => model.mmlu!};
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

/** Models that are named, a family by one of its models, each on the side that other marks leave free. */
function namings(state: SameState, locale: Locale): readonly ModelNaming[] {
  const isPair = state.models === "pair";
  const withScore = (model: Model): string =>
    state.draw === "budget" || isPair
      ? `${model.name}\n${strings.mmlu[locale]} ${score(model)}`
      : `${model.name} ${score(model)}`;
  const isBudget = state.draw === "budget";
  const always: readonly ModelNaming[] = [
    {
      name: "Gopher",
      text: withScore(gopher),
      side: isBudget ? {anchor: "end", dy: -6} : {anchor: "start", dy: 6}
    },
    {name: "Chinchilla", text: withScore(chinchilla), side: {anchor: "end", dy: isBudget ? 12 : -4}}
  ];
  const alsoNamed: readonly ModelNaming[] = isBudget
    ? [
        {name: "MT-NLG", text: "MT-NLG", side: {anchor: "start"}},
        {name: "LaMDA", text: "LaMDA", side: {anchor: "middle", dy: 14}},
        {name: "LLaMA 7B", text: "LLaMA", side: {anchor: "end"}},
        {name: "Llama 2 7B", text: "Llama 2", side: {anchor: "start"}}
      ]
    : [
        {name: "GPT-3", text: withScore(gpt3), side: {anchor: "middle", dy: 16}},
        {name: "LLaMA 7B", text: "LLaMA 7B", side: {anchor: "start", dy: 8}},
        {name: "LLaMA 65B", text: "65B", side: {anchor: "start", dy: -1}},
        {name: "Llama 2 7B", text: "Llama 2 7B", side: {anchor: "start", dy: 8}},
        {name: "Llama 2 70B", text: "70B", side: {anchor: "start", dy: -4}}
      ];
  const onlyWide: readonly ModelNaming[] = isBudget
    ? [{name: "GPT-3", text: "GPT-3, Jurassic-1", side: {anchor: "end"}}]
    : [];
  return [...[...always, ...alsoNamed].map((naming) => ({...naming, isInNarrow: true})), ...onlyWide];
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

function note(state: SameState): Localised {
  const sources = [
    "Hoffmann et al. (arXiv 2203.15556), Tables 1 and 6",
    ...(state.models === "later"
      ? ["LLaMA (arXiv 2302.13971), Tables 2 and 9", "Llama 2 (arXiv 2307.09288), Table 3"]
      : [])
  ];
  return {
    en:
      `${sources.join("; ")}. Compute is 6 × parameters × tokens. Chinchilla’s MMLU is 67.6 in Table 6 and 67.5 in the ` +
      "abstract; scores differ by up to ±1 point between test set-ups." +
      (state.draw === "score" && state.models !== "pair"
        ? " Models without a score in these tables are left out."
        : "")
  };
}

function summary(state: SameState): Localised {
  return {
    en: shownModels(state)
      .filter((model) => [gopher, chinchilla, gpt3].includes(model) && model.mmlu !== null)
      .map(
        (model) =>
          `${model.name}: ${formatShort(model.parameters, "en")} parameters, ${formatShort(model.tokens, "en")} tokens, ` +
          `${formatShort(model.flops, "en")} FLOPs, MMLU ${score(model)}.`
      )
      .join(" ")
  };
}

function describe(state: SameState): Localised {
  const shown = shownModels(state);
  const values = shown.map((model) =>
    state.draw === "budget"
      ? `${model.name} ${formatShort(model.parameters, "en")} on ${formatShort(model.tokens, "en")} tokens`
      : `${model.name} ${score(model)} with ${formatShort(model.flops, "en")} FLOPs`
  );
  return {
    en:
      (state.draw === "budget"
        ? "Dot chart of models by parameters and training tokens, both on logarithmic axes, with lines of equal compute. "
        : "Dot chart of models by MMLU score and training compute, compute on a logarithmic axis. ") +
      `${values.join("; ")}.`
  };
}
