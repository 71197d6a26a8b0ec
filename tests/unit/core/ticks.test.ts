import {describe, expect, it} from "vitest";
import {linearTicks, logTicks, stepTicks} from "../../../src/core/math/ticks.ts";

function rounded(ticks: readonly number[]): number[] {
  return ticks.map((tick) => Number(tick.toPrecision(12)));
}

describe("linearTicks", () => {
  it.each([
    [1000, 4, [0, 250, 500, 750, 1000]],
    [72_000, 8, [0, 10_000, 20_000, 30_000, 40_000, 50_000, 60_000, 70_000]],
    [1.1, 6, [0, 0.2, 0.4, 0.6, 0.8, 1]]
  ])("linearTicks(%d, %i) is %j", (to, count, ticks) =>
    expect(rounded(linearTicks(to, count))).toEqual(ticks)
  );
});

describe("stepTicks", () => {
  it.each([
    [[1.4, 1.8], 0.1, [1.4, 1.5, 1.6, 1.7, 1.8]],
    [[2.771, 2.849], 0.02, [2.78, 2.8, 2.82, 2.84]],
    [[0.01, 0.02], 0.05, []]
  ] as const)("stepTicks(%j, %d) is %j", (domain, step, ticks) =>
    expect(rounded(stepTicks(domain, step))).toEqual(ticks)
  );
});

describe("logTicks", () => {
  it.each([
    [
      [900, 30_000],
      [1, 2, 5],
      [1000, 2000, 5000, 10_000, 20_000]
    ],
    [[1e22, 1e24], [1], [1e22, 1e23, 1e24]]
  ] as const)("logTicks(%j, %j) is %j", (domain, digits, ticks) =>
    expect(rounded(logTicks(domain, digits))).toEqual(ticks)
  );

  it("has the ends of a domain in which there is one tick only", () =>
    expect(logTicks([2, 30], [1])).toEqual([10, 2, 30]));
});
