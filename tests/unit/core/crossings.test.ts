import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {crossings, firstReaches} from "../../../src/core/math/crossings.ts";
import {curveOf, runOf, type ComputeAxis} from "../../../src/analysis/runs.ts";
import {within, type Series} from "../../../src/core/math/series.ts";
import {smooth} from "../../../src/core/math/smooth.ts";

function sampled(loss: (x: number) => number, count = 200, from = 1, to = 1000): Series {
  const x = Array.from({length: count}, (_, index) => from * (to / from) ** (index / (count - 1)));
  return {x, y: x.map(loss)};
}

/** A value in [-1, 1] that depends on the index alone, as noise that every run repeats. */
function wobble(index: number): number {
  return 2 * ((index * 0.618034) % 1) - 1;
}

describe("smooth", () => {
  const fraction = fc.double({min: 0, max: 1, noNaN: true});

  it("smooth(line in log x) is that line, ends included", () => {
    fc.assert(
      fc.property(
        fc.double({min: -1, max: 1, noNaN: true}),
        fc.integer({min: 4, max: 60}),
        fraction,
        (b, k, f) => {
          const line = sampled((x) => 2 + b * Math.log(x));
          const at = 1000 ** f;
          expect(smooth(line.x, line.y, [at], k)[0]).toBeCloseTo(2 + b * Math.log(at), 8);
        }
      )
    );
  });

  it("smooth is the same in any unit of x", () => {
    const {x, y} = sampled((value) => 2 + value ** -0.3);
    const hours = x.map((value) => value * 81.9);
    expect(smooth(hours, y, [81.9 * 7, 81.9 * 300])).toEqual(
      smooth(x, y, [7, 300]).map((value) => expect.closeTo(value, 10) as number)
    );
  });

  it("smooth leaves a plunge where it is", () => {
    const {x, y} = sampled((value) => 1.5 + value ** -0.3);
    smooth(x, y, x).forEach((value, index) => {
      expect(Math.abs(value - y[index]!)).toBeLessThan(0.001);
    });
  });

  it("smooth halves noise or better, ends included", () => {
    const {x, y} = sampled((value) => 2 - 0.1 * Math.log(value));
    const noisy = y.map((value, index) => value + 0.01 * wobble(index));
    smooth(x, noisy, x).forEach((value, index) => {
      expect(Math.abs(value - y[index]!)).toBeLessThan(0.005);
    });
  });

  it.each([
    ["neighbours: 3", [1, 2, 3, 4], [1, 1, 1, 1], 3],
    ["few points: 3", [1, 2, 3], [1, 1, 1], 15],
    ["lengths: 3", [1, 2, 3, 4], [1, 1, 1], 15],
    ["x: 2", [1, 2, 2, 4], [1, 1, 1, 1], 15],
    ["x: 0", [0, 2, 3, 4], [1, 1, 1, 1], 15],
    ["x: NaN", [1, NaN, 3, 4], [1, 1, 1, 1], 15]
  ])("smooth throws a RangeError that says %s", (message, x, y, neighbours) => {
    expect(() => smooth(x, y, [2], neighbours)).toThrow(RangeError);
    expect(() => smooth(x, y, [2], neighbours)).toThrow(`${message} (expected `);
  });
});

describe("crossings", () => {
  const level = sampled(() => 2);
  const tilted = (middle: number, slope = 0.1): Series => sampled((x) => 2 - slope * Math.log(x / middle));

  it("crossings(a, b) is where two lines meet, with the loss there and who is lower after", () => {
    fc.assert(
      fc.property(fc.double({min: 3, max: 300, noNaN: true}), (middle) => {
        const [crossing, ...others] = crossings(level, tilted(middle));
        expect(others).toEqual([]);
        expect(crossing!.x / middle).toBeCloseTo(1, 6);
        expect(crossing!.y).toBeCloseTo(2, 9);
        expect(crossing!.lower).toBe("b");
      })
    );
  });

  it("crossings(b, a) has the same places and the other names", () => {
    const [one] = crossings(level, tilted(30));
    const [other] = crossings(tilted(30), level);
    expect(other!.x).toBeCloseTo(one!.x, 9);
    expect(other!.lower).toBe("a");
  });

  it("crossings(a, a) is empty", () => expect(crossings(level, level)).toEqual([]));

  it("crossings is empty where series share no range", () => {
    expect(
      crossings(
        level,
        sampled(() => 1, 50, 2000, 3000)
      )
    ).toEqual([]);
  });

  it("crossings is empty where the difference stays within the noise", () => {
    const weaving = sampled((x) => 2 + 0.0019 * Math.sin(3 * Math.log(x)));
    expect(crossings(level, weaving)).toEqual([]);
    expect(crossings(level, weaving, {noise: 0.0005}).length).toBeGreaterThan(2);
  });

  it("crossings leaves out a lead that was never certain", () => {
    const touching = sampled((x) => 2 - 0.0015 + 0.02 * Math.log(x / 30) ** 2);
    expect(crossings(level, touching)).toEqual([]);
    expect(crossings(level, touching, {noise: 0.001}).map(({lower}) => lower)).toEqual(["b", "a"]);
  });

  it("crossings has one place for several within a tie: the nearest to the middle", () => {
    const slow = sampled((x) => 2 - 0.0008 * Math.log(x / 30) + 0.0006 * Math.sin(8 * Math.log(x / 30)));
    const found = crossings(level, slow, {noise: 0.001});
    expect(found).toHaveLength(1);
    expect(found[0]!.x / 30).toBeCloseTo(1, 1);
  });

  it("crossings alternate and ascend", () => {
    const {x, y} = level;
    fc.assert(
      fc.property(fc.double({min: 0.5, max: 4, noNaN: true}), (frequency) => {
        const wave = {x, y: y.map((value, index) => value + 0.1 * Math.sin(frequency * Math.log(x[index]!)))};
        const found = crossings(level, wave);
        found.slice(1).forEach((each, index) => {
          expect(each.x).toBeGreaterThan(found[index]!.x);
          expect(each.lower).not.toBe(found[index]!.lower);
        });
      })
    );
  });
});

