import {familyNames} from "../../analysis/families.ts";
import {leadChanges, type LeadChange} from "../../analysis/lead-changes.ts";
import {calibratedLoss, computeAt, runs, thinned, type Run} from "../../analysis/runs.ts";
import type {State} from "../../core/define/chart.ts";
import {scaleInput} from "../../marks/inputs.ts";
import type {Projection} from "../../marks/run-curves.ts";

/** What can be chosen of the loss curves. */
export const inputs = {
  family: {
    type: "choice",
    options: ["llama1", "llama2", "both"],
    default: "llama1",
    label: {en: "Family"},
    names: {...familyNames, both: {en: "both"}}
  },
  axis: {
    type: "choice",
    options: ["tokens", "gpu-hours", "flops"],
    default: "tokens",
    label: {en: "Loss by"},
    names: {tokens: {en: "tokens"}, "gpu-hours": {en: "GPU-hours"}, flops: {en: "FLOPs"}}
  },
  scale: {...scaleInput, options: ["linear", "log"], default: "linear"},
  focus: {
    type: "subset",
    options: ["7B", "13B", "33B", "34B", "65B", "70B"],
    default: [],
    label: {en: "Focus on"},
    names: {
      "7B": {en: "7B"},
      "13B": {en: "13B"},
      "33B": {en: "33B"},
      "34B": {en: "34B"},
      "65B": {en: "65B"},
      "70B": {en: "70B"}
    }
  },
  annotations: {
    type: "choice",
    options: ["none", "regimes", "crossings"],
    default: "none",
    label: {en: "Mark"},
    names: {none: {en: "nothing"}, regimes: {en: "regimes"}, crossings: {en: "crossings"}}
  },
  calibration: {
    type: "choice",
    options: ["corrected", "old"],
    default: "corrected",
    label: {en: "Calibration"},
    names: {corrected: {en: "ours"}, old: {en: "the older one"}}
  }
} as const;

/** A state of the chart of loss curves. */
export type LossState = State<typeof inputs>;

const thinRuns: readonly Run[] = runs.map(thinned);

/** Runs of the family on screen, with the knots that are drawn. */
export function shownRuns({family}: LossState): readonly Run[] {
  return thinRuns.filter((run) => isOfFamily(run, family));
}

/** Those of the runs on screen that are in focus: all of them where none is chosen. */
export function focusedRuns(state: LossState): readonly Run[] {
  return shownRuns(state).filter((run) => isFocused(run, state));
}

/** Whether a run is in focus. */
export function isFocused(run: Run, {focus}: LossState): boolean {
  return focus.length === 0 || focus.some((size) => size === run.model);
}

/** Where a state draws the points of a run. */
export function projection({axis, calibration}: LossState): Projection {
  return {
    x: (run, tokens) => computeAt(run, tokens, axis, calibration),
    y: (run, loss) => calibratedLoss(run, loss, calibration)
  };
}

/** Changes of the lead between the runs in focus, from their whole curves. */
export function changesOf(state: LossState): LeadChange[] {
  const chosen = runs.filter((run) => isOfFamily(run, state.family) && isFocused(run, state));
  return leadChanges(chosen, state.axis, state.calibration);
}

function isOfFamily(run: Run, family: LossState["family"]): boolean {
  return family === "both" || run.family === family;
}
