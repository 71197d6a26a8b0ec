import {
  allocationNames,
  optimalAllocation,
  tableOf,
  type AllocationName
} from "../../analysis/allocations.ts";
import {models, type Model} from "../../analysis/models.ts";
import type {DrawingWidth} from "../../core/define/chart.ts";
import type {Locale, Localised} from "../../core/i18n/locale.ts";
import {firstOf} from "../../core/math/points.ts";
import {logSpaced, type Interval, type Series} from "../../core/math/series.ts";
import type {Placing} from "../../marks/model-dots.ts";
import {plotSize} from "../../marks/pixels.ts";
import {frames} from "../../marks/theme.ts";
import {growthOf} from "../../marks/titles.ts";
import type {OptimalState} from "./compute-optimal-state.ts";

/** Names at the ends of the lines. */
export const answerNames: Readonly<Record<AllocationName, Localised>> = {
  kaplan: {en: "Kaplan"},
  "approach-1": {en: "approach 1"},
  "approach-2": {en: "approach 2"},
  "approach-3": {en: "approach 3"},
  epoch: {en: "Epoch"}
};

/** The answers that are drawn; none chosen is no restriction. */
export function shownLaws({laws}: OptimalState): readonly AllocationName[] {
  return laws.length === 0 ? allocationNames : laws;
}

/** The published models that are drawn. */
export function shownModels(state: OptimalState): readonly Model[] {
  if (state.models === "none") return [];
  return models.filter((model) => state.models === "all" || model.isInChinchillaPaper);
}

/** Where a model stands. */
export function placing({quantity}: OptimalState): Placing {
  return {x: (model) => model.flops, y: (model) => model[quantity]};
}

/** Compute over which the lines are drawn: of the paper's tables, or, larger, of the published models. */
export function lineRange(state: OptimalState): Interval {
  if (state.models === "none") return {from: firstOf(tableOf("1")).flops, to: 2e26};
  return {from: 1e22, to: 2e25};
}

/** Knots of a line: two would do for a straight one, but the crosshair should find more. */
const knots = 24;

/** The line of a published answer, by FLOPs. */
export function lineOf(name: AllocationName, state: OptimalState): Series {
  const x = logSpaced(lineRange(state), knots);
  return {x, y: x.map((flops) => optimalAllocation(name, flops)[state.quantity])};
}

/** Domains that hold all that is drawn. */
export function domainsOf(
  state: OptimalState,
  width: DrawingWidth,
  locale: Locale
): {readonly x: [number, number]; readonly y: [number, number]} {
  const {from, to} = lineRange(state);
  // Room for the names at the ends of the lines, in px, besides the margin.
  const room = 50 * growthOf(Object.values(answerNames), locale);
  const decades = Math.log10(to / from);
  const extra = (decades * room) / (plotSize(frames[width]).width - room);
  const at = placing(state);
  const y = [...shownLaws(state).flatMap((name) => lineOf(name, state).y), ...shownModels(state).map(at.y)];
  return {x: [from / 1.3, to * 10 ** extra], y: [Math.min(...y) / 1.6, Math.max(...y) * 1.6]};
}
