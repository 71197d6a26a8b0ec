import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {mergedRateChanges, prefixSums, rateChanges} from "../../../src/core/math/rate-changes.ts";

const rates = fc.array(fc.integer({min: 0, max: 20}), {minLength: 2, maxLength: 60});
const places = fc
  .array(fc.integer({min: 1, max: 59}), {maxLength: 6})
  .map((breaks) => breaks.sort((a, b) => a - b));
const largest = fc.integer({min: 1, max: 30});

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

describe("rate changes", () => {
  it("prefixSums([1, 2, 3]) is [1, 3, 6]", () => {
    expect([...prefixSums([1, 2, 3])]).toEqual([1, 3, 6]);
  });

  it("rateChanges leaves out steps that keep the rate", () => {
    expect(rateChanges([0, 2, 2, 1], [0, 2, 4, 5])).toEqual([
      {step: 1, fall: -2, rate: 2, sumBefore: 0},
      {step: 3, fall: 1, rate: 1, sumBefore: 4}
    ]);
  });

  it("mergedRateChanges takes neighbours for one, but no fall with a rise, and none over a break", () => {
    const eta = [80, 77, 78, 76, 75, 74, 73];
    expect(mergedRateChanges(eta, prefixSums(eta), 3, [4])).toEqual([
      {step: 1, fall: 3, rate: 77, sumBefore: 80},
      {step: 2, fall: -1, rate: 78, sumBefore: 157},
      {
        step: 4,
        fall: 3,
        rate: expect.closeTo(227 / 3) as number,
        sumBefore: expect.closeTo(235 + 76 / 3) as number
      },
      {step: 6, fall: 2, rate: 73.5, sumBefore: 423}
    ]);
  });

  it("mergedRateChanges takes fewer for one where the rate is low", () => {
    const eta = [13, 12, 11, 10, 3, 2, 1, 0];
    expect(mergedRateChanges(eta, prefixSums(eta), 20, []).map(({step}) => step)).toEqual([3, 4, 5, 6, 7]);
  });

  it("mergedRateChanges falls and rises as far in all, before and after each break", () => {
    fc.assert(
      fc.property(rates, largest, places, (eta, most, breaks) => {
        const sums = prefixSums(eta);
        const all = rateChanges(eta, sums);
        const merged = mergedRateChanges(eta, sums, most, breaks);
        for (const step of [...breaks, eta.length - 1]) {
          for (const sign of [-1, 1]) {
            const [before, after] = [all, merged].map((changes) =>
              total(changes.filter((each) => each.step <= step && each.fall * sign > 0).map(({fall}) => fall))
            );
            expect(after).toBe(before);
          }
        }
      })
    );
  });

  it("mergedRateChanges are few where rates are high, and none is too large unless it is a single one", () => {
    fc.assert(
      fc.property(rates, largest, places, (low, most, breaks) => {
        const eta = low.map((rate) => 100 + rate);
        const sums = prefixSums(eta);
        const all = rateChanges(eta, sums);
        const merged = mergedRateChanges(eta, sums, most, breaks);
        const way = total(all.map(({fall}) => Math.abs(fall)));
        const turns = all.filter(({fall}, index) => index > 0 && fall * all[index - 1]!.fall < 0).length;
        expect(merged.length).toBeLessThanOrEqual((2 * way) / most + breaks.length + turns + 1);
        for (const change of merged) if (Math.abs(change.fall) > most) expect(all).toContainEqual(change);
      })
    );
  });
});
