import {lastOf} from "../../core/math/points.ts";
import constant from "../../schedules/constant.ts";
import cosine from "../../schedules/cosine.ts";
import linear from "../../schedules/linear.ts";
import wsdExponential from "../../schedules/wsd-exponential.ts";
import wsdLinear from "../../schedules/wsd-linear.ts";
import wsdSqrt from "../../schedules/wsd-sqrt.ts";
import {drawnRates} from "./drawn-schedule.ts";
import {measuredSteps, shared, type MeasuredSchedule} from "../../analysis/measured-runs.ts";

/** Schedules that a run can be planned with, by the names of their files, and one drawn by hand. */
export const plannedSchedules = [
  "cosine",
  "constant",
  "wsd-exponential",
  "wsd-linear",
  "wsd-sqrt",
  "linear",
  "drawn"
] as const;

/** A run as a reader plans it; warm-up and peak are those of the measured runs, or the law would not know it. */
export interface Plan {
  readonly schedule: (typeof plannedSchedules)[number];
  readonly steps: number;
  /** Length of the decay that ends the run, in per cent of it; only the three that keep their peak have one. */
  readonly decay: number;
  /** Last rate that is asked for, in per cent of the peak; see `lastShare`. */
  readonly floor: number;
  /** Rates at the places of `drawnAt`, in per cent of the peak; only a drawn schedule has them. */
  readonly rate: readonly number[];
}

/** Steps of a plan's decay: at most those after warm-up. */
export function decaySteps({steps, decay}: Plan): number {
  return Math.min(steps - shared.warmup, Math.max(1, Math.round((decay / 100) * steps)));
}

/**
 * Last rate of a plan in per cent of the peak: a constant one stays, a drawn one ends where it was drawn to, and no
 * exponential falls to 0, so it takes 1.
 */
export function lastShare({schedule, floor, rate}: Plan): number {
  if (schedule === "constant") return 100;
  if (schedule === "drawn") return lastOf(rate);
  return schedule === "wsd-exponential" ? Math.max(1, floor) : floor;
}

/** Learning rate of every step of a plan, from 0. */
export function plannedRates(plan: Plan): Float64Array {
  const options = {...shared, steps: plan.steps, floor: lastShare(plan) / 100, decaySteps: decaySteps(plan)};
  switch (plan.schedule) {
    case "cosine":
      return cosine.rates(options);
    case "constant":
      return constant.rates(options);
    case "wsd-exponential":
      return wsdExponential.rates(options);
    case "wsd-linear":
      return wsdLinear.rates(options);
    case "wsd-sqrt":
      return wsdSqrt.rates(options);
    case "linear":
      return linear.rates(options);
    case "drawn":
      return drawnRates(plan.rate, plan.steps);
  }
}

const measuredKinds: Readonly<Record<Plan["schedule"], readonly MeasuredSchedule[]>> = {
  cosine: ["cosine_24000", "cosine_72000"],
  constant: ["constant_24000", "constant_72000"],
  "wsd-exponential": ["wsd_20000_24000"],
  "wsd-linear": ["wsdld_20000_24000"],
  "wsd-sqrt": [],
  linear: [],
  drawn: []
};

/** The measured schedule of a plan's kind whose length is nearest to it, as a ratio; undefined where none was measured. */
export function nearestMeasured({schedule, steps}: Plan): MeasuredSchedule | undefined {
  const distance = (name: MeasuredSchedule): number => Math.abs(Math.log(measuredSteps[name] / steps));
  return measuredKinds[schedule].toSorted((a, b) => distance(a) - distance(b))[0];
}
