import type {Markish} from "@observablehq/plot";
import {shared} from "../../analysis/measured-runs.ts";
import type {DrawingWidth} from "../../core/define/chart.ts";
import type {Locale, Localised} from "../../core/i18n/locale.ts";
import {pointsOf, valueAt} from "../../core/math/points.ts";
import type {Series} from "../../core/math/series.ts";
import {stepTicks} from "../../core/math/ticks.ts";
import {drawField} from "../../marks/draw-field.ts";
import {placedLabel, seriesDots, seriesLine} from "../../marks/lines.ts";
import {stepPanels, type Panels} from "../../marks/panels.ts";
import {rateCurve} from "../../marks/rate-curve.ts";
import {colour} from "../../marks/theme.ts";
import {drawnAt, drawnCosine, drawnStep} from "./drawn-schedule.ts";
import {cornerRoom, expectedLook} from "./expected-marks.ts";
import {errorBar, knots, ratesOf, type LabState} from "./lab-state.ts";

const strings = {
  draw: {en: "draw here"}
} as const satisfies Record<string, Localised>;

/** Height of the upper panel in px; more of it where a hand is to draw in it. */
const rateHeight = {narrow: {shown: 46, drawn: 84}, wide: {shown: 90, drawn: 150}} as const;

/** The panels of a state: the rate above, the losses below, with room for the text in the corner. */
export function panelsOf(
  state: LabState,
  series: readonly Series[],
  width: DrawingWidth,
  locale: Locale
): Panels {
  const [low, high] = errorBar(state);
  const losses = [...series.flatMap(({y}) => y), low, high];
  const [least, most] = [Math.min(...losses), Math.max(...losses)];
  const lower = [least - 0.06 * (most - least), most] as const;
  const {shown, drawn} = rateHeight[width];
  const layout = {
    upper: [0, shared.peak],
    upperHeight: state.schedule === "drawn" ? drawn : shown
  } as const;
  const panels = stepPanels(width, locale, {lower, ...layout});
  const late = series
    .flatMap(pointsOf)
    .filter(({x}) => x > 0.75 * state.steps)
    .map(({y}) => y);
  const top = cornerRoom(panels, Math.max(...late, high));
  return top > most ? stepPanels(width, locale, {lower: [lower[0], top], ...layout}) : panels;
}

/** Round losses in the lower panel, at most `count`, below the label at its upper edge. */
export function lossTicks({domain, edge, pixels}: Panels, count: number): number[] {
  const top = edge - pixels(4);
  const step = [0.02, 0.05, 0.1].find((each) => (top - domain[0]) / each <= count) ?? 0.2;
  return stepTicks([domain[0], top], step);
}

/** The learning rate of a state in the upper panel; the cosine that it is compared with as such. */
export function rateLine(state: LabState, panels: Panels, isOwn: boolean): Markish {
  const rates = ratesOf(state);
  const {x, y} = rateCurve(
    (step) => valueAt(rates, Math.round(step)),
    {from: 0, to: rates.length - 1},
    knots
  );
  const [key, look] = isOwn ? ["rate", "expected"] : ["cosine-rate", "cosine"];
  return seriesLine(key, {x, y: y.map(panels.upper)}, expectedLook(look));
}

/** The field in which the rate is drawn by hand, in the upper panel. */
export function rateField({steps}: LabState, panels: Panels): Markish {
  return drawField("rate", {
    x: [drawnStep(0, steps), steps],
    y: [panels.upper(0), panels.upper(shared.peak)]
  });
}

/** The knots of the rate that is drawn, and, as long as it is the one to begin with, that it can be. */
export function drawnMarks({steps, rate}: LabState, panels: Panels, locale: Locale): Markish[] {
  const heights = rate.map((share) => panels.upper((share / 100) * shared.peak));
  const places = {x: drawnAt.map((at) => drawnStep(at, steps)), y: heights};
  const hint = {x: drawnStep(4, steps), y: panels.upper(0.2 * shared.peak), text: strings.draw[locale]};
  return [
    seriesDots("rate:knots", places, colour.accent, 6),
    ...(String(rate) === String(drawnCosine)
      ? [placedLabel("draw", hint, {fill: colour.accent, anchor: "start"})]
      : [])
  ];
}
