import {sharedCompute} from "../analysis/run-gap.ts";
import {defineChart, type Reading} from "../core/define/chart.ts";
import {formatSigned} from "../core/i18n/format-drawn.ts";
import type {Locale, Localised} from "../core/i18n/locale.ts";
import {linearTicks, logTicks} from "../core/math/ticks.ts";
import {axes, computeColumn, computeLabel, computeTick, lossColumn} from "../marks/axes.ts";
import {seriesLine} from "../marks/lines.ts";
import {pixelsFromLeft, roomOf} from "../marks/pixels.ts";
import {colour, dash} from "../marks/theme.ts";
import {frameFor} from "../marks/titles.ts";
import {crossingFlags} from "./gap/crossing-flags.ts";
import {gapEnd, ground, noiseBand, noiseLabel} from "./gap/gap-marks.ts";
import {changesOf, drawnCurve, gapDomain, inputs, pairOf, type GapState} from "./gap/gap-state.ts";
import {describe, nearest, note, summary} from "./gap/gap-texts.ts";

const strings = {
  difference: {en: "difference"}
} as const satisfies Record<string, Localised>;

const gapTicks = [-0.04, -0.02, 0, 0.02, 0.04, 0.06, 0.08, 0.1];

/** The difference between two runs' losses at equal compute: whose ground the curve is on has the lower loss. */
export default defineChart({
  title: {en: "Difference in loss at equal compute"},
  question: {en: "At equal compute, which of two runs has the lower loss?"},
  inputs,
  states: {
    "gpu-hours-7b-13b": {
      inputs: {},
      answer: {
        en: "The 13B passes the 7B early; late in its run the 7B draws level, within the noise, but ends higher."
      }
    },
    "flops-7b-13b": {
      inputs: {axis: "flops"},
      answer: {en: "By FLOPs the 7B passes the 13B again, and ends lower."}
    },
    "gpu-hours-13b-33b": {
      inputs: {pair: "2-3"},
      answer: () => nearest({pair: "2-3"})
    },
    "gpu-hours-33b-65b": {
      inputs: {pair: "3-4"},
      answer: () => nearest({pair: "3-4"})
    },
    "llama2-gpu-hours-7b-13b": {
      inputs: {family: "llama2"},
      answer: {en: "In Llama 2 the 13B passes the 7B, and the 7B passes it again well before its own end."}
    },
    "llama2-gpu-hours-13b-34b": {
      inputs: {family: "llama2", pair: "2-3"},
      answer: {en: "The 34B leads for a while; then the 13B passes it again and ends well below."}
    },
    "llama2-gpu-hours-34b-70b": {
      inputs: {family: "llama2", pair: "3-4"},
      answer: {en: "The 70B leads narrowly for a while; then the 34B passes it again."}
    },
    "llama2-flops-34b-70b": {
      inputs: {family: "llama2", pair: "3-4", axis: "flops"},
      answer: {en: "By FLOPs the 70B never passes the 34B: its lead by GPU-hours is gone."}
    }
  },
  note,
  summary,
  describe,
  reading,
  plot({state, width, locale}) {
    const titles = {xLabel: computeLabel(state.axis, locale), yLabel: axisLabel(state)[locale]};
    const frame = frameFor(width, titles);
    const {small, large} = pairOf(state);
    const curve = drawnCurve(state);
    const {from, to} = sharedCompute(small, large, state.axis);
    const isLog = state.scale === "log";
    const domain: [number, number] = [isLog ? from : 0, to];
    const pixels = {
      x: (value: number) => pixelsFromLeft(value, state.scale, domain, frame),
      y: (value: number) => value / roomOf(1, gapDomain, frame)
    };
    return {
      ...frame,
      x: {type: state.scale, domain},
      y: {domain: gapDomain},
      marks: [
        ...axes({
          ...titles,
          xTicks: isLog
            ? logTicks(domain, width === "narrow" ? [1, 3] : [1, 2, 5])
            : linearTicks(to, width === "narrow" ? 4 : 7),
          yTicks: gapTicks,
          xFormat: (value) => computeTick(value, state.axis, locale),
          yFormat: (value) => formatSigned(value, 2, locale).replace("+", ""),
          frame
        }),
        ...ground(small, domain, [0, gapDomain[1]], locale),
        ...ground(large, domain, [gapDomain[0], 0], locale),
        ...noiseBand(domain),
        ...(isLog ? [noiseLabel(from, width === "wide", locale)] : []),
        seriesLine(keyOf(state), curve, {
          stroke: colour.ink,
          strokeWidth: 2.25,
          strokeDasharray: dash[state.family]
        }),
        ...gapEnd(keyOf(state), curve, pixels, locale),
        ...crossingFlags(changesOf(state), curve, pixels, width, locale)
      ]
    };
  }
});

function keyOf(state: GapState): string {
  const {small, large} = pairOf(state);
  return `${small.key}-${large.model}`;
}

function axisLabel(state: GapState): Localised {
  const {small, large} = pairOf(state);
  return {en: `Loss of the ${large.model} minus that of the ${small.model} (nats per token)`};
}

function reading(state: GapState, locale: Locale): Reading {
  const {small, large} = pairOf(state);
  const label: Localised = {en: `${large.model} minus ${small.model}`};
  return {
    x: computeColumn(state.axis, locale),
    y: {...lossColumn(locale), label: strings.difference[locale]},
    series: [{key: keyOf(state), label: label[locale], ...drawnCurve(state)}]
  };
}
