import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {coefficientsOf, computeOptimal, loss} from "../../../src/laws/chinchilla.ts";
import {
  cheapest,
  costOf,
  isoLossTokens,
  sizesWithin,
  smallestParameters,
  trainedCheapest
} from "../../../src/analysis/serving-cost.ts";

const laws = (["hoffmann-approach-3", "hoffmann-approach-3-unrounded", "epoch-replication"] as const).map(
  (name) => coefficientsOf(name)
);
const law = fc.constantFrom(...laws);
const target = fc.double({min: 1.88, max: 3, noNaN: true});
const served = fc.oneof(
  fc.constant(0),
  fc.double({min: 6, max: 16, noNaN: true}).map((exponent) => 10 ** exponent)
);
const factor = fc.double({min: 1.01, max: 100, noNaN: true});

describe("isoLossTokens", () => {
  it("loss(N, isoLossTokens(N, target)) is the target", () => {
    fc.assert(
      fc.property(law, target, factor, (fit, goal, times) => {
        const parameters = times * smallestParameters(goal, fit);
        const tokens = isoLossTokens(parameters, goal, fit);
        expect(Math.abs(loss({parameters, tokens}, fit) - goal)).toBeLessThan(1e-9);
      })
    );
  });

  it("isoLossTokens(N, target) falls as N grows", () => {
    fc.assert(
      fc.property(law, target, factor, factor, (fit, goal, times, more) => {
        const parameters = times * smallestParameters(goal, fit);
        expect(isoLossTokens(parameters * more, goal, fit)).toBeLessThan(
          isoLossTokens(parameters, goal, fit)
        );
      })
    );
  });

  it("isoLossTokens(N, target) is infinite where endless data don’t do", () => {
    fc.assert(
      fc.property(law, target, factor, (fit, goal, times) => {
        expect(isoLossTokens(smallestParameters(goal, fit) / times, goal, fit)).toBe(Infinity);
      })
    );
    expect(isoLossTokens(1e12, laws[0]!.E, laws[0]!)).toBe(Infinity);
  });
});

describe("cheapest", () => {
  it("cheapest, with nothing served, is compute-optimal", () => {
    fc.assert(
      fc.property(law, target, (fit, goal) => {
        const {parameters, tokens, training} = cheapest({target: goal, served: 0}, fit);
        const optimal = computeOptimal(training, fit);
        expect(Math.abs(parameters / optimal.parameters - 1)).toBeLessThan(1e-3);
        expect(Math.abs(tokens / optimal.tokens - 1)).toBeLessThan(1e-3);
        expect(loss(optimal, fit)).toBeCloseTo(goal, 9);
      })
    );
  });

  it("cheapest reaches the target, and no other size does at less cost", () => {
    fc.assert(
      fc.property(law, target, served, factor, (fit, goal, tokens, times) => {
        const demand = {target: goal, served: tokens};
        const best = cheapest(demand, fit);
        expect(Math.abs(loss(best, fit) - goal)).toBeLessThan(1e-9);
        for (const size of [best.parameters * times, best.parameters / times])
          expect(costOf(size, demand, fit).total).toBeGreaterThanOrEqual(best.total * (1 - 1e-12));
        expect(best.total).toBe(best.training + best.inference);
      })
    );
  });

  it("cheapest shrinks, and is trained for longer, as more is served", () => {
    fc.assert(
      fc.property(law, target, served, factor, (fit, goal, tokens, times) => {
        const less = cheapest({target: goal, served: tokens}, fit);
        const more = cheapest({target: goal, served: 1e9 + times * tokens}, fit);
        expect(more.parameters).toBeLessThan(less.parameters);
        expect(more.parameters).toBeGreaterThan(smallestParameters(goal, fit));
        expect(more.tokens).toBeGreaterThan(less.tokens);
      })
    );
  });

  it("cheapest costs at least as much training as the compute-optimal size, and at most as much in all", () => {
    fc.assert(
      fc.property(law, target, served, (fit, goal, tokens) => {
        const demand = {target: goal, served: tokens};
        const best = cheapest(demand, fit);
        const optimal = trainedCheapest(demand, fit);
        expect(best.training / optimal.training).toBeGreaterThanOrEqual(1 - 1e-12);
        expect(best.total / optimal.total).toBeLessThanOrEqual(1 + 1e-12);
        expect(optimal.parameters).toBeCloseTo(cheapest({...demand, served: 0}, fit).parameters, 3);
      })
    );
  });

  it("cheapest throws where the target is not above E", () => {
    const [fit] = laws;
    for (const goal of [fit!.E, 1, NaN])
      expect(() => cheapest({target: goal, served: 0}, fit!)).toThrow(`bad target: ${goal} (expected above `);
  });
});

describe("sizesWithin", () => {
  it("sizesWithin(factor) are the two sizes that cost that many times the least", () => {
    fc.assert(
      fc.property(law, target, served, factor, (fit, goal, tokens, times) => {
        const demand = {target: goal, served: tokens};
        const {parameters, total} = cheapest(demand, fit);
        const [from, to] = sizesWithin(times, demand, fit);
        expect(from).toBeLessThan(parameters);
        expect(to).toBeGreaterThan(parameters);
        for (const size of [from, to])
          expect(costOf(size, demand, fit).total / total / times).toBeCloseTo(1, 6);
      })
    );
  });
});

// By hand, with Epoch's coefficients: 7e9 parameters leave 2.1 − 1.8172 − 482.01 / 7e9^0.3478 = 0.1012 nats to the
// tokens, which is 2085.43 / D^0.3658 at D = 6.2e11.
it("a 7B needs about 0.6 trillion tokens for 2.1 nats, by Epoch’s refit", () => {
  expect(isoLossTokens(7e9, 2.1, coefficientsOf("epoch-replication")) / 1e11).toBeCloseTo(6.2, 0);
});

/** What the chart's answers say: a loss of 2.1 by Epoch's refit. */
describe("2.1 nats by Epoch’s refit", () => {
  const fit = coefficientsOf("epoch-replication");

  it.each([
    [0, 13.4, 20, 1],
    [1e12, 7.5, 74, 0.83],
    [1e13, 4.4, 395, 0.46],
    [1e14, 3.1, 2370, 0.28]
  ])(
    "serving %d is cheapest with %fB, on %d tokens per parameter, at %f of the cost",
    (tokens, size, ratio, cost) => {
      const demand = {target: 2.1, served: tokens};
      const best = cheapest(demand, fit);
      expect(best.parameters / 1e9).toBeCloseTo(size, 1);
      expect(Math.abs(best.tokens / best.parameters / ratio - 1)).toBeLessThan(0.02);
      expect(best.total / trainedCheapest(demand, fit).total).toBeCloseTo(cost, 2);
    }
  );

  it("serving 1e13 takes twice the training of the compute-optimal size, and a 13B twice the cost", () => {
    const demand = {target: 2.1, served: 1e13};
    const best = cheapest(demand, fit);
    expect(best.training / trainedCheapest(demand, fit).training).toBeCloseTo(2.1, 1);
    expect(costOf(13e9, demand, fit).total / best.total).toBeCloseTo(2.1, 1);
  });

  it("serving 1e13 by Hoffmann’s unrounded fit is cheapest with 2.1B", () => {
    const {parameters} = cheapest(
      {target: 2.1, served: 1e13},
      coefficientsOf("hoffmann-approach-3-unrounded")
    );
    expect(parameters / 1e9).toBeCloseTo(2.1, 1);
  });
});
