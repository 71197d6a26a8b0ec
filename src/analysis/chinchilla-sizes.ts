import {sizeKey} from "../core/math/size-key.ts";
import {bisectLeft} from "d3-array";
import figure2 from "../data/chinchilla-figure-2.ts";
import frontierData from "../data/chinchilla-frontier.ts";
import runsData from "../data/chinchilla-runs.ts";
import {firstOf, lastOf, valueAt} from "../core/math/points.ts";
import type {Series} from "../core/math/series.ts";
import {thin} from "../core/math/thin.ts";

/** The curve of one model size in the Chinchilla paper's Figure 2; x in FLOPs, y in nats per token. */
export interface SizeCurve extends Series {
  /** E.g. `"chinchilla-140M"`. */
  readonly key: string;
  /** E.g. `"140M"`. */
  readonly name: string;
  readonly parameters: number;
  /** Step on the ramp of six, from the smallest sizes to the largest. */
  readonly step: number;
}

/** One run of the paper: what it spent, and the training loss it ended with. */
export type FinalLoss = (typeof runsData.rows)[number];

/** Knots of a drawn curve: between 43 and 84 are read, and the curves are smooth. */
const knots = 30;

const sizes = [...new Set(runsData.rows.map((row) => row.parameters))].sort((a, b) => a - b);

/** Step of a model size on a ramp of six: six equal parts, in log size, of the sizes that were trained. */
export function stepOf(parameters: number): number {
  const [smallest, largest] = [firstOf(sizes), lastOf(sizes)];
  const share = Math.log(parameters / smallest) / Math.log(largest / smallest);
  return Math.min(6, Math.max(1, 1 + Math.floor(6 * share)));
}

/** The 27 sizes whose curve can be told apart, small to large, thinned; every number is still the CSV's own. */
export const sizeCurves: readonly SizeCurve[] = [
  ...Map.groupBy(figure2.rows, (row) => row.parameters).entries()
]
  .sort(([a], [b]) => a - b)
  .map(([parameters, rows]) => {
    const name = sizeKey(parameters);
    const kept = thin(
      rows.map((row) => Math.log(row.flops)),
      rows.map((row) => Math.log(row.loss)),
      knots
    ).map((index) => valueAt(rows, index));
    return {
      key: `chinchilla-${name}`,
      name,
      parameters,
      step: stepOf(parameters),
      x: kept.map((row) => row.flops),
      y: kept.map((row) => row.loss)
    };
  });

/** The lowest loss of any run at each amount of compute; x in FLOPs, y in nats per token. */
export const frontier: Series = {
  x: frontierData.rows.map((row) => row.flops),
  y: frontierData.rows.map((row) => row.loss)
};

/** Loss from which Epoch AI counts a run as an outlier: the fifth largest. */
export const outlierLoss = valueAt(
  runsData.rows.map((row) => row.loss).sort((a, b) => b - a),
  4
);

/** The 240 runs without the five outliers, by ascending compute. */
export const finalLosses: readonly FinalLoss[] = runsData.rows
  .filter((row) => row.loss < outlierLoss)
  .toSorted((a, b) => a.flops - b.flops);

/** The compute of all 245 runs, in FLOPs. */
export const computeRange: readonly [number, number] = [
  Math.min(...runsData.rows.map((row) => row.flops)),
  Math.max(...runsData.rows.map((row) => row.flops))
];

/** The runs in six groups by the step of their size, each by ascending compute. */
export const runGroups: readonly (Series & {
  readonly key: string;
  readonly step: number;
  /** Smallest and largest number of parameters. */
  readonly sizes: readonly [number, number];
})[] = [1, 2, 3, 4, 5, 6].map((step) => {
  const group = finalLosses.filter((run) => stepOf(run.parameters) === step);
  const parameters = group.map((run) => run.parameters);
  return {
    key: `runs-${step}`,
    step,
    sizes: [Math.min(...parameters), Math.max(...parameters)],
    x: group.map((run) => run.flops),
    y: group.map((run) => run.loss)
  };
});

/** Runs that stand out, to be named: the first and the last by compute, and the two farthest above the frontier. */
export const markedRuns: readonly FinalLoss[] = [
  firstOf(finalLosses),
  farthestAbove(finalLosses.filter((run) => run.flops < 1e20)),
  farthestAbove(finalLosses.filter((run) => run.flops >= 1e20)),
  lastOf(finalLosses)
];

/** Name of a size in a drawing, e.g. `"74M"`, `"425M"`, `"1.0B"`. */
export function sizeName(parameters: number): string {
  return parameters < 1e9 ? `${Math.round(parameters / 1e6)}M` : `${(parameters / 1e9).toFixed(1)}B`;
}

/** Final losses of the runs of one size, by ascending compute; the figure's size is rounded to three digits. */
export function endsOf({parameters}: SizeCurve): Series {
  const ends = finalLosses.filter((run) => Math.abs(run.parameters / parameters - 1) < 0.003);
  return {x: ends.map((run) => run.flops), y: ends.map((run) => run.loss)};
}

/** The curve of a size. @throws where it has none. */
export function sizeCurveOf(name: string): SizeCurve {
  const curve = sizeCurves.find((candidate) => candidate.name === name);
  if (!curve)
    throw new Error(`unknown size: ${name} (one of ${sizeCurves.map((each) => each.name).join(", ")})`);
  return curve;
}

/** Loss of a series at `x` (> 0), along straight lines in log x between its points; its end beyond them. */
export function lossAlong({x, y}: Series, at: number): number {
  const after = bisectLeft(x, at);
  if (after === x.length) return lastOf(y);
  if (after === 0) return firstOf(y);
  const [from, to] = [valueAt(x, after - 1), valueAt(x, after)];
  const [before, next] = [valueAt(y, after - 1), valueAt(y, after)];
  return before + (Math.log(at / from) / Math.log(to / from)) * (next - before);
}

function farthestAbove(among: readonly FinalLoss[]): FinalLoss {
  const above = (run: FinalLoss): number => run.loss - lossAlong(frontier, run.flops);
  return among.reduce((best, run) => (above(run) > above(best) ? run : best));
}
