import * as Plot from "@observablehq/plot";
import type {Markish} from "@observablehq/plot";
import {familyNames} from "../analysis/families.ts";
import {calibratedLoss, computeAt, curveOf, type Run} from "../analysis/runs.ts";
import {defineChart, type Reading} from "../core/define/chart.ts";
import type {Locale, Localised} from "../core/i18n/locale.ts";
import {firstOf} from "../core/math/points.ts";
import {linearTicks, logTicks} from "../core/math/ticks.ts";
import {
  axes,
  computeColumn,
  computeLabel,
  computeTick,
  lossColumn,
  lossLabel,
  lossText
} from "../marks/axes.ts";
import {pixelsFromLeft, roomOf} from "../marks/pixels.ts";
import {runCurve} from "../marks/run-curves.ts";
import {colour} from "../marks/theme.ts";
import {frameFor} from "../marks/titles.ts";
import {leadChangeMarks} from "./loss/lead-change-marks.ts";
import {bandPercentiles, runBand, runSpikes} from "./loss/logged-loss.ts";
import {
  changesOf,
  focusedRuns,
  inputs,
  isFocused,
  projection,
  shownRuns,
  type LossState
} from "./loss/loss-state.ts";
import {describe, firstToReachAnswer, note, oneRunAnswer, regimesAnswer, summary} from "./loss/loss-texts.ts";
import {regimeLabels, straightPart} from "./loss/regimes.ts";
import {runLabels} from "./loss/run-labels.ts";

const {low, high} = bandPercentiles;

const strings = {
  band: {en: `${low}–${high}% of the logged loss`},
  families: {en: "solid: LLaMA · dashed: Llama 2"}
} as const satisfies Record<string, Localised>;

