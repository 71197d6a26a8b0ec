import fc from "fast-check";
import {describe, expect, it} from "vitest";
import scheduleLab from "../../../src/charts/schedule-lab.ts";
import {curve, parametersOf} from "../../../src/laws/multi-power.ts";
import {drawnAt, drawnCosine, drawnStep, twoSteps} from "../../../src/charts/schedule-lab/drawn-schedule.ts";
import {expectLoss, knotsOf} from "../../../src/analysis/expected-run.ts";
import {lawErrorAtEnd, lawErrorsNear24k} from "../../../src/analysis/law-error.ts";
import {
  measuredNear24k,
  measuredRate,
  measuredSchedules,
  measuredSteps,
  type MeasuredSchedule
} from "../../../src/analysis/measured-runs.ts";
import {remember} from "../../../src/core/math/memo.ts";
import {
  decaySteps,
  lastShare,
  nearestMeasured,
  plannedRates,
  plannedSchedules,
  type Plan
} from "../../../src/charts/schedule-lab/planned-run.ts";
import {rateCurve} from "../../../src/marks/rate-curve.ts";

const models = ["25M", "100M", "400M"] as const;
const plan: Plan = {schedule: "cosine", steps: 24_000, decay: 17, floor: 10, rate: drawnCosine};
const plans = fc.record({
  schedule: fc.constantFrom(...plannedSchedules),
  steps: fc.integer({min: 8, max: 20}).map((thousands) => 1000 * thousands),
  decay: fc.integer({min: 2, max: 90}),
  floor: fc.integer({min: 0, max: 50}),
  rate: fc.array(fc.integer({min: 0, max: 100}), {minLength: drawnAt.length, maxLength: drawnAt.length})
});

/** How far the expected loss of a plan is at most from the exact law, in nats per token. */
function errorOf(any: Plan, model: (typeof models)[number]): number {
  const rates = plannedRates(any);
  const {x, y} = expectLoss(rates, model, {from: 3000, count: 20});
  const exact = curve(rates, parametersOf(model), x);
  return Math.max(...y.map((loss, index) => Math.abs(loss - exact[index]!)));
}

describe("knotsOf", () => {
  it("knotsOf(rates, from, count) are count ascending steps from the first to the last", () => {
    const rates = fc.array(fc.constantFrom(0, 1, 5), {minLength: 30, maxLength: 90});
    fc.assert(
      fc.property(rates, fc.integer({min: 0, max: 8}), fc.integer({min: 2, max: 20}), (eta, from, count) => {
        const knots = knotsOf(eta, from, count);
        expect(knots).toHaveLength(count);
        expect([knots[0], knots.at(-1)]).toEqual([from, eta.length - 1]);
        expect(knots.every((step, index) => index === 0 || step > knots[index - 1]!)).toBe(true);
      })
    );
  });

  it("knotsOf lie closer where the rate changes", () => {
    const knots = knotsOf(plannedRates({...plan, schedule: "wsd-linear"}), 6000, 120);
    expect(knots.filter((step) => step >= 19_920).length).toBeGreaterThan(55);
  });
});

