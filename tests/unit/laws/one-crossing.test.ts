import fc from "fast-check";
import {expect, it} from "vitest";
import {loss} from "../../../src/laws/chinchilla.ts";
import {logSpaced} from "../../../src/core/math/series.ts";
import {valueAt} from "../../../src/core/math/points.ts";

const coefficients = fc.record({
  E: fc.double({min: 0.5, max: 2.5, noNaN: true}),
  A: fc.double({min: 10, max: 1e4, noNaN: true}),
  B: fc.double({min: 10, max: 1e5, noNaN: true}),
  alpha: fc.double({min: 0.1, max: 0.6, noNaN: true}),
  beta: fc.double({min: 0.1, max: 0.6, noNaN: true})
});
/** Parameters of the smaller of two models, how many times as large the other is, and the price of a token of it. */
const pair = fc.record({
  small: fc.double({min: 1e7, max: 1e10, noNaN: true}),
  ratio: fc.double({min: 1.2, max: 20, noNaN: true}),
  price: fc.double({min: 1.2, max: 40, noNaN: true})
});
const budgets = logSpaced({from: 1e16, to: 1e26}, 200);

it("by any law of Chinchilla's form, and any price of a token, two sizes cross at most once", () => {
  fc.assert(
    fc.property(coefficients, pair, (law, {small, ratio, price}) => {
      const gaps = budgets.map((budget) => {
        const tokens = budget / (6 * small);
        const large = loss({parameters: ratio * small, tokens: tokens / price}, law);
        return large - loss({parameters: small, tokens}, law);
      });
      const changes = gaps.filter((gap, index) => index > 0 && gap > 0 !== valueAt(gaps, index - 1) > 0);
      expect(changes.length).toBeLessThanOrEqual(1);
    }),
    {numRuns: 2000}
  );
});
