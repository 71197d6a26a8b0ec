import ladder from "../../data/ladder.ts";
import {lastOf} from "../../core/math/points.ts";
import type {OpenRun, OpenSize} from "./open-run.ts";

type LadderRow = (typeof ladder.rows)[number];

/** A size of the ladder. */
export type LadderSize = LadderRow["size"];

/** What the ladder's losses and compute are measured by. */
export interface LadderMeasure {
  /** Validation text. */
  readonly text: "c4" | "pile";
  /** `"logged"`: as the authors logged it; `"6nd"`: six for each parameter and token. */
  readonly compute: "logged" | "6nd";
}

/** The measure of every figure that doesn't name another. */
export const usualMeasure: LadderMeasure = {text: "c4", compute: "logged"};

/** Sizes of the ladder, ascending. */
export const ladderSizes: readonly LadderSize[] = ladder.fields.size.categories;

const lengths = ladder.fields.length.categories.filter((length) => length !== "1xC-rerun");

/** Runs of every size of the ladder, by ascending size. */
export function ladderFamily(measure: LadderMeasure = usualMeasure): readonly OpenSize[] {
  return ladderSizes.map((size) => {
    const runs = lengths.map((length) => runOf(size, length, measure));
    return {size, parameters: lastOf(runs).parameters, runs};
  });
}

function runOf(size: LadderSize, length: string, {text, compute}: LadderMeasure): OpenRun {
  const rows = ladder.rows.filter((row) => row.size === size && row.length === length);
  const end = lastOf(rows);
  const flopsOf = (row: LadderRow): number =>
    compute === "6nd" ? 6 * row.parameters * row.tokens : row.flops;
  const lossOf = (row: LadderRow): number => (text === "pile" ? row.loss_pile : row.loss_c4);
  // All runs of a size have one peak; a thinned run may have missed it.
  const peak = Math.max(...ladder.rows.map((row) => (row.size === size ? row.learning_rate : 0)));
  return {
    size,
    parameters: end.parameters,
    length,
    tokens: rows.map((row) => row.tokens),
    flops: rows.map(flopsOf),
    loss: rows.map(lossOf),
    rate: rows.map((row) => row.learning_rate / peak),
    finalTokens: end.tokens,
    finalFlops: flopsOf(end),
    finalLoss: lossOf(end)
  };
}

/** By how much the two runs of each size that were made alike differ at their ends, in nats per token on C4; >= 0. */
export function rerunDifferences(): readonly number[] {
  return ladderSizes.map((size) => {
    const ends = ladder.rows.filter(
      (row) => row.size === size && row.last && (row.length === "1xC" || row.length === "1xC-rerun")
    );
    const losses = ends.map((row) => row.loss_c4);
    return Math.max(...losses) - Math.min(...losses);
  });
}
