import {checkDecay, decayProgress, defineSchedule, type DecayOptions} from "../core/define/schedule.ts";
import {hagele2024} from "../data/works/hagele2024.ts";

/** Warm-up, stable, and a straight decay to the floor at the end of the run. */
export default defineSchedule<DecayOptions>({
  title: {en: "Warm-up, stable, linear decay"},
  description: {
    en: "After warm-up the learning rate stays at its peak, and falls along a straight line to the floor at the end."
  },
  tex: String.raw`\eta(i) = \begin{cases} p & i < T - d \\ p + (q - p)\,\dfrac{i - (T - d)}{d} & i \ge T - d \end{cases}`,
  source: {
    ...hagele2024,
    locator: "the constant rate with linear cooldown"
  },
  check: checkDecay,
  share: (step, options) => 1 + (options.floor - 1) * decayProgress(step, options)
});
