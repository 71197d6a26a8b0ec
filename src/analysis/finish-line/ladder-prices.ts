import {linearRegression} from "simple-statistics";
import {ladderFamily, type LadderMeasure} from "./ladder-runs.ts";
import {lossAlong, openRun, type OpenSize} from "./open-run.ts";

/** A longer run of a size, read where a shorter one ended. */
export interface LadderPrice {
  readonly size: string;
  readonly parameters: number;
  /** Length of the shorter run, e.g. `"1xC"`, and of the longer. */
  readonly short: string;
  readonly long: string;
  /** How many times as long the longer one's schedule is; > 1. */
  readonly stretch: number;
  /** Loss of the longer less that of the finished one, same size and tokens, in nats per token. */
  readonly price: number;
}

const lengths = ["0.5xC", "1xC", "2xC", "5xC", "10xC"] as const;

/** Length of a run of the ladder, in multiples of 20 tokens per parameter. */
export function multipleOf(length: string): number {
  return Number.parseFloat(length);
}

/** Whether a run of the ladder has read five times Chinchilla’s tokens or more. */
export function isLong(length: string): boolean {
  return multipleOf(length) >= 5;
}

/** The price of a stretched cosine for one size and two lengths. @throws where the size has no such run. */
export function ladderPrice(size: OpenSize, short: string, long: string): LadderPrice {
  const [finished, stretched] = [openRun(size, short), openRun(size, long)];
  return {
    size: size.size,
    parameters: size.parameters,
    short,
    long,
    stretch: multipleOf(long) / multipleOf(short),
    price: lossAlong(stretched, finished.finalTokens, "tokens") - finished.finalLoss
  };
}

/** The price for every size and two lengths. */
export function ladderPrices(measure?: LadderMeasure): readonly LadderPrice[] {
  return ladderFamily(measure).flatMap((size) =>
    lengths.flatMap((short, index) => lengths.slice(index + 1).map((long) => ladderPrice(size, short, long)))
  );
}

/**
 * By how much the price of a doubled cosine from 5xC to 10xC shrinks with size, in nats per token for every tenfold: the slope of
 * the least squares line in log parameters.
 */
export function shrinkage(prices: readonly LadderPrice[]): number {
  return -linearRegression(prices.map(({parameters, price}) => [Math.log10(parameters), price])).m;
}
