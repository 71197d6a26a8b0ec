import {parametersOf, sketch} from "../laws/multi-power.ts";
import {
  measuredEnd,
  measuredNear24k,
  measuredRate,
  measuredSchedules,
  type MeasuredModel,
  type MeasuredSchedule
} from "./measured-runs.ts";
import {remember} from "../core/math/memo.ts";
import {firstOf} from "../core/math/points.ts";

/** The multi-power law less the measurement where a measured run ends, in nats per token: > 0 where the law is too high. */
export const lawErrorAtEnd = remember(
  (model: MeasuredModel, schedule: MeasuredSchedule): number => {
    const {x, y} = measuredEnd(model, schedule);
    const rates = Float64Array.from({length: x + 1}, (_, step) => measuredRate[schedule](step));
    return firstOf(sketch(rates, parametersOf(model), [x])) - y;
  },
  (model, schedule) => `${model} ${schedule}`,
  27
);

/** Least and largest error of the law near step 24 000, over the six measured schedules that come so far. */
export function lawErrorsNear24k(model: MeasuredModel): [least: number, most: number] {
  const errors = measuredSchedules.flatMap((schedule) => {
    const near = measuredNear24k(model, schedule);
    return near ? [near.predicted_loss - near.loss] : [];
  });
  return [Math.min(...errors), Math.max(...errors)];
}
