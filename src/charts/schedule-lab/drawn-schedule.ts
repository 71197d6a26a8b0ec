import constant from "../../schedules/constant.ts";
import cosine from "../../schedules/cosine.ts";
import {shared} from "../../analysis/measured-runs.ts";

/**
 * Where the rate of a schedule drawn by hand is chosen, in per cent of the way from the end of warm-up to the end of the
 * run: closer together in its last part, which decides most.
 */
export const drawnAt = [10, 20, 30, 40, 50, 60, 70, 75, 80, 85, 90, 95, 100] as const;

/** Step at which a run of that many is, some per cent of the way from the end of warm-up to its own. */
export function drawnStep(at: number, steps: number): number {
  return shared.warmup + (at / 100) * (steps - shared.warmup);
}

/** A cosine to a tenth of the peak, at these places, in whole per cent of the peak. */
export const drawnCosine: readonly number[] = drawnAt.map((at) =>
  Math.round(cosine.rate(at, {steps: 100, warmup: 0, peak: 100, floor: 0.1}))
);

/** A rate that stays, and comes down in two steps in the last fifth; at these places, in per cent of the peak. */
export const twoSteps: readonly number[] = [100, 100, 100, 100, 100, 100, 100, 100, 100, 32, 32, 10, 10];

/**
 * Learning rate of every step of a run that is drawn by hand, from 0: warm-up to the peak as in the measured runs, then
 * straight from one place to the next.
 *
 * @param shares rate at each of `drawnAt`, in per cent of the peak, in [0, 100]
 * @param steps an integer > those of warm-up
 */
export function drawnRates(shares: readonly number[], steps: number): Float64Array {
  const {warmup} = shared;
  const rates = constant.rates({...shared, steps});
  let knot = 0;
  for (let step = warmup; step < steps; ++step) {
    const way = (100 * (step - warmup)) / (steps - warmup);
    while (way > drawnAt[knot]!) ++knot;
    const [fromAt, from] = knot === 0 ? [0, 100] : [drawnAt[knot - 1]!, shares[knot - 1]!];
    const along = (way - fromAt) / (drawnAt[knot]! - fromAt);
    rates[step]! *= (from + along * (shares[knot]! - from)) / 100;
  }
  return rates;
}
