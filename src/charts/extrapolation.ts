import type {Markish} from "@observablehq/plot";
import {continuedRuns, large, observedCurve, small} from "../analysis/continued-run.ts";
import type {Run} from "../analysis/runs.ts";
import {continuationCurves, endMarks, fittedLabel, fittedParts} from "./extrapolation/continuation-curves.ts";
import {inputs, type ExtrapolationState} from "./extrapolation/extrapolation-state.ts";
import {answers, describe, namedInputs, note, summary} from "./extrapolation/extrapolation-texts.ts";
import {contextMarks, landmarks} from "./extrapolation/landmarks.ts";
import {domainsOf} from "./extrapolation/view-domains.ts";
import {defineChart, type Reading} from "../core/define/chart.ts";
import {formatNumber} from "../core/i18n/format.ts";
import type {Locale} from "../core/i18n/locale.ts";
import {linearTicks, logTicks, stepTicks} from "../core/math/ticks.ts";
import {axes, computeColumn, computeLabel, computeTick, lossColumn, lossLabel} from "../marks/axes.ts";
import {beliefNames} from "../marks/belief-looks.ts";
import {seriesLine} from "../marks/lines.ts";
import {colour, dash} from "../marks/theme.ts";
import {frameFor} from "../marks/titles.ts";

/** Where the 7B would end with the 70B's GPU-hours, by what one believes of its curve beyond its end. */
export default defineChart({
  title: {en: "A 7B trained on the 70B’s budget"},
  question: {en: "Would the 7B have won with the 70B’s budget?"},
  inputs,
  states: {
    line: {inputs: {}, answer: answers.line},
    "power-law": {inputs: namedInputs["power-law"], answer: answers["power-law"]},
    "power-law-no-floor": {
      inputs: namedInputs["power-law-no-floor"],
      answer: answers["power-law-no-floor"]
    },
    parametric: {inputs: namedInputs.parametric, answer: answers.parametric},
    all: {inputs: namedInputs.all, answer: answers.all},
    early: {inputs: namedInputs.early, answer: answers.early},
    "line-to-zero": {inputs: namedInputs["line-to-zero"], answer: answers["line-to-zero"]}
  },
  note,
  summary,
  describe,
  reading,
  plot({state, width, locale}) {
    const titles = {xLabel: computeLabel("gpu-hours", locale), yLabel: lossLabel(locale)};
    const frame = frameFor(width, titles);
    const continued = continuedRuns(state);
    const domains = domainsOf(state, continued, width, locale);
    const {x, y} = domains;
    const isEarly = state.view === "early";
    return {
      ...frame,
      x: {type: state.scale, domain: x},
      y: {domain: y},
      marks: [
        ...axes({
          ...titles,
          xTicks:
            state.scale === "log"
              ? logTicks(x, width === "narrow" ? [1] : [1, 2, 5])
              : linearTicks(x[1], width === "narrow" ? 3 : 6),
          yTicks: state.view === "zero" ? [0, 0.5, 1, 1.5, 2] : stepTicks(y, 0.1),
          xFormat: (value) => computeTick(value, "gpu-hours", locale),
          yFormat: (value) => formatNumber(value, {decimals: 1}, locale),
          frame
        }),
        ...(isEarly ? [] : contextMarks(state, domains, width, locale)),
        ...fittedParts(continued),
        ...observedRuns(state).map(observed),
        ...continuationCurves(continued),
        ...(isEarly ? fittedLabel(continued, locale) : landmarks(continued, state, width, locale)),
        ...endMarks(continued, state, domains, width, locale)
      ]
    };
  }
});

function observedRuns({view}: ExtrapolationState): readonly Run[] {
  return view === "early" ? [small] : [large, small];
}

function observed(run: Run): Markish {
  return seriesLine(run.key, observedCurve(run), {
    stroke: colour.size(run.sizeClass),
    strokeWidth: 2,
    strokeDasharray: dash[run.family]
  });
}

function reading(state: ExtrapolationState, locale: Locale): Reading {
  return {
    x: computeColumn("gpu-hours", locale),
    y: lossColumn(locale),
    series: [
      ...observedRuns(state)
        .toReversed()
        .map((run) => ({
          key: run.key,
          label: `Llama 2 ${run.model}`,
          ...observedCurve(run)
        })),
      ...continuedRuns(state).map(({belief, curve}) => ({
        key: belief,
        label: `7B, ${beliefNames[belief].said[locale]}`,
        ...curve
      }))
    ]
  };
}
