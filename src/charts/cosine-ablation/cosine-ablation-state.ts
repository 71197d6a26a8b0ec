import {ablationCurves, type AblationCurve} from "../../analysis/ablation-curves.ts";
import {cycleLosses, type CycleLoss} from "../../analysis/cosine-cycles.ts";
import type {State} from "../../core/define/chart.ts";

/** Inputs of the chart of stretched cosines. */
export const inputs = {
  panel: {
    type: "choice",
    options: ["short", "long", "both"],
    default: "short",
    label: {en: "Run"},
    names: {short: {en: "short"}, long: {en: "long"}, both: {en: "both"}}
  },
  mark: {
    type: "choice",
    options: ["none", "6M"],
    default: "none",
    label: {en: "Mark"},
    names: {none: {en: "nothing"}, "6M": {en: "6 million sequences"}}
  }
} as const;

/** Which runs are drawn, and whether a place in them is marked. */
export type AblationState = State<typeof inputs>;

/** The place that is marked, in 1e6 sequences. */
export const markedSequences = 6;

/** The runs of one length, or of both. */
export function shownCurves({panel}: AblationState): readonly AblationCurve[] {
  return ablationCurves.filter((curve) => panel === "both" || curve.panel === panel);
}

/** The cosine made for its run stands out wherever something is compared with it. */
export function isBold({multiplier}: AblationCurve, {panel, mark}: AblationState): boolean {
  return multiplier === 1 || (panel !== "both" && mark === "none" && multiplier === 5);
}

/** The losses of the cosines made for their runs at the marked place; the short run's first. */
export function markedLosses({panel}: AblationState): readonly CycleLoss[] {
  return cycleLosses(markedSequences).filter(
    (row) => row.multiplier === 1 && (panel === "both" || row.panel === panel)
  );
}
