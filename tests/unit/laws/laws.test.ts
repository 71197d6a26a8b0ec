import fc from "fast-check";
import katex from "katex";
import {describe, expect, it} from "vitest";
import vectors from "../../../src/data/multi-power-law-vectors.ts";
import scalingLaws from "../../../src/data/scaling-laws.ts";
import chinchilla, {type Coefficients} from "../../../src/laws/chinchilla.ts";
import multiPower, {type MultiPowerParameters} from "../../../src/laws/multi-power.ts";
import type {Law} from "../../../src/core/define/law.ts";
import type {Schedule, ScheduleOptions} from "../../../src/core/define/schedule.ts";
import constant from "../../../src/schedules/constant.ts";
import cosine from "../../../src/schedules/cosine.ts";
import wsdExponential from "../../../src/schedules/wsd-exponential.ts";
import wsdLinear from "../../../src/schedules/wsd-linear.ts";

const files = import.meta.glob<Law>("../../../src/laws/*.ts", {eager: true, import: "default"});
const laws = Object.entries(files).map(([file, law]) => [file.replace(/^.*\/|\.ts$/g, ""), law] as const);

describe("src/laws", () => {
  it("holds laws", () => expect(laws.length).toBeGreaterThanOrEqual(4));

  describe.each(laws)("%s", (_, law) => {
    it("states a title, a description and a source", () => {
      expect(law.title.en).not.toBe("");
      expect(law.description.en).toMatch(/\.$/);
      expect(law.source.url).toMatch(/^https:/);
      expect(law.source.locator).not.toBe("");
    });

    it("tex is rendered by KaTeX", () => {
      expect(() => katex.renderToString(law.tex, {throwOnError: true, strict: "error"})).not.toThrow();
    });
  });
});

const {coefficientsOf, computeFor, computeOptimal, loss} = chinchilla;

const coefficients: fc.Arbitrary<Coefficients> = fc.record({
  E: fc.double({min: 0, max: 3, noNaN: true}),
  A: fc.double({min: 10, max: 5000, noNaN: true}),
  B: fc.double({min: 10, max: 5000, noNaN: true}),
  alpha: fc.double({min: 0.2, max: 0.6, noNaN: true}),
  beta: fc.double({min: 0.2, max: 0.6, noNaN: true})
});
const count = fc.double({min: 6, max: 13, noNaN: true}).map((exponent) => 10 ** exponent);
const budget = fc.double({min: 18, max: 26, noNaN: true}).map((exponent) => 10 ** exponent);

