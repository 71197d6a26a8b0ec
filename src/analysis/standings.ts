import {crossings, firstReaches} from "../core/math/crossings.ts";
import {gapAt, sharedCompute} from "./run-gap.ts";
import type {LeadChange} from "./lead-changes.ts";
import {computeAt, curveOf, type ComputeAxis, type Run} from "./runs.ts";
import {smooth} from "../core/math/smooth.ts";
import {firstOf} from "../core/math/points.ts";

/** How one run stands when every run has had the same compute. */
export interface Standing {
  readonly run: Run;
  /** `hidden` where its loss is still above the published figure. */
  readonly status: "hidden" | "running" | "finished";
  /** 1e9 tokens seen: those of the whole run once it has finished. */
  readonly tokens: number;
  /** Smoothed loss in nats per token, the last one once it has finished; none while hidden. */
  readonly loss: number | undefined;
}

/** A change of the first place. */
export interface LeadPass extends LeadChange {
  /** Whether the passed run had finished, so that the passing one needed more compute to get there. */
  readonly isAfterEnd: boolean;
}

export interface Standings {
  /** Lowest loss first; hidden runs last, in the order in which they were given. */
  readonly order: readonly Standing[];
  /** Changes of the first place up to here, ascending. */
  readonly leadChanges: readonly LeadPass[];
}

/**
 * How runs stand when each of them has had `compute`. A run that has finished keeps its last loss, so the first place
 * is the lowest loss to be had for that compute or less.
 *
 * @param runs of one family, small to large; the changes of their lead are computed once for each array
 * @param compute in the unit of the axis, > 0
 */
export function standings(runs: readonly Run[], axis: ComputeAxis, compute: number): Standings {
  const all = runs.map((run) => standing(run, axis, compute));
  const shown = all
    .flatMap((each) => (each.loss === undefined ? [] : [{each, loss: each.loss}]))
    .sort((a, b) => a.loss - b.loss)
    .map(({each}) => each);
  return {
    order: [...shown, ...all.filter(({loss}) => loss === undefined)],
    leadChanges: knownChanges(runs, axis).filter(({x}) => x <= compute)
  };
}

function standing(run: Run, axis: ComputeAxis, compute: number): Standing {
  const end = computeAt(run, run.plottedTokens, axis);
  const isFinished = compute >= end;
  const tokens = isFinished ? run.plottedTokens : (compute / end) * run.plottedTokens;
  // A race that starts where a run does must find it there, whatever the rounding.
  if (tokens < firstOf(run.tokens) * (1 - 1e-9)) return {run, status: "hidden", tokens, loss: undefined};
  const [loss] = smooth(run.tokens, run.loss, [tokens]);
  return {run, status: isFinished ? "finished" : "running", tokens, loss};
}

// Comparing every pair along its whole range takes some 20 ms, and a race asks at every step.
const known = new WeakMap<readonly Run[], Map<ComputeAxis, LeadPass[]>>();

function knownChanges(runs: readonly Run[], axis: ComputeAxis): LeadPass[] {
  const byAxis = known.get(runs) ?? new Map<ComputeAxis, LeadPass[]>();
  known.set(runs, byAxis);
  const changes = byAxis.get(axis) ?? changesOfFirst(runs, axis);
  byAxis.set(axis, changes);
  return changes;
}

/** The passes that take the first place, from the first run in the figure on. */
function changesOfFirst(runs: readonly Run[], axis: ComputeAxis): LeadPass[] {
  const passes = runs
    .flatMap((small, index) => runs.slice(index + 1).flatMap((large) => passesOf(small, large, axis)))
    .sort((a, b) => a.x - b.x);
  const start = (run: Run): number => computeAt(run, firstOf(run.tokens), axis);
  let first = runs.toSorted((a, b) => start(a) - start(b))[0]?.model;
  return passes.filter(({passing, passed}) => {
    if (passed !== first) return false;
    first = passing;
    return true;
  });
}

/** Passes of one pair: while both run, and of the last loss of the one that finishes first. */
function passesOf(small: Run, large: Run, axis: ComputeAxis): LeadPass[] {
  const {from, to} = sharedCompute(small, large, axis);
  const found = crossings(curveOf(small, axis), curveOf(large, axis));
  const key = `${small.key}-${large.model}`;
  const pass = (order: number, x: number, y: number, isBack: boolean, isAfterEnd: boolean): LeadPass => ({
    key: `${key}:crossing-${order}`,
    x,
    y,
    isBack,
    isAfterEnd,
    passing: isBack ? small.model : large.model,
    passed: isBack ? large.model : small.model
  });
  const running = found.map(({x, y, lower}, index) => pass(index + 1, x, y, lower === "a", false));
  const isSmallAhead =
    found.at(-1)?.lower === "a" || (!found.length && firstOf(gapAt(small, large, axis, [from])) > 0);
  const isSmallFirst = computeAt(small, small.plottedTokens, axis) === to;
  if (isSmallAhead !== isSmallFirst) return running;
  const [ended, other] = isSmallFirst ? [small, large] : [large, small];
  const last = firstOf(smooth(ended.tokens, ended.loss, [ended.plottedTokens]));
  const x = firstReaches(curveOf(other, axis), last);
  return x === undefined
    ? running
    : [...running, pass(found.length + 1, Math.max(x, to), last, !isSmallFirst, true)];
}
