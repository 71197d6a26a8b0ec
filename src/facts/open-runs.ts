import {deviation, mean} from "d3-array";
import {comparedSizes} from "../analysis/finish-line/compared-sizes.ts";
import {againstCosine, stretchedCases} from "../analysis/finish-line/horizon-runs.ts";
import {isLong, ladderPrices, shrinkage} from "../analysis/finish-line/ladder-prices.ts";
import {ladderSizes, rerunDifferences} from "../analysis/finish-line/ladder-runs.ts";
import {
  gapErrors,
  halfway,
  halfwayPairs,
  isLargerAhead,
  ladderMeasures,
  ladderPairs,
  openPairs,
  type OpenPair
} from "../analysis/finish-line/open-pairs.ts";
import {favour, isTurned} from "../analysis/finish-line/pair.ts";
import {isFarStretched, stretchPrices} from "../analysis/finish-line/stretch-prices.ts";
import {shareDone} from "../analysis/finish-line/open-run.ts";
import {firstOf, valueAt} from "../core/math/points.ts";
import {
  boundOf,
  boundWord,
  defineFact,
  defineFacts,
  onItsSide,
  listedWord,
  numberWord
} from "../core/define/fact.ts";

const size = listedWord("size", ladderSizes);
const schedule = listedWord("schedule", ["longest", "shorter"]);
const source = listedWord("source", ["all", "ladder", "horizon"]);
const length = listedWord("length", ["1xC", "2xC", "5xC", "10xC"]);
const nth = numberWord("place, from 1");

function ladderPair(small: string, of: string, large: string): OpenPair {
  const found = ladderPairs("longest").find(({key}) => key === `ladder-${small}-${of}-${large}`);
  if (found) return found;
  throw new Error(`no such pair: ${small} ${of} ${large} (expected one of the ladder's)`);
}

function pairsOf(from: "all" | "ladder" | "horizon", on: "longest" | "shorter"): readonly OpenPair[] {
  return openPairs(on).filter((pair) => from === "all" || pair.source === from);
}

/** By how much a finished size is beaten on its own compute, where it is trained for some length. */
function overLength(of: string): number[] {
  const pairs = ladderPairs("longest").filter(({small}) => small.length === of);
  const bySize = [...Map.groupBy(pairs, ({small}) => small.size).values()];
  return bySize
    .map((same) => Math.max(...same.map(({finishedGap}) => -finishedGap)))
    .filter((lead) => lead > 0);
}

