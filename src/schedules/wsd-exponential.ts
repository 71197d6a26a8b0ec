import {
  checkDecay,
  checkThat,
  decayProgress,
  defineSchedule,
  type DecayOptions
} from "../core/define/schedule.ts";

export interface WsdExponentialOptions extends DecayOptions {
  /** As in every schedule, but in (0, 1]: no exponential reaches zero. */
  readonly floor: number;
}

/** Warm-up, stable, and an exponential decay to the floor at the end of the run. */
export default defineSchedule<WsdExponentialOptions>({
  title: {en: "Warm-up, stable, exponential decay"},
  description: {
    en: "After warm-up the learning rate stays at its peak, and falls by equal factors to the floor at the end."
  },
  tex: String.raw`\eta(i) = \begin{cases} p & i < T - d \\ p\,(q/p)^{(i - (T - d))/d} & i \ge T - d \end{cases}`,
  source: {
    authors: "Hu et al.",
    title: "MiniCPM: Unveiling the Potential of Small Language Models with Scalable Training Strategies",
    year: 2024,
    url: "https://arxiv.org/abs/2404.06395",
    locator: "the WSD learning rate scheduler, with exponential annealing",
    accessed: "2026-11-24"
  },
  check(options) {
    checkDecay(options);
    checkThat("floor", options.floor, options.floor > 0, "in (0, 1]");
  },
  share: (step, options) => options.floor ** decayProgress(step, options)
});
