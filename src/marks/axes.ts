import * as Plot from "@observablehq/plot";
import type {Markish} from "@observablehq/plot";
import type {ComputeAxis} from "../analysis/runs.ts";
import type {Column} from "../core/define/chart.ts";
import {formatTick} from "../core/i18n/format-drawn.ts";
import {formatNumber, formatShort, superscript} from "../core/i18n/format.ts";
import type {Locale, Localised} from "../core/i18n/locale.ts";
import {colour, type Frame} from "./theme.ts";
import {wrappedTitle, type AxisTitles} from "./titles.ts";

/** What both axes of a drawing say, and at which values. */
export interface AxesOptions extends AxisTitles {
  readonly xTicks: readonly number[];
  readonly yTicks: readonly number[];
  readonly xFormat: (value: number) => string;
  readonly yFormat: (value: number) => string;
  readonly frame: Frame;
}

/** The plain furniture of every chart: horizontal grid, both axes, labels of quantity and unit. */
export function axes({xLabel, yLabel, xTicks, yTicks, xFormat, yFormat, frame}: AxesOptions): Markish[] {
  return [
    Plot.gridY(yTicks, {stroke: colour.grid, strokeOpacity: 1}),
    Plot.axisY(yTicks, {
      tickSize: 0,
      tickPadding: 8,
      tickFormat: yFormat,
      fill: colour.soft,
      label: wrappedTitle(yLabel, frame),
      labelAnchor: "top",
      labelArrow: "none",
      labelOffset: frame.marginLeft - 2
    }),
    Plot.axisX(xTicks, {
      tickSize: 5,
      tickPadding: 4,
      // As a channel, because Plot leaves out labels of a log axis that it finds too many of.
      text: xTicks.map(xFormat),
      stroke: colour.soft,
      fill: colour.soft,
      label: wrappedTitle(xLabel, frame),
      labelAnchor: "center",
      labelArrow: "none",
      labelOffset: frame.marginBottom - 6
    })
  ];
}

const strings = {
  loss: {en: "loss"},
  lossUnit: {en: "nat/token"},
  lossAxis: {en: "Training loss (nats per token) · lower is better"},
  tokens: {en: "tokens"},
  tokensUnit: {en: "billion tokens"},
  tokensAxis: {en: "Training tokens (billions)"},
  hours: {en: "GPU-hours"},
  hoursAxis: {en: "Training compute (A100 GPU-hours)"},
  flops: {en: "FLOPs"},
  flopsAxis: {en: "Training compute (FLOPs, 6ND)"},
  step: {en: "training steps"},
  stepAxis: {en: "Training steps"}
} as const satisfies Record<string, Localised>;

/** Quantity and unit of an axis of training loss, and which way is better, as its label. */
export function lossLabel(locale: Locale): string {
  return strings.lossAxis[locale];
}

/** What losses mean in tables and announcements; measured ones have 4 decimals. */
export function lossColumn(locale: Locale, decimals = 4): Column {
  return {label: strings.loss[locale], unit: strings.lossUnit[locale], digits: {decimals}};
}

/** A loss, or a difference of losses, in a sentence, without its unit, e.g. `"1.803"`. */
export function lossText(loss: number, locale: Locale, decimals = 3): string {
  return formatNumber(loss, {decimals}, locale).replace("-", "−");
}

/** Quantity and unit of a compute axis, as its label. */
export function computeLabel(axis: ComputeAxis, locale: Locale): string {
  return {tokens: strings.tokensAxis, "gpu-hours": strings.hoursAxis, flops: strings.flopsAxis}[axis][locale];
}

/** What an axis's numbers mean in tables and announcements; tokens keep the CSV's own digits. */
export function computeColumn(axis: ComputeAxis, locale: Locale): Column {
  return {
    tokens: {
      label: strings.tokens[locale],
      unit: strings.tokensUnit[locale],
      digits: {decimals: 3}
    } as const,
    "gpu-hours": {
      label: strings.hours[locale],
      unit: strings.hours[locale],
      digits: {decimals: 0}
    } as const,
    flops: {label: strings.flops[locale], unit: strings.flops[locale], digits: {significant: 4}} as const
  }[axis];
}

/** An amount of compute in a sentence, e.g. `"82.4k GPU-hours"`. */
export function computeText(value: number, axis: ComputeAxis, locale: Locale): string {
  // Tokens are counted in billions.
  if (axis === "tokens") return `${formatShort(1e9 * value, locale, 4)} ${strings.tokens[locale]}`;
  return `${formatShort(value, locale, 3)} ${computeColumn(axis, locale).unit}`;
}

/** A tick of a compute axis, e.g. `"20k"` or `"2×10²²"`. */
export function computeTick(value: number, axis: ComputeAxis, locale: Locale): string {
  if (axis === "tokens") return formatTick(value, locale);
  if (axis === "gpu-hours" || value === 0) return formatShort(value, locale);
  const exponent = Math.floor(Math.log10(value) + 1e-9);
  const mantissa = formatNumber(value / 10 ** exponent, {significant: 3}, locale);
  return `${mantissa === "1" ? "" : `${mantissa}×`}10${superscript(exponent)}`;
}

/** What of a model is counted, in plain counts. */
export type Count = "parameters" | "tokens";

const countColumns = {
  parameters: {en: "parameters"},
  tokens: {en: "tokens"}
} as const satisfies Record<Count, Localised>;

const countLabels = {
  parameters: {en: "Parameters"},
  tokens: {en: "Training tokens"}
} as const satisfies Record<Count, Localised>;

/** Quantity of an axis of plain counts, as its label. */
export function countLabel(count: Count, locale: Locale): string {
  return countLabels[count][locale];
}

/** What counts mean in tables and announcements, in `significant` digits. */
export function countColumn(count: Count, locale: Locale, significant: number): Column {
  return {label: countColumns[count][locale], unit: countColumns[count][locale], digits: {significant}};
}

/** Quantity of an axis of training steps, as its label. */
export function stepLabel(locale: Locale): string {
  return strings.stepAxis[locale];
}

/** What training steps mean in tables and announcements. */
export function stepColumn(locale: Locale): Column {
  return {label: strings.step[locale], unit: strings.step[locale], digits: {decimals: 0}};
}
