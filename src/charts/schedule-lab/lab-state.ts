import {expectLoss} from "../../analysis/expected-run.ts";
import {lawErrorsNear24k} from "../../analysis/law-error.ts";
import type {State} from "../../core/define/chart.ts";
import type {Localised} from "../../core/i18n/locale.ts";
import {remember} from "../../core/math/memo.ts";
import {lastPoint} from "../../core/math/points.ts";
import {modelInput} from "../../marks/inputs.ts";
import {drawnAt, drawnCosine} from "./drawn-schedule.ts";
import {decaySteps, lastShare, plannedRates, plannedSchedules, type Plan} from "./planned-run.ts";

/** Names of the schedules. */
export const names = {
  cosine: {en: "cosine"},
  constant: {en: "constant"},
  "wsd-exponential": {en: "WSD, exponential"},
  "wsd-linear": {en: "WSD, linear"},
  "wsd-sqrt": {en: "WSD, 1-sqrt"},
  linear: {en: "linear"},
  drawn: {en: "drawn by hand"}
} as const satisfies Record<Plan["schedule"], Localised>;

/** What can be chosen of a schedule. */
export const inputs = {
  schedule: {
    type: "choice",
    options: plannedSchedules,
    default: "cosine",
    label: {en: "Schedule"},
    names
  },
  model: modelInput,
  steps: {
    type: "range",
    min: 8000,
    max: 72_000,
    step: 1000,
    default: 24_000,
    unit: "",
    label: {en: "Steps"}
  },
  decay: {
    type: "range",
    min: 2,
    max: 90,
    step: 1,
    default: 17,
    unit: "%",
    label: {en: "Decay of WSD, of the run"}
  },
  floor: {
    type: "range",
    min: 0,
    max: 50,
    step: 1,
    default: 10,
    unit: "%",
    label: {en: "Last rate, of the peak"}
  },
  rate: {
    type: "drawn",
    at: drawnAt,
    from: {at: 0, value: 100},
    min: 0,
    max: 100,
    step: 1,
    default: drawnCosine,
    usedWhere: {schedule: "drawn"},
    atUnit: {en: "% of the way"},
    unit: {en: "% of peak"},
    label: {en: "Draw the learning rate from the end of warm-up to the end of the run"}
  }
} as const;

/** A state of the schedule lab. */
export type LabState = State<typeof inputs>;

/** Knots of a curve. */
export const knots = 120;

/** Learning rate of every step of the run on screen. All else here follows from the rates. */
export const ratesOf = remember(plannedRates, planKey);

/** The cosine of the same length and floor, to compare with. */
export function cosineOf(state: LabState): LabState {
  return {...state, schedule: "cosine"};
}

/** What the law expects of the run on screen: x in steps, y in nats per token. */
export const expected = remember(
  (state: LabState) => expectLoss(ratesOf(state), state.model, {from: firstStep(state), count: knots}),
  (state) => `${state.model} ${planKey(state)}`,
  8
);

/** The first quarter of a run is steep, and would leave no height to the differences at its end. */
export function firstStep({steps}: LabState): number {
  return Math.max(3000, Math.round(steps / 4));
}

/** Where the loss at the end may lie, if the law is as far off as it is in the measured runs. */
export function errorBar(state: LabState): [low: number, high: number] {
  const end = lastPoint(expected(state)).y;
  const [least, most] = lawErrorsNear24k(state.model);
  return [end - most, end - least];
}

/** What the rates of a plan depend on: a control that its schedule has no use for changes nothing. */
function planKey(plan: Plan): string {
  const {schedule, steps, rate} = plan;
  return [
    schedule,
    steps,
    lastShare(plan),
    ...(schedule.startsWith("wsd") ? [decaySteps(plan)] : []),
    ...(schedule === "drawn" ? rate : [])
  ].join(" ");
}
