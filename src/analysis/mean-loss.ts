import tailLine from "../laws/tail-line.ts";
import type {Bin, Run} from "./runs.ts";
import type {Series} from "../core/math/series.ts";

/**
 * A run's curve with every bin as often as it holds points of the published figure, so that a least squares fit gives
 * each point the same weight: x in 1e9 tokens at the centre of the bin, ascending; y the mean of the bin's points, in
 * nats per token.
 *
 * The data have a bin's median and its 5th and 95th percentile, not its mean, which wanders less. It is estimated as
 * 0.4 of the median and 0.3 of either percentile: the least squares weights for a normal sample of the usual size
 * (3 to 10 points; 0.26 to 0.37), after which a tenth of the variance of the difference is left.
 */
export function loggedPoints({bins}: Run): Series {
  const repeated = (valueOf: (bin: Bin) => number): number[] =>
    bins.flatMap((bin) => Array<number>(bin.points).fill(valueOf(bin)));
  return {
    x: repeated((bin) => bin.tokens),
    y: repeated((bin) => 0.4 * bin.loss + 0.3 * (bin.loss_p05 + bin.loss_p95))
  };
}

/** Width of the window of `meanLoss`, in 1e9 tokens: a twentieth of the longest runs. */
const span = 100;

/**
 * Mean loss of a run's points at `tokens` (1e9; the plotted end by default), in nats per token: the least squares line
 * through the 1e11 tokens around it, or, near an end of the run, through the first or the last 1e11. Good to about
 * 0.001.
 *
 * @throws RangeError where those hold fewer than 2 points.
 */
export function meanLoss(run: Run, tokens = run.plottedTokens): number {
  const from = Math.max(0, Math.min(tokens - span / 2, run.plottedTokens - span));
  return tailLine.fit(loggedPoints(run), {from, to: from + span}).at(tokens);
}
