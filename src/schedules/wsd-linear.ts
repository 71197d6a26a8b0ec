import {checkThat, defineSchedule, type ScheduleOptions} from "../lib/schedule.ts";

export interface WsdLinearOptions extends ScheduleOptions {
  /** Steps of the decay that ends the run, an integer in [1, steps - warmup]. */
  readonly decaySteps: number;
}

/** Warm-up, stable, and a straight decay to the floor at the end of the run. */
export default defineSchedule<WsdLinearOptions>({
  title: {en: "Warm-up, stable, linear decay"},
  description: {
    en: "After warm-up the learning rate stays at its peak, and falls along a straight line to the floor at the end."
  },
  tex: String.raw`\eta(i) = \begin{cases} p & i < T - d \\ p + (q - p)\,\dfrac{i - (T - d)}{d} & i \ge T - d \end{cases}`,
  source: {
    authors: "Hägele et al.",
    title: "Scaling Laws and Compute-Optimal Training Beyond Fixed Training Durations",
    year: 2024,
    url: "https://arxiv.org/abs/2405.18392",
    locator: "the constant rate with linear cooldown",
    accessed: "2026-11-24"
  },
  check({decaySteps, steps, warmup}) {
    const isInRange = Number.isInteger(decaySteps) && decaySteps >= 1 && decaySteps <= steps - warmup;
    checkThat("decaySteps", decaySteps, isInRange, `an integer in [1, ${steps - warmup}]`);
  },
  share(step, {steps, floor, decaySteps}) {
    const done = Math.max(0, (step - (steps - decaySteps)) / decaySteps);
    return 1 + (floor - 1) * done;
  }
});
