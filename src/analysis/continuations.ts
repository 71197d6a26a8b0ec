import chinchilla from "../laws/chinchilla.ts";
import tailLine from "../laws/tail-line.ts";
import tailPower from "../laws/tail-power.ts";
import {loggedPoints, meanLoss} from "./mean-loss.ts";
import {remember} from "../core/math/memo.ts";
import type {Run} from "./runs.ts";
import type {Interval} from "../core/math/series.ts";

/** How a run might go on: a belief about the loss of more tokens than those it was trained on. */
export interface Continuation {
  /** 1e9 tokens from which on it is a continuation: the end of what was fitted, or where it was attached. */
  readonly from: number;
  /** What was fitted, in 1e9 tokens; undefined where nothing was. */
  readonly window: Interval | undefined;
  /** Root mean square distance of the bins’ means from the fit in its window, in nats per token. */
  readonly rms: number | undefined;
  /** Loss after `tokens` (1e9, > 0), in nats per token. */
  readonly at: (tokens: number) => number;
  /** 1e9 tokens after which it has come down to a loss; undefined where it never does. */
  readonly reaches: (loss: number) => number | undefined;
  /** Loss that endless data would approach, in nats per token; −∞ for a falling line. */
  readonly limit: number;
}

/** The run going on along a straight line through its points in a window. @throws RangeError as the fit does. */
export function continueLine(run: Run, window: Interval): Continuation {
  const {slope, intercept, rms, at} = tailLine.fit(loggedPoints(run), window);
  return {
    from: window.to,
    window,
    rms,
    at,
    reaches: (loss) => (slope < 0 ? (loss - intercept) / slope : undefined),
    limit: slope < 0 ? -Infinity : Infinity
  };
}

/**
 * The run going on along a power law through its points in a window.
 *
 * @param irreducible in nats per token, >= 0; fitted where undefined
 * @throws RangeError as the fit does.
 */
export function continuePowerLaw(run: Run, window: Interval, irreducible?: number): Continuation {
  const {E, A, b, rms, at} = fitPowerLaw(run, window, irreducible);
  return {
    from: window.to,
    window,
    rms,
    at,
    reaches: (loss) => (loss > E ? 1000 * ((loss - E) / A) ** (-1 / b) : undefined),
    limit: E
  };
}

/** A picture, its numbers and its sentences all ask for the same fit, which takes longest of all. */
const fitPowerLaw = remember(
  (run: Run, window: Interval, irreducible?: number) => tailPower.fit(loggedPoints(run), window, irreducible),
  (run, {from, to}, irreducible) => [run.key, from, to, irreducible].join(" "),
  8
);

/**
 * The run’s own mean loss at `from` (1e9 tokens), less what a parametric law says that more tokens take off.
 *
 * Only the law’s difference between two amounts of tokens is used: its level belongs to another data set and tokenizer.
 */
export function continueParametric(
  run: Run,
  fit: Parameters<typeof chinchilla.coefficientsOf>[0],
  from = run.plottedTokens
): Continuation {
  const {B, beta} = chinchilla.coefficientsOf(fit);
  const limit = meanLoss(run, from) - B * (from * 1e9) ** -beta;
  return {
    from,
    window: undefined,
    rms: undefined,
    at: (tokens) => limit + B * (tokens * 1e9) ** -beta,
    reaches: (loss) => (loss > limit ? ((loss - limit) / B) ** (-1 / beta) / 1e9 : undefined),
    limit
  };
}