/** Loss curves of LLaMA and Llama 2 by tokens, GPU-hours or FLOPs. */
export default defineChart({
  title: {en: "Training loss of LLaMA and Llama 2"},
  question: {en: "Which run has the lowest loss?"},
  inputs,
  states: {
    tokens: {
      inputs: {},
      answer: {en: "At equal tokens, the larger model is always lower."}
    },
    "tokens-7b": {
      inputs: {focus: ["7B"]},
      answer: oneRunAnswer
    },
    "tokens-log": {
      inputs: {scale: "log"},
      answer: {en: "On a logarithmic axis the early plunge spreads out; the order stays the same."}
    },
    "tokens-regimes": {
      inputs: {annotations: "regimes"},
      answer: regimesAnswer
    },
    "gpu-hours": {
      inputs: {axis: "gpu-hours"},
      answer: {en: "At equal GPU-hours, no size wins throughout, and the 65B never leads while another runs."}
    },
    "gpu-hours-log": {
      inputs: {axis: "gpu-hours", scale: "log"},
      answer: {en: "At equal GPU-hours, the smallest run leads first; the 13B then takes over."}
    },
    "gpu-hours-7b-13b": {
      inputs: {axis: "gpu-hours", scale: "log", focus: ["7B", "13B"], annotations: "crossings"},
      answer: firstToReachAnswer
    },
    "gpu-hours-33b-65b": {
      inputs: {axis: "gpu-hours", scale: "log", focus: ["33B", "65B"], annotations: "crossings"},
      answer: {en: "The 65B never passes the 33B while the 33B is still training."}
    },
    flops: {
      inputs: {axis: "flops", scale: "log"},
      answer: {en: "By FLOPs the runs lie closer together than by GPU-hours."}
    },
    "flops-7b-13b": {
      inputs: {axis: "flops", scale: "log", focus: ["7B", "13B"], annotations: "crossings"},
      answer: {en: "By FLOPs the verdict flips: the 7B passes the 13B again and ends lower."}
    },
    "llama2-tokens": {
      inputs: {family: "llama2"},
      answer: {en: "Llama 2, at equal tokens: again the larger model is always lower."}
    },
    "llama2-gpu-hours-7b-13b": {
      inputs: {
        family: "llama2",
        axis: "gpu-hours",
        scale: "log",
        focus: ["7B", "13B"],
        annotations: "crossings"
      },
      answer: {en: "In Llama 2 the 13B passes the 7B, and the 7B then passes it again."}
    },
    "llama2-gpu-hours": {
      inputs: {family: "llama2", axis: "gpu-hours", scale: "log", annotations: "crossings"},
      answer: {en: "In Llama 2 each smaller run is overtaken, then overtakes its larger neighbour again."}
    },
    "both-tokens": {
      inputs: {family: "both"},
      answer: {
        en: "At a trillion tokens, Llama 2’s two small sizes are above LLaMA’s; the two large are level."
      }
    },
    "calibration-old": {
      inputs: {
        axis: "gpu-hours",
        scale: "log",
        focus: ["7B", "13B"],
        annotations: "crossings",
        calibration: "old"
      },
      answer: {en: "With the older reading of the figure, the 7B appears to pass the 13B again."}
    }
  },
  note,
  summary,
  describe,
  reading,
  plot({state, width, locale}) {
    const titles = {xLabel: computeLabel(state.axis, locale), yLabel: lossLabel(locale)};
    const frame = frameFor(width, titles);
    const shown = shownRuns(state);
    const focused = focusedRuns(state);
    const domain = xDomain(shown, state);
    const at = projection(state);
    const isLog = state.scale === "log";
    return {
      ...frame,
      x: {type: state.scale, domain},
      y: {domain: lossDomain},
      marks: [
        ...axes({
          ...titles,
          xTicks: isLog
            ? logTicks(domain, width === "narrow" ? [1] : [1, 2, 5])
            : linearTicks(domain[1], width === "narrow" ? 4 : 7),
          yTicks: [1.5, 1.6, 1.7, 1.8, 1.9, 2, 2.1, 2.2],
          xFormat: (value) => computeTick(value, state.axis, locale),
          yFormat: (value) => lossText(value, locale, 1),
          frame
        }),
        ...shown.filter((run) => !isFocused(run, state)).map((run) => runCurve(run, at, false)),
        ...(state.annotations === "regimes" ? focused.map((run) => straightPart(run, at)) : []),
        ...focused.map((run) => runBand(run, at)),
        ...focused.map((run) => runSpikes(run, at)),
        ...focused.map((run) => runCurve(run, at, true)),
        ...(state.annotations === "regimes" ? regimeLabels(focused, at, locale) : []),
        runLabels(shown, at, {
          isFocused: (run) => isFocused(run, state),
          isBelow: state.axis !== "tokens",
          room: roomOf(15, lossDomain, frame),
          toPixel: (x) => pixelsFromLeft(x, state.scale, domain, frame)
        }),
        ...(state.annotations === "crossings" ? leadChangeMarks(changesOf(state), width, locale) : []),
        ...(state.family === "both" ? [familyLegend(locale)] : [])
      ]
    };
  }
});

const lossDomain = [1.45, 2.26] as const;

function xDomain(shown: readonly Run[], state: LossState): [number, number] {
  const ends = shown.map((run) => computeAt(run, run.plottedTokens, state.axis, state.calibration));
  const starts = shown.map((run) => computeAt(run, firstOf(run.tokens), state.axis, state.calibration));
  return [
    state.scale === "log" ? Math.min(...starts) * 0.9 : 0,
    Math.max(...ends) * (state.scale === "log" ? 1.05 : 1.01)
  ];
}

function familyLegend(locale: Locale): Markish {
  return Plot.text([strings.families[locale]], {
    text: (text: string) => text,
    frameAnchor: "top-right",
    dy: 4,
    textAnchor: "end",
    fill: colour.soft
  });
}

function reading(state: LossState, locale: Locale): Reading {
  const {axis, calibration} = state;
  const lossOf = (run: Run, values: readonly number[]): number[] =>
    values.map((loss) => calibratedLoss(run, loss, calibration));
  return {
    x: computeColumn(axis, locale),
    y: lossColumn(locale),
    band: strings.band[locale],
    series: focusedRuns(state).map((run) => ({
      key: run.key,
      label: `${familyNames[run.family][locale]} ${run.model}`,
      ...curveOf(run, axis, calibration),
      low: lossOf(run, run.low),
      high: lossOf(run, run.high)
    }))
  };
}
