import fc from "fast-check";
import katex from "katex";
import {describe, expect, it} from "vitest";
import type {Schedule, ScheduleOptions} from "../../../src/core/define/schedule.ts";
import constant from "../../../src/schedules/constant.ts";
import cosine from "../../../src/schedules/cosine.ts";
import linear from "../../../src/schedules/linear.ts";
import wsdExponential from "../../../src/schedules/wsd-exponential.ts";
import wsdLinear from "../../../src/schedules/wsd-linear.ts";
import wsdSqrt from "../../../src/schedules/wsd-sqrt.ts";

/** Every option that any schedule takes. */
interface AnyOptions extends ScheduleOptions {
  readonly stretch: number;
  readonly decaySteps: number;
}

const files = import.meta.glob<Schedule<AnyOptions>>("../../../src/schedules/*.ts", {
  eager: true,
  import: "default"
});
const schedules = Object.entries(files).map(
  ([file, schedule]) => [file.replace(/^.*\/|\.ts$/g, ""), schedule] as const
);

const valid = fc
  .record({
    warmup: fc.integer({min: 0, max: 500}),
    rest: fc.integer({min: 2, max: 5000}),
    peak: fc.double({min: 1e-6, max: 10, noNaN: true}),
    floor: fc.double({min: 1e-3, max: 1, noNaN: true}),
    stretch: fc.double({min: 1, max: 10, noNaN: true}),
    decayShare: fc.double({min: 0, max: 1, noNaN: true})
  })
  .map(({warmup, rest, decayShare, ...options}): AnyOptions => ({
    ...options,
    warmup,
    steps: warmup + rest,
    decaySteps: Math.max(1, Math.round(decayShare * rest))
  }));
const share = fc.double({min: 0, max: 1, noNaN: true});

// Multiplying by the peak rounds, so a bound holds to the last digits only.
const slack = 1 + 1e-12;

// The runs of the multi-power law's repository, arXiv 2503.12811.
const published: AnyOptions = {
  steps: 24000,
  warmup: 2160,
  peak: 3e-4,
  floor: 0.1,
  stretch: 1,
  decaySteps: 4000
};

describe("src/schedules", () => {
  it("holds schedules", () => expect(schedules.length).toBeGreaterThanOrEqual(6));

  describe.each(schedules)("%s", (_, schedule) => {
    it("states a title, a description and a source", () => {
      expect(schedule.title.en).not.toBe("");
      expect(schedule.description.en).toMatch(/\.$/);
      expect(schedule.source.url).toMatch(/^https:/);
    });

    it("tex is rendered by KaTeX", () => {
      expect(() => katex.renderToString(schedule.tex, {throwOnError: true, strict: "error"})).not.toThrow();
    });

    it("rate(step) is in [0, peak] at every real step", () => {
      fc.assert(
        fc.property(valid, share, (options, at) => {
          const rate = schedule.rate(at * options.steps, options);
          expect(rate).toBeGreaterThanOrEqual(0);
          expect(rate).toBeLessThanOrEqual(options.peak * slack);
        })
      );
    });

    it("rate(step) never falls in warm-up", () => {
      fc.assert(
        fc.property(valid, share, share, (options, one, other) => {
          const [early, late] = [Math.min(one, other), Math.max(one, other)].map((at) =>
            schedule.rate(at * options.warmup, options)
          ) as [number, number];
          expect(late * slack).toBeGreaterThanOrEqual(early);
        })
      );
    });

    it("rate(step) never rises after warm-up", () => {
      fc.assert(
        fc.property(valid, share, share, (options, one, other) => {
          const length = options.steps - options.warmup;
          const [early, late] = [Math.min(one, other), Math.max(one, other)].map((at) =>
            schedule.rate(Math.min(options.steps, options.warmup + at * length), options)
          ) as [number, number];
          expect(late).toBeLessThanOrEqual(early * slack);
        })
      );
    });

    it("rate(step) in warm-up is peak · step / (warmup - 1)", () => {
      expect(schedule.rate(0, published)).toBe(0);
      expect(schedule.rate(1000, published)).toBeCloseTo((3e-4 * 1000) / 2159, 15);
      expect(schedule.rate(2159, published)).toBe(3e-4);
    });

    it("rates(options) are rate(step, options) of every step", () => {
      fc.assert(
        fc.property(valid, share, (options, at) => {
          const rates = schedule.rates(options);
          const step = Math.floor(at * (options.steps - 1));
          expect(rates).toHaveLength(options.steps);
          expect(rates[step]).toBe(schedule.rate(step, options));
          expect(rates.at(-1)).toBe(schedule.rate(options.steps - 1, options));
        }),
        {numRuns: 30}
      );
    });

    it("rates throws a RangeError where an option leaves its range", () => {
      expect(() => schedule.rates({...published, peak: 0})).toThrow("bad peak: 0 (expected ");
    });

    it.each([0, 1])("rate(0) is the peak where warmup is %i", (warmup) => {
      expect(schedule.rate(0, {...published, warmup})).toBe(3e-4);
    });

    it.each([
      ["step", -1, published],
      ["step", 24001, published],
      ["step", NaN, published],
      ["steps", 2160, {...published, steps: 2160}],
      ["steps", 1e4 + 0.5, {...published, steps: 1e4 + 0.5}],
      ["warmup", -1, {...published, warmup: -1}],
      ["warmup", 1.5, {...published, warmup: 1.5}],
      ["peak", 0, {...published, peak: 0}],
      ["peak", Infinity, {...published, peak: Infinity}],
      ["floor", -0.1, {...published, floor: -0.1}],
      ["floor", 1.1, {...published, floor: 1.1}]
    ])("rate throws a RangeError that names %s %d", (name, value, options) => {
      const step = name === "step" ? value : 10;
      expect(() => schedule.rate(step, options)).toThrow(RangeError);
      expect(() => schedule.rate(step, options)).toThrow(`bad ${name}: ${value} (expected `);
    });
  });
});