/**
 * Expected places: claims check, section 1 (GPU-hours) and 4 (FLOPs), read off the unbinned curves with other
 * smoothers. The binned curves give the same places within 6 %; the Llama 2 34B and 70B
 * cross so slowly that the place is only known to 15 %.
 */
describe("crossings of the published runs", () => {
  const found = (small: string, large: string, axis: ComputeAxis): readonly {x: number; lower: "a" | "b"}[] =>
    crossings(curveOf(runOf(small), axis), curveOf(runOf(large), axis));

  it.each([
    ["llama1-7B", "llama1-13B", "gpu-hours", [10.0e3], 0.06],
    ["llama1-13B", "llama1-33B", "gpu-hours", [], 0.06],
    ["llama1-33B", "llama1-65B", "gpu-hours", [], 0.06],
    ["llama1-7B", "llama1-33B", "gpu-hours", [], 0.06],
    ["llama2-7B", "llama2-13B", "gpu-hours", [21e3, 116.5e3], 0.06],
    ["llama2-13B", "llama2-34B", "gpu-hours", [77e3, 244e3], 0.06],
    ["llama2-34B", "llama2-70B", "gpu-hours", [160e3, 600e3], 0.15],
    ["llama2-7B", "llama2-34B", "gpu-hours", [56e3, 145e3], 0.06],
    ["llama2-7B", "llama2-70B", "gpu-hours", [83e3, 143e3], 0.06],
    ["llama2-13B", "llama2-70B", "gpu-hours", [106e3, 275e3], 0.06],
    ["llama1-7B", "llama1-13B", "flops", [8.9e21, 2.29e22], 0.06],
    ["llama1-13B", "llama1-33B", "flops", [], 0.06],
    ["llama1-33B", "llama1-65B", "flops", [], 0.06],
    ["llama2-7B", "llama2-13B", "flops", [8.1e21, 5.6e22], 0.06],
    ["llama2-13B", "llama2-34B", "flops", [2.8e22, 1.09e23], 0.06],
    ["llama2-34B", "llama2-70B", "flops", [], 0.06]
  ] as const)(
    "crossings(%s, %s) by %s are at %j within a share of %f",
    (small, large, axis, places, tolerance) => {
      const actual = found(small, large, axis);
      expect(actual).toHaveLength(places.length);
      places.forEach((place, index) => {
        expect(Math.abs(actual[index]!.x / place - 1)).toBeLessThan(tolerance);
        expect(actual[index]!.lower).toBe(index % 2 === 0 ? "b" : "a");
      });
    }
  );

  it("crossings of llama1 7B and 13B by GPU-hours include a second one by the older calibration", () => {
    const old = crossings(
      curveOf(runOf("llama1-7B"), "gpu-hours", "old"),
      curveOf(runOf("llama1-13B"), "gpu-hours", "old")
    );
    expect(old.map(({lower}) => lower)).toEqual(["b", "a"]);
    // Claims check, section 2: 22k and 59k.
    expect(Math.abs(old[0]!.x / 22e3 - 1)).toBeLessThan(0.06);
    expect(Math.abs(old[1]!.x / 59e3 - 1)).toBeLessThan(0.06);
  });
});

describe("firstReaches", () => {
  it("firstReaches(series, level) is where a falling line comes down to level", () => {
    fc.assert(
      fc.property(fc.double({min: 1.5, max: 900, noNaN: true}), (at) => {
        const falling = sampled((x) => 3 - 0.2 * Math.log(x));
        expect(firstReaches(falling, 3 - 0.2 * Math.log(at))! / at).toBeCloseTo(1, 6);
      })
    );
  });

  it("firstReaches is undefined where the curve stays above, or starts below", () => {
    const falling = sampled((x) => 3 - 0.2 * Math.log(x));
    expect(firstReaches(falling, 1)).toBeUndefined();
    expect(firstReaches(falling, 3.1)).toBeUndefined();
  });

  // Claims check, section 1, "GPU-hours to first reach a loss".
  it.each([
    ["llama1-13B", 1.9, 26293],
    ["llama1-7B", 1.9, 34243],
    ["llama1-33B", 1.9, 38513],
    ["llama1-65B", 1.9, 55585],
    ["llama1-13B", 1.7308, 135101],
    ["llama1-65B", 1.6189, 718301],
    ["llama2-13B", 1.9, 26111],
    ["llama2-7B", 1.8, 117913],
    ["llama2-13B", 1.8, 120657],
    ["llama2-34B", 1.8, 103273],
    ["llama2-70B", 1.8, 113757]
  ])("firstReaches(%s by GPU-hours, %f) is %i within 3 %%", (key, level, hours) => {
    const reached = firstReaches(curveOf(runOf(key), "gpu-hours"), level);
    expect(Math.abs(reached! / hours - 1)).toBeLessThan(0.03);
  });
});

describe("within", () => {
  it("within(series, {from, to}) keeps the points at both ends", () => {
    expect(within({x: [1, 2, 3, 4], y: [5, 6, 7, 8]}, {from: 2, to: 3})).toEqual({x: [2, 3], y: [6, 7]});
  });
});
