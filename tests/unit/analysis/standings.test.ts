import fc from "fast-check";
import {describe, expect, it} from "vitest";
import race from "../../../src/charts/race.ts";
import {defaultState, namedState} from "../../../src/core/define/chart.ts";
import {noise} from "../../../src/core/math/crossings.ts";
import {spread} from "../../../src/charts/race/spread.ts";
import {computeAt, runOf, runs, type ComputeAxis, type Family} from "../../../src/analysis/runs.ts";
import {smoothedCurve, strayAtStart} from "../../../src/analysis/smoothed-curve.ts";
import {standings} from "../../../src/analysis/standings.ts";

const llama1 = runs.filter(({family}) => family === "llama1");
const llama2 = runs.filter(({family}) => family === "llama2");
const families: Readonly<Record<Family, typeof runs>> = {llama1, llama2};

/**
 * Claims check, section 1: tokens (1e9) and loss at the end of each run, for every run still going. A smoothed curve
 * leans on one side alone at its end, which the tolerance of 0.004 allows for.
 */
const atTheEnds = [
  [
    "llama1",
    82_432,
    {"7B": [1006.6, 1.8034], "13B": [613.9, 1.7982], "33B": [217.7, 1.8221], "65B": [113.0, 1.8508]}
  ],
  ["llama1", 135_168, {"13B": [1006.6, 1.7308], "33B": [357.0, 1.7798], "65B": [185.2, 1.7987]}],
  ["llama1", 530_432, {"33B": [1400.9, 1.6189], "65B": [726.8, 1.6664]}],
  ["llama1", 1_022_362, {"65B": [1400.9, 1.559]}],
  [
    "llama2",
    184_320,
    {"7B": [2013.3, 1.7451], "13B": [1006.6, 1.7673], "34B": [354.4, 1.7528], "70B": [213.9, 1.7482]}
  ],
  ["llama2", 368_640, {"13B": [2013.3, 1.6646], "34B": [708.8, 1.6997], "70B": [427.8, 1.6897]}],
  ["llama2", 1_038_336, {"34B": [1996.5, 1.5717], "70B": [1205.0, 1.5888]}],
  ["llama2", 1_720_320, {"70B": [1996.5, 1.4964]}]
] as const;

