import type {Markish} from "@observablehq/plot";
import type {Column, DrawingWidth} from "../core/define/chart.ts";
import {formatShort} from "../core/i18n/format.ts";
import type {Locale, Text} from "../core/i18n/locale.ts";
import {lossLabel} from "./loss-axis.ts";
import {panelAxes, type Panels} from "./panels.ts";
import {frames} from "./theme.ts";

const strings = {
  step: {en: "training steps"},
  stepAxis: {en: "Training steps"},
  rateAxis: {en: "Learning rate (10⁻⁴)"}
} as const satisfies Record<string, Text>;

/** Axes of the learning rate, up to 3 × 10⁻⁴, above the loss, over training steps. */
export function stepPanelAxes({
  panels,
  xTicks,
  yTicks,
  width,
  locale
}: {
  readonly panels: Panels;
  readonly xTicks: readonly number[];
  readonly yTicks: readonly number[];
  readonly width: DrawingWidth;
  readonly locale: Locale;
}): Markish[] {
  return panelAxes({
    panels,
    upperLabel: strings.rateAxis[locale],
    upperTicks: width === "narrow" ? [0, 3e-4] : [0, 1e-4, 2e-4, 3e-4],
    upperFormat: (value) => (value * 1e4).toFixed(0),
    lowerLabel: lossLabel(locale),
    xLabel: strings.stepAxis[locale],
    xTicks,
    yTicks,
    xFormat: (value) => formatShort(value, locale),
    yFormat: (value) => value.toFixed(2),
    frame: frames[width]
  });
}

/** What training steps mean in tables and announcements. */
export function stepColumn(locale: Locale): Column {
  return {label: strings.step[locale], unit: strings.step[locale], digits: {decimals: 0}};
}
