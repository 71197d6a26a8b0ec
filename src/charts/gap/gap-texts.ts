import {inEachLanguage} from "../../core/i18n/written.ts";
import {familyFigures} from "../../analysis/families.ts";
import {noise} from "../../core/math/crossings.ts";
import {strayAtStart} from "../../analysis/smoothed-curve.ts";
import {formatSigned} from "../../core/i18n/format-drawn.ts";
import type {Localised} from "../../core/i18n/locale.ts";
import {firstPoint, lastPoint, pointsOf, type Point} from "../../core/math/points.ts";
import {computeText, lossText} from "../../marks/axes.ts";
import {passingClause} from "../../marks/passing.ts";
import {changesOf, drawnCurve, inputs, pairOf, type GapState} from "./gap-state.ts";

/** Where the losses were read off, what of their difference is noise, and whom the comparison favours. */
export function note(state: GapState): Localised {
  return inEachLanguage((locale) => {
    const {small, large} = pairOf(state);
    return {
      en:
        `Smoothed losses read off ${familyFigures[state.family][locale]}; lower is better. A difference within the grey band, ±${noise} nat, is noise; ` +
        `at the curves’ starts, smoothing moves a loss by up to ${lossText(strayAtStart([small, large]), locale)}. ` +
        `At equal compute the ${small.model} is further along its learning-rate schedule, which favours it.`
    };
  });
}

/** The changes of the lead, and who is lower at the end and by how much. */
export function summary(state: GapState): Localised {
  return inEachLanguage((locale) => {
    const {small, large} = pairOf(state);
    const curve = drawnCurve(state);
    const end = lastPoint(curve).y;
    const changes = changesOf(state).map((change) => passingClause(change, state.axis)[locale]);
    const ending =
      Math.abs(end) <= noise
        ? "the two are level, within the noise"
        : `the ${(end > 0 ? small : large).model} is ${lossText(Math.abs(end), locale)} nats per token lower`;
    const least = lowestPoint(state).y;
    const course =
      changes.length > 0
        ? changes.join(", then ")
        : `the ${large.model} never passes the ${small.model} for certain: the smallest gap is ` +
          (least > noise ? `${lossText(least, locale)} nats per token` : "within the noise");
    return {en: `${capital(course)}; where the ${small.model}’s run ends, ${ending}.`};
  });
}

/** How near the larger of a LLaMA pair by GPU-hours comes to the smaller, where it never passes. */
export function nearest(pair: Pick<GapState, "pair">): Localised {
  const state: GapState = {family: "llama1", axis: "gpu-hours", scale: "log", ...pair};
  return inEachLanguage((locale) => {
    const {small, large} = pairOf(state);
    const least = lossText(lowestPoint(state).y, locale);
    return {
      en: `The ${large.model} never passes the running ${small.model}: where the two are nearest, it is about ${least} nats higher.`
    };
  });
}

/** What is drawn, and where the curve begins, is lowest and ends. */
export function describe(state: GapState): Localised {
  return inEachLanguage((locale) => {
    const {small, large} = pairOf(state);
    const curve = drawnCurve(state);
    const place = ({x, y}: Point): string =>
      `${formatSigned(y, 3, locale)} at ${computeText(x, state.axis, locale)}`;
    return {
      en:
        `Line chart of the loss of ${inputs.family.names[state.family][locale]} ${large.model} minus that of ${small.model}, in nats per token, by ` +
        `${inputs.axis.names[state.axis][locale]} on a ${inputs.scale.names[state.scale][locale]} axis. Above zero the ${small.model} ` +
        `is lower, below zero the ${large.model}. The curve falls from ${place(firstPoint(curve))} to ` +
        `${place(lowestPoint(state))}, and ends at ${place(lastPoint(curve))}. ${summary(state)[locale]}`
    };
  });
}

function lowestPoint(state: GapState): Point {
  return pointsOf(drawnCurve(state)).reduce((lowest, point) => (point.y < lowest.y ? point : lowest));
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
