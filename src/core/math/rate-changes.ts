import {numberAt} from "./points.ts";

/** A change of the learning rate from one step to the next, or several of them taken for one. */
export interface RateChange {
  /** Step whose rate differs from the one before; the last of them where several are taken for one. */
  readonly step: number;
  /** Rate before minus rate after: positive where the rate falls. */
  readonly fall: number;
  /** Rate after the change. */
  readonly rate: number;
  /** Sum of the rates of all steps before it. */
  readonly sumBefore: number;
}

/** Sum of the learning rates from step 0 to each step, that step included. */
export function prefixSums(rates: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(rates.length);
  let sum = 0;
  for (let step = 0; step < rates.length; ++step) sums[step] = sum += numberAt(rates, step);
  return sums;
}

/** Every change of the rate, in the order of steps. */
export function rateChanges(rates: ArrayLike<number>, sums: ArrayLike<number>): RateChange[] {
  const changes: RateChange[] = [];
  for (let step = 1; step < rates.length; ++step) {
    const rate = numberAt(rates, step);
    const fall = numberAt(rates, step - 1) - rate;
    if (fall !== 0) changes.push({step, fall, rate, sumBefore: numberAt(sums, step - 1)});
  }
  return changes;
}

/**
 * The changes of the rate with neighbours taken for one, which stands at their mean, weighted by how far each
 * falls. No fall is taken together with a rise: a mean of both would lie anywhere.
 *
 * Their number hardly depends on the length of the run: it follows from the way that the rate goes up and down, in units
 * of `largest`, from how often it turns, and from the number of `breaks`.
 *
 * @param largest how far those that are taken for one may fall or rise in all; > 0. A larger single change stays itself,
 *   and so does one that falls by more than `steepest` of the rate it falls to.
 * @param breaks steps, ascending; no change up to one of them is taken together with one after it
 */
export function mergedRateChanges(
  rates: ArrayLike<number>,
  sums: ArrayLike<number>,
  largest: number,
  breaks: readonly number[]
): RateChange[] {
  const changes: RateChange[] = [];
  let [fall, rate, sumBefore] = [0, 0, 0];
  let next = 0;
  let last = 0;
  const close = (): void => {
    if (fall !== 0) changes.push({step: last, fall, rate, sumBefore});
    fall = 0;
  };
  for (let step = 1; step < rates.length; ++step) {
    const after = numberAt(rates, step);
    const change = numberAt(rates, step - 1) - after;
    if (change !== 0) {
      const most = Math.min(largest, steepest * after);
      if (fall !== 0 && (change > 0 !== fall > 0 || Math.abs(fall + change) > most)) close();
      fall += change;
      // Means kept up to date, and not divided at the end, leave a single change exactly itself.
      const share = change / fall;
      const sum = numberAt(sums, step - 1);
      rate = share === 1 ? after : rate + (after - rate) * share;
      sumBefore = share === 1 ? sum : sumBefore + (sum - sumBefore) * share;
      last = step;
    }
    if (step === breaks[next]) {
      close();
      while (breaks[next] === step) ++next;
    }
  }
  close();
  return changes;
}

/** How far changes that are taken for one may fall, as a share of the rate they fall to: what they gain hangs on it. */
const steepest = 0.3;
