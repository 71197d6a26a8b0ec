import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  calibratedLoss,
  computeAt,
  curveOf,
  knots,
  runOf,
  runs,
  thinned,
  type ComputeAxis
} from "../../../src/analysis/runs.ts";
import {spikesOf} from "../../../src/analysis/spikes.ts";

const axes = ["tokens", "gpu-hours", "flops"] as const satisfies readonly ComputeAxis[];

/** Published GPU-hours: LLaMA, Table 15; Llama 2, Table 2. */
const published = [
  ["llama1-7B", 82_432],
  ["llama1-13B", 135_168],
  ["llama1-33B", 530_432],
  ["llama1-65B", 1_022_362],
  ["llama2-7B", 184_320],
  ["llama2-13B", 368_640],
  ["llama2-34B", 1_038_336],
  ["llama2-70B", 1_720_320]
] as const;

describe("runs", () => {
  it("holds the eight runs, small to large, LLaMA first", () => {
    expect(runs.map(({key}) => key)).toEqual(published.map(([key]) => key));
    expect(runs.map(({sizeClass}) => sizeClass)).toEqual([1, 2, 3, 4, 1, 2, 3, 4]);
  });

  it.each(runs.map((run) => [run.key, run] as const))(
    "%s has its own curve, within its band, and its own spikes",
    (_, run) => {
      const {tokens, loss, low, high, plottedTokens} = run;
      expect(tokens.length).toBeGreaterThan(knots);
      expect([loss.length, low.length, high.length]).toEqual(Array(3).fill(tokens.length));
      expect(tokens).toEqual(tokens.toSorted((a, b) => a - b));
      expect(tokens.at(-1)! / plottedTokens).toBeGreaterThan(0.98);
      expect(tokens.at(-1)!).toBeLessThanOrEqual(plottedTokens + 1);
      loss.forEach((value, index) => {
        expect(low[index]!).toBeLessThanOrEqual(value);
        expect(high[index]!).toBeGreaterThanOrEqual(value);
      });
      for (const spike of spikesOf(run)) {
        const before = tokens.findLastIndex((value) => value <= spike.tokens);
        expect(spike.loss).toBeGreaterThan(loss[before]!);
      }
    }
  );

  it("the spikes are all of the figures’, none twice", () => {
    expect(runs.flatMap(spikesOf)).toHaveLength(12);
  });

  it("runOf throws where there is no such run, and says which there are", () => {
    expect(() => runOf("llama3-8B")).toThrow(/^unknown run: llama3-8B \(one of llama1-7B, .*llama2-70B\)$/);
  });
});

describe("thinned", () => {
  it.each(runs.map((run) => [run.key, run] as const))(
    "thinned(%s) is 120 points of its own, ends kept",
    (_, run) => {
      const kept = thinned(run);
      expect(knots).toBe(120);
      expect([kept.tokens, kept.loss, kept.low, kept.high].map(({length}) => length)).toEqual(
        Array(4).fill(knots)
      );
      const indices = kept.tokens.map((tokens) => run.tokens.indexOf(tokens));
      expect(indices[0]).toBe(0);
      expect(indices.at(-1)).toBe(run.tokens.length - 1);
      for (const name of ["loss", "low", "high"] as const)
        expect(kept[name]).toEqual(indices.map((index) => run[name][index]));
    }
  );

  it.each(runs.map((run) => [run.key, run] as const))("thinned(%s) strays less than 0.01 nat", (_, run) => {
    const kept = thinned(run);
    run.tokens.forEach((tokens, index) => {
      const next = Math.max(
        1,
        kept.tokens.findIndex((value) => value >= tokens)
      );
      const [from, to] = [Math.log(kept.tokens[next - 1]!), Math.log(kept.tokens[next]!)];
      const share = (Math.log(tokens) - from) / (to - from);
      const drawn = kept.loss[next - 1]! + share * (kept.loss[next]! - kept.loss[next - 1]!);
      expect(Math.abs(drawn - run.loss[index]!)).toBeLessThan(0.01);
    });
  });
});

