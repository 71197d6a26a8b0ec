import {describe, expect, it} from "vitest";
import {namedAnswer, namedState} from "../../../src/core/define/chart.ts";
import {
  forecastPlaces,
  forecastRun,
  forecastStart,
  lineForecast,
  missOf,
  observedRest,
  powerForecasts,
  powerForecast
} from "../../../src/analysis/forecasts.ts";
import {meanLoss} from "../../../src/analysis/mean-loss.ts";
import {charts, find} from "../../../src/registry.ts";
import {runOf} from "../../../src/analysis/runs.ts";

/** Tolerance of the claims check, section 3(e) and (g), in nats per token. */
const tolerance = 0.003;

function expectNear(value: number, expected: number): void {
  expect(Math.abs(value - expected), `${value} is ${expected}`).toBeLessThan(tolerance);
}

const end = forecastPlaces.at(-1)!;

describe("forecasts", () => {
  it("begin at a trillion tokens of Llama 2’s 7B, 0.026 above LLaMA’s, and are held against ten places", () => {
    expectNear(forecastStart.loss, 1.8292);
    expectNear(forecastStart.loss - meanLoss(runOf("llama1-7B"), forecastStart.tokens), 0.0259);
    expect(forecastPlaces).toHaveLength(10);
    expect(end).toBe(forecastRun.plottedTokens);
    expectNear(observedRest.at(-1)!, 1.7451);
  });

  it("see nothing of what they forecast", () => {
    for (const {window} of [lineForecast, ...powerForecasts()]) expect(window!.to).toBe(forecastStart.tokens);
  });

  it("the line predicts 1.7250, 0.020 too low", () => {
    expectNear(lineForecast.at(end), 1.725);
    expectNear(missOf(forecastPlaces.map(lineForecast.at)).end!, -0.02);
  });

  it("power laws predict 1.795 to 1.809, 0.050 to 0.064 too high", () => {
    const losses = powerForecasts().map(({at}) => at(end));
    expectNear(Math.min(...losses), 1.795);
    expectNear(Math.max(...losses), 1.809);
    const ends = powerForecasts().map(({at}) => missOf(forecastPlaces.map(at)).end!);
    expectNear(Math.min(...ends), 0.05);
    expectNear(Math.max(...ends), 0.064);
    expect(powerForecast().at(end)).toBe(Math.min(...losses));
  });
});

describe("missOf", () => {
  it("missOf(the run itself) is nothing", () => {
    expect(missOf(observedRest)).toEqual({mean: 0, end: 0});
  });

  it("missOf(a part) has a mean over that part and no end", () => {
    const {mean, end: atEnd} = missOf([observedRest[0]! + 0.01, observedRest[1]! - 0.03]);
    expect(mean).toBeCloseTo(0.02, 12);
    expect(atEnd).toBeUndefined();
  });
});

describe("draw-the-rest", () => {
  const chart = find("chart", charts, "draw-the-rest");
  const summary = (drawing: readonly number[], reveal: string): string => chart.summary({drawing, reveal}).en;
  const flat = forecastPlaces.map(() => 1.829);

  it("answers with the numbers of the data", () => {
    expect(namedAnswer(chart, "before", "en")).toContain(`is at ${forecastStart.loss.toFixed(3)} nats`);
    const line = missOf(forecastPlaces.map(lineForecast.at)).end!;
    const power = missOf(forecastPlaces.map(powerForecast().at)).end!;
    expect(namedAnswer(chart, "revealed", "en")).toBe(
      `It ended at ${observedRest.at(-1)!.toFixed(3)} nats per token: a line through 300 to 1,000 billion tokens ends ` +
        `${(-line).toFixed(3)} too low, a power law ${power.toFixed(3)} too high.`
    );
  });

  it("gives nothing away before it is revealed", () => {
    const state = namedState(chart, "before");
    const told = JSON.stringify([
      chart.note(state).en,
      chart.describe(state).en,
      chart.reading(state, "en"),
      summary(flat, "no")
    ]);
    expect(told).not.toMatch(/\b1\.7[0-4]|too (low|high)/);
  });

  it.each([
    [flat.slice(0, 3), "no", /^So far your drawing goes to 1\.3 trillion tokens, and to 1\.829 nats/],
    [flat, "no", /ends at 1\.829 nats per token, the same as after a trillion tokens\.$/],
    [flat.map((loss) => loss - 0.1), "no", /ends at 1\.729 nats per token, 0\.100 lower than after/],
    [flat, "yes", /: you are 0\.084 too high there and 0\.051 off on average; the line is 0\.020 too low /],
    [
      flat.slice(0, 2),
      "yes",
      /^As far as you drew, to 1\.2 trillion tokens, you are 0\.015 off on average; /
    ],
    [observedRest.map((loss) => Number(loss.toFixed(3))), "yes", /: you are right there and 0\.000 off /]
  ])("summary of %j, %s, is %s", (drawing, reveal, expected) => {
    expect(summary(drawing, reveal)).toMatch(expected);
  });
});
