import type {Markish} from "@observablehq/plot";
import {defineChart, type DrawingWidth, type Reading, type State} from "../core/define/chart.ts";
import {
  computeRange,
  endsOf,
  finalLosses,
  frontier,
  lossAlong,
  markedRuns,
  runGroups,
  sizeCurveOf,
  sizeCurves,
  sizeName,
  type SizeCurve
} from "../analysis/chinchilla-sizes.ts";
import {
  frontierLabel,
  llama,
  llamaMarks,
  markedRunLabel,
  pairMarks,
  sizeLabel,
  sliverMarks
} from "./chinchilla-curves/size-curves.ts";
import {axes, computeColumn, computeLabel, computeTick, lossColumn, lossLabel} from "../marks/axes.ts";
import {formatShort} from "../core/i18n/format.ts";
import type {Locale, Localised} from "../core/i18n/locale.ts";
import {computeAt, curveOf} from "../analysis/runs.ts";
import {seriesDots, seriesLine} from "../marks/lines.ts";
import {scaleInput} from "../marks/inputs.ts";
import {colour, frames} from "../marks/theme.ts";
import {linearTicks, logTicks} from "../core/math/ticks.ts";

const inputs = {
  show: {
    type: "choice",
    options: ["pair", "curves", "frontier", "runs", "all"],
    default: "pair",
    label: {en: "Show"},
    names: {
      pair: {en: "two sizes"},
      curves: {en: "all curves"},
      frontier: {en: "curves and frontier"},
      runs: {en: "final losses and frontier"},
      all: {en: "everything"}
    }
  },
  range: {
    type: "choice",
    options: ["chinchilla", "with-llama"],
    default: "chinchilla",
    label: {en: "Compute"},
    names: {chinchilla: {en: "the paper’s runs"}, "with-llama": {en: "with LLaMA’s"}}
  },
  scale: scaleInput
} as const;

type CurvesState = State<typeof inputs>;

const strings = {
  frontier: {en: "frontier"},
  ends: {en: "final losses"},
  lastRun: {en: "last run of the 140M"},
  behind: {en: "all runs behind\nthe frontier"},
  otherData: {en: "LLaMA: other data,\nother tokenizer"}
} as const satisfies Record<string, Localised>;

const pair = [sizeCurveOf("140M"), sizeCurveOf("425M")] as const;
const [smallEnds, largeEnds] = [endsOf(pair[0]), endsOf(pair[1])];
/** Compute of the last run of the smaller of the two sizes. */
const lastEnd = smallEnds.x.at(-1)!;
/** How much lower the larger size ends with that compute. */
const lead = smallEnds.y.at(-1)! - lossAlong(largeEnds, lastEnd);
/** How far the lowest final loss lies below the frontier, which comes from another figure. */
const deepest = Math.max(
  ...finalLosses
    .filter(({flops}) => flops >= frontier.x[0]! && flops <= frontier.x.at(-1)!)
    .map(({flops, loss}) => lossAlong(frontier, flops) - loss)
);
/** Share of the compute of LLaMA's largest run that the largest run behind the frontier spent. */
const share = computeRange[1] / llamaEnd();

