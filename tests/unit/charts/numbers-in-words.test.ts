import {describe, expect, it} from "vitest";
import {continuedRuns, largeLoss} from "../../../src/analysis/continued-run.ts";
import {costOf} from "../../../src/analysis/serving-cost.ts";
import {coefficientsOf} from "../../../src/laws/chinchilla.ts";
import {countOf, demandOf, drawnBudget} from "../../../src/charts/budget/budget-curves.ts";
import {inputs as budgetInputs} from "../../../src/charts/budget/budget-state.ts";

// What an answer says in words, such as “twice” or “a quarter”, no numeral shows: here it is held against the data.

describe("budget: to serve ten trillion tokens", () => {
  const state = {
    law: budgetInputs.law.default,
    target: budgetInputs.target.default,
    served: "10t",
    price: "1",
    size: "13b"
  } as const;
  const {best, optimal} = drawnBudget(state);

  it("the cheapest takes twice the training of the compute-optimal one, and half its total cost", () => {
    expect(Math.round(best.training / optimal.training)).toBe(2);
    expect(best.total / optimal.total).toBeCloseTo(0.5, 1);
  });

  it("a 13B is cheaper to train, and costs twice as much in all", () => {
    const own = costOf(countOf(state.size), demandOf(state), coefficientsOf(state.law));
    expect(own.training).toBeLessThan(best.training);
    expect(Math.round(own.total / best.total)).toBe(2);
  });
});

describe("extrapolation", () => {
  const view = {
    beliefs: ["line"],
    linefit: "500-1500",
    powerfit: "1000-end",
    floor: "1.4",
    scale: "log",
    view: "loss"
  } as const;

  it("endless data would reach the 70B’s loss by neither published law", () => {
    const laws = continuedRuns({...view, beliefs: ["hoffmann", "epoch"]});
    expect(laws.map(({continuation}) => continuation.reaches(largeLoss))).toEqual([undefined, undefined]);
    for (const {continuation} of laws) expect(continuation.limit).toBeGreaterThan(largeLoss);
  });
});
