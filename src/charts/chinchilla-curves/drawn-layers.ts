import {comparedSizes, llamaRuns} from "../../analysis/chinchilla-comparison.ts";
import {frontier, runGroups, sizeCurves, type SizeCurve} from "../../analysis/chinchilla-sizes.ts";
import {curveOf} from "../../analysis/runs.ts";
import type {CurvesState} from "./chinchilla-curves-state.ts";

/** The curves of a state: two sizes, all of them, or none. */
export function shownCurves({show}: CurvesState): readonly SizeCurve[] {
  if (show === "pair") return comparedSizes.map(({curve}) => curve);
  return show === "runs" ? [] : sizeCurves;
}

export function hasFrontier({show}: CurvesState): boolean {
  return show !== "pair" && show !== "curves";
}

export function hasRuns({show}: CurvesState): boolean {
  return show === "runs" || show === "all";
}

export function hasLlama({range}: CurvesState): boolean {
  return range === "with-llama";
}

/** Domains that hold everything that may be drawn in a range: the axes stay while layers come and go. */
export function domainsOf(state: CurvesState): {readonly x: [number, number]; readonly y: [number, number]} {
  const isPair = state.show === "pair";
  const series = [
    ...(isPair ? comparedSizes.flatMap(({curve, ends}) => [curve, ends]) : [frontier, ...runGroups]),
    ...(isPair || state.show === "runs" ? [] : sizeCurves),
    ...(hasLlama(state) ? llamaRuns.map((run) => curveOf(run, "flops")) : [])
  ];
  const [x, y] = [series.flatMap((each) => each.x), series.flatMap((each) => each.y)];
  return {
    x: state.scale === "log" ? [Math.min(...x) / 1.5, Math.max(...x) * 1.35] : [0, 1.02 * Math.max(...x)],
    y: [Math.min(...y) * 0.9, Math.max(...y) * 1.08]
  };
}
