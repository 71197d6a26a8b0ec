import near24k from "../data/cosine-stretch-24k.ts";
import measured from "../data/cosine-stretch.ts";
import constant from "../schedules/constant.ts";
import cosine from "../schedules/cosine.ts";
import wsdExponential from "../schedules/wsd-exponential.ts";
import wsdLinear from "../schedules/wsd-linear.ts";
import {within, type Series, type Interval} from "../core/math/series.ts";
import {remember} from "../core/math/memo.ts";
import {lastPoint, pointsOf, valueAt, type Point} from "../core/math/points.ts";

export type MeasuredModel = (typeof measured.rows)[number]["model"];
export type MeasuredSchedule = (typeof measured.rows)[number]["schedule"];

/** The nine measured schedules, in the order of the dataset. */
export const measuredSchedules: readonly MeasuredSchedule[] = measured.fields.schedule.categories;

/** The three measured models, small to large. */
export const measuredModels: readonly MeasuredModel[] = measured.fields.model.categories;

/** What all measured runs share: steps of warm-up, peak of the learning rate, and last rate as a share of it. */
export const shared = {warmup: 2160, peak: 3e-4, floor: 0.1} as const;

/** Step at which both measured warm-up–stable–decay schedules begin to decay. */
export const decayStart = 20_000;

/** Steps of each measured schedule. */
export const measuredSteps: Readonly<Record<MeasuredSchedule, number>> = {
  cosine_24000: 24_000,
  cosine_72000: 72_000,
  constant_24000: 24_000,
  constant_72000: 72_000,
  wsd_20000_24000: 24_000,
  wsdld_20000_24000: 24_000,
  wsdcon_3: 16_000,
  wsdcon_9: 16_000,
  wsdcon_18: 16_000
};

/** Learning rate of each measured schedule at `step`, a real number from 0 to its last step. */
export const measuredRate: Readonly<Record<MeasuredSchedule, (step: number) => number>> = {
  cosine_24000: (step) => cosine.rate(step, {...shared, steps: 24_000}),
  cosine_72000: (step) => cosine.rate(step, {...shared, steps: 72_000}),
  constant_24000: (step) => constant.rate(step, {...shared, steps: 24_000}),
  constant_72000: (step) => constant.rate(step, {...shared, steps: 72_000}),
  wsd_20000_24000: (step) =>
    wsdExponential.rate(step, {...shared, steps: 24_000, decaySteps: 24_000 - decayStart}),
  wsdld_20000_24000: (step) =>
    wsdLinear.rate(step, {...shared, steps: 24_000, decaySteps: 24_000 - decayStart}),
  wsdcon_3: (step) => droppedRate(step, 3e-5),
  wsdcon_9: (step) => droppedRate(step, 9e-5),
  wsdcon_18: (step) => droppedRate(step, 18e-5)
};

/** A constant rate that drops to another at step 8000 of 16 000. */
function droppedRate(step: number, dropped: number): number {
  return step < 8000 ? constant.rate(step, {...shared, steps: 16_000}) : dropped;
}

/** What was measured, and what the multi-power law says, near step 24 000 of a run. */
export type Near24k = (typeof near24k.rows)[number];

/** The row near step 24 000 of a run; undefined for the three that end before. */
export function measuredNear24k(model: MeasuredModel, schedule: MeasuredSchedule): Near24k | undefined {
  return near24k.rows.find((row) => row.model === model && row.schedule === schedule);
}

/** The curve of a run: as published, thinned, and with the point near step 24 000 in its place. */
const curveOf = remember(
  (model: MeasuredModel, schedule: MeasuredSchedule): Series => {
    const rows = measured.rows.filter((row) => row.model === model && row.schedule === schedule);
    const near = measuredNear24k(model, schedule);
    const points = near && !rows.some(({step}) => step === near.step) ? [...rows, near] : rows;
    const ordered = points.toSorted((a, b) => a.step - b.step);
    return {x: ordered.map(({step}) => step), y: ordered.map(({loss}) => loss)};
  },
  (model, schedule) => `${model} ${schedule}`,
  27
);

/** Measured points of a run whose steps lie in the window: x in steps, y in nats per token. */
export function measuredCurve(model: MeasuredModel, schedule: MeasuredSchedule, window: Interval): Series {
  return within(curveOf(model, schedule), window);
}

/** The last measured point of a run, or of what the window holds of it: x in steps, y in nats per token. */
export function measuredEnd(
  model: MeasuredModel,
  schedule: MeasuredSchedule,
  window: Interval = {from: 0, to: Infinity}
): Point {
  return lastPoint(measuredCurve(model, schedule, window));
}

/** Least and largest loss of a model in the window, over all schedules. */
export function measuredRange(model: MeasuredModel, window: Interval): [least: number, most: number] {
  const losses = measuredSchedules.flatMap((schedule) => measuredCurve(model, schedule, window).y);
  return [Math.min(...losses), Math.max(...losses)];
}

/**
 * Step at which the stretched cosine comes down to the loss with which the matched one ends, on the straight line between
 * two measured points: good to about a hundred steps.
 */
export function stepOfEqualLoss(model: MeasuredModel): number {
  const {y: loss} = measuredEnd(model, "cosine_24000");
  const points = pointsOf(measuredCurve(model, "cosine_72000", {from: 0, to: Infinity}));
  const after = points.findIndex(({y}) => y <= loss);
  const [from, to] = [valueAt(points, after - 1), valueAt(points, after)];
  return from.x + ((from.y - loss) / (from.y - to.y)) * (to.x - from.x);
}

/**
 * Loss near step 24 000 of a model under a schedule, in nats per token.
 *
 * @throws where none was measured there.
 */
export function lossNear24k(model: string, schedule: string): number {
  const row = near24k.rows.find((each) => each.model === model && each.schedule === schedule);
  if (!row) throw new Error(`no such run: ${model} ${schedule} (expected one that was measured so far)`);
  return row.loss;
}