describe("chinchilla", () => {
  it("loss({parameters, tokens}) is above E and falls in both", () => {
    fc.assert(
      fc.property(
        coefficients,
        count,
        count,
        fc.double({min: 1.01, max: 10, noNaN: true}),
        (fit, N, D, factor) => {
          const here = loss({parameters: N, tokens: D}, fit);
          expect(here).toBeGreaterThan(fit.E);
          expect(loss({parameters: N * factor, tokens: D}, fit)).toBeLessThan(here);
          expect(loss({parameters: N, tokens: D * factor}, fit)).toBeLessThan(here);
        }
      )
    );
  });

  it("computeOptimal(flops) spends exactly flops = 6ND", () => {
    fc.assert(
      fc.property(coefficients, budget, (fit, flops) => {
        const {parameters, tokens} = computeOptimal(flops, fit);
        expect((6 * parameters * tokens) / flops).toBeCloseTo(1, 9);
      })
    );
  });

  it("computeOptimal(flops) is a stationary minimum along 6ND = flops", () => {
    fc.assert(
      fc.property(coefficients, budget, (fit, flops) => {
        const {parameters, tokens} = computeOptimal(flops, fit);
        const aside = (factor: number): number =>
          loss({parameters: parameters * factor, tokens: tokens / factor}, {...fit, E: 0});
        expect(aside(1.3)).toBeGreaterThan(aside(1));
        expect(aside(1 / 1.3)).toBeGreaterThan(aside(1));
        expect((aside(1.001) - aside(1 / 1.001)) / aside(1)).toBeCloseTo(0, 7);
      })
    );
  });

  it("computeFor(flops, nats) buys those nats at the optimum", () => {
    const fit = coefficientsOf("epoch-replication");
    const best = (flops: number): number => loss(computeOptimal(flops, fit), fit);
    fc.assert(
      fc.property(budget, fc.double({min: 0.01, max: 0.99, noNaN: true}), (flops, share) => {
        const nats = share * (best(flops) - fit.E);
        expect(best(flops) - best(flops * computeFor(flops, nats, fit))).toBeCloseTo(nats, 9);
      })
    );
    expect(() => computeFor(1e22, 1, fit)).toThrow("out of reach: 1 nats (expected less than 0.3");
  });

  const complete = scalingLaws.rows.filter((row) => row.E !== null).map((row) => row.name);
  it("coefficientsOf finds five fits", () => expect(complete).toHaveLength(5));

  // Hoffmann et al. print 0.46 and 0.54; their rounded alpha and beta give 0.4516 and 0.5484.
  it.each(complete)("computeOptimal(flops, coefficientsOf(%j)) grows by the exponents listed", (name) => {
    const row = scalingLaws.rows.find((candidate) => candidate.name === name)!;
    const fit = coefficientsOf(name);
    const [less, more] = [1e21, 1e22].map((flops) => computeOptimal(flops, fit)) as [
      ReturnType<typeof computeOptimal>,
      ReturnType<typeof computeOptimal>
    ];
    const tolerance = name === "hoffmann-approach-3" ? 0.009 : 0.0002;
    expect(Math.abs(Math.log10(more.parameters / less.parameters) - row.size_exponent)).toBeLessThan(
      tolerance
    );
    expect(Math.abs(Math.log10(more.tokens / less.tokens) - row.data_exponent)).toBeLessThan(tolerance);
  });

  // Claims check, section 3(e): what more tokens would take off the loss of a 7B from 2.013e12 to 18.8e12.
  it.each([
    ["hoffmann-approach-3", 0.0685],
    ["epoch-replication", 0.0368]
  ] as const)(
    "loss with coefficientsOf(%j) falls by %f from 2.0133 to 18.79 trillion tokens",
    (name, fall) => {
      const at = (tokens: number): number => loss({parameters: 7e9, tokens}, coefficientsOf(name));
      expect(at(2.0133e12) - at(18.79e12)).toBeCloseTo(fall, 4);
    }
  );

  it("coefficientsOf throws where a fit has exponents only", () => {
    expect(() => coefficientsOf("kaplan")).toThrow("fit without coefficients: kaplan (expected ");
  });

  it("coefficientsOf throws where there is no such fit", () => {
    expect(() => coefficientsOf("nobody" as "kaplan")).toThrow("unknown fit: nobody (expected ");
  });
});

/** Every option that any schedule takes. */
interface AnyOptions extends ScheduleOptions {
  readonly stretch: number;
  readonly decaySteps: number;
}

const scheduleFiles = import.meta.glob<Schedule<AnyOptions>>("../../../src/schedules/*.ts", {
  eager: true,
  import: "default"
});
const schedules = Object.entries(scheduleFiles).map(
  ([file, schedule]) => [file.replace(/^.*\/|\.ts$/g, ""), schedule] as const
);

const peak = 3e-4;
const options = {warmup: 2160, peak, floor: 0.1};

/** Learning rates of the runs in the multi-power law's repository, by name. */
const publishedRates: Readonly<Record<string, readonly number[]>> = {
  cosine_24000: rates(24000, (step) => cosine.rate(step, {...options, steps: 24000})),
  cosine_72000: rates(72000, (step) => cosine.rate(step, {...options, steps: 72000})),
  constant_24000: rates(24000, (step) => constant.rate(step, {...options, steps: 24000})),
  constant_72000: rates(72000, (step) => constant.rate(step, {...options, steps: 72000})),
  wsd_20000_24000: rates(24000, (step) =>
    wsdExponential.rate(step, {...options, steps: 24000, decaySteps: 4000})
  ),
  wsdld_20000_24000: rates(24000, (step) =>
    wsdLinear.rate(step, {...options, steps: 24000, decaySteps: 4000})
  ),
  wsdcon_3: steppedRates(3e-5),
  wsdcon_9: steppedRates(9e-5),
  wsdcon_18: steppedRates(18e-5)
};

