import type {ComparedSizes} from "../../analysis/finish-line/compared-sizes.ts";
import {crossingSpread} from "../../analysis/finish-line/crossing-spread.ts";
import {ladderMeasures, ladderPairs} from "../../analysis/finish-line/open-pairs.ts";
import {isBetweenRuns, favour} from "../../analysis/finish-line/pair.ts";
import {formatList, formatNumber, formatShort} from "../../core/i18n/format.ts";
import type {Locale, Localised} from "../../core/i18n/locale.ts";
import {inEachLanguage} from "../../core/i18n/written.ts";
import {lossText} from "../../marks/axes.ts";
import {arrivedEnds, comparedOf, endsOf, inputs, isDecided, type FinishState} from "./finish-line-state.ts";

/** Words on the drawing and of its axes. */
export const strings = {
  lossAxis: {en: "Validation loss (nats per token) · lower is better"},
  compute: {en: "Training compute (FLOPs)"},
  finished: {en: "finished"},
  flops: {en: "FLOPs"},
  loss: {en: "loss"},
  lossUnit: {en: "nat/token"}
} as const satisfies Record<string, Localised>;

/** Compute in a text, to two digits, e.g. `"7.0 × 10²⁰"`. */
export function computeWords(flops: number, locale: Locale): string {
  return formatShort(flops, locale, 2);
}

/** A share in a text, e.g. `"37%"`. */
export function shareWords(share: number, locale: Locale): string {
  return `${formatNumber(100 * share, {decimals: 0}, locale)}%`;
}

/** Where the lead changes between the two on their way. */
export function crossingAnswer(state: Pick<FinishState, "pair">): Localised {
  return inEachLanguage((locale) => {
    const {small, large, crossings} = comparedOf(state);
    const course = crossings.map(({x, lower}, index) => {
      const [passing, passed] = lower === "b" ? [large, small] : [small, large];
      const again = index > 0 ? " again" : "";
      return `the ${passing.size} passes the ${passed.size}${again} at ${computeWords(x, locale)} FLOPs`;
    });
    return {
      en:
        course.length === 0
          ? `On the way the ${large.size} comes near the ${small.size}, and doesn’t pass it for certain.`
          : `On the way ${course.join(", and ")}.`
    };
  });
}

/** How far either is where the smaller ends, and who is lower there. */
export function placesAnswer(state: Pick<FinishState, "pair">): Localised {
  return inEachLanguage((locale) => {
    const {small, large, share, rate, midRunGap} = comparedOf(state);
    return {
      en:
        `Where the ${small.size} ends, the ${large.size} is ${shareWords(share, locale)} into its schedule, its rate at ` +
        `${shareWords(rate, locale)} of the peak, and its loss ${gapWords(midRunGap, locale)}.`
    };
  });
}

/** What the verdict was on the way, and what it is once both have finished. */
export function finishedAnswer(state: Pick<FinishState, "pair">): Localised {
  return inEachLanguage((locale) => {
    const {small, large, midRunGap, finishedGap, error} = comparedOf(state);
    return {
      en:
        `On the way the ${large.size} is ${gapWords(midRunGap, locale)} where the ${small.size} ends; finished there, it is ` +
        `${gapWords(finishedGap, locale)}, ± ${lossText(error, locale)}.`
    };
  });
}

/** What the first runs show that were planned to end early. */
export function arrivingAnswer(state: FinishState): Localised {
  return inEachLanguage((locale) => {
    const {large} = comparedOf(state);
    const {length} = arrivedEnds(state);
    return {
      en: `Runs of the ${large.size} that were planned to end early, ${formatNumber(length, {decimals: 0}, locale)} so far, lie below its long run.`
    };
  });
}

function gapWords(gap: number, locale: Locale): string {
  const amount = `${lossText(Math.abs(gap), locale)} nats`;
  return gap > 0 ? `${amount} higher` : `${amount} lower`;
}

