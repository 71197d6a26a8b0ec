import {familyFigures} from "../../analysis/families.ts";
import {noise} from "../../analysis/run-gap.ts";
import {strayAtStart} from "../../analysis/smoothed-curve.ts";
import {formatSigned} from "../../core/i18n/format-drawn.ts";
import type {Localised} from "../../core/i18n/locale.ts";
import {firstPoint, lastPoint, pointsOf, type Point} from "../../core/math/points.ts";
import {computeText, lossText} from "../../marks/axes.ts";
import {passingClause} from "../../marks/passing.ts";
import {changesOf, drawnCurve, inputs, pairOf, type GapState} from "./gap-state.ts";

/** Where the losses were read off, what of their difference is noise, and whom the comparison favours. */
export function note(state: GapState): Localised {
  const {small, large} = pairOf(state);
  return {
    en:
      `Smoothed losses read off ${familyFigures[state.family].en}; lower is better. A difference within the grey band, ±${noise} nat, is noise; ` +
      `at the curves’ starts, smoothing moves a loss by up to ${lossText(strayAtStart([small, large]), "en")}. ` +
      `At equal compute the ${small.model} is further along its learning-rate schedule, which favours it.`
  };
}

/** The changes of the lead, and who is lower at the end and by how much. */
export function summary(state: GapState): Localised {
  const {small, large} = pairOf(state);
  const curve = drawnCurve(state);
  const end = lastPoint(curve).y;
  const changes = changesOf(state).map((change) => passingClause(change, state.axis).en);
  const ending =
    Math.abs(end) <= noise
      ? "the two are level, within the noise"
      : `the ${(end > 0 ? small : large).model} is ${lossText(Math.abs(end), "en")} nats per token lower`;
  const least = lowestPoint(state).y;
  const course =
    changes.length > 0
      ? changes.join(", then ")
      : `the ${large.model} never passes the ${small.model} for certain: the smallest gap is ` +
        (least > noise ? `${lossText(least, "en")} nats per token` : "within the noise");
  return {en: `${capital(course)}; where the ${small.model}’s run ends, ${ending}.`};
}

/** What is drawn, and where the curve begins, is lowest and ends. */
export function describe(state: GapState): Localised {
  const {small, large} = pairOf(state);
  const curve = drawnCurve(state);
  const place = ({x, y}: Point): string =>
    `${formatSigned(y, 3, "en")} at ${computeText(x, state.axis, "en")}`;
  return {
    en:
      `Line chart of the loss of ${inputs.family.names[state.family].en} ${large.model} minus that of ${small.model}, in nats per token, by ` +
      `${inputs.axis.names[state.axis].en} on a ${inputs.scale.names[state.scale].en} axis. Above zero the ${small.model} ` +
      `is lower, below zero the ${large.model}. The curve falls from ${place(firstPoint(curve))} to ` +
      `${place(lowestPoint(state))}, and ends at ${place(lastPoint(curve))}. ${summary(state).en}`
  };
}

function lowestPoint(state: GapState): Point {
  return pointsOf(drawnCurve(state)).reduce((lowest, point) => (point.y < lowest.y ? point : lowest));
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
