import {knotsOf} from "../expected-run.ts";
import {
  lossNear24k,
  measuredCurve,
  measuredNear24k,
  measuredSteps,
  shared,
  type MeasuredSchedule
} from "../measured-runs.ts";
import {interpolate} from "../../core/math/interpolate.ts";
import {remember} from "../../core/math/memo.ts";
import {firstOf, valueAt} from "../../core/math/points.ts";
import type {Series} from "../../core/math/series.ts";
import {thin} from "../../core/math/thin.ts";
import {parametersOf, sketch} from "../../laws/multi-power.ts";
import cosine from "../../schedules/cosine.ts";

/** The model that the chart of the learning rate follows: the largest that Luo et al. measured. */
export const followed = "400M";

/** Steps of the run that the shortest cosine is made for. */
export const runSteps = measuredSteps.cosine_24000;

/** The longest measured cosine, in such runs. */
export const longest = measuredSteps.cosine_72000 / runSteps;

/** First step that is drawn: what comes before is steep, and would leave no height to the differences. */
const firstStep = 5000;

/** Knots of a curve, the same for every cosine. */
const knots = 120;

/** The measured schedule that is a cosine of so many runs; undefined where none was measured. */
function measuredAs(stretch: number): MeasuredSchedule | undefined {
  if (stretch === 1) return "cosine_24000";
  return stretch === longest ? "cosine_72000" : undefined;
}

/** Whether the loss under a cosine of so many runs was measured, or lies between what was. */
export function isMeasured(stretch: number): boolean {
  return measuredAs(stretch) !== undefined;
}

/** Learning rate at each step of a cosine of so many runs, from 0. */
const ratesOf = remember(
  (stretch: number) => cosine.rates({...shared, steps: Math.round(stretch * runSteps)}),
  String,
  8
);

/** Learning rate at a step (an integer), as a share of the peak; the cosine’s last rate from its end on. */
export function rateShare(stretch: number, step: number): number {
  const rates = ratesOf(stretch);
  return valueAt(rates, Math.min(step, rates.length - 1)) / shared.peak;
}

/**
 * Loss along a cosine of 1 to 3 runs, x in steps up to its own end, y in nats per token: measured for 1 and 3. Between them
 * it is the multi-power law’s, less its error in both measured runs at the same share of the schedule, the one error
 * turning into the other as the logarithm of the length does.
 */
export const stretchedLoss = remember(
  (stretch: number): Series => {
    const measured = measuredAs(stretch);
    if (measured) return thinned(measuredCurve(followed, measured, {from: firstStep, to: Infinity}));
    const x = knotsOf(ratesOf(stretch), firstStep, knots);
    return {x, y: between(stretch, x)};
  },
  String,
  8
);

/** Loss where the run of a matched cosine ends, under a cosine of so many runs, in nats per token. */
export function lossAtRunEnd(stretch: number): number {
  const measured = measuredAs(stretch);
  return measured ? lossNear24k(followed, measured) : firstOf(between(stretch, [stepAtRunEnd()]));
}

/** The measured step nearest to the end of a matched run. */
export function stepAtRunEnd(): number {
  return measuredNear24k(followed, "cosine_24000")?.step ?? runSteps - 1;
}

/** The measured run at a constant rate, over the same steps. */
export function constantLoss(): Series {
  return thinned(measuredCurve(followed, "constant_72000", {from: firstStep, to: Infinity}));
}

/** How far a loss that wasn’t measured may be off: half of what the law’s errors in the two measured runs differ by. */
export function estimateError(): number {
  const shares = Array.from({length: 91}, (_, index) => 0.1 + index / 100);
  const [short, long] = [lawError("cosine_24000"), lawError("cosine_72000")];
  return Math.max(
    ...shares.map((share) => Math.abs(interpolate(short, share) - interpolate(long, share)) / 2)
  );
}

/** The law less the measurement along a measured run: x as a share of the way from the end of warm-up to its own. */
const lawError = remember(
  (schedule: "cosine_24000" | "cosine_72000"): Series => {
    const steps = measuredSteps[schedule];
    const rates = cosine.rates({...shared, steps});
    const {x, y} = measuredCurve(followed, schedule, {from: shared.warmup + 1, to: Infinity});
    const law = sketch(rates, parametersOf(followed), x);
    return {
      x: x.map((step) => shareOf(step, steps)),
      y: law.map((loss, index) => loss - valueAt(y, index))
    };
  },
  String,
  2
);

function between(stretch: number, steps: readonly number[]): number[] {
  const rates = ratesOf(stretch);
  const long = Math.log(stretch) / Math.log(longest);
  return sketch(rates, parametersOf(followed), steps).map((loss, index) => {
    const share = shareOf(valueAt(steps, index), rates.length);
    const error = (of: "cosine_24000" | "cosine_72000"): number => interpolate(lawError(of), share);
    return loss - (1 - long) * error("cosine_24000") - long * error("cosine_72000");
  });
}

function shareOf(step: number, steps: number): number {
  return (step - shared.warmup) / (steps - shared.warmup);
}

function thinned({x, y}: Series): Series {
  const kept = thin(x, y, knots);
  return {x: kept.map((index) => valueAt(x, index)), y: kept.map((index) => valueAt(y, index))};
}