describe("computeAt", () => {
  it.each(axes)("computeAt(run, 0, %s) is 0", (axis) => {
    for (const run of runs) expect(computeAt(run, 0, axis)).toBe(0);
  });

  it.each(published)("computeAt(%s, plotted end, gpu-hours) is %i by either calibration", (key, hours) => {
    const run = runOf(key);
    expect(computeAt(run, run.plottedTokens, "gpu-hours")).toBe(hours);
    expect(computeAt(run, run.plottedTokens, "gpu-hours", "old")).toBeCloseTo(hours, 6);
  });

  it("computeAt(run, tokens, tokens) is tokens", () => {
    for (const run of runs) expect(computeAt(run, 123.4, "tokens")).toBe(123.4);
  });

  // Parameters as the papers print them, LLaMA's Table 2 and Llama 2's names.
  it.each([
    ["llama1-7B", 6.7e9],
    ["llama1-13B", 13e9],
    ["llama1-33B", 32.5e9],
    ["llama1-65B", 65.2e9],
    ["llama2-7B", 7e9],
    ["llama2-70B", 70e9]
  ])("computeAt(%s, D, flops) is 6 × %d × D", (key, parameters) => {
    fc.assert(
      fc.property(fc.double({min: 1, max: 2000, noNaN: true}), (tokens) => {
        const flops = 6 * parameters * tokens * 1e9;
        expect(computeAt(runOf(key), tokens, "flops") / flops).toBeCloseTo(1, 12);
      })
    );
  });

  it("computeAt grows in proportion to tokens on every axis", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...runs),
        fc.constantFrom(...axes),
        fc.double({min: 1, max: 1000, noNaN: true}),
        fc.double({min: 0.1, max: 10, noNaN: true}),
        (run, axis, tokens, factor) => {
          const ratio = computeAt(run, factor * tokens, axis) / computeAt(run, tokens, axis);
          expect(ratio / factor).toBeCloseTo(1, 12);
        }
      )
    );
  });

  /**
   * Claims check, section 2: where the older reading of the figures puts zero tokens. There each curve has its own end;
   * here one scale serves all curves of a figure, which moves the place by less than 1e-5 of the run.
   */
  it.each([
    ["llama1-7B", 4457],
    ["llama1-13B", 7308],
    ["llama1-33B", 20_924],
    ["llama1-65B", 40_330],
    ["llama2-7B", 189],
    ["llama2-70B", 1777]
  ])("computeAt(%s, 0, gpu-hours, old) is %i", (key, hours) => {
    const run = runOf(key);
    const error = Math.abs(computeAt(run, 0, "gpu-hours", "old") - hours);
    expect(error).toBeLessThan(1e-5 * run.gpuHours);
  });

  it.each(axes)("computeAt(run, 0, %s, old) is one share of the whole on every axis", (axis) => {
    const run = runOf("llama1-7B");
    const share = computeAt(run, 0, axis, "old") / computeAt(run, run.plottedTokens, axis, "old");
    expect(share).toBeCloseTo(0.0541, 4);
  });
});

describe("calibratedLoss", () => {
  it("calibratedLoss(run, loss, corrected) is loss", () => {
    for (const run of runs) expect(calibratedLoss(run, 1.8, "corrected")).toBe(1.8);
  });

  // Claims check, section 2: errors of the older reading.
  it.each([
    [1.6, -0.0056],
    [1.8, -0.0018],
    [2.0, 0.0019]
  ])("calibratedLoss(LLaMA, %d, old) is off by %d", (loss, error) => {
    expect(calibratedLoss(runOf("llama1-65B"), loss, "old") - loss).toBeCloseTo(error, 4);
  });

  it.each([1.5, 1.8, 2.1])("calibratedLoss(Llama 2, %d, old) is off by less than a line’s width", (loss) => {
    const error = Math.abs(calibratedLoss(runOf("llama2-7B"), loss, "old") - loss);
    expect(error).toBeLessThan(0.001);
    expect(error).toBeGreaterThan(0);
  });
});

describe("curveOf", () => {
  it("curveOf(run, axis) is every point of the data, on that axis and by that calibration", () => {
    const run = runOf("llama1-7B");
    expect(curveOf(run, "tokens")).toEqual({x: run.tokens, y: run.loss});
    const {x, y} = curveOf(run, "gpu-hours", "old");
    expect(x).toHaveLength(run.tokens.length);
    expect(x[5]).toBe(computeAt(run, run.tokens[5]!, "gpu-hours", "old"));
    expect(y[5]).toBe(calibratedLoss(run, run.loss[5]!, "old"));
  });
});
