import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {FallTree} from "../../../src/core/math/fall-tree.ts";
import {prefixSums, rateChanges, type RateChange} from "../../../src/core/math/rate-changes.ts";

const positive = fc.array(fc.double({min: 1e-6, max: 1, noNaN: true}), {minLength: 2, maxLength: 90});
const beta = fc.double({min: 0.1, max: 0.6, noNaN: true});

function weightOf(rate: number): number {
  return 2 * rate ** -0.6;
}

/** Each change's part in the sum. */
function parts(changes: readonly RateChange[], sum: number, power: number): number[] {
  return changes.map(({fall, rate, sumBefore}) => fall * (1 + weightOf(rate) * (sum - sumBefore)) ** -power);
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

describe("FallTree", () => {
  it("sum is the sum over the first changes, to 0.1% of what they add up to without their signs", () => {
    fc.assert(
      fc.property(positive, fc.double({min: 0, max: 50, noNaN: true}), beta, (rates, later, power) => {
        const sums = prefixSums(rates);
        const changes = rateChanges(rates, sums);
        const tree = new FallTree(changes, weightOf, power, Infinity);
        changes.forEach(({step}, index) => {
          const some = parts(changes.slice(0, index + 1), sums[step]! + later, power);
          const error = Math.abs(tree.sum(index + 1, sums[step]! + later) - total(some));
          expect(error).toBeLessThanOrEqual(0.001 * total(some.map(Math.abs)) + 1e-12);
        });
      })
    );
  });

  it("sum is within the error that a node may have, where one large fall outweighs all others", () => {
    const small = fc.array(fc.double({min: 0.9, max: 1, noNaN: true}), {minLength: 2, maxLength: 90});
    fc.assert(
      fc.property(small, fc.double({min: 0, max: 50, noNaN: true}), beta, (rates, later, power) => {
        const eta = [50, ...rates];
        const sums = prefixSums(eta);
        const changes = rateChanges(eta, sums);
        const sum = total(eta) + later;
        const found = new FallTree(changes, weightOf, power, 1e-3).sum(changes.length, sum);
        expect(Math.abs(found - total(parts(changes, sum, power)))).toBeLessThanOrEqual(2e-3);
      })
    );
  });

  it("sum of a single change is exact, of none 0", () => {
    const changes = [{step: 1, fall: 0.5, rate: 0.5, sumBefore: 1}];
    const tree = new FallTree(changes, weightOf, 0.5, Infinity);
    expect(tree.sum(1, 9)).toBeCloseTo(parts(changes, 9, 0.5)[0]!, 12);
    expect(tree.sum(0, 9)).toBe(0);
    expect(new FallTree([], weightOf, 0.5, Infinity).sum(0, 9)).toBe(0);
  });

  it("sum leaves nothing of a fall to a rate of 0 once something was learned after it", () => {
    const changes = rateChanges([1, 0, 0, 0.5], [1, 1, 1, 1.5]);
    const tree = new FallTree(changes, weightOf, 0.5, Infinity);
    expect(tree.sum(1, 1)).toBe(1);
    expect(tree.sum(1, 1.5)).toBeCloseTo(0, 12);
  });
});
