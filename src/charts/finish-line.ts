import type {Markish} from "@observablehq/plot";
import {defineChart, type Reading} from "../core/define/chart.ts";
import type {Locale} from "../core/i18n/locale.ts";
import {seriesOf} from "../core/math/points.ts";
import {logTicks, stepTicks} from "../core/math/ticks.ts";
import {axes, computeTick, lossText} from "../marks/axes.ts";
import {frameFor, labelledFrame} from "../marks/titles.ts";
import {
  arrivedEnds,
  comparedOf,
  computeWindow,
  endsOf,
  inputs,
  lossDomain,
  runningCurve,
  type FinishState
} from "./finish-line/finish-line-state.ts";
import {
  arrivingAnswer,
  crossingAnswer,
  describe,
  finishedAnswer,
  note,
  placesAnswer,
  strings,
  summary
} from "./finish-line/finish-line-texts.ts";
import {finishedMarks} from "./finish-line/finished-marks.ts";
import {runningWord} from "./finish-line/drawn-words.ts";
import {finishedKey, runKey, type FinishDrawing} from "./finish-line/finish-drawing.ts";
import {
  budgetMarks,
  crossingMarks,
  placeMarks,
  runningCurves,
  runningLabels
} from "./finish-line/running-marks.ts";
import {scheduleInset} from "./finish-line/schedule-inset.ts";

/** Two sizes of an open family by compute: on their way, and where runs were planned to end. */
export default defineChart({
  title: {en: "The finish line"},
  question: {en: "Does the smaller model pass the larger again, once both have finished?"},
  inputs,
  states: {
    "as-published": {inputs: {}, answer: () => crossingAnswer({pair: "760M-1B"})},
    "where-they-are": {inputs: {view: "places"}, answer: () => placesAnswer({pair: "760M-1B"})},
    "first-finished": {
      inputs: {view: "finished", shown: 2},
      answer: () => arrivingAnswer({pair: "760M-1B", view: "finished", shown: 2})
    },
    finished: {inputs: {view: "finished"}, answer: () => finishedAnswer({pair: "760M-1B"})},
    "largest-as-published": {inputs: {pair: "1B-3B"}, answer: () => crossingAnswer({pair: "1B-3B"})},
    "largest-where-they-are": {
      inputs: {pair: "1B-3B", view: "places"},
      answer: () => placesAnswer({pair: "1B-3B"})
    },
    "largest-finished": {
      inputs: {pair: "1B-3B", view: "finished"},
      answer: () => finishedAnswer({pair: "1B-3B"})
    },
    "small-as-published": {inputs: {pair: "152M-209M"}, answer: () => crossingAnswer({pair: "152M-209M"})},
    "small-where-they-are": {
      inputs: {pair: "152M-209M", view: "places"},
      answer: () => placesAnswer({pair: "152M-209M"})
    },
    "small-finished": {
      inputs: {pair: "152M-209M", view: "finished"},
      answer: () => finishedAnswer({pair: "152M-209M"})
    }
  },
  note,
  summary,
  describe,
  reading,
  plot({state, width, locale}) {
    const compared = comparedOf(state);
    const titles = {
      xLabel: strings.compute[locale],
      yLabel: strings.lossAxis[locale]
    };
    const frame = labelledFrame(frameFor(width, titles), [runningWord], locale);
    const {from, to} = computeWindow(compared);
    const y = lossDomain(compared);
    const drawing = {compared, state, width, frame, locale, losses: y};
    return {
      ...frame,
      x: {type: "log", domain: [from, to]},
      y: {domain: y},
      marks: [
        ...axes({
          ...titles,
          xTicks: logTicks([from, to], width === "narrow" ? [1, 3] : [1, 2, 5]),
          yTicks: stepTicks(y, y[1] - y[0] > 0.5 ? 0.1 : 0.05),
          xFormat: (value) => computeTick(value, "flops", locale),
          yFormat: (value) => lossText(value, locale, 2),
          frame
        }),
        ...budgetMarks(drawing),
        ...runningCurves(drawing),
        ...runningLabels(drawing),
        ...viewMarks[state.view](drawing)
      ]
    };
  }
});

/** What a view shows besides the two long runs. */
const viewMarks: Readonly<Record<FinishState["view"], (drawing: FinishDrawing) => Markish[]>> = {
  curves: crossingMarks,
  places: (drawing) => [...placeMarks(drawing), ...scheduleInset(drawing)],
  finished: finishedMarks
};

function reading(state: FinishState, locale: Locale): Reading {
  const compared = comparedOf(state);
  const {small, large, smallSize, largeSize} = compared;
  const long = [small, large].map((run) => ({
    key: runKey(run),
    label: `${run.size}, ${run.length}`,
    ...runningCurve(compared, run)
  }));
  const planned = [
    {size: smallSize, ends: endsOf(compared, smallSize)},
    {size: largeSize, ends: arrivedEnds(state)}
  ].map(({size: {size}, ends}) => ({
    key: finishedKey(size, ends),
    label: `${size}, ${strings.finished[locale]}`,
    ...seriesOf(ends)
  }));
  return {
    x: {label: strings.flops[locale], unit: strings.flops[locale], digits: {significant: 4}},
    y: {label: strings.loss[locale], unit: strings.lossUnit[locale], digits: {decimals: 4}},
    series: state.view === "finished" ? [...long, ...planned] : long
  };
}
