import {checkDecay, decayProgress, defineSchedule, type DecayOptions} from "../core/define/schedule.ts";
import {hagele2024} from "../data/works/hagele2024.ts";

/** Warm-up, stable, and a decay to the floor at the end of the run that starts steep and levels off. */
export default defineSchedule<DecayOptions>({
  title: {en: "Warm-up, stable, 1-sqrt decay"},
  description: {
    en:
      "After warm-up the learning rate stays at its peak, and falls at the end by the square root of the part of " +
      "the decay that is done. Its authors let it fall to zero; a floor above zero squeezes the same shape."
  },
  tex: String.raw`\eta(i) = \begin{cases} p & i < T - d \\ p + (q - p)\sqrt{\dfrac{i - (T - d)}{d}} & i \ge T - d \end{cases}`,
  source: {
    ...hagele2024,
    locator: "the constant rate with (1-sqrt) cooldown"
  },
  check: checkDecay,
  share: (step, options) => 1 + (options.floor - 1) * Math.sqrt(decayProgress(step, options))
});
