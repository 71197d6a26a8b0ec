import {isBetweenRuns} from "../../analysis/finish-line/pair.ts";
import {formatSigned} from "../../core/i18n/format-drawn.ts";
import type {Localised} from "../../core/i18n/locale.ts";
import {lossText} from "../../marks/axes.ts";
import type {FinishDrawing} from "./finish-drawing.ts";
import {isDecided} from "./finish-line-state.ts";
import {computeWords, shareWords} from "./finish-line-texts.ts";

/** Words that stand in a drawing, in as many lines as its width asks for. */
type Words = (drawing: FinishDrawing) => Localised;

/** At the head of the budget’s rule. */
export const budgetWords: Words = ({compared: {small}}) => ({en: `${small.size} ends`});

/** Who passes at what compute, and whether again. */
export function passingWords(
  {width, locale}: FinishDrawing,
  {size, again, flops}: {readonly size: string; readonly again: boolean; readonly flops: number}
): Localised {
  const at = computeWords(flops, locale);
  return {en: `${size} passes${again ? " again" : ""}${width === "narrow" ? "\n" : " at "}${at}`};
}

/** Where two curves come near each other and part again. */
export const touchWords: Words = ({compared: {nearest}, locale}) => ({
  en: `they only touch,\nnear ${computeWords(nearest.flops, locale)}`
});

/** That shorter runs don’t show the second passing. */
export const longestOnlyWords: Words = ({width}) => ({
  en:
    width === "narrow" ? "twice on the longest\nschedules only" : "Passed twice on the longest schedules only"
});

/** Title of the schedule in the corner, below its curve. */
export const rateTitle: Words = ({width}) => ({
  en: width === "narrow" ? "Learning rate" : "Learning rate over\neach one’s schedule"
});

/** How far the larger is. */
export const placeWords: Words = ({compared: {large, share, rate}, locale}) => ({
  en: `${large.size}: ${shareWords(share, locale)} done,\nrate ${shareWords(rate, locale)} of peak`
});

/** That the smaller is at its end. */
export const endWords: Words = ({compared: {small}}) => ({en: `${small.size}: finished`});

/** What the larger is doing at its ring: the label that comes nearest to the edge. */
export const runningWord: Localised = {en: "running"};

/** The gap while the larger is on its way. */
export const runningGapWords: Words = ({compared: {midRunGap}, locale}) => ({
  en: `${runningWord[locale]}\n${formatSigned(midRunGap, 3, locale)}`
});

/** The gap once the larger has finished, with its error and, where there is room, how it was found. */
export const finishedGapWords: Words = ({compared, width, locale}) => {
  const {finishedGap, error, largeSize, flops} = compared;
  const [gap, doubt] = [formatSigned(finishedGap, 3, locale), lossText(error, locale)];
  const found = isBetweenRuns(largeSize, flops) ? "between two of its runs" : "just below its shortest run";
  return {
    en: width === "narrow" ? `finished ${gap}\n± ${doubt}` : `finished ${gap} ± ${doubt}\n${found}`
  };
};

/** What dots and squares are, and where their lines cross. */
export const plannedWords: Words = ({compared: {source, finishedCrossings}, state, width, locale}) => {
  const [only, ...others] = finishedCrossings;
  const at = isDecided(state) && only && others.length === 0 ? computeWords(only.x, locale) : "";
  if (width === "narrow") {
    const planned = "runs planned\nto end there";
    return {en: at ? `${planned},\ncross once,\nat ${at}` : planned};
  }
  const lines = [
    "Dots and squares: runs planned to end there",
    ...(source === "ladder" ? ["(× Chinchilla’s tokens for that size)"] : []),
    ...(at ? [`They cross once, at ${at}`] : [])
  ];
  return {en: lines.join("\n")};
};
