import {parametersOf, sketch, type MultiPowerModel} from "../laws/multi-power.ts";
import type {Series} from "../core/math/series.ts";
import {numberAt} from "../core/math/points.ts";

/**
 * Steps at which the curve of a run is drawn, ascending, the first and the last step included: half of them evenly
 * spaced, and half where the rate changes, as that is where the loss bends.
 *
 * @param from first step, an integer in [0, rates.length - count]
 * @param count an integer >= 2
 */
export function knotsOf(rates: ArrayLike<number>, from: number, count: number): number[] {
  const last = rates.length - 1;
  const changeAt = (step: number): number => Math.abs(numberAt(rates, step) - numberAt(rates, step - 1));
  let way = 0;
  for (let step = from + 1; step <= last; ++step) way += changeAt(step);
  const knots = [from];
  let done = 0;
  for (let step = from + 1; step < last; ++step) {
    if (way > 0) done += changeAt(step) / way;
    const share = (step - from) / (last - from);
    const place = way > 0 ? (share + done) / 2 : share;
    // A jump passes many places at once: the steps after it make up for them, and each knot is a step of its own.
    const isDue = knots.length < count - 1 && place * (count - 1) >= knots.length;
    const isLate = last - step <= count - 1 - knots.length;
    if (isDue || isLate) knots.push(step);
  }
  return [...knots, last];
}

/** What the multi-power law expects of a run at the knots of its curve: x in steps, y in nats per token. */
export function expectLoss(
  rates: ArrayLike<number>,
  model: MultiPowerModel,
  {from, count}: {readonly from: number; readonly count: number}
): Series {
  const x = knotsOf(rates, from, count);
  return {x, y: sketch(rates, parametersOf(model), x)};
}
