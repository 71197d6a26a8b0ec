import * as Plot from "@observablehq/plot";
import type {Markish} from "@observablehq/plot";
import {
  allocationNames,
  exponentOf,
  optimalAllocation,
  tableOf,
  type AllocationName
} from "../analysis/allocations.ts";
import {defineChart, type DrawingWidth, type Reading, type State} from "../core/define/chart.ts";
import {axes, computeColumn, computeLabel, computeTick, countColumn, countLabel} from "../marks/axes.ts";
import {dodge, type EndLabel} from "../marks/labels.ts";
import {formatShort} from "../core/i18n/format.ts";
import type {Locale, Localised} from "../core/i18n/locale.ts";
import {familyLines, modelDots, modelLabels, type ModelNaming, type Placing} from "../marks/model-dots.ts";
import {modelOf, models, type Model} from "../analysis/models.ts";
import {plotSize, roomOf} from "../marks/pixels.ts";
import {placedLabel, seriesLine} from "../marks/lines.ts";
import {logSpaced} from "../core/math/series.ts";
import {colour, frames} from "../marks/theme.ts";
import {logTicks} from "../core/math/ticks.ts";

const inputs = {
  quantity: {
    type: "choice",
    options: ["parameters", "tokens"],
    default: "parameters",
    label: {en: "Best number of"},
    names: {parameters: {en: "parameters"}, tokens: {en: "training tokens"}}
  },
  laws: {
    type: "subset",
    options: allocationNames,
    default: ["approach-1", "approach-2", "approach-3"],
    label: {en: "According to"},
    names: {
      kaplan: {en: "Kaplan et al."},
      "approach-1": {en: "Chinchilla, approach 1"},
      "approach-2": {en: "approach 2"},
      "approach-3": {en: "approach 3"},
      epoch: {en: "Epoch’s refit"}
    }
  },
  models: {
    type: "choice",
    options: ["none", "early", "all"],
    default: "none",
    label: {en: "Published models"},
    names: {none: {en: "none"}, early: {en: "up to Chinchilla"}, all: {en: "all"}}
  }
} as const;

type OptimalState = State<typeof inputs>;

const strings = {
  gopher: {en: "Gopher’s compute"}
} as const satisfies Record<string, Localised>;

/** Names at the ends of the lines. */
const lawNames: Readonly<Record<AllocationName, Localised>> = {
  kaplan: {en: "Kaplan"},
  "approach-1": {en: "approach 1"},
  "approach-2": {en: "approach 2"},
  "approach-3": {en: "approach 3"},
  epoch: {en: "Epoch"}
};

const looks: Readonly<Record<AllocationName, {readonly stroke: string; readonly dash: string}>> = {
  kaplan: {stroke: colour.ink, dash: "2 4"},
  "approach-1": {stroke: colour.ramp(1), dash: "none"},
  "approach-2": {stroke: colour.ramp(3), dash: "8 4"},
  "approach-3": {stroke: colour.ramp(5), dash: "5 3"},
  epoch: {stroke: colour.accent, dash: "9 3 2 3"}
};

const gopher = modelOf("Gopher");
const atGopher = (name: AllocationName): {readonly parameters: number; readonly tokens: number} =>
  optimalAllocation(name, gopher.flops);
const approaches = (["approach-1", "approach-2", "approach-3"] as const).map(
  (name) => atGopher(name).parameters
);

