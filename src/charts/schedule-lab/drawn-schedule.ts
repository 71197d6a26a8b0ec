import constant from "../../schedules/constant.ts";
import {valueAt} from "../../core/math/points.ts";
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
  const pieces = drawnAt.map((_, index) => ({
    from: index === 0 ? {at: 0, share: 100} : knotAt(shares, index - 1),
    to: knotAt(shares, index)
  }));
  let piece = 0;
  return constant.rates({...shared, steps}).map((rate, step) => {
    if (step < warmup) return rate;
    const way = (100 * (step - warmup)) / (steps - warmup);
    while (way > valueAt(pieces, piece).to.at) ++piece;
    const {from, to} = valueAt(pieces, piece);
    const along = (way - from.at) / (to.at - from.at);
    return rate * ((from.share + along * (to.share - from.share)) / 100);
  });
}

function knotAt(shares: readonly number[], index: number): {readonly at: number; readonly share: number} {
  return {at: valueAt(drawnAt, index), share: valueAt(shares, index)};
}
