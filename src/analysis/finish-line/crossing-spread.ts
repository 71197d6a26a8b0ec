import {remember} from "../../core/math/memo.ts";
import type {LocalFit} from "../../core/math/local-polynomial.ts";
import {valueAt} from "../../core/math/points.ts";
import type {Interval} from "../../core/math/series.ts";
import {curveCrossings} from "./curve-crossings.ts";
import {ladderFamily, usualMeasure, type LadderMeasure} from "./ladder-runs.ts";
import {smoothers} from "./open-pairs.ts";
import {longestRun, openSize, usualFit, type OpenRun} from "./open-run.ts";

/** Where the lead of two sizes changes on their way, by several ways to smooth their curves and to measure them. */
export interface CrossingSpread {
  /** For each change by the usual way, the least and the most compute at which it lies, in FLOPs. */
  readonly changes: readonly Interval[];
  /** Ways that see as many changes, and all ways. */
  readonly agreeing: number;
  readonly ways: number;
}

/**
 * How the crossings of the longest runs of two sizes of the ladder differ over six ways to smooth.
 *
 * @param measures texts and counts of compute over which they differ too; by default the usual ones alone
 * @throws where there is no such size.
 */
export const crossingSpread = remember(
  (small: string, large: string, measures: readonly LadderMeasure[] = [usualMeasure]): CrossingSpread =>
    spreadOver(small, large, measures),
  (small, large, measures = [usualMeasure]) =>
    [small, large, ...measures.map(({text, compute}) => `${text} ${compute}`)].join(),
  8
);

function spreadOver(small: string, large: string, measures: readonly LadderMeasure[]): CrossingSpread {
  const found = (measure: LadderMeasure, fit: LocalFit): number[] => {
    const family = ladderFamily(measure);
    const run = (name: string): OpenRun => longestRun(openSize(family, name));
    return curveCrossings(run(small), run(large), fit).map(({x}) => x);
  };
  const usual = found(usualMeasure, usualFit);
  const ways = measures.flatMap((measure) => smoothers.map((fit) => found(measure, fit)));
  const agreeing = ways.filter(({length}) => length === usual.length);
  return {
    changes: usual.map((_, index) => {
      const places = agreeing.map((way) => valueAt(way, index));
      return {from: Math.min(...places), to: Math.max(...places)};
    }),
    agreeing: agreeing.length,
    ways: ways.length
  };
}