/** Numbers of runs that were made in the open, each with a finish of its own. */
export default defineFacts({
  /** Compute at which the lead of two sizes of the ladder changes on their way, the nth time. */
  "open-crossing": defineFact(
    [size, size, nth],
    (small, large, n) => valueAt(comparedSizes("ladder", small, large).crossings, n - 1).x
  ),

  /** Compute at which it changes between finished runs: once. */
  "finished-crossing": defineFact([size, size], (small, large) => {
    const {finishedCrossings} = comparedSizes("ladder", small, large);
    if (finishedCrossings.length !== 1)
      throw new Error(`crossings: ${finishedCrossings.length} (expected 1)`);
    return firstOf(finishedCrossings).x;
  }),

  /** Compute at which two sizes come nearest on their way. */
  "nearest-on-the-way": defineFact(
    [size, size],
    (small, large) => comparedSizes("ladder", small, large).nearest.flops
  ),

  /** By how much the larger is behind on its way where the smaller ends, and ahead once finished there. */
  "behind-on-the-way": defineFact([size, length, size], (...pair) =>
    onItsSide(ladderPair(...pair).midRunGap)
  ),
  "ahead-when-finished": defineFact([size, length, size], (...pair) =>
    onItsSide(-ladderPair(...pair).finishedGap)
  ),
  "behind-when-finished": defineFact([size, length, size], (...pair) =>
    onItsSide(ladderPair(...pair).finishedGap)
  ),

  /** Share of its schedule that the larger has done there, and its rate as a share of the peak. */
  "schedule-done": defineFact([size, size], (a, b) => {
    const {small, large} = comparedSizes("ladder", a, b);
    return shareDone(large, small.finalFlops);
  }),
  "rate-there": defineFact([size, size], (small, large) => comparedSizes("ladder", small, large).rate),

  /** How good a gap is. */
  "gap-error": defineFact([listedWord("source", ["ladder", "horizon"])], (from) => gapErrors[from]),

  /** Pairs, those whose verdict changes, and the fewest and most by other ways to measure. */
  "pair-count": defineFact([source], (from) => pairsOf(from, "longest").length),
  turned: defineFact([source, schedule], (from, on) => pairsOf(from, on).filter(isTurned).length),
  "turned-otherwise": defineFact([boundWord], (which) =>
    boundOf(
      which,
      ladderMeasures.map((measure) => ladderPairs("longest", measure).filter(isTurned).length)
    )
  ),

  /** Pairs of the ladder whose larger is behind on its way, and ahead once finished. */
  "behind-pairs": defineFact([], () => ladderPairs("longest").filter(({midRunGap}) => midRunGap > 0).length),
  "ahead-pairs": defineFact(
    [],
    () => ladderPairs("longest").filter(({finishedGap}) => finishedGap < 0).length
  ),

  /** Pairs of the ladder from five times Chinchilla's tokens up, and those whose larger is then ahead beyond the error. */
  "larger-curves": defineFact(
    [],
    () => new Set(openPairs("longest").map(({source, text, large}) => `${source} ${text} ${large.size}`)).size
  ),
  "long-pairs": defineFact([], () => longPairs().length),
  "long-ahead": defineFact([], () => longPairs().filter(isLargerAhead).length),

  /** How much a view on the way favours the smaller of the ladder's pairs. */
  favour: defineFact([boundWord], (which) => boundOf(which, ladderPairs("longest").map(favour))),

  /** Shares of the larger's schedule at which the pairs of Hägele et al. are read. */
  "horizon-share": defineFact([boundWord], (which) =>
    boundOf(
      which,
      pairsOf("horizon", "longest").map(({share}) => share)
    )
  ),

  /** Shares of the larger's schedule between which pairs of the ladder are read as Meta's are, and what that favours the smaller by. */
  "halfway-share": defineFact([boundWord], (which) => boundOf(which, Object.values(halfway()))),
  "halfway-favour": defineFact([boundWord], (which) => boundOf(which, halfwayPairs().map(favour))),

  /** Readings of the ladder’s pairs there, and those that have the right order. */
  "halfway-readings": defineFact([], () => halfwayPairs().length),
  "halfway-right": defineFact([], () => halfwayPairs().filter((pair) => !isTurned(pair)).length),

  /** Price of a longer cosine on the ladder, over its sizes, and how much it shrinks for every tenfold of size. */
  "ladder-price": defineFact([length, length, boundWord], (short, long, which) =>
    boundOf(
      which,
      ladderPrices()
        .filter((each) => each.short === short && each.long === long)
        .map(({price}) => price)
    )
  ),
  "ladder-shrinkage": defineFact([], () =>
    shrinkage(ladderPrices().filter(({short, long}) => short === "5xC" && long === "10xC"))
  ),

  /** Two runs of the ladder that were made alike: how far apart they end at most. */
  "rerun-difference": defineFact([], () => Math.max(...rerunDifferences())),

  /** Prices of all sources from one and a half runs on, and those above zero. */
  "stretch-comparisons": defineFact([], () => stretchPrices().filter(isFarStretched).length),
  "stretch-priced": defineFact(
    [],
    () => stretchPrices().filter((each) => isFarStretched(each) && each.price > 0).length
  ),

  /** Stretched cosines of Hägele et al. with a matched twin, and the sizes of their models, in parameters. */
  "stretch-cases": defineFact([], () => stretchedCases().length),
  "stretch-size": defineFact([boundWord], (which) =>
    boundOf(
      which,
      stretchedCases().map(({parameters}) => parameters)
    )
  ),

  /** A cooldown against a matched cosine, each with its own peak: cases, how much lower, and the spread. */
  "cooldown-cases": defineFact([], () => againstCosine("cooldown").length),
  "cooldown-lower": defineFact([], () => onItsSide(-(mean(againstCosine("cooldown")) ?? Number.NaN))),
  "cooldown-spread": defineFact([], () => deviation(againstCosine("cooldown")) ?? Number.NaN),

  /** What training for some length costs on the ladder, over the sizes that a larger one then beats. */
  "length-price": defineFact([length, boundWord], (of, which) => boundOf(which, overLength(of)))
});

function longPairs(): readonly OpenPair[] {
  return ladderPairs("longest").filter(({small}) => isLong(small.length));
}