/** Loss by compute of the Chinchilla paper's models, the frontier below them, and what LLaMA trained beyond. */
export default defineChart({
  title: {en: "Chinchilla’s training curves"},
  question: {en: "Which model size has the lowest loss for a given amount of compute?"},
  datasets: ["chinchilla-figure-2", "chinchilla-frontier", "chinchilla-runs", "llama1-curves", "llama-runs"],
  inputs,
  states: {
    pair: {
      inputs: {},
      answer: {
        en:
          `The small model leads first. Where its last run ends, a model of ${pair[1].name} parameters that spent ` +
          `as much ends ${lead.toFixed(2)} lower.`
      }
    },
    curves: {
      inputs: {show: "curves"},
      answer: {en: "By and large, the larger the model, the later its curve comes down."}
    },
    frontier: {
      inputs: {show: "frontier"},
      answer: {
        en: "Below all the curves runs the frontier: the lowest loss of any run with that much compute."
      }
    },
    runs: {
      inputs: {show: "runs"},
      answer: {
        en: "With more compute, the runs that end on the frontier are larger and larger."
      }
    },
    "with-llama": {
      inputs: {show: "runs", range: "with-llama"},
      answer: {
        en: `LLaMA’s largest run spent ${(1 / share).toFixed(0)} times the compute of the largest one behind the frontier.`
      }
    },
    sliver: {
      inputs: {show: "runs", range: "with-llama", scale: "linear"},
      answer: {
        en: `On a linear axis, all the runs behind the frontier lie in the first ${percent(share)} of LLaMA’s compute.`
      }
    }
  },
  note,
  summary,
  describe,
  reading,
  plot({state, width, locale}) {
    const frame = frames[width];
    const {x, y} = extents(state);
    return {
      ...frame,
      x: {type: state.scale, domain: x},
      y: {type: "log", domain: y},
      marks: [
        ...(withLlama(state) && state.scale === "linear" ? sliverMarks(y, strings.behind[locale]) : []),
        ...axes({
          xLabel: computeLabel("flops", locale),
          yLabel: lossLabel(locale),
          xTicks:
            state.scale === "log"
              ? logTicks(x, [1]).filter((_, index) => width === "wide" || index % 2 === 0)
              : linearTicks(x[1], width === "narrow" ? 3 : 6),
          yTicks: [1.5, 2, 2.5, 3, 4, 5, 6].filter((tick) => tick >= y[0] && tick <= y[1]),
          xFormat: (value) => computeTick(value, "flops", locale),
          yFormat: String,
          frame
        }),
        ...shownCurves(state).map((curve) => curveLine(curve, state)),
        ...(hasRuns(state)
          ? runGroups.map((group) => seriesDots(group.key, group, colour.ramp(group.step), dotSize[width]))
          : []),
        ...(hasFrontier(state)
          ? [seriesLine("frontier", frontier, {stroke: colour.ink, strokeWidth: 2.5})]
          : []),
        ...(state.show === "pair" ? pairMarks(pair, strings.lastRun[locale]) : []),
        ...(withLlama(state) ? llamaMarks(state.scale, width, strings.otherData[locale]) : []),
        ...(state.scale === "log" ? labels(state, width === "narrow", locale) : [])
      ]
    };
  }
});

function shownCurves(state: CurvesState): readonly SizeCurve[] {
  if (state.show === "pair") return pair;
  return state.show === "runs" ? [] : sizeCurves;
}

function hasFrontier(state: CurvesState): boolean {
  return state.show !== "pair" && state.show !== "curves";
}

function hasRuns(state: CurvesState): boolean {
  return state.show === "runs" || state.show === "all";
}

function withLlama(state: CurvesState): boolean {
  return state.range === "with-llama";
}

/** Compute of LLaMA's 65B at its end, in FLOPs. */
function llamaEnd(): number {
  return Math.max(...llama.map((run) => computeAt(run, run.plottedTokens, "flops")));
}

/** Everything that may be drawn in a range: the axes stay while layers come and go. */
function extents(state: CurvesState): {readonly x: [number, number]; readonly y: [number, number]} {
  const series = [
    ...(state.show === "pair" ? pair.flatMap((curve) => [curve, endsOf(curve)]) : [frontier, ...runGroups]),
    ...(state.show === "pair" || state.show === "runs" ? [] : sizeCurves),
    ...(withLlama(state) ? llama.map((run) => curveOf(run, "flops")) : [])
  ];
  const [x, y] = [series.flatMap((each) => each.x), series.flatMap((each) => each.y)];
  return {
    x: state.scale === "log" ? [Math.min(...x) / 1.5, Math.max(...x) * 1.35] : [0, 1.02 * Math.max(...x)],
    y: [Math.min(...y) * 0.9, Math.max(...y) * 1.08]
  };
}

/** Diameter of a run's dot in px. */
const dotSize = {narrow: 4, wide: 5} as const;

function curveLine(curve: SizeCurve, state: CurvesState): Markish {
  return seriesLine(curve.key, curve, {
    stroke: colour.ramp(curve.step),
    strokeWidth: state.show === "pair" ? 2.5 : 1.25
  });
}

/** Names of a few sizes where their curves begin, and of the frontier. */
function labels(state: CurvesState, isNarrow: boolean, locale: Locale): Markish[] {
  const isPair = state.show === "pair";
  const named = shownCurves(state).filter(
    ({name}) => isPair || namedSizes[isNarrow ? "narrow" : "wide"].includes(name)
  );
  return [
    ...named.map((curve, index) => sizeLabel(curve, index === 0)),
    ...(hasFrontier(state) ? [frontierLabel(strings.frontier[locale])] : []),
    ...(hasRuns(state) && !withLlama(state) ? markedRuns.map(markedRunLabel) : [])
  ];
}

const namedSizes: Readonly<Record<DrawingWidth, readonly string[]>> = {
  narrow: ["73.8M", "1.02B", "9.29B"],
  wide: ["73.8M", "1.02B", "2.64B", "9.29B"]
};

function percent(part: number): string {
  return `${(100 * part).toFixed(1)}%`;
}

