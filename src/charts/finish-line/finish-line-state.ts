import {comparedLoss, comparedSizes, type ComparedSizes} from "../../analysis/finish-line/compared-sizes.ts";
import {ladderSizes} from "../../analysis/finish-line/ladder-runs.ts";
import {finishedRuns, type OpenRun, type OpenSize} from "../../analysis/finish-line/open-run.ts";
import type {State} from "../../core/define/chart.ts";
import {remember} from "../../core/math/memo.ts";
import {pointsOf, seriesOf, type Point} from "../../core/math/points.ts";
import {logSpaced, within, type Interval, type Series} from "../../core/math/series.ts";

/** What can be chosen of two sizes on their way and finished. */
export const inputs = {
  // Neighbouring sizes, and the next but one.
  pair: {
    type: "choice",
    options: ["760M-1B", "1B-3B", "190M-370M", "370M-760M", "190M-760M", "370M-1B", "760M-3B", "152M-209M"],
    default: "760M-1B",
    label: {en: "Sizes"},
    names: {
      "760M-1B": {en: "760M and 1B"},
      "1B-3B": {en: "1B and 3B"},
      "190M-370M": {en: "190M and 370M"},
      "370M-760M": {en: "370M and 760M"},
      "190M-760M": {en: "190M and 760M"},
      "370M-1B": {en: "370M and 1B"},
      "760M-3B": {en: "760M and 3B"},
      "152M-209M": {en: "152M and 209M (Hägele et al.)"}
    }
  },
  view: {
    type: "choice",
    options: ["curves", "places", "finished"],
    default: "curves",
    label: {en: "Show"},
    names: {
      curves: {en: "the long runs"},
      places: {en: "where each is"},
      finished: {en: "finished runs"}
    }
  },
  shown: {
    type: "range",
    min: 1,
    max: 4,
    step: 1,
    default: 4,
    unit: "",
    playSeconds: 4,
    label: {en: "Runs that end there"}
  }
} as const;

/** A state of the chart of the finish line. */
export type FinishState = State<typeof inputs>;

/** The two sizes of a state. */
export function comparedOf({pair}: Pick<FinishState, "pair">): ComparedSizes {
  const [small = "", large = ""] = pair.split("-");
  return comparedSizes(ladderSizes.some((size) => size === small) ? "ladder" : "horizon", small, large);
}

/** Compute from edge to edge of the drawing: around the end of the smaller run. */
export function computeWindow({source, flops}: ComparedSizes): Interval {
  return source === "ladder" ? {from: flops / 9.7, to: 1.45 * flops} : {from: flops / 4.7, to: 1.9 * flops};
}

/** Points of a curve: as many for each run. */
const knots = 60;
/** Places at which a curve is looked for below the head of the drawing: less than two pixels apart. */
const looks = 400;

/** The curve of a run within the drawing: a larger one may come in from above. */
export function runningCurve(compared: ComparedSizes, run: OpenRun): Series {
  const {from, to} = computeWindow(compared);
  const [, head] = lossDomain(compared);
  const end = Math.min(to, run.finalFlops);
  // Past the first rise of a rate a curve only falls.
  const start = logSpaced({from, to: end}, looks).find((flops) => comparedLoss(compared, run, flops) <= head);
  const x = logSpaced({from: start ?? from, to: end}, knots);
  return {x, y: x.map((flops) => comparedLoss(compared, run, flops))};
}

/** Ends of the runs of a size within the drawing, by ascending compute. */
export function endsOf(compared: ComparedSizes, size: OpenSize): readonly Point[] {
  return pointsOf(within(finishedRuns(size), computeWindow(compared)));
}

/** Those of the larger size that a state shows: they arrive one by one. */
export function arrivedEnds(state: FinishState): readonly Point[] {
  const compared = comparedOf(state);
  return endsOf(compared, compared.largeSize).slice(0, state.shown);
}

/** Whether all of them have arrived, so that the verdict can be told. */
export function isDecided(state: FinishState): boolean {
  const compared = comparedOf(state);
  return state.view === "finished" && state.shown >= endsOf(compared, compared.largeSize).length;
}

/** Where the larger would end on the budget of the smaller. */
export function finishedPoint({flops, small, finishedGap}: ComparedSizes): Point {
  return {x: flops, y: small.finalLoss + finishedGap};
}

/** Where the larger is on its way when the smaller ends. */
export function runningPoint({flops, small, midRunGap}: ComparedSizes): Point {
  return {x: flops, y: small.finalLoss + midRunGap};
}

/** Loss from the foot to the head of the drawing: the same in every view of a pair. */
export const lossDomain = remember(
  (compared: ComparedSizes): [number, number] => {
    const {small, large, smallSize, largeSize} = compared;
    const {from, to} = computeWindow(compared);
    const losses = [
      small.finalLoss,
      comparedLoss(compared, large, Math.min(to, large.finalFlops)),
      ...[smallSize, largeSize].flatMap((size) => seriesOf(endsOf(compared, size)).y),
      finishedPoint(compared).y
    ];
    const least = Math.min(...losses);
    const [own, other] = [comparedLoss(compared, small, from), comparedLoss(compared, large, from)];
    // A larger run that is far above at first would press the rest together.
    const most = Math.max(own, Math.min(other, own + 0.15 * (own - least)));
    return [least - 0.1 * (most - least), most];
  },
  ({source, small, large}) => `${source} ${small.size} ${large.size}`,
  8
);
