import type {Source} from "./dataset.ts";
import type {Localised} from "../i18n/locale.ts";

/** What every learning-rate schedule is told. */
export interface ScheduleOptions {
  /** Length of the run in steps, an integer > `warmup`. */
  readonly steps: number;
  /** Steps of linear warm-up, an integer >= 0; 0 and 1 both mean none, as the last of them is at `peak`. */
  readonly warmup: number;
  /** Highest learning rate, finite, > 0. */
  readonly peak: number;
  /** Last learning rate as a fraction of `peak`, in [0, 1]. */
  readonly floor: number;
}

/** What a schedule is told that keeps its peak and decays at the end of the run. */
export interface DecayOptions extends ScheduleOptions {
  /** Steps of the decay that ends the run, an integer in [1, steps - warmup]. */
  readonly decaySteps: number;
}

/** What a schedule file states: where it comes from, and the rate once warm-up is over. */
export interface ScheduleDefinition<O extends ScheduleOptions = ScheduleOptions> {
  readonly title: Localised;
  readonly description: Localised;
  /** The formula after warm-up, as TeX; the article shows this very string. */
  readonly tex: string;
  readonly source: Source;
  /** Checks the options that only this schedule has. @throws RangeError where one leaves its range. */
  readonly check?: (options: O) => void;
  /** Share of the peak at `step`, a real number in [warmup, steps]; in [0, 1]. */
  readonly share: (step: number, options: O) => number;
}

/** A learning-rate schedule: the rate at each step of a run. */
export interface Schedule<O extends ScheduleOptions = ScheduleOptions> extends Omit<
  ScheduleDefinition<O>,
  "check" | "share"
> {
  /**
   * Learning rate at `step`, 0-based, in the unit of `peak`, in [0, peak].
   *
   * A run takes the steps 0 … steps - 1; `step` may be any real number in [0, steps], as a chart draws it.
   *
   * @throws RangeError where `step` or an option leaves its range.
   */
  readonly rate: (step: number, options: O) => number;
  /**
   * Learning rate of every step of a run, 0 to steps - 1: what `rate` says, its options checked once.
   *
   * @throws RangeError where an option leaves its range.
   */
  readonly rates: (options: O) => Float64Array;
}

/** Returns a schedule that checks its options, warms up linearly, and then follows its definition. */
export function defineSchedule<O extends ScheduleOptions>({
  check,
  share,
  ...facts
}: ScheduleDefinition<O>): Schedule<O> {
  const checkAll = (options: O): void => {
    checkOptions(options);
    check?.(options);
  };
  const rate = (step: number, options: O): number => {
    const {warmup, peak} = options;
    if (step < warmup - 1) return (peak * step) / (warmup - 1);
    // Between the last step of warm-up, which is at the peak, and the next, the rate stays there.
    return step < warmup ? peak : peak * share(step, options);
  };
  return {
    ...facts,
    rate(step, options) {
      checkAll(options);
      checkThat("step", step, step >= 0 && step <= options.steps, `in [0, ${options.steps}]`);
      return rate(step, options);
    },
    rates(options) {
      checkAll(options);
      const rates = new Float64Array(options.steps);
      for (let step = 0; step < rates.length; ++step) rates[step] = rate(step, options);
      return rates;
    }
  };
}

/** Lets an option pass. @throws RangeError with its name, value and expectation where `holds` is false. */
export function checkThat(name: string, value: number, holds: boolean, expectation: string): void {
  if (!holds) throw new RangeError(`bad ${name}: ${value} (expected ${expectation})`);
}

/** Lets the length of a decay pass. @throws RangeError where it leaves its range. */
export function checkDecay({decaySteps, steps, warmup}: DecayOptions): void {
  const isInRange = Number.isInteger(decaySteps) && decaySteps >= 1 && decaySteps <= steps - warmup;
  checkThat("decaySteps", decaySteps, isInRange, `an integer in [1, ${steps - warmup}]`);
}

/** Share of the decay that is done at `step`, in [0, 1]. */
export function decayProgress(step: number, {steps, decaySteps}: DecayOptions): number {
  return Math.max(0, (step - (steps - decaySteps)) / decaySteps);
}

function checkOptions({steps, warmup, peak, floor}: ScheduleOptions): void {
  checkThat("warmup", warmup, Number.isInteger(warmup) && warmup >= 0, "an integer >= 0");
  checkThat("steps", steps, Number.isInteger(steps) && steps > warmup, `an integer > warmup, ${warmup}`);
  checkThat("peak", peak, Number.isFinite(peak) && peak > 0, "a finite number > 0");
  checkThat("floor", floor, floor >= 0 && floor <= 1, "in [0, 1]");
}