describe("expectLoss", () => {
  it("expectLoss of any plan is the law at its knots within 1e-4", () => {
    fc.assert(
      fc.property(plans, fc.constantFrom(...models), (any, model) => {
        expect(errorOf(any, model)).toBeLessThan(1e-4);
      }),
      {numRuns: 60}
    );
  });

  it("expectLoss of any drawn plan is the law at its knots within 1e-4, however often it goes up and down", () => {
    const extremes = fc.array(fc.constantFrom(0, 1, 5, 50, 99, 100), {
      minLength: drawnAt.length,
      maxLength: drawnAt.length
    });
    fc.assert(
      fc.property(
        plans,
        extremes,
        fc.boolean(),
        fc.constantFrom(...models),
        (any, rate, isExtreme, model) => {
          expect(errorOf({...any, schedule: "drawn", ...(isExtreme && {rate})}, model)).toBeLessThan(1e-4);
        }
      ),
      {numRuns: 60}
    );
  });

  it.each(["cosine", "wsd-sqrt", "drawn"] as const)(
    "expectLoss of 72,000 steps of a %s is the law at its knots within 1e-4",
    (schedule) => {
      const upAndDown = drawnAt.map((_, index) => (index % 2 === 0 ? 0 : 100));
      for (const rate of [twoSteps, upAndDown])
        expect(errorOf({...plan, schedule, steps: 72_000, rate}, "400M")).toBeLessThan(1e-4);
    }
  );

  it("expectLoss of a drawn cosine is within 0.001 of the cosine’s", () => {
    for (const steps of [8000, 24_000, 72_000]) {
      const ends = (["drawn", "cosine"] as const).map((schedule) => {
        const rates = plannedRates({...plan, schedule, steps});
        return expectLoss(rates, "100M", {from: 3000, count: 20}).y.at(-1)!;
      });
      expect(Math.abs(ends[0]! - ends[1]!)).toBeLessThan(0.001);
    }
  });

  // What the lab says of its drawn state: two late steps do about what a smooth late decay does.
  it("expectLoss of two late steps ends within 0.004 of every late decay, and 0.05 below the cosine", () => {
    const end = (any: Partial<Plan>): number =>
      expectLoss(plannedRates({...plan, ...any}), "100M", {from: 6000, count: 20}).y.at(-1)!;
    const steps = end({schedule: "drawn", rate: twoSteps});
    for (const schedule of ["wsd-exponential", "wsd-linear", "wsd-sqrt"] as const)
      expect(Math.abs(steps - end({schedule}))).toBeLessThan(0.004);
    expect(end({}) - steps).toBeGreaterThan(0.05);
  });
});

describe("schedule lab", () => {
  const expectedOf = (state: Partial<Plan>): readonly number[] => {
    const inputs = {
      schedule: "cosine",
      model: "100M",
      steps: 24_000,
      decay: 17,
      floor: 10,
      rate: drawnCosine
    };
    return scheduleLab.reading({...inputs, ...state}, "en").series[0]!.y;
  };

  it("evaluates the law once for all plans that differ in what their schedule has no use for", () => {
    expect(expectedOf({decay: 30})).toBe(expectedOf({}));
    expect(expectedOf({schedule: "constant", floor: 3})).toBe(expectedOf({schedule: "constant"}));
    expect(expectedOf({schedule: "wsd-linear", rate: twoSteps})).toBe(expectedOf({schedule: "wsd-linear"}));
  });

  it("evaluates the law anew for all else", () => {
    expect(expectedOf({floor: 11})).not.toEqual(expectedOf({}));
    expect(expectedOf({schedule: "wsd-linear", decay: 30})).not.toEqual(expectedOf({schedule: "wsd-linear"}));
    expect(expectedOf({schedule: "drawn", rate: twoSteps})).not.toEqual(expectedOf({schedule: "drawn"}));
  });
});

describe("plannedRates", () => {
  it("plannedRates of a drawn plan warm up as the measured runs, and go straight from place to place", () => {
    const rates = plannedRates({...plan, schedule: "drawn", rate: twoSteps});
    const share = (at: number): number => rates[Math.round(drawnStep(at, plan.steps))]! / 3e-4;
    for (const step of [0, 1000, 2159, 2160])
      expect(rates[step]).toBeCloseTo(measuredRate.constant_24000(step), 15);
    expect(share(80)).toBeCloseTo(1, 3);
    expect(share(82.5)).toBeCloseTo(0.66, 3);
    expect(share(85)).toBeCloseTo(0.32, 3);
    expect(share(88)).toBeCloseTo(0.32, 3);
    expect(rates.at(-1)! / 3e-4).toBeCloseTo(0.1, 3);
    const first = plannedRates({...plan, schedule: "drawn", rate: [50, ...twoSteps.slice(1)]});
    expect(first[Math.round(drawnStep(5, plan.steps))]! / 3e-4).toBeCloseTo(0.75, 3);
  });

  it.each([
    ["cosine", "cosine_24000"],
    ["cosine", "cosine_72000"],
    ["constant", "constant_24000"]
  ] as const)("plannedRates of a %s are those of %s", (schedule, measured) => {
    const steps = measuredSteps[measured];
    const rates = plannedRates({...plan, schedule, steps});
    for (const step of [0, 1000, 2159, 2160, 12_000, 23_999, steps - 1])
      expect(rates[step]).toBeCloseTo(measuredRate[measured](step), 15);
  });

  it("plannedRates are finite, and never above the peak, whatever the plan", () => {
    fc.assert(
      fc.property(plans, (any) => {
        const rates = plannedRates(any);
        expect(rates).toHaveLength(any.steps);
        expect(rates.every((rate) => rate >= 0 && rate <= 3e-4 * (1 + 1e-12))).toBe(true);
      }),
      {numRuns: 30}
    );
  });

  it("lastShare is the floor, at least 1 for an exponential, 100 for a constant rate, and the last that is drawn", () => {
    expect(lastShare({...plan, floor: 0})).toBe(0);
    expect(lastShare({...plan, floor: 0, schedule: "wsd-exponential"})).toBe(1);
    expect(lastShare({...plan, floor: 0, schedule: "constant"})).toBe(100);
    expect(lastShare({...plan, floor: 0, schedule: "drawn"})).toBe(10);
  });

  it("decaySteps leaves warm-up alone", () => {
    expect(decaySteps({...plan, decay: 17})).toBe(4080);
    expect(decaySteps({...plan, steps: 8000, decay: 90})).toBe(5840);
  });

  it("nearestMeasured is of the same kind, and nearest in length", () => {
    expect(nearestMeasured({...plan, steps: 41_000})).toBe("cosine_24000");
    expect(nearestMeasured({...plan, steps: 42_000})).toBe("cosine_72000");
    expect(nearestMeasured({...plan, schedule: "wsd-linear"})).toBe("wsdld_20000_24000");
    expect(nearestMeasured({...plan, schedule: "linear"})).toBeUndefined();
    expect(nearestMeasured({...plan, schedule: "wsd-sqrt"})).toBeUndefined();
    expect(nearestMeasured({...plan, schedule: "drawn"})).toBeUndefined();
  });
});

