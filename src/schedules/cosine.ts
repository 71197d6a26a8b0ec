import {checkThat, defineSchedule, type ScheduleOptions} from "../core/define/schedule.ts";
import {hoffmann2022} from "../data/works/hoffmann2022.ts";

export interface CosineOptions extends ScheduleOptions {
  /** Cycle length as a multiple of `steps`, finite, >= 1; above 1 the run stops before the floor. Default 1. */
  readonly stretch?: number;
}

/** Half a cosine from the peak to the floor, over a cycle that may be longer than the run. */
export default defineSchedule<CosineOptions>({
  title: {en: "Cosine"},
  description: {
    en:
      "After warm-up the learning rate follows half a cosine down to the floor. " +
      "Where the cycle is longer than the run, the run stops before the rate has come down."
  },
  tex: String.raw`\eta(i) = q + \frac{p - q}{2}\left(1 + \cos\frac{\pi\,(i - W)}{kT - W}\right)`,
  source: {
    ...hoffmann2022,
    locator: "Appendix B and Figure A1 (cycle lengths of 1 to 5 times the run)"
  },
  check({stretch = 1}) {
    checkThat("stretch", stretch, Number.isFinite(stretch) && stretch >= 1, "a finite number >= 1");
  },
  share(step, {steps, warmup, floor, stretch = 1}) {
    const phase = (Math.PI * (step - warmup)) / (stretch * steps - warmup);
    return floor + ((1 - floor) / 2) * (1 + Math.cos(phase));
  }
});
