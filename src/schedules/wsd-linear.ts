import {checkDecay, decayProgress, defineSchedule, type DecayOptions} from "../core/define/schedule.ts";

/** Warm-up, stable, and a straight decay to the floor at the end of the run. */
export default defineSchedule<DecayOptions>({
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
  check: checkDecay,
  share: (step, options) => 1 + (options.floor - 1) * decayProgress(step, options)
});