/** Source and error, and how special the picture is. */
export function note(state: FinishState): Localised {
  return inEachLanguage((locale) => {
    const compared = comparedOf(state);
    const source =
      compared.source === "ladder"
        ? "Runs of the ladder of Bhagia et al. (arXiv 2412.04403), loss on C4, FLOPs as logged"
        : "Runs of Hägele et al. (arXiv 2405.18392), as Schaipp et al. published them, FLOPs 6ND";
    const sentences = [
      `${source}; a gap is good to ± ${lossText(compared.error, locale)}.`,
      state.view === "curves" ? spreadWords(compared, locale) : ringWords(compared),
      stageWords(compared, locale)
    ];
    return {en: sentences.filter((sentence) => sentence !== "").join(" ")};
  });
}

function ringWords({small, large, largeSize, flops}: ComparedSizes): string {
  const place = isBetweenRuns(largeSize, flops)
    ? "between those that end nearby"
    : "just below the shortest that was";
  return `No ${large.size} was planned to end exactly where the ${small.size} does: the open ring stands ${place}.`;
}

/** How sure the crossings are; nothing where the curves don't cross, or only one way to count is at hand. */
function spreadWords({source, small, large, crossings}: ComparedSizes, locale: Locale): string {
  if (source !== "ladder" || crossings.length === 0) return "";
  const {changes, agreeing, ways} = crossingSpread(small.size, large.size, ladderMeasures);
  const count = (value: number): string => formatNumber(value, {decimals: 0}, locale);
  const places = changes.map(({from, to}) => `${computeWords(from, locale)} to ${computeWords(to, locale)}`);
  return (
    `Of ${count(ways)} ways to smooth the curves, count FLOPs and choose the validation text, ` +
    `${count(agreeing)} see it, at ${formatList(places, locale)} FLOPs.`
  );
}

function stageWords({source, share, large, passedTwice}: ComparedSizes, locale: Locale): string {
  const {least, most} = favourRange();
  const stage = `The ${large.size} is read at ${shareWords(share, locale)} of its schedule.`;
  const only = passedTwice.length === 1 ? " A second passing shows in the longest runs only." : "";
  return source === "ladder"
    ? `${stage} In every pair of the ladder such a view favours the smaller, by ${lossText(least, locale)} to ` +
        `${lossText(most, locale)}.${only}`
    : stage;
}

function favourRange(): {least: number; most: number} {
  const favours = ladderPairs("longest").map(favour);
  return {least: Math.min(...favours), most: Math.max(...favours)};
}

/** Who is lower, in the words of the view. */
export function summary(state: FinishState): Localised {
  if (state.view === "curves") return crossingAnswer(state);
  if (state.view === "places") return placesAnswer(state);
  return isDecided(state) ? finishedAnswer(state) : arrivingAnswer(state);
}

/** What is drawn, and what it shows. */
export function describe(state: FinishState): Localised {
  return inEachLanguage((locale) => {
    const compared = comparedOf(state);
    const {small, large, finishedCrossings} = compared;
    const ends = arrivedEnds(state).map(({x, y}) => `${lossText(y, locale)} at ${computeWords(x, locale)}`);
    const smallEnds = endsOf(compared, compared.smallSize).map(
      ({x, y}) => `${lossText(y, locale)} at ${computeWords(x, locale)}`
    );
    const dots =
      state.view === "finished"
        ? ` Dots are runs that were planned to end there: of the ${large.size} ${formatList(ends, locale)} FLOPs, of the ${small.size} ${formatList(smallEnds, locale)}.`
        : "";
    const once =
      isDecided(state) && finishedCrossings.length > 0
        ? ` Finished runs cross at ${formatList(
            finishedCrossings.map(({x}) => computeWords(x, locale)),
            locale
          )} FLOPs.`
        : "";
    return {
      en:
        `Line chart of loss, in nats per token, by training FLOPs on a logarithmic axis, for the longest runs of ${inputs.pair.names[state.pair][locale]}. ` +
        `The ${small.size} ends at ${lossText(small.finalLoss, locale)} after ${computeWords(small.finalFlops, locale)} FLOPs.${dots} ` +
        `${summary(state)[locale]}${once}`
    };
  });
}
