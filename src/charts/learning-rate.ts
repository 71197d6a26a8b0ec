import * as Plot from "@observablehq/plot";
import type {Markish} from "@observablehq/plot";
import {
  constantLoss,
  estimateError,
  isMeasured,
  longest,
  lossAtRunEnd,
  rateShare,
  runSteps,
  stepAtRunEnd,
  stretchedLoss
} from "../analysis/cosine-length/stretched-loss.ts";
import {shared} from "../analysis/measured-runs.ts";
import {defineChart, type DrawingWidth, type Reading, type Series} from "../core/define/chart.ts";
import {formatSigned} from "../core/i18n/format-drawn.ts";
import {formatChosen} from "../core/i18n/format.ts";
import type {Locale, Localised} from "../core/i18n/locale.ts";
import {firstOf, lastPoint} from "../core/math/points.ts";
import {stepTicks} from "../core/math/ticks.ts";
import {lossColumn, lossText, stepColumn} from "../marks/axes.ts";
import {placedLabel, placedRing, seriesLine} from "../marks/lines.ts";
import {stepFrame, stepPanelAxes, stepPanels, type Panels} from "../marks/panels.ts";
import {rateCurve} from "../marks/rate-curve.ts";
import {colour} from "../marks/theme.ts";
import {labelledEnd, labelledFrame} from "../marks/titles.ts";
import {describe, note, shareText, summary} from "./learning-rate/learning-rate-texts.ts";
import {inputs, type RateState} from "./learning-rate/rate-state.ts";

const strings = {
  constant: {en: "constant rate"},
  matched: {en: "made for 24k"},
  short: {en: "24k"},
  estimated: {en: "estimated"}
} as const satisfies Record<string, Localised>;

const lastStep = longest * runSteps;
const rateKnots = 120;

/** The learning rate of a cosine that may be longer than the run, and what the loss does under it. */
export default defineChart({
  title: {en: "Learning rate and loss"},
  question: {en: "What does the loss do while the learning rate comes down?"},
  inputs,
  states: {
    matched: {inputs: {}, answer: () => summary({stretch: 1})},
    "stretched-by-a-quarter": {inputs: {stretch: 1.25}, answer: () => summary({stretch: 1.25})},
    "stretched-threefold": {inputs: {stretch: 3}, answer: () => summary({stretch: 3})}
  },
  note,
  summary,
  describe,
  reading,
  plot({state, width, locale}) {
    const frame = labelledFrame(stepFrame(width, locale), Object.values(strings), locale);
    const panels = panelsFor(width, locale);
    const end = labelledEnd([0, lastStep, lastStep * 1.1], Object.values(strings), locale);
    const isStretched = state.stretch > 1;
    const own = stretchedLoss(state.stretch);
    return {
      ...frame,
      x: {domain: [0, end]},
      y: {domain: panels.domain},
      marks: [
        ...stepPanelAxes({
          panels,
          xTicks: width === "narrow" ? [0, 24e3, 48e3, 72e3] : [0, 12e3, 24e3, 36e3, 48e3, 60e3, 72e3],
          yTicks: stepTicks([panels.domain[0], panels.edge], width === "narrow" ? 0.2 : 0.1),
          width,
          locale
        }),
        ...runEndRules(panels),
        rateLine("constant-rate", Infinity, panels, {stroke: colour.ramp(5), strokeDasharray: "2 3"}),
        ...(isStretched ? [rateLine("matched-rate", 1, panels, {stroke: colour.faded})] : []),
        rateLine("rate", state.stretch, panels, {stroke: colour.accent, strokeWidth: 2.5}),
        seriesLine("constant", constantLoss(), {
          stroke: colour.ramp(5),
          strokeWidth: 1.5,
          strokeDasharray: "2 3"
        }),
        ...(isStretched
          ? [seriesLine("matched", stretchedLoss(1), {stroke: colour.ink, strokeWidth: 1.5})]
          : []),
        seriesLine("loss", own, {
          stroke: colour.accent,
          strokeWidth: 2.5,
          ...(isMeasured(state.stretch) ? {} : {strokeDasharray: "7 3"})
        }),
        ...runEndMarks(state, panels, width, locale),
        ...endMarks(state, locale)
      ]
    };
  }
});

/** The panels are the same for every cosine, so that a curve that moves is the only thing that does. */
function panelsFor(width: DrawingWidth, locale: Locale): Panels {
  const least = lastPoint(stretchedLoss(longest)).y;
  const most = firstOf(stretchedLoss(1).y) + 0.02;
  return stepPanels(width, locale, {
    lower: [least - 0.1 * (most - least), most],
    upper: [0, shared.peak],
    upperHeight: width === "narrow" ? 56 : 110
  });
}

