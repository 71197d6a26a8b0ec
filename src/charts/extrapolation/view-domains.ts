import {
  budget,
  firstHours,
  lossDomains,
  small,
  type ContinuedRun,
  type ContinuedView
} from "../../analysis/continued-run.ts";
import type {DrawingWidth} from "../../core/define/chart.ts";
import type {Locale} from "../../core/i18n/locale.ts";
import {lastOf} from "../../core/math/points.ts";
import {beliefNames} from "../../marks/belief-looks.ts";
import {growthOf, labelledEnd} from "../../marks/titles.ts";

/** Domains of GPU-hours and loss. */
export interface Domains {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

/** Domains that hold everything that is drawn; to the right there is room for the labels. */
export function domainsOf(
  {view, scale}: ContinuedView,
  continued: readonly ContinuedRun[],
  width: DrawingWidth,
  locale: Locale
): Domains {
  const last =
    view === "early" ? small.gpuHours : Math.max(budget, ...continued.map(({curve}) => lastOf(curve.x)));
  const names = Object.values(beliefNames).map(({label}) => label);
  const isNarrow = width === "narrow";
  return {
    x:
      scale === "log"
        ? [firstHours, (isNarrow ? 10.5 : 4.8) ** growthOf(names, locale) * last]
        : [0, labelledEnd([0, last, (isNarrow ? 1.46 : 1.32) * last], names, locale)],
    y: lossDomains[view]
  };
}
