import {
  measuredEnd,
  measuredNear24k,
  measuredSchedules,
  type MeasuredSchedule,
  type Near24k
} from "../../analysis/measured-runs.ts";
import type {State} from "../../core/define/chart.ts";
import type {Point} from "../../core/math/points.ts";
import type {Interval} from "../../core/math/series.ts";
import {modelInput} from "../../marks/inputs.ts";
import {longNames} from "./schedule-names.ts";

/** What can be chosen of the measured runs. */
export const inputs = {
  model: modelInput,
  schedules: {
    type: "subset",
    options: measuredSchedules,
    default: ["cosine_24000", "cosine_72000"],
    label: {en: "Schedules (none: all)"},
    names: longNames
  },
  range: {
    type: "choice",
    options: ["end", "whole"],
    default: "end",
    label: {en: "Steps"},
    names: {end: {en: "12k to 24k"}, whole: {en: "all"}}
  }
} as const;

/** A state of the chart of measured runs. */
export type StretchState = State<typeof inputs>;

/** Steps that a range shows; what comes before is steep, and would leave no height to the differences. */
export const windows: Readonly<Record<StretchState["range"], Interval>> = {
  end: {from: 12_000, to: 24_000},
  whole: {from: 5000, to: 72_000}
};

/** The schedules that a state shows: all of them where none is chosen. */
export function shownSchedules({schedules}: StretchState): readonly MeasuredSchedule[] {
  return schedules.length === 0 ? measuredSchedules : schedules;
}

/** The two schedules shown, near step 24 000; undefined where more or fewer are shown, or one ended before. */
export function pairNear24k(state: StretchState): readonly [Near24k, Near24k] | undefined {
  const rows = shownSchedules(state).map((schedule) => measuredNear24k(state.model, schedule));
  const [first, second] = rows;
  return first && second && rows.length === 2 ? [first, second] : undefined;
}

/** Where a run ends, or leaves the window of the state. */
interface RunEnd extends Point {
  readonly schedule: MeasuredSchedule;
}

/** The ends of the runs on screen. */
export function endsOf(state: StretchState): RunEnd[] {
  return shownSchedules(state).map((schedule) => ({
    schedule,
    ...measuredEnd(state.model, schedule, windows[state.range])
  }));
}
