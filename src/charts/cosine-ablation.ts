import {binScatter} from "../analysis/stated-errors.ts";
import {inputs, shownCurves, type AblationState} from "./cosine-ablation/cosine-ablation-state.ts";
import {answers, describe, note, panelNames, summary} from "./cosine-ablation/cosine-ablation-texts.ts";
import {
  cycleLabels,
  cycleLine,
  errorBand,
  lossDomain,
  markedRings,
  markedRule
} from "./cosine-ablation/cycle-marks.ts";
import {defineChart, type Reading} from "../core/define/chart.ts";
import {formatNumber} from "../core/i18n/format.ts";
import type {Locale, Localised} from "../core/i18n/locale.ts";
import {axes, lossColumn, lossLabel} from "../marks/axes.ts";
import {frameFor} from "../marks/titles.ts";

const strings = {
  sequences: {en: "sequences"},
  sequencesUnit: {en: "million sequences"},
  sequencesAxis: {en: "Training sequences (millions)"},
  band: {en: "reading error"}
} as const satisfies Record<string, Localised>;

/** Chinchilla's Figure A1: six cosine cycle lengths for each of two run lengths. */
export default defineChart({
  title: {en: "Loss under stretched cosine schedules"},
  question: {en: "What does a cosine that is too long for its run cost?"},
  inputs,
  states: {
    short: {
      inputs: {},
      answer: {
        en: "In the short run, cosines of one and a half runs and more end higher; up to a quarter too long, no order can be told."
      }
    },
    "short-mark": {inputs: {mark: "6M"}, answer: answers["short-mark"]},
    "long-mark": {inputs: {panel: "long", mark: "6M"}, answer: answers["long-mark"]},
    "both-mark": {inputs: {panel: "both", mark: "6M"}, answer: answers["both-mark"]},
    long: {
      inputs: {panel: "long"},
      answer: {en: "In the long run, too, the longest cycles end highest."}
    }
  },
  note,
  summary,
  describe,
  reading,
  plot({state, width, locale}) {
    const titles = {xLabel: strings.sequencesAxis[locale], yLabel: lossLabel(locale)};
    const frame = frameFor(width, titles);
    const shown = shownCurves(state);
    const last = state.panel === "short" ? 7.9 : 13.2;
    const isMarked = state.mark === "6M";
    return {
      ...frame,
      x: {domain: [2, last]},
      y: {domain: lossDomain},
      marks: [
        ...axes({
          ...titles,
          xTicks: (width === "narrow"
            ? [2, 4, 6, 8, 10, 12]
            : [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]
          ).filter((tick) => tick <= last),
          yTicks: [2.7, 2.75, 2.8, 2.85, 2.9, 2.95],
          xFormat: String,
          yFormat: (value) => formatNumber(value, {decimals: 2}, locale),
          frame
        }),
        ...(isMarked ? [markedRule()] : []),
        ...shown.map((curve) => errorBand(curve, state)),
        ...shown.map((curve) => cycleLine(curve, state)),
        cycleLabels(state, [2, last], width, locale),
        ...(isMarked ? markedRings(state, width, locale) : [])
      ]
    };
  }
});

function reading(state: AblationState, locale: Locale): Reading {
  return {
    x: {label: strings.sequences[locale], unit: strings.sequencesUnit[locale], digits: {decimals: 3}},
    y: lossColumn(locale),
    band: strings.band[locale],
    series: shownCurves(state).map(({key, panel, multiplier, x, y}) => ({
      key,
      label: `${panelNames[panel][locale]}, ${multiplier}×`,
      x,
      y,
      low: y.map((loss) => loss - binScatter),
      high: y.map((loss) => loss + binScatter)
    }))
  };
}