/** The model size, or the tokens, that make the best of a training budget, by five published answers. */
export default defineChart({
  title: {en: "Compute-optimal models"},
  question: {en: "How should a training budget be split between parameters and tokens?"},
  datasets: ["scaling-laws", "chinchilla-compute-optimal", "published-models"],
  inputs,
  states: {
    approaches: {
      inputs: {},
      answer: {
        en:
          `At Gopher’s compute, the three approaches ask for ${billions(Math.min(...approaches))} to ` +
          `${billions(Math.max(...approaches))} billion parameters. Gopher has ${billions(gopher.parameters)} billion.`
      }
    },
    kaplan: {
      inputs: {laws: ["kaplan", "approach-1"]},
      answer: {
        en:
          "From the same small model on, Kaplan’s slope arrives at Gopher’s compute with " +
          `${(atGopher("kaplan").parameters / atGopher("approach-1").parameters).toFixed(0)} times the parameters of approach 1.`
      }
    },
    epoch: {
      inputs: {laws: ["approach-1", "approach-3", "epoch"]},
      answer: {
        en:
          `Fitted anew, approach 3 comes back to approach 1: model size grows with compute to the power ` +
          `${exponentOf("epoch").toFixed(2)}, not ${exponentOf("approach-3").toFixed(2)}.`
      }
    },
    models: {
      inputs: {laws: ["approach-1", "approach-3"], models: "all"},
      answer: {
        en: "The models before Chinchilla lie above the lines; those after it lie on approach 1’s line or below."
      }
    },
    tokens: {
      inputs: {quantity: "tokens", laws: ["kaplan", "approach-1"]},
      answer: {
        en:
          `At Gopher’s compute, approach 1 asks for ${trillions(atGopher("approach-1").tokens)} trillion tokens, Kaplan’s slope ` +
          `for ${trillions(atGopher("kaplan").tokens)}. Gopher saw ${trillions(gopher.tokens)}.`
      }
    },
    "tokens-models": {
      inputs: {quantity: "tokens", laws: ["approach-1", "approach-3"], models: "all"},
      answer: {
        en: "By tokens it is the other way round: early models below the lines, later ones on approach 1’s line or above."
      }
    }
  },
  note,
  summary,
  describe,
  reading,
  plot({state, width, locale}) {
    const frame = frames[width];
    const {x, y} = domains(state, width);
    const isNarrow = width === "narrow";
    const at = placing(state);
    const shown = shownModels(state);
    const room = roomOf(16, [Math.log10(y[0]), Math.log10(y[1])], frame);
    return {
      ...frame,
      x: {type: "log", domain: x},
      y: {type: "log", domain: y},
      marks: [
        ...axes({
          xLabel: computeLabel("flops", locale),
          yLabel: countLabel(state.quantity, locale),
          xTicks: logTicks(x, [1]).filter((_, index, all) => all.length <= 4 || !isNarrow || index % 2 === 0),
          yTicks: logTicks(y, [1]),
          xFormat: (value) => computeTick(value, "flops", locale),
          yFormat: (value) => formatShort(value, locale),
          frame
        }),
        ...(shown.length === 0 ? gopherRule(y, locale) : familyLines(shown, at)),
        ...shownLaws(state).flatMap((name) => lawMarks(name, state)),
        ...lawLabels(state, room, locale),
        ...modelLabels(shown, namedModels[state.quantity], at, width),
        modelDots(shown, at)
      ]
    };
  }
});

function billions(value: number): string {
  return (value / 1e9).toFixed(0);
}

function trillions(value: number): string {
  return (value / 1e12).toFixed(2);
}

function shownLaws(state: OptimalState): readonly AllocationName[] {
  return state.laws.length === 0 ? allocationNames : state.laws;
}

function shownModels(state: OptimalState): readonly Model[] {
  if (state.models === "none") return [];
  return models.filter((model) => state.models === "all" || model.isInChinchillaPaper);
}

function placing({quantity}: OptimalState): Placing {
  return {x: (model) => model.flops, y: (model) => model[quantity]};
}

/** Compute over which the lines are drawn: of the paper's tables, or, larger, of the published models. */
function lineRange(state: OptimalState): readonly [number, number] {
  if (state.models === "none") return [tableOf("1")[0]!.flops, 2e26];
  return [1e22, 2e25];
}

/** Knots of a line: two would do for a straight one, but the crosshair should find more. */
const knots = 24;

