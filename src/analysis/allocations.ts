import table from "../data/chinchilla-compute-optimal.ts";
import scalingLaws from "../data/scaling-laws.ts";
import {coefficientsOf, computeOptimal, type Allocation} from "../laws/chinchilla.ts";
import {firstOf, valueAt} from "../core/math/points.ts";
import type {Interval} from "../core/math/series.ts";
import {modelOf} from "./models.ts";

/** The published answers to how a budget is best split between parameters and tokens. */
export const allocationNames = ["kaplan", "approach-1", "approach-2", "approach-3", "epoch"] as const;

export type AllocationName = (typeof allocationNames)[number];

/** The three approaches of Hoffmann et al. */
export const approachNames = ["approach-1", "approach-2", "approach-3"] as const;

/** An approach as the tables have it. */
export type Approach = (typeof table.rows)[number]["approach"];

/** The tables of the three approaches; the other answers have none. */
export const approachTables: Readonly<Partial<Record<AllocationName, Approach>>> = {
  "approach-1": "1",
  "approach-2": "2",
  "approach-3": "3"
};

/** Rows of the Chinchilla paper's tables of compute-optimal models, by ascending compute. */
export function tableOf(approach: Approach): readonly (typeof table.rows)[number][] {
  return table.rows.filter((row) => row.approach === approach);
}

/**
 * The model that a published answer holds best for `flops` (C = 6ND), in plain counts.
 *
 * - Approaches 1 and 2 of Hoffmann et al.: along straight lines, in logarithms, between the rows of their Tables 3
 *   and A3, and beyond the first and last row by the same slope.
 * - Approach 3 and the replication by Epoch AI: in closed form from the law. For approach 3 the unrounded
 *   coefficients are used; the printed ones give models up to a quarter smaller than the paper's own Table A3.
 * - Kaplan et al.: only the exponent is listed, so that the line is a slope, drawn from the first row of approach 1.
 *
 * @param flops > 0
 */
export function optimalAllocation(name: AllocationName, flops: number): Allocation {
  switch (name) {
    case "kaplan": {
      const {flops: from, parameters} = firstOf(tableOf("1"));
      return spending(flops, parameters * (flops / from) ** exponentOf("kaplan"));
    }
    case "approach-1":
    case "approach-2":
      return spending(flops, alongTable(name === "approach-1" ? "1" : "2", flops));
    case "approach-3":
      return computeOptimal(flops, coefficientsOf("hoffmann-approach-3-unrounded"));
    case "epoch":
      return computeOptimal(flops, coefficientsOf("epoch-replication"));
  }
}

/** Exponent a of N ∝ C^a as published. */
export function exponentOf(name: AllocationName): number {
  const listed = {
    kaplan: "kaplan",
    "approach-1": "hoffmann-approach-1",
    "approach-2": "hoffmann-approach-2",
    "approach-3": "hoffmann-approach-3",
    epoch: "epoch-replication"
  } as const;
  const row = scalingLaws.rows.find((candidate) => candidate.name === listed[name]);
  if (!row) throw new Error(`no exponent of: ${name} (expected ${listed[name]} in scaling-laws)`);
  return row.size_exponent;
}

/** What a published answer holds best for Gopher's compute. */
export function allocationAtGopher(name: AllocationName): Allocation {
  return optimalAllocation(name, modelOf("Gopher").flops);
}

/** FLOPs that Hoffmann et al. themselves count for Gopher, of which 6ND is seven eighths: a row of their Table 3. */
export function gopherBudget(): number {
  const row = tableOf("1").find(({parameters}) => parameters === 67e9);
  if (!row) throw new Error("no row for Gopher’s compute (expected one among those of the first approach)");
  return row.flops;
}

/**
 * How far the law of approach 3 is off the rows of its own table, in shares of the rows: < 0 where it is below. One
 * for each row whose FLOPs lie in the interval.
 */
export function offTable(quantity: keyof Allocation, {from, to}: Interval): number[] {
  return tableOf("3")
    .filter(({flops}) => flops >= from && flops <= to)
    .map((row) => optimalAllocation("approach-3", row.flops)[quantity] / row[quantity] - 1);
}

function spending(flops: number, parameters: number): Allocation {
  return {parameters, tokens: flops / (6 * parameters)};
}

function alongTable(approach: "1" | "2", flops: number): number {
  const rows = tableOf(approach);
  const next = rows.findIndex((row) => row.flops >= flops);
  const after = next === -1 ? rows.length - 1 : Math.max(1, next);
  const [from, to] = [valueAt(rows, after - 1), valueAt(rows, after)];
  const share = Math.log(flops / from.flops) / Math.log(to.flops / from.flops);
  return from.parameters * (to.parameters / from.parameters) ** share;
}
