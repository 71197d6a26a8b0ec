import {expect, it} from "vitest";
import {logSpaced} from "../../../src/core/math/series.ts";

it.each([
  [{from: 1, to: 100}, 3, [1, 10, 100]],
  [{from: 8, to: 1}, 4, [8, 4, 2, 1]],
  [{from: 5, to: 7}, 2, [5, 7]]
])("logSpaced(%j, %i) is %j", (window, count, expected) => {
  const numbers = logSpaced(window, count);
  expect(numbers).toHaveLength(count);
  for (const [index, number] of numbers.entries()) expect(number).toBeCloseTo(expected[index]!, 12);
});
