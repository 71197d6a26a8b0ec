import {measuredCurve, measuredSteps} from "../analysis/measured-runs.ts";
import {defineChart, type Reading, type Series} from "../core/define/chart.ts";
import {formatShort} from "../core/i18n/format.ts";
import type {Locale, Localised} from "../core/i18n/locale.ts";
import {lastPoint} from "../core/math/points.ts";
import {linearTicks} from "../core/math/ticks.ts";
import {lossColumn, lossText, stepColumn} from "../marks/axes.ts";
import type {EndLabel} from "../marks/labels.ts";
import {seriesLine} from "../marks/lines.ts";
import {stepFrame, stepPanelAxes} from "../marks/panels.ts";
import {labelledEnd} from "../marks/titles.ts";
import {cornerText, errorMarks, expectedLabels, expectedLook} from "./schedule-lab/expected-marks.ts";
import {knownError} from "./schedule-lab/lab-findings.ts";
import {drawnMarks, lossTicks, panelsOf, rateField, rateLine} from "./schedule-lab/lab-panels.ts";
import {
  cosineOf,
  errorBar,
  expected,
  firstStep,
  inputs,
  names,
  type LabState
} from "./schedule-lab/lab-state.ts";
import {describe, note, states, summary} from "./schedule-lab/lab-texts.ts";
import {nearestMeasured} from "./schedule-lab/planned-run.ts";

const strings = {
  expected: {en: "expected"},
  measured: {en: "measured"}
} as const satisfies Record<string, Localised>;

/** The loss that the multi-power law expects of a learning-rate schedule that the reader makes. */
export default defineChart({
  title: {en: "Design a learning-rate schedule"},
  question: {en: "How should the learning rate come down?"},
  inputs,
  states,
  note,
  summary,
  describe,
  reading,
  plot({state, width, locale}) {
    const frame = stepFrame(width, locale);
    const isNarrow = width === "narrow";
    const end = state.steps * (isNarrow ? 1.38 : 1.14);
    const series = seriesOf(state, locale);
    const panels = panelsOf(state, series, width, locale);
    const isDrawn = state.schedule === "drawn";
    return {
      ...frame,
      x: {domain: [0, labelledEnd([0, state.steps, end], Object.values(strings), locale)]},
      y: {domain: panels.domain},
      marks: [
        ...(isDrawn ? [rateField(state, panels)] : []),
        ...stepPanelAxes({
          panels,
          xTicks: linearTicks(state.steps, isNarrow ? 4 : 8),
          yTicks: lossTicks(panels, isNarrow ? 5 : 9),
          width,
          locale
        }),
        ...(state.schedule === "cosine" ? [] : [rateLine(cosineOf(state), panels, false)]),
        rateLine(state, panels, true),
        ...(isDrawn ? drawnMarks(state, panels, locale) : []),
        ...series.toReversed().map(({key, x, y}) => seriesLine(key, {x, y}, expectedLook(key))),
        ...errorMarks(lastPoint(expected(state)), errorBar(state)),
        ...expectedLabels(endLabels(series, state, locale), {steps: state.steps, panels, width}),
        cornerText(knownError(state)[locale], panels)
      ]
    };
  }
});

/** The curves of a state: expected, the cosine it is compared with, and the nearest measured run, where there is one. */
function seriesOf(state: LabState, locale: Locale): Series[] {
  const name = names[state.schedule][locale];
  const nearest = nearestMeasured(state);
  const label = {
    own: {en: `expected, ${name}`},
    cosine: {en: "expected, cosine"},
    measured: {en: `measured, ${name}, ${nearest ? formatShort(measuredSteps[nearest], locale) : ""} steps`}
  };
  return [
    {key: "expected", label: label.own[locale], ...expected(state)},
    ...(state.schedule === "cosine"
      ? []
      : [{key: "cosine", label: label.cosine[locale], ...expected(cosineOf(state))}]),
    ...(nearest
      ? [
          {
            key: `measured-${state.model}-${nearest}-of-${state.steps}`,
            label: label.measured[locale],
            ...measuredCurve(state.model, nearest, {from: firstStep(state), to: state.steps})
          }
        ]
      : [])
  ];
}

/** What each curve is, at its end. */
function endLabels(series: readonly Series[], state: LabState, locale: Locale): EndLabel[] {
  return series.map(({key, ...curve}) => ({
    key: `${key}:label`,
    text: endName(key, lastPoint(curve).y, state, locale),
    ...lastPoint(curve),
    fill: expectedLook(key).stroke
  }));
}

/** Name and last loss of a curve; of a measured run of another length its length, as its end is not to be compared. */
function endName(key: string, loss: number, state: LabState, locale: Locale): string {
  const nearest = nearestMeasured(state);
  if (key === "expected") return `${strings.expected[locale]} ${lossText(loss, locale)}`;
  if (key === "cosine") return `${names.cosine[locale]} ${lossText(loss, locale)}`;
  const {measured} = strings;
  return nearest && measuredSteps[nearest] !== state.steps
    ? `${measured[locale]}, ${formatShort(measuredSteps[nearest], locale)}`
    : `${measured[locale]} ${lossText(loss, locale)}`;
}

function reading(state: LabState, locale: Locale): Reading {
  return {
    x: stepColumn(locale),
    y: lossColumn(locale, 3),
    series: seriesOf(state, locale)
  };
}