describe("standings", () => {
  it.each(atTheEnds)("standings(%s, gpu-hours, %i) has %j", (family, hours, expected) => {
    const {order} = standings(families[family], "gpu-hours", hours);
    const stillGoing = order.filter(({run}) => run.gpuHours >= hours);
    expect(stillGoing.map(({run}) => run.model).sort()).toEqual(Object.keys(expected).sort());
    for (const {run, tokens, loss, status} of stillGoing) {
      const [statedTokens, statedLoss] = (expected as Record<string, readonly [number, number]>)[run.model]!;
      expect(Math.abs(tokens - statedTokens)).toBeLessThan(1);
      expect(Math.abs(loss! - statedLoss)).toBeLessThan(0.004);
      expect(status).toBe(run.gpuHours === hours ? "finished" : "running");
    }
  });

  it("standings(runs, axis, compute) hides a run until its curve begins, and keeps the last loss of one that ended", () => {
    const first = runOf("llama1-7B");
    const start = computeAt(first, first.tokens[0]!, "gpu-hours");
    const statuses = (compute: number): string[] =>
      standings(llama1, "gpu-hours", compute).order.map(({run, status}) => `${run.model} ${status}`);
    expect(statuses(0.99 * start)).toEqual(["7B hidden", "13B hidden", "33B hidden", "65B hidden"]);
    expect(statuses(start)).toEqual(["7B running", "13B hidden", "33B hidden", "65B hidden"]);
    const [end, later] = [82_432, 1_000_000].map((hours) =>
      standings(llama1, "gpu-hours", hours).order.find(({run}) => run === first)
    );
    expect(end).toEqual(later);
    expect(end!.status).toBe("finished");
    expect(standings(llama1, "gpu-hours", 0.5 * start).order[0]!.loss).toBeUndefined();
    expect(standings(llama1, "gpu-hours", 0.5 * start).order[0]!.tokens).toBeCloseTo(first.tokens[0]! / 2, 9);
  });

  // Passes while both run: claims check, sections 1 and 4. Passes of a finished run: section 1, "GPU-hours to first
  // reach a loss", where it has them.
  it.each([
    [
      "llama1",
      "gpu-hours",
      [
        ["13B", "7B", 10.0e3, false],
        ["33B", "13B", 234_618, true],
        ["65B", "33B", 718_301, true]
      ]
    ],
    [
      "llama1",
      "flops",
      [
        ["13B", "7B", 8.9e21, false],
        ["7B", "13B", 2.29e22, false],
        ["13B", "7B", undefined, true],
        ["33B", "13B", undefined, true],
        ["65B", "33B", undefined, true]
      ]
    ],
    [
      "llama2",
      "gpu-hours",
      [
        ["13B", "7B", 21e3, false],
        ["34B", "13B", 77e3, false],
        ["7B", "34B", 145e3, false],
        ["70B", "7B", 191_828, true],
        ["13B", "70B", 275e3, false],
        ["70B", "13B", undefined, true],
        ["34B", "70B", 600e3, false],
        ["70B", "34B", undefined, true]
      ]
    ],
    [
      "llama2",
      "flops",
      [
        ["13B", "7B", 8.1e21, false],
        ["34B", "13B", 2.8e22, false],
        ["13B", "34B", 1.09e23, false],
        ["34B", "13B", undefined, true],
        ["70B", "34B", undefined, true]
      ]
    ]
  ] as const)("standings(%s, %s, all) changes the lead as %j", (family, axis, expected) => {
    const {leadChanges} = standings(families[family], axis, Infinity);
    expect(leadChanges.map(({passing, passed, isAfterEnd}) => [passing, passed, isAfterEnd])).toEqual(
      expected.map(([passing, passed, , isAfterEnd]) => [passing, passed, isAfterEnd])
    );
    leadChanges.forEach(({x}, index) => {
      const place = expected[index]![2];
      if (place !== undefined) expect(Math.abs(x / place - 1)).toBeLessThan(0.06);
    });
  });

  it("standings(runs, axis, compute) has the changes up to compute only, ascending, each of its own key", () => {
    const {leadChanges} = standings(llama2, "gpu-hours", Infinity);
    const places = leadChanges.map(({x}) => x);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(new Set(leadChanges.map(({key}) => key)).size).toBe(leadChanges.length);
    leadChanges.forEach(({x}, index) => {
      expect(standings(llama2, "gpu-hours", x).leadChanges).toHaveLength(index + 1);
      expect(standings(llama2, "gpu-hours", x * 0.9999).leadChanges).toHaveLength(index);
    });
  });

  it("who passed last is first, or so close behind that it is noise", () => {
    fc.assert(
      fc.property(
        fc.constantFrom<Family>("llama1", "llama2"),
        fc.constantFrom<ComputeAxis>("gpu-hours", "flops"),
        fc.double({min: 0, max: 1, noNaN: true}),
        (family, axis, share) => {
          const all = families[family];
          const from = computeAt(all[0]!, all[0]!.tokens[0]!, axis);
          const to = computeAt(all[3]!, all[3]!.plottedTokens, axis);
          const {order, leadChanges} = standings(all, axis, from * (to / from) ** share);
          const leader = order.find(({run}) => run.model === (leadChanges.at(-1)?.passing ?? "7B"))!;
          expect(leader.loss! - order[0]!.loss!).toBeLessThanOrEqual(noise * 1.05);
        }
      ),
      {numRuns: 300}
    );
  });
});