function rates(steps: number, rate: (step: number) => number): number[] {
  return Array.from({length: steps}, (_, step) => rate(step));
}

/** A constant rate that drops to another at step 8000 of 16 000. */
function steppedRates(second: number): number[] {
  return rates(16000, (step) => (step < 8000 ? constant.rate(step, {...options, steps: 16000}) : second));
}

const {curve, parametersOf, sketch} = multiPower;

describe("multi-power", () => {
  const series = [...Map.groupBy(vectors.rows, ({model, schedule}) => `${model} ${schedule}`).values()];
  it("is tested on 216 vectors of 27 runs", () => {
    expect(vectors.rows).toHaveLength(216);
    expect(series).toHaveLength(27);
  });

  it.each(series.map((rows) => [rows[0]!.model, rows[0]!.schedule, rows] as const))(
    "curve for %s, %s is the published one within 1e-6",
    (model, schedule, rows) => {
      const steps = rows.map((row) => row.step);
      const losses = curve(publishedRates[schedule]!, parametersOf(model), steps);
      rows.forEach((row, index) => {
        expect(Math.abs(losses[index]! - row.loss)).toBeLessThan(1e-6);
      });
    }
  );

  it.each(series.map((rows) => [rows[0]!.model, rows[0]!.schedule, rows] as const))(
    "sketch for %s, %s is the published curve within 1e-4",
    (model, schedule, rows) => {
      const steps = rows.map((row) => row.step);
      const losses = sketch(publishedRates[schedule]!, parametersOf(model), steps);
      rows.forEach((row, index) => {
        expect(Math.abs(losses[index]! - row.loss)).toBeLessThan(1e-4);
      });
    }
  );

  const small: MultiPowerParameters = {L0: 3, A: 0.5, alpha: 0.5, B: 300, C: 2, beta: 0.6, gamma: 0.6};
  const someRates = fc
    .array(fc.double({min: 1e-6, max: 1e-2, noNaN: true}), {minLength: 2, maxLength: 40})
    .map((values) => [0, ...values]);

  it("curve is the double sum of the formula", () => {
    fc.assert(
      fc.property(someRates, (eta) => {
        const t = eta.length - 1;
        const sum = (from: number, to: number): number => eta.slice(from, to + 1).reduce((a, b) => a + b, 0);
        let reduction = 0;
        for (let k = 1; k <= t; ++k) {
          reduction += (eta[k - 1]! - eta[k]!) * (1 - (1 + 2 * eta[k]! ** -0.6 * sum(k, t)) ** -0.6);
        }
        expect(multiPower.loss(t, eta, small)).toBeCloseTo(3 + 0.5 * sum(0, t) ** -0.5 - 300 * reduction, 9);
      })
    );
  });

  it("curve knows nothing of later steps", () => {
    fc.assert(
      fc.property(someRates, someRates, (eta, later) => {
        const step = eta.length - 1;
        expect(multiPower.loss(step, [...eta, ...later], small)).toBe(multiPower.loss(step, eta, small));
      })
    );
  });

  it("curve is L0 + A · S^-alpha where the rate never changes", () => {
    const [loss] = curve(Array<number>(100).fill(1e-3), small, [99]);
    expect(loss).toBeCloseTo(3 + 0.5 * 0.1 ** -0.5, 12);
  });

  it("curve is finite where the rate falls to exactly 0", () => {
    expect(curve([1e-3, 1e-3, 0, 0], small, [1, 2, 3]).every(Number.isFinite)).toBe(true);
  });

  const runs = fc
    .record({
      warmup: fc.integer({min: 0, max: 500}),
      rest: fc.integer({min: 500, max: 6000}),
      peak: fc.double({min: 5e-5, max: 1e-3, noNaN: true}),
      floor: fc.double({min: 1e-3, max: 1, noNaN: true}),
      stretch: fc.double({min: 1, max: 5, noNaN: true}),
      decayShare: fc.double({min: 0, max: 1, noNaN: true})
    })
    .map(({warmup, rest, decayShare, ...others}): AnyOptions => ({
      ...others,
      warmup,
      steps: warmup + rest,
      decaySteps: Math.max(1, Math.round(decayShare * rest))
    }));
  const shares = fc.array(fc.double({min: 0, max: 1, noNaN: true}), {minLength: 1, maxLength: 12});
  const models = ["25M", "100M", "400M"] as const;

  function expectSketched(eta: ArrayLike<number>, at: readonly number[]): void {
    const steps = at.map((each) => Math.max(1, Math.round(each * (eta.length - 1))));
    for (const model of models) {
      const exact = curve(eta, parametersOf(model), steps);
      sketch(eta, parametersOf(model), steps).forEach((loss, index) => {
        expect(Math.abs(loss - exact[index]!)).toBeLessThan(1e-4);
      });
    }
  }

  it.each(schedules)(
    "sketch is curve within 1e-4 on any %s schedule, whatever the order of steps",
    (_, schedule) => {
      fc.assert(
        fc.property(runs, shares, (run, at) => {
          expectSketched(
            rates(run.steps, (step) => schedule.rate(step, run)),
            at
          );
        }),
        {numRuns: 40}
      );
    }
  );

  it("sketch is curve within 1e-4 on any rates joined by straight lines, up and down", () => {
    const corners = fc.array(fc.double({min: 0, max: 1e-3, noNaN: true}), {minLength: 2, maxLength: 20});
    fc.assert(
      fc.property(corners, fc.integer({min: 1, max: 300}), shares, (values, stride, at) => {
        const eta = rates((values.length - 1) * stride + 1, (step) => {
          const corner = Math.min(values.length - 2, Math.floor(step / stride));
          const share = step / stride - corner;
          return values[corner]! * (1 - share) + values[corner + 1]! * share;
        });
        expectSketched([1e-4, ...eta], at);
      }),
      // One large rise beside small falls, for which the polynomial of a node isn't good enough.
      {examples: [[[7.936584595479629e-4, 0, 0, 0, 0, 0, 0, 0, 0], 299, [0.0035520267446719597]]]}
    );
  });

  it("sketch is curve itself before the rate has changed a second time", () => {
    fc.assert(
      fc.property(
        someRates.map(([, first, second]) => [first!, second ?? first!, second ?? first!]),
        (eta) => {
          const exact = curve(eta, small, [1, 2]);
          sketch(eta, small, [2, 1]).forEach((loss, index) => {
            expect(loss).toBeCloseTo(exact[1 - index]!, 9);
          });
        }
      )
    );
  });

  it("sketch is finite, and curve within 1e-4, where the rate falls to exactly 0 and stays there", () => {
    const eta = [...Array<number>(50).fill(3e-4), ...Array<number>(9).fill(0)];
    const steps = [1, 49, 50, 51, 58];
    const exact = curve(eta, parametersOf("400M"), steps);
    sketch(eta, parametersOf("400M"), steps).forEach((loss, index) => {
      expect(Math.abs(loss - exact[index]!)).toBeLessThan(1e-4);
    });
  });

  it("sketch throws as curve does", () => {
    expect(() => sketch([1e-3, 1e-3], small, [2])).toThrow("bad step: 2 (expected ");
    expect(() => sketch([0, 0, 1e-3], small, [1])).toThrow("no learning up to step 1: 0 (expected ");
  });

  it.each([0, -1, 4, 1.5, NaN])("curve throws a RangeError at step %d of 4", (step) => {
    expect(() => curve([1e-3, 1e-3, 1e-3, 1e-3], small, [step])).toThrow(`bad step: ${step} (expected `);
  });

  it("curve throws where nothing has been learned", () => {
    expect(() => curve([0, 0, 1e-3], small, [1])).toThrow("no learning up to step 1: 0 (expected ");
  });

  it("parametersOf throws where there is no such model", () => {
    expect(() => parametersOf("7B" as "25M")).toThrow("unknown model: 7B (expected ");
  });
});