function lineOf(name: AllocationName, state: OptimalState): {readonly x: number[]; readonly y: number[]} {
  const [from, to] = lineRange(state);
  const x = logSpaced({from, to}, knots);
  return {x, y: x.map((flops) => optimalAllocation(name, flops)[state.quantity])};
}

function domains(
  state: OptimalState,
  width: DrawingWidth
): {readonly x: [number, number]; readonly y: [number, number]} {
  const [from, to] = lineRange(state);
  // Room for the names at the ends of the lines, in px, besides the margin.
  const room = 50;
  const decades = Math.log10(to / from);
  const extra = (decades * room) / (plotSize(frames[width]).width - room);
  const at = placing(state);
  const y = [...shownLaws(state).flatMap((name) => lineOf(name, state).y), ...shownModels(state).map(at.y)];
  return {x: [from / 1.3, to * 10 ** extra], y: [Math.min(...y) / 1.6, Math.max(...y) * 1.6]};
}

/** The line of a published answer, and on it the rows of the paper's table. */
function lawMarks(name: AllocationName, state: OptimalState): Markish[] {
  const [from, to] = lineRange(state);
  const {stroke, dash} = looks[name];
  const rows = name === "kaplan" || name === "epoch" ? [] : tableOf(name.at(-1) as "1" | "2" | "3");
  return [
    seriesLine(name, lineOf(name, state), {stroke, strokeWidth: 2, strokeDasharray: dash}),
    Plot.dot(
      rows.filter(({flops}) => flops >= from && flops <= to),
      {
        x: "flops",
        y: state.quantity,
        ariaLabel: (row: (typeof rows)[number]) => `${name}:row-${formatShort(row.parameters, "en")}`,
        r: 3,
        fill: stroke
      }
    )
  ];
}

function lawLabels(state: OptimalState, room: number, locale: Locale): Markish[] {
  const ends = shownLaws(state).map((name): EndLabel => {
    const {x, y} = lineOf(name, state);
    return {
      key: name,
      text: lawNames[name][locale],
      x: x.at(-1)!,
      y: Math.log10(y.at(-1)!),
      fill: looks[name].stroke
    };
  });
  return dodge(ends, room).map(({key, text, x, y, fill}) =>
    placedLabel(key, {x, y: 10 ** y, text}, {fill, anchor: "start", dx: 6})
  );
}

function gopherRule([from, to]: readonly [number, number], locale: Locale): Markish[] {
  return [
    Plot.ruleX([gopher.flops], {y1: from, y2: to, stroke: colour.soft, strokeDasharray: "2 3"}),
    placedLabel(
      "gopher-compute",
      {x: gopher.flops, y: to, text: strings.gopher[locale]},
      {fill: colour.soft, anchor: "end", dx: -6, dy: 12, weight: 400}
    )
  ];
}

const qwen = {name: "Qwen 1.8B", text: "Qwen"} as const;
const jurassic = {name: "GPT-3", text: "GPT-3, Jurassic-1"} as const;