describe("race", () => {
  it.each([
    ["start", "7B", 2],
    ["7b-leads", "7B", 2],
    ["13b-leads", "13B", 4],
    ["33b-leads", "33B", 4],
    ["finish", "65B", 4],
    ["flops-7b-leads", "7B", 4],
    ["llama2-34b-leads", "34B", 4],
    ["llama2-7b-leads", "7B", 4],
    ["llama2-13b-leads", "13B", 4],
    ["llama2-finish", "70B", 4]
  ])("in the state %s the %s leads for certain, among %i in view", (name, leader, count) => {
    const state = namedState(race, name);
    const text = race.describe(state).en;
    expect(text).toMatch(new RegExp(`In order: ${leader} at`));
    expect(race.summary(state).en).toMatch(new RegExp(`the ${leader} leads the .* by 0\\.[0-9]{3} nats`));
    expect(text.match(/, (running|finished), /g)).toHaveLength(count);
  });

  it.each([0, 100])("draws the course from end to end: time %i", (time) => {
    const state = {...defaultState(race.inputs), time};
    const expected = time === 0 ? /only the 7B is in view/ : /the 65B leads the 33B by 0\.059/;
    expect(race.summary(state).en).toMatch(expected);
  });

  it("says how the favourite stands", () => {
    const said = (time: number, favourite: string): string =>
      race.summary({...defaultState(race.inputs), time, favourite}).en;
    expect(said(46, "2")).toMatch(/Your favourite, the 13B, is first\.$/);
    expect(said(46, "3")).toMatch(/Your favourite, the 33B, is third, 0\.0\d\d behind\.$/);
    expect(said(60, "1")).toMatch(/Your favourite, the 7B, is level with the leader\.$/);
    expect(said(10, "4")).toMatch(/Your favourite, the 65B, is not in view yet\.$/);
  });
});

describe("smoothedCurve", () => {
  it.each(runs.map((run) => [run.key, run] as const))(
    "smoothedCurve(%s, 120) goes from the first point to the plotted end, and falls near the data",
    (_, run) => {
      const {tokens, loss} = smoothedCurve(run, 120);
      expect([tokens.length, loss.length]).toEqual([120, 120]);
      expect(tokens[0]).toBe(run.tokens[0]);
      expect(tokens.at(-1)! / run.plottedTokens).toBeCloseTo(1, 12);
      // Llama 2’s first bins hold one to three points each and lie far apart.
      expect(strayAtStart([run])).toBeLessThan(run.family === "llama1" ? 0.01 : 0.03);
      expect(Math.abs(loss[0]! - run.loss[0]!)).toBe(strayAtStart([run]));
      // The smoothed losses rise by no more than noise from one knot to the next.
      loss.slice(1).forEach((value, index) => expect(value - loss[index]!).toBeLessThan(noise));
    }
  );
});

describe("spread", () => {
  it.each([
    [[1, 5, 9], 2, [1, 5, 9]],
    [[1, 1], 2, [0, 2]],
    [[0, 1, 10], 2, [-0.5, 1.5, 10]],
    [[0, 0, 1], 1, [-2 / 3, 1 / 3, 4 / 3]],
    [[], 1, []]
  ])("spread(%j, %d) is %j", (values, room, expected) => {
    spread(values, room).forEach((value, index) => expect(value).toBeCloseTo(expected[index]!, 12));
  });

  it("spread(values, room) keeps order, room and mean", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({min: -10, max: 10, noNaN: true}), {minLength: 1, maxLength: 8}),
        fc.double({min: 0.1, max: 5, noNaN: true}),
        (values, room) => {
          const sorted = values.toSorted((a, b) => a - b);
          const moved = spread(sorted, room);
          const mean = (all: readonly number[]): number =>
            all.reduce((sum, value) => sum + value, 0) / all.length;
          expect(mean(moved)).toBeCloseTo(mean(sorted), 9);
          moved
            .slice(1)
            .forEach((value, index) => expect(value - moved[index]!).toBeGreaterThan(room - 1e-9));
        }
      )
    );
  });
});
