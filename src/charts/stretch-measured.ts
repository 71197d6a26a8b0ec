import type {Markish} from "@observablehq/plot";
import {
  measuredCurve,
  measuredEnd,
  measuredRange,
  measuredRate,
  measuredSteps,
  shared,
  type MeasuredSchedule
} from "../analysis/measured-runs.ts";
import {defineChart, type DrawingWidth, type Reading} from "../core/define/chart.ts";
import {formatSigned} from "../core/i18n/format-drawn.ts";
import type {Locale} from "../core/i18n/locale.ts";
import type {Series} from "../core/math/series.ts";
import {stepTicks} from "../core/math/ticks.ts";
import {lossColumn, stepColumn} from "../marks/axes.ts";
import type {EndLabel} from "../marks/labels.ts";
import {seriesLine} from "../marks/lines.ts";
import {stepFrame, stepPanelAxes, stepPanels, type Panels} from "../marks/panels.ts";
import {rateCurve} from "../marks/rate-curve.ts";
import {labelledEnd, labelledFrame} from "../marks/titles.ts";
import {
  gapMarks,
  labelsOfWholeRuns,
  labelsUpTo24k,
  scheduleLooks
} from "./stretch-measured/measured-marks.ts";
import {longNames, names} from "./stretch-measured/schedule-names.ts";
import {
  inputs,
  pairNear24k,
  shownSchedules,
  windows,
  type StretchState
} from "./stretch-measured/stretch-state.ts";
import {answers, describe, note, summary} from "./stretch-measured/stretch-texts.ts";

/** Measured loss of three models under schedules that differ in nothing but the learning rate. */
export default defineChart({
  title: {en: "Measured loss under nine learning-rate schedules"},
  question: {en: "Which learning-rate schedule has the lowest loss at step 24,000?"},
  inputs,
  states: {
    matched: {inputs: {}, answer: answers.matched},
    stretched: {inputs: {range: "whole"}, answer: answers.stretched},
    "matched-25m": {inputs: {model: "25M"}, answer: answers.matched25M},
    "matched-400m": {inputs: {model: "400M"}, answer: answers.matched400M},
    wsd: {inputs: {schedules: ["cosine_24000", "wsd_20000_24000"]}, answer: answers.wsd},
    all: {inputs: {schedules: []}, answer: answers.all}
  },
  note,
  summary,
  describe,
  reading,
  plot({state, width, locale}) {
    const frame = labelledFrame(stepFrame(width, locale), Object.values(names), locale);
    const panels = panelsOf(state, width, locale);
    const shown = shownSchedules(state);
    const x = xDomain(state, width, locale);
    const near = pairNear24k(state);
    return {
      ...frame,
      x: {domain: x},
      y: {domain: panels.domain},
      marks: [
        ...stepPanelAxes({
          panels,
          xTicks:
            state.range === "end" ? [12e3, 15e3, 18e3, 21e3, 24e3] : [0, 12e3, 24e3, 36e3, 48e3, 60e3, 72e3],
          yTicks: lossTicks(state),
          width,
          locale
        }),
        ...shown.map((schedule) =>
          seriesLine(`rate-${schedule}`, rateIn(schedule, state, panels), {
            ...scheduleLooks[schedule],
            strokeWidth: 1.75
          })
        ),
        ...shown.map((schedule) =>
          seriesLine(keyOf(schedule, state), measuredCurve(state.model, schedule, windows[state.range]), {
            ...scheduleLooks[schedule],
            strokeWidth: 2
          })
        ),
        ...(near ? gapMarks(near, panels) : []),
        ...labels(state, panels, locale)
      ]
    };
  }
});

/** The same curve looks different in a window of its own, and has other knots there. */
function keyOf(schedule: MeasuredSchedule, {model, range}: StretchState): string {
  return `${model}-${schedule}${range === "end" ? "-end" : ""}`;
}

function xDomain({range}: StretchState, width: DrawingWidth, locale: Locale): [number, number] {
  const {from, to} = windows[range];
  const start = range === "end" ? from : 0;
  // Room for the names at the ends.
  const end = to + (to - start) * (width === "narrow" ? 0.22 : 0.12);
  return [start, labelledEnd([start, to, end], Object.values(names), locale)];
}

/** The panels of a model and range: the same whichever schedules are shown. */
function panelsOf(state: StretchState, width: DrawingWidth, locale: Locale): Panels {
  const [least, most] = measuredRange(state.model, windows[state.range]);
  return stepPanels(width, locale, {
    lower: [least - 0.07 * (most - least), most],
    upper: [0, shared.peak],
    upperHeight: width === "narrow" ? 46 : 90
  });
}

function lossTicks(state: StretchState): number[] {
  const [least, most] = measuredRange(state.model, windows[state.range]);
  const step = state.range === "end" ? 0.05 : 0.1;
  // The lower panel goes on a little below the least loss.
  return stepTicks([least - 0.2 * step, most], step);
}

/** Learning rate in the upper panel, from where the drawing begins to where the run or the drawing ends. */
function rateIn(schedule: MeasuredSchedule, {range}: StretchState, panels: Panels): Series {
  const from = range === "end" ? windows.end.from : 0;
  const to = Math.min(windows[range].to, measuredSteps[schedule]);
  const {x, y} = rateCurve(measuredRate[schedule], {from, to}, 60);
  return {x, y: y.map(panels.upper)};
}

/** Names at the ends of the curves, and the gap between two of them. */
function labels(state: StretchState, panels: Panels, locale: Locale): Markish[] {
  const ends = namedSchedules(state).map((schedule): EndLabel => ({
    key: `${keyOf(schedule, state)}:label`,
    text: names[schedule][locale],
    ...measuredEnd(state.model, schedule, windows[state.range]),
    fill: scheduleLooks[schedule].stroke
  }));
  const near = pairNear24k(state);
  const gap = near && {rows: near, text: formatSigned(near[1].loss - near[0].loss, 3, locale)};
  return state.range === "end" ? labelsUpTo24k(ends, gap, panels) : labelsOfWholeRuns(ends, gap, panels);
}

/** Two constant runs that lie on each other up to the end of the window have one name. */
function namedSchedules(state: StretchState): readonly MeasuredSchedule[] {
  const shown = shownSchedules(state);
  const hasTwin = state.range === "end" && shown.includes("constant_24000");
  return shown.filter((schedule) => !(hasTwin && schedule === "constant_72000"));
}

function reading(state: StretchState, locale: Locale): Reading {
  return {
    x: stepColumn(locale),
    y: lossColumn(locale),
    series: shownSchedules(state).map((schedule) => ({
      key: keyOf(schedule, state),
      label: `${state.model}, ${longNames[schedule][locale]}`,
      ...measuredCurve(state.model, schedule, windows[state.range])
    }))
  };
}
