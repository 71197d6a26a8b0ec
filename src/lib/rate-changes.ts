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
  for (let step = 0; step < rates.length; ++step) sums[step] = sum += rates[step]!;
  return sums;
}

/** Every change of the rate, in the order of steps. */
export function rateChanges(rates: ArrayLike<number>, sums: ArrayLike<number>): RateChange[] {
  const changes: RateChange[] = [];
  for (let step = 1; step < rates.length; ++step) {
    const fall = rates[step - 1]! - rates[step]!;
    if (fall !== 0) changes.push({step, fall, rate: rates[step]!, sumBefore: sums[step - 1]!});
  }
  return changes;
}

/**
 * The changes of the rate with neighbours taken for one, which stands at their mean, weighted by how far each
 * falls. Falls and rises are taken together apart from each other: a mean of both would lie anywhere.
 *
 * Their number hardly depends on the length of the run: it is at most the way that the rate goes up and down,
 * in units of `largest`, times two, plus two for each of `breaks`.
 *
 * @param largest how far those that are taken for one may fall or rise in all; > 0. A larger single change stays itself.
 * @param breaks steps, ascending; no change up to one of them is taken together with one after it
 */
export function mergedRateChanges(
  rates: ArrayLike<number>,
  sums: ArrayLike<number>,
  largest: number,
  breaks: readonly number[]
): RateChange[] {
  const changes: RateChange[] = [];
  const falls = new Merger(changes);
  const rises = new Merger(changes);
  let next = 0;
  for (let step = 1; step < rates.length; ++step) {
    const fall = rates[step - 1]! - rates[step]!;
    if (fall !== 0) {
      const merger = fall > 0 ? falls : rises;
      if (Math.abs(merger.fall + fall) > largest) merger.close();
      merger.add(step, fall, rates[step]!, sums[step - 1]!);
    }
    if (step === breaks[next]) {
      falls.close();
      rises.close();
      while (breaks[next] === step) ++next;
    }
  }
  falls.close();
  rises.close();
  return changes;
}

/** Changes on their way to be one, all of one sign. */
class Merger {
  fall = 0;
  #step = 0;
  #rate = 0;
  #sumBefore = 0;
  readonly #changes: RateChange[];

  constructor(changes: RateChange[]) {
    this.#changes = changes;
  }

  add(step: number, fall: number, rate: number, sumBefore: number): void {
    this.#step = step;
    this.fall += fall;
    // Means kept up to date, and not divided at the end, leave a single change exactly itself.
    const weight = fall / this.fall;
    this.#rate += (rate - this.#rate) * weight;
    this.#sumBefore += (sumBefore - this.#sumBefore) * weight;
  }

  close(): void {
    const {fall} = this;
    if (fall === 0) return;
    this.#changes.push({step: this.#step, fall, rate: this.#rate, sumBefore: this.#sumBefore});
    this.fall = this.#rate = this.#sumBefore = 0;
  }
}