describe("constant", () => {
  it("rate(steps) is still the peak", () => expect(constant.rate(24000, published)).toBe(3e-4));
});

describe("cosine", () => {
  it("rate(steps) is the floor where stretch is 1, which is the default", () => {
    fc.assert(
      fc.property(valid, ({stretch: _, ...options}) => {
        expect(cosine.rate(options.steps, options) / (options.floor * options.peak)).toBeCloseTo(1, 9);
      })
    );
  });

  it("rate(halfway) is the mean of peak and floor", () => {
    expect(cosine.rate((24000 + 2160) / 2, published)).toBeCloseTo(1.65e-4, 12);
  });

  it("rate with stretch k is the rate of a run k times as long", () => {
    fc.assert(
      fc.property(valid, fc.integer({min: 1, max: 6}), share, (options, stretch, at) => {
        const step = at * options.steps;
        const long = {...options, steps: stretch * options.steps, stretch: 1};
        expect(cosine.rate(step, {...options, stretch})).toBeCloseTo(cosine.rate(step, long), 12);
      })
    );
  });

  // The column lr of the runs cosine_24000 and cosine_72000 at step 23 920, as printed.
  it("rate(23920) is the published one, matched and stretched by 3", () => {
    expect(cosine.rate(23920, published).toExponential(6)).toBe("3.000894e-5");
    expect(cosine.rate(23920, {...published, stretch: 3}).toExponential(6)).toBe("2.403299e-4");
  });

  it.each([0.99, 0, NaN, Infinity])("rate throws a RangeError where stretch is %d", (stretch) => {
    expect(() => cosine.rate(10, {...published, stretch})).toThrow(`bad stretch: ${stretch} (expected `);
  });
});

describe("linear", () => {
  it("rate(halfway) is the mean of peak and floor", () => {
    expect(linear.rate((24000 + 2160) / 2, published)).toBeCloseTo(1.65e-4, 12);
  });

  it("rate(steps) is the floor, which may be 0", () => {
    fc.assert(
      fc.property(valid, (options) => {
        expect(linear.rate(options.steps, options) / (options.floor * options.peak)).toBeCloseTo(1, 9);
      })
    );
    expect(linear.rate(24000, {...published, floor: 0})).toBe(0);
  });

  it("rate is that of wsd-linear whose decay is the whole run after warm-up", () => {
    fc.assert(
      fc.property(valid, share, (options, at) => {
        const step = at * options.steps;
        const whole = {...options, decaySteps: options.steps - options.warmup};
        expect(linear.rate(step, options) / options.peak).toBeCloseTo(
          wsdLinear.rate(step, whole) / options.peak,
          12
        );
      })
    );
  });
});

// A quarter into its decay, the square root is half-way down.
describe("wsd-sqrt", () => {
  it("rate(a quarter into the decay) is the mean of peak and floor", () => {
    expect(wsdSqrt.rate(21000, published)).toBeCloseTo(1.65e-4, 12);
  });

  it("rate falls to exactly 0 where the floor is 0", () => {
    expect(wsdSqrt.rate(24000, {...published, floor: 0})).toBe(0);
  });

  it("rate is never above that of wsd-linear", () => {
    fc.assert(
      fc.property(valid, share, (options, at) => {
        const step = at * options.steps;
        expect(wsdSqrt.rate(step, options)).toBeLessThanOrEqual(wsdLinear.rate(step, options) * slack);
      })
    );
  });
});

describe.each([
  ["wsd-linear", wsdLinear, 1.65e-4],
  ["wsd-exponential", wsdExponential, 3e-4 * Math.sqrt(0.1)],
  ["wsd-sqrt", wsdSqrt, 3e-4 - 2.7e-4 * Math.SQRT1_2]
] as const)("%s", (_, schedule, middle) => {
  it("rate(step) is the peak until the decay begins", () => {
    expect(schedule.rate(2160, published)).toBe(3e-4);
    expect(schedule.rate(20000, published)).toBe(3e-4);
    expect(schedule.rate(20001, published)).toBeLessThan(3e-4);
  });

  it("rate(middle of the decay) is half-way on its own shape", () => {
    expect(schedule.rate(22000, published)).toBeCloseTo(middle, 12);
  });

  it("rate(steps) is the floor", () => {
    fc.assert(
      fc.property(valid, (options) => {
        expect(schedule.rate(options.steps, options) / (options.floor * options.peak)).toBeCloseTo(1, 9);
      })
    );
  });

  it.each([0, -1, 1.5, 21841])("rate throws a RangeError where decaySteps is %d", (decaySteps) => {
    expect(() => schedule.rate(10, {...published, decaySteps})).toThrow(
      `bad decaySteps: ${decaySteps} (expected `
    );
  });
});

describe("wsd-exponential", () => {
  it("rate throws a RangeError where the floor is 0", () => {
    expect(() => wsdExponential.rate(10, {...published, floor: 0})).toThrow("bad floor: 0 (expected ");
  });
});