/** The end of a run of the shortest cosine, in both panels. */
function runEndRules({domain, edge, upper}: Panels): Markish[] {
  const halves = [
    [domain[0], edge],
    [upper(0), upper(shared.peak)]
  ] as const;
  return halves.map(([y1, y2]) =>
    Plot.ruleX([runSteps], {y1, y2, stroke: colour.soft, strokeDasharray: "2 3"})
  );
}

function rateLine(key: string, stretch: number, panels: Panels, look: Plot.LineOptions): Markish {
  const isConstant = stretch === Infinity;
  const rate = (step: number): number =>
    shared.peak * (isConstant ? Math.min(1, step / shared.warmup) : rateShare(stretch, Math.round(step)));
  const {x, y} = rateCurve(
    rate,
    {from: 0, to: isConstant ? lastStep : Math.round(stretch * runSteps) - 1},
    rateKnots
  );
  return seriesLine(key, {x, y: y.map(panels.upper)}, {strokeWidth: 1.5, ...look});
}

/** Rate and loss where a run of the shortest cosine ends, and how far the loss is above that of its own cosine. */
function runEndMarks({stretch}: RateState, {upper}: Panels, width: DrawingWidth, locale: Locale): Markish[] {
  const step = stepAtRunEnd();
  const share = rateShare(stretch, step);
  const [own, matched] = [lossAtRunEnd(stretch), lossAtRunEnd(1)];
  const isNarrow = width === "narrow";
  const gap = gapLabel(stretch, own - matched, isNarrow, locale);
  const below = {fill: colour.ink, anchor: "end", dx: -5} as const;
  // Little room is left of the run's end in the narrow drawing.
  const whose = isNarrow ? strings.short : strings.matched;
  return [
    placedRing("rate-at-end", {x: step, y: upper(share * shared.peak)}, colour.accent),
    placedLabel(
      "rate-at-end",
      {x: step, y: upper(share * shared.peak), text: shareText(stretch, step, locale)},
      // On the side that the curve and the line of the constant rate leave free.
      share > 0.5
        ? {fill: colour.accent, anchor: "end", dx: -8, dy: 12}
        : {fill: colour.accent, anchor: "start", dx: 9, dy: -9}
    ),
    ...(stretch > 1
      ? [
          Plot.ruleX([step], {
            y1: matched,
            y2: own,
            ariaLabel: () => "gap",
            stroke: colour.ink,
            strokeWidth: 3
          }),
          placedRing("loss-at-end", {x: step, y: own}, colour.accent),
          placedLabel(
            "matched",
            {x: step, y: matched, text: `${whose[locale]}: ${lossText(matched, locale)}`},
            {...below, dy: 12}
          ),
          placedLabel("gap", {x: step, y: matched, text: gap}, {...below, fill: colour.accent, dy: 28})
        ]
      : [])
  ];
}

/** A measured gap, or one that is known to about a hundredth. */
function gapLabel(stretch: number, gap: number, isNarrow: boolean, locale: Locale): string {
  if (isMeasured(stretch)) return formatSigned(gap, 3, locale);
  const about = formatSigned(gap, 2, locale);
  return isNarrow ? `≈ ${about}` : `${about} ± ${lossText(estimateError(), locale, 2)}`;
}

/** What the curves are, at their ends. */
function endMarks({stretch}: RateState, locale: Locale): Markish[] {
  const end = lastPoint(stretchedLoss(stretch));
  const constant = lastPoint(constantLoss());
  return [
    placedLabel(
      "constant",
      {...constant, text: strings.constant[locale]},
      {fill: colour.soft, anchor: "end", dy: -17, weight: 500}
    ),
    placedRing("loss-end", end, colour.accent, 3),
    placedLabel(
      "loss",
      {...end, text: lossText(end.y, locale)},
      {fill: colour.accent, anchor: "start", dx: 8, dy: -2}
    )
  ];
}

function reading({stretch}: RateState, locale: Locale): Reading {
  const label = (of: number): string => {
    const runs = formatChosen(of, locale);
    const named: Localised = {en: `cosine of ${runs} ${of === 1 ? "run" : "runs"}`};
    return isMeasured(of) ? named[locale] : `${named[locale]}, ${strings.estimated[locale]}`;
  };
  const series: Series[] = [
    {key: "loss", label: label(stretch), ...stretchedLoss(stretch)},
    ...(stretch > 1 ? [{key: "matched", label: label(1), ...stretchedLoss(1)}] : []),
    {key: "constant", label: strings.constant[locale], ...constantLoss()}
  ];
  return {x: stepColumn(locale), y: lossColumn(locale, 3), series};
}
