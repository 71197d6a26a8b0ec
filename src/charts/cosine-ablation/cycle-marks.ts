import * as Plot from "@observablehq/plot";
import type {Markish} from "@observablehq/plot";
import {ablationCurves, type AblationCurve} from "../../analysis/ablation-curves.ts";
import type {CycleLoss} from "../../analysis/cosine-cycles.ts";
import {binScatter} from "../../analysis/stated-errors.ts";
import type {DrawingWidth} from "../../core/define/chart.ts";
import {formatNumber} from "../../core/i18n/format.ts";
import type {Locale} from "../../core/i18n/locale.ts";
import {lastOf} from "../../core/math/points.ts";
import {dodge, labelMark} from "../../marks/labels.ts";
import {seriesLine} from "../../marks/lines.ts";
import {pixelsFromLeft, roomOf} from "../../marks/pixels.ts";
import {colour, frames, halo} from "../../marks/theme.ts";
import {
  isBold,
  markedLosses,
  markedSequences,
  shownCurves,
  type AblationState
} from "./cosine-ablation-state.ts";
import {panelNames} from "./cosine-ablation-texts.ts";

/** Losses that are drawn, in nats per token. */
export const lossDomain = [2.69, 2.99] as const;

/** How far off a curve may be. */
export function errorBand(curve: AblationCurve, state: AblationState): Markish {
  return Plot.areaY(curve.x, {
    x: (value: number) => value,
    y1: curve.y.map((loss) => loss - binScatter),
    y2: curve.y.map((loss) => loss + binScatter),
    ariaLabel: () => `${curve.key}:band`,
    fill: hue(curve),
    fillOpacity: isBold(curve, state) ? 0.2 : 0.08
  });
}

/** The curve of a run, dashed for the long one. */
export function cycleLine(curve: AblationCurve, state: AblationState): Markish {
  const bold = isBold(curve, state);
  return seriesLine(curve.key, curve, {
    stroke: hue(curve),
    strokeWidth: bold ? 2.5 : 1.25,
    strokeOpacity: bold ? 1 : state.panel === "both" ? 0.45 : 0.85,
    ...(curve.panel === "long" ? {strokeDasharray: "7 3"} : {})
  });
}

/** Cycle lengths in runs, behind the ends of their curves. */
export function cycleLabels(
  state: AblationState,
  domain: readonly [number, number],
  width: DrawingWidth,
  locale: Locale
): Markish {
  const frame = frames[width];
  const labels = shownCurves(state)
    .filter((curve) => state.panel !== "both" || isBold(curve, state))
    .map((curve) => ({
      key: `${curve.key}:label`,
      text: `${formatNumber(curve.multiplier, {decimals: curve.multiplier === 1.25 ? 2 : 1}, locale)}×`,
      x: labelPlace(curve),
      y: lastOf(curve.y),
      fill: hue(curve)
    }));
  const placed = dodge(labels, roomOf(14, lossDomain, frame), 60, (x) =>
    pixelsFromLeft(x, "linear", domain, frame)
  );
  return labelMark(placed, {textAnchor: "start", dx: 7});
}

/** The marked place as a line. */
export function markedRule(): Markish {
  return Plot.ruleX([markedSequences], {stroke: colour.soft, strokeDasharray: "2 3"});
}

/** Rings on the cosines made for their runs at the marked place, each with its loss. */
export function markedRings(state: AblationState, width: DrawingWidth, locale: Locale): Markish[] {
  const marks = markedLosses(state);
  return [
    Plot.dot(marks, {
      x: markedSequences,
      y: "loss",
      ariaLabel: (mark: CycleLoss) => `${mark.panel}-1:six-million`,
      r: 5,
      fill: colour.paper,
      stroke: colour.ink,
      strokeWidth: 1.75
    }),
    ...marks.map((mark) => ringLabel(mark, width, locale))
  ];
}

function ringLabel(mark: CycleLoss, width: DrawingWidth, locale: Locale): Markish {
  const loss = formatNumber(mark.loss, {decimals: 3}, locale);
  const isShort = mark.panel === "short";
  return Plot.text([mark], {
    x: markedSequences,
    y: "loss",
    text: () => (width === "wide" ? `${panelNames[mark.panel][locale]}: ${loss}` : loss),
    ariaLabel: () => `${mark.panel}-1:six-million-label`,
    textAnchor: isShort ? "end" : "start",
    dx: isShort ? -10 : 10,
    dy: isShort ? 12 : -14,
    fontWeight: 600,
    fill: colour.ink,
    ...halo
  });
}

/** Labels stand in one column behind the last end of their panel, but for a curve that is lost well before. */
function labelPlace({panel, x}: AblationCurve): number {
  const own = lastOf(x);
  const last = Math.max(
    ...ablationCurves.filter((curve) => curve.panel === panel).map((curve) => lastOf(curve.x))
  );
  return last - own < 0.6 ? last : own;
}

function hue({step}: AblationCurve): string {
  return colour.ramp(step);
}