function reading(state: CurvesState, locale: Locale): Reading {
  return {
    x: computeColumn("flops", locale),
    y: lossColumn(locale),
    series: [
      ...shownCurves(state).map(({key, name, x, y}) => ({key, label: name, x, y})),
      ...(state.show === "pair"
        ? pair.map((curve) => ({
            key: `${curve.key}:ends`,
            label: `${curve.name}, ${strings.ends[locale]}`,
            ...endsOf(curve)
          }))
        : []),
      ...(hasRuns(state)
        ? runGroups.map(({key, sizes, x, y}) => ({
            key,
            label: `${strings.ends[locale]}, ${sizes.map(sizeName).join("–")}`,
            x,
            y
          }))
        : []),
      ...(hasFrontier(state) ? [{key: "frontier", label: strings.frontier[locale], ...frontier}] : []),
      ...(withLlama(state)
        ? llama.map((run) => ({key: run.key, label: `LLaMA ${run.model}`, ...curveOf(run, "flops")}))
        : [])
    ]
  };
}

function note(state: CurvesState): Localised {
  const curves =
    "Curves are read off Hoffmann et al. (arXiv 2203.15556), Figure 2, to ±2% in FLOPs and ±0.3% in loss, while the " +
    "learning rate still falls; each is drawn as far as it can be told apart from the others.";
  const ends =
    `Dots are final losses of ${finalLosses.length} runs, taken from Figure 4 by Epoch AI (arXiv 2404.10102) without ` +
    "five outliers; loss to ±0.15% at best.";
  const parts = [
    ...(state.show === "runs" ? [] : [curves]),
    ...(hasRuns(state) ? [ends] : []),
    ...(state.show === "pair"
      ? [
          "Dots are final losses of separate runs of the same size, taken from Figure 4 by Epoch AI (arXiv 2404.10102); " +
            "dotted lines only join them."
        ]
      : []),
    ...(hasFrontier(state)
      ? [
          "The frontier is read off Figure 2, whose wide grey dots add ±0.005 nat" +
            (hasRuns(state)
              ? `; dots lie up to ${deepest.toFixed(2)} nat below it, as the two figures differ.`
              : ".")
        ]
      : []),
    ...(withLlama(state)
      ? [
          "LLaMA (arXiv 2302.13971, Figure 1) was trained on other data with another tokenizer: compare its compute, not " +
            "the level of its loss. The 70B named Chinchilla isn’t among the runs behind the frontier."
        ]
      : [])
  ];
  return {en: parts.join(" ")};
}

function summary(state: CurvesState): Localised {
  const [from, to] = [frontier.x[0]!, frontier.x.at(-1)!];
  const frontierText =
    `The frontier falls from ${frontier.y[0]!.toFixed(2)} nats per token at ${power(from)} FLOPs to ` +
    `${frontier.y.at(-1)!.toFixed(2)} at ${power(to)}.`;
  const curves = shownCurves(state);
  const [first, last] = [curves[0], curves.at(-1)];
  const curvesText =
    first && last
      ? `The curve of ${first.name} parameters is drawn down to ${first.y.at(-1)!.toFixed(2)} nats per token, that of ` +
        `${last.name} to ${last.y.at(-1)!.toFixed(2)}.`
      : "";
  return {en: hasFrontier(state) ? frontierText : curvesText};
}

function describe(state: CurvesState): Localised {
  const curves = shownCurves(state);
  const parts = [
    `Chart of training loss, in nats per token on a logarithmic axis, by training compute in FLOPs on a ${inputs.scale.names[state.scale].en} one.`,
    ...(curves.length > 0
      ? [
          (curves.length === 2
            ? `Two training curves, of ${curves[0]!.name} and ${curves[1]!.name} parameters; `
            : `${curves.length} training curves, of ${curves[0]!.name} to ${curves.at(-1)!.name} parameters; `) +
            "each falls steeply, and larger sizes mostly come down further to the right."
        ]
      : []),
    ...(state.show === "pair"
      ? [
          `The last run of the ${pair[0].name} model ends at ${power(lastEnd)} FLOPs with a loss of ` +
            `${smallEnds.y.at(-1)!.toFixed(3)}; a run of the ${pair[1].name} model with as much compute ends ${lead.toFixed(3)} lower.`
        ]
      : []),
    ...(hasRuns(state) ? [`${finalLosses.length} dots, the final losses of runs.`] : []),
    ...(hasFrontier(state) ? [summary(state).en] : []),
    ...(withLlama(state)
      ? [
          `Four curves of LLaMA reach from ${power(Math.min(...llama.map((run) => computeAt(run, run.tokens[0]!, "flops"))))} to ` +
            `${power(llamaEnd())} FLOPs; all the runs behind the frontier end by ${power(computeRange[1])}.`
        ]
      : [])
  ];
  return {en: parts.join(" ")};
}

function power(flops: number): string {
  return formatShort(flops, "en", 2);
}