/** Models that are named, a family by one of its models, each on the side that other marks leave free. */
const namedModels: Readonly<Record<OptimalState["quantity"], readonly ModelNaming[]>> = {
  parameters: [
    {name: "TinyLlama 1.1B", text: "TinyLlama", side: {anchor: "start"}},
    {...qwen, side: {anchor: "start"}},
    {name: "LLaMA 7B", text: "LLaMA", side: {anchor: "end"}, isInNarrow: true},
    {name: "LaMDA", text: "LaMDA", side: {anchor: "end"}},
    {...jurassic, side: {anchor: "start"}},
    {name: "Gopher", text: "Gopher", side: {anchor: "start"}, isInNarrow: true},
    {name: "Chinchilla", text: "Chinchilla", side: {anchor: "end", dy: -6}, isInNarrow: true},
    {name: "MT-NLG", text: "MT-NLG", side: {anchor: "start"}},
    {name: "Llama 2 34B", text: "Llama 2", side: {anchor: "start", dy: 7}, isInNarrow: true},
    {name: "Llama 3 8B", text: "Llama 3", side: {anchor: "start", dx: 12, dy: 8}, isInNarrow: true},
    {name: "Qwen2.5 72B", text: "Qwen2.5", side: {anchor: "start"}}
  ],
  tokens: [
    {name: "TinyLlama 1.1B", text: "TinyLlama", side: {anchor: "start"}},
    {...qwen, side: {anchor: "end"}},
    {name: "LLaMA 7B", text: "LLaMA", side: {anchor: "middle", dy: 15}, isInNarrow: true},
    {name: "LaMDA", text: "LaMDA", side: {anchor: "end"}},
    {...jurassic, side: {anchor: "end"}},
    {name: "Gopher", text: "Gopher", side: {anchor: "middle", dy: -14}, isInNarrow: true},
    {name: "Chinchilla", text: "Chinchilla", side: {anchor: "start", dx: 7, dy: 11}, isInNarrow: true},
    {name: "MT-NLG", text: "MT-NLG", side: {anchor: "start"}},
    {name: "Llama 2 7B", text: "Llama 2", side: {anchor: "end"}},
    {name: "Llama 3 8B", text: "Llama 3", side: {anchor: "end", dy: 7}, isInNarrow: true},
    {name: "Qwen2.5 7B", text: "Qwen2.5", side: {anchor: "end", dy: -6}}
  ]
};

function reading(state: OptimalState, locale: Locale): Reading {
  return {
    x: computeColumn("flops", locale),
    y: countColumn(state.quantity, locale, 3),
    series: [
      ...shownLaws(state).map((name) => ({
        key: name,
        label: inputs.laws.names[name][locale],
        ...lineOf(name, state)
      })),
      ...shownModels(state).map((model) => ({
        key: model.key,
        label: model.name,
        x: [model.flops],
        y: [model[state.quantity]]
      }))
    ]
  };
}

function note(state: OptimalState): Localised {
  const laws = shownLaws(state);
  const parts = [
    "Approaches 1 to 3: Hoffmann et al. (arXiv 2203.15556), Tables 3 and A3 (dots), which agree with 6ND to ±5%; the " +
      "line of approach 3 is its law with unrounded coefficients, 1 to 6% below the dots.",
    ...(laws.includes("epoch") ? ["Epoch’s refit: Besiroglu et al. (arXiv 2404.10102)."] : []),
    ...(laws.includes("kaplan")
      ? [
          `Of Kaplan et al. (arXiv 2001.08361) only the exponent ${exponentOf("kaplan")} is used, as Hoffmann’s Table 2 lists ` +
            "it: their line is a slope from the first dot of approach 1, so that its level is our choice."
        ]
      : []),
    ...(state.models === "none"
      ? []
      : [
          "Compute of models is 6 × parameters × tokens, as their reports state these; Llama 3’s tokens are a lower bound."
        ])
  ];
  return {en: parts.join(" ")};
}

function summary(state: OptimalState): Localised {
  const at = shownLaws(state).map(
    (name) => `${formatShort(atGopher(name)[state.quantity], "en", 2)} (${inputs.laws.names[name].en})`
  );
  return {
    en: `At Gopher’s compute, ${formatShort(gopher.flops, "en", 2)} FLOPs, the best number of ${state.quantity} is ${at.join(", ")}.`
  };
}

function describe(state: OptimalState): Localised {
  const shown = shownModels(state);
  const listed = shown.map((model) => `${model.name} ${formatShort(model[state.quantity], "en")}`);
  return {
    en:
      `Line chart of the compute-optimal number of ${state.quantity} by training compute in FLOPs, both on logarithmic axes. ` +
      summary(state).en +
      (listed.length > 0 ? ` Dots are published models: ${listed.join(", ")}.` : "")
  };
}
