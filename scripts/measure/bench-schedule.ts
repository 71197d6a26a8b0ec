import {median} from "./measure-report.ts";
import {withModules} from "../../integrations/project-vite.ts";

const [knots, rounds] = [120, 9];

interface Row {
  readonly schedule: string;
  readonly steps: number;
  /** Median ms over the rounds. */
  readonly exact: number;
  readonly sketch: number;
  /** Largest difference of the two, in nats per token. */
  readonly error: number;
}

/** Times the multi-power law, its exact sum against its sketch, at the plotted steps of every kind of run. */
async function timeLaw(): Promise<Row[]> {
  return withModules(async (load) => {
    const {schedules} = await load("/src/registry.ts");
    const {curve, parametersOf, sketch} = await load("/src/laws/multi-power.ts");
    const parameters = parametersOf("400M");
    return [24_000, 72_000].flatMap((steps) =>
      [...schedules].map(([schedule, {rate}]): Row => {
        const options = {steps, warmup: 2160, peak: 3e-4, floor: 0.1, decaySteps: steps / 6};
        const rates = Float64Array.from({length: steps}, (_, step) => rate(step, options));
        const at = Array.from({length: knots}, (_, knot) =>
          Math.round(2160 + ((steps - 2161) * knot) / (knots - 1))
        );
        const exact = time(() => curve(rates, parameters, at));
        const sketched = time(() => sketch(rates, parameters, at));
        const error = Math.max(
          ...exact.losses.map((loss, index) => Math.abs(loss - (sketched.losses[index] ?? NaN)))
        );
        return {schedule, steps, exact: exact.duration, sketch: sketched.duration, error};
      })
    );
  });
}

/** Median ms of the rounds, of which the first isn't counted: nothing is compiled yet. */
function time(evaluate: () => number[]): {losses: number[]; duration: number} {
  const losses = evaluate();
  const durations = Array.from({length: rounds}, () => {
    const start = performance.now();
    evaluate();
    return performance.now() - start;
  });
  return {losses, duration: median(durations)};
}

const rows = await timeLaw();
console.log(
  `multi-power law at ${knots} steps of a run, 400M; median of ${rounds} rounds, Node ${process.version}`
);
console.log("schedule         steps   exact ms  sketch ms  ratio  largest error (nat/token)");
for (const {schedule, steps, exact, sketch, error} of rows) {
  console.log(
    [
      schedule.padEnd(15),
      String(steps).padStart(6),
      exact.toFixed(1).padStart(10),
      sketch.toFixed(2).padStart(10),
      (exact / sketch).toFixed(0).padStart(6),
      error.toExponential(1).padStart(10)
    ].join(" ")
  );
}
