import {describe, expect, it} from "vitest";
import measured from "../../../src/data/cosine-stretch.ts";
import {
  measuredCurve,
  measuredNear24k,
  measuredRange,
  measuredRate,
  measuredSchedules,
  measuredSteps,
  stepOfEqualLoss,
  type MeasuredModel,
  type MeasuredSchedule
} from "../../../src/analysis/measured-runs.ts";

const models = ["25M", "100M", "400M"] as const;
const all = {from: 0, to: 72_000};

function difference(model: MeasuredModel, schedule: MeasuredSchedule): number {
  return measuredNear24k(model, schedule)!.loss - measuredNear24k(model, "cosine_24000")!.loss;
}

describe("measured runs", () => {
  it.each(measuredSchedules)("measuredRate.%s is the rate of every published step", (schedule) => {
    const rows = measured.rows.filter((row) => row.schedule === schedule);
    expect(rows.length).toBeGreaterThan(200);
    for (const {step, learning_rate: rate} of rows) {
      expect(measuredRate[schedule](step) / rate).toBeCloseTo(1, 6);
      expect(step).toBeLessThan(measuredSteps[schedule]);
    }
  });

  it("measuredCurve has every published point in the window, and the one that is compared near step 24 000", () => {
    for (const model of models) {
      for (const schedule of measuredSchedules) {
        const {x, y} = measuredCurve(model, schedule, all);
        const own = measured.rows.filter((row) => row.model === model && row.schedule === schedule);
        const near = measuredNear24k(model, schedule);
        for (const {step, loss} of near ? [...own, near] : own) expect(y[x.indexOf(step)]).toBe(loss);
        expect(new Set(x).size).toBe(x.length);
        expect(x.length - own.length).toBeLessThanOrEqual(1);
        expect(x).toEqual(x.toSorted((a, b) => a - b));
      }
    }
    const {x} = measuredCurve("100M", "cosine_72000", {from: 12_000, to: 24_000});
    expect([x[0]! >= 12_000, x.at(-1)]).toEqual([true, 23_920]);
  });

  it("measuredRange holds every curve of a model", () => {
    expect(measuredRange("400M", all)).toEqual([2.6154, 3.5581]);
  });

  // Data notes: the natural experiment near step 24 000.
  it.each([
    ["25M", 0.036, 0.043, -0.028],
    ["100M", 0.045, 0.056, -0.028],
    ["400M", 0.059, 0.077, -0.017]
  ] as const)(
    "%s: stretched %f, constant %f and WSD %f from the matched cosine",
    (model, stretched, constant, wsd) => {
      expect(Math.abs(difference(model, "cosine_72000") - stretched)).toBeLessThanOrEqual(0.0005 + 1e-9);
      expect(Math.abs(difference(model, "constant_24000") - constant)).toBeLessThanOrEqual(0.0005 + 1e-9);
      expect(Math.abs(difference(model, "wsd_20000_24000") - wsd)).toBeLessThanOrEqual(0.0005 + 1e-9);
    }
  );

  // The notes name the first point measured, a step of 128 or less; the curves here are thinned to every 480th or so.
  it.each([
    ["25M", 31_728],
    ["100M", 32_368],
    ["400M", 34_432]
  ] as const)("stepOfEqualLoss(%s) is about %i", (model, step) => {
    expect(Math.abs(stepOfEqualLoss(model) - step)).toBeLessThan(250);
  });
});
