import {comparedSizes, lastOfSmaller, llamaRuns, smaller} from "../analysis/chinchilla-comparison.ts";
import {frontier, runGroups, sizeName} from "../analysis/chinchilla-sizes.ts";
import {curveOf} from "../analysis/runs.ts";
import {inputs, type CurvesState} from "./chinchilla-curves/chinchilla-curves-state.ts";
import {answers, describe, note, summary} from "./chinchilla-curves/chinchilla-curves-texts.ts";
import {domainsOf, hasFrontier, hasLlama, hasRuns, shownCurves} from "./chinchilla-curves/drawn-layers.ts";
import {curveLine, pairMarks, runDots, sliverMarks} from "./chinchilla-curves/layer-marks.ts";
import {llamaMarks} from "./chinchilla-curves/llama-marks.ts";
import {sizeLabels} from "./chinchilla-curves/size-labels.ts";
import {defineChart, type Reading} from "../core/define/chart.ts";
import type {Locale, Localised} from "../core/i18n/locale.ts";
import {linearTicks, logTicks} from "../core/math/ticks.ts";
import {axes, computeColumn, computeLabel, computeTick, lossColumn, lossLabel} from "../marks/axes.ts";
import {seriesLine} from "../marks/lines.ts";
import {colour} from "../marks/theme.ts";
import {frameFor} from "../marks/titles.ts";

const strings = {
  frontier: {en: "frontier"},
  ends: {en: "final losses"},
  lastRun: {en: `last run of the ${smaller.curve.name}`},
  behind: {en: "all runs behind\nthe frontier"},
  otherData: {en: "LLaMA: other data,\nother tokenizer"}
} as const satisfies Record<string, Localised>;

/** Loss by compute of the Chinchilla paper's models, the frontier below them, and what LLaMA trained beyond. */
export default defineChart({
  title: {en: "Chinchilla’s training curves"},
  question: {en: "Which model size has the lowest loss for a given amount of compute?"},
  inputs,
  states: {
    pair: {inputs: {}, answer: answers.pair},
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
      answer: answers.runs
    },
    "with-llama": {inputs: {show: "runs", range: "with-llama"}, answer: answers["with-llama"]},
    sliver: {inputs: {show: "runs", range: "with-llama", scale: "linear"}, answer: answers.sliver}
  },
  note,
  summary,
  describe,
  reading,
  plot({state, width, locale}) {
    const titles = {xLabel: computeLabel("flops", locale), yLabel: lossLabel(locale)};
    const frame = frameFor(width, titles);
    const {x, y} = domainsOf(state);
    const {scale} = state;
    return {
      ...frame,
      x: {type: scale, domain: x},
      y: {type: "log", domain: y},
      marks: [
        ...(hasLlama(state) && scale === "linear" ? sliverMarks(y, strings.behind[locale]) : []),
        ...axes({
          ...titles,
          xTicks:
            scale === "log"
              ? logTicks(x, [1]).filter((_, index) => width === "wide" || index % 2 === 0)
              : linearTicks(x[1], width === "narrow" ? 3 : 6),
          yTicks: [1.5, 2, 2.5, 3, 4, 5, 6].filter((tick) => tick >= y[0] && tick <= y[1]),
          xFormat: (value) => computeTick(value, "flops", locale),
          yFormat: String,
          frame
        }),
        ...shownCurves(state).map((curve) => curveLine(curve, state)),
        ...(hasRuns(state) ? runDots(width) : []),
        ...(hasFrontier(state)
          ? [seriesLine("frontier", frontier, {stroke: colour.ink, strokeWidth: 2.5})]
          : []),
        ...(state.show === "pair" ? pairMarks(comparedSizes, lastOfSmaller, strings.lastRun[locale]) : []),
        ...(hasLlama(state) ? llamaMarks(scale, width, strings.otherData[locale]) : []),
        ...(scale === "log" ? sizeLabels(state, width, strings.frontier[locale]) : [])
      ]
    };
  }
});

function reading(state: CurvesState, locale: Locale): Reading {
  return {
    x: computeColumn("flops", locale),
    y: lossColumn(locale),
    series: [
      ...shownCurves(state).map(({key, name, x, y}) => ({key, label: name, x, y})),
      ...(state.show === "pair"
        ? comparedSizes.map(({curve, ends}) => ({
            key: `${curve.key}:ends`,
            label: `${curve.name}, ${strings.ends[locale]}`,
            ...ends
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
      ...(hasLlama(state)
        ? llamaRuns.map((run) => ({key: run.key, label: `LLaMA ${run.model}`, ...curveOf(run, "flops")}))
        : [])
    ]
  };
}