// Data notes: what the law gets wrong at the end of a run.
describe("errors of the law", () => {
  it.each([
    ["cosine_24000", 0.011, 0.011, 0.018],
    ["wsd_20000_24000", -0.01, -0.015, -0.022],
    ["wsdld_20000_24000", -0.01, -0.017, -0.024]
  ] as const)("lawErrorAtEnd of %s is %f, %f, %f", (schedule, tiny, small, large) => {
    const errors = [tiny, small, large];
    models.forEach((model, index) => {
      expect(Math.abs(lawErrorAtEnd(model, schedule) - errors[index]!)).toBeLessThan(0.0006);
    });
  });

  it("lawErrorAtEnd is that of the table near step 24 000, where a run ends there", () => {
    for (const model of models) {
      for (const schedule of measuredSchedules.filter((name) => measuredSteps[name] === 24_000)) {
        const near = measuredNear24k(model, schedule)!;
        expect(Math.abs(lawErrorAtEnd(model, schedule) - (near.predicted_loss - near.loss))).toBeLessThan(
          2e-4
        );
      }
    }
  });

  it("lawErrorsNear24k hold every error of a model there", () => {
    expect(lawErrorsNear24k("25M").map((error) => error.toFixed(4))).toEqual(["-0.0102", "0.0109"]);
    expect(lawErrorsNear24k("400M").map((error) => error.toFixed(4))).toEqual(["-0.0238", "0.0176"]);
  });

  it.each([
    ["cosine_72000", 0.017, 0.026, 0.038],
    ["wsd_20000_24000", -0.048, -0.054, -0.057]
  ] as const)("the law has %s %f, %f, %f from the cosine", (schedule, tiny, small, large) => {
    const differences = [tiny, small, large];
    const predicted = (model: (typeof models)[number], name: MeasuredSchedule): number =>
      measuredNear24k(model, name)!.predicted_loss;
    models.forEach((model, index) => {
      const difference = predicted(model, schedule) - predicted(model, "cosine_24000");
      expect(Math.abs(difference - differences[index]!)).toBeLessThan(0.0006);
    });
  });
});

describe("rateCurve", () => {
  it("rateCurve keeps ends and bends", () => {
    const {x, y} = rateCurve((step) => Math.max(0, step - 500), {from: 0, to: 960}, 3);
    expect([x, y]).toEqual([
      [0, 500, 960],
      [0, 0, 460]
    ]);
  });
});

describe("remember", () => {
  it("remember computes once for one key, and forgets the oldest", () => {
    let calls = 0;
    const twice = remember((value: number) => (++calls, 2 * value), String, 2);
    expect([twice(1), twice(1), twice(2), calls]).toEqual([2, 2, 4, 2]);
    expect([twice(3), twice(2), calls]).toEqual([6, 4, 3]);
    expect([twice(1), calls]).toEqual([2, 4]);
  });
});
