import * as Plot from "@observablehq/plot";
import type {Markish} from "@observablehq/plot";
import {comparedLoss, type ComparedSizes} from "../../analysis/finish-line/compared-sizes.ts";
import {lastPoint, pointsOf, type Point} from "../../core/math/points.ts";
import {placedLabel, placedRing, seriesLine} from "../../marks/lines.ts";
import {colour} from "../../marks/theme.ts";
import {budgetWords, longestOnlyWords, passingWords, runningGapWords, touchWords} from "./drawn-words.ts";
import {cornerNote, pairColours, runKey, type FinishDrawing} from "./finish-drawing.ts";
import {endsOf, runningCurve, runningPoint} from "./finish-line-state.ts";

/** Both long runs; where finished runs are shown, they step back. */
export function runningCurves({compared, state}: FinishDrawing): Markish[] {
  const isBack = state.view === "finished";
  return [
    seriesLine(runKey(compared.large), runningCurve(compared, compared.large), {
      stroke: pairColours.large,
      strokeWidth: isBack ? 1.5 : 2.75,
      strokeOpacity: isBack ? 0.45 : 1
    }),
    seriesLine(runKey(compared.small), runningCurve(compared, compared.small), {
      stroke: pairColours.small,
      strokeWidth: isBack ? 1.5 : 2.75,
      strokeOpacity: isBack ? 0.45 : 1
    })
  ];
}

/** Names of the two long runs: the larger where it leaves the drawing, the smaller where it is furthest from the larger. */
export function runningLabels({compared, state: {view}}: FinishDrawing): Markish[] {
  const large = runningCurve(compared, compared.large);
  // Where finished runs are shown, the smaller has its name beside the first of them.
  const [first] = endsOf(compared, compared.smallSize);
  const {x, y, above} = view === "finished" && first ? {...first, above: false} : furthest(compared);
  const name = placedLabel(
    `${runKey(compared.large)}-name`,
    {...lastPoint(large), text: compared.large.size},
    {fill: pairColours.large, anchor: "start", dx: 7, dy: 0}
  );
  return [
    name,
    placedLabel(
      `${runKey(compared.small)}-name`,
      {x, y, text: compared.small.size},
      {fill: pairColours.small, anchor: above ? "start" : "end", dx: above ? 4 : -6, dy: above ? -11 : 11}
    )
  ];
}

/** Where in the middle of its way the smaller is furthest from the larger, and on which side. */
function furthest(compared: ComparedSizes): Point & {readonly above: boolean} {
  const {x, y} = runningCurve(compared, compared.small);
  const places = pointsOf({x, y}).slice(Math.round(0.25 * x.length), Math.round(0.75 * x.length));
  const distances = places.map((point) => ({
    ...point,
    distance: point.y - comparedLoss(compared, compared.large, point.x)
  }));
  const {distance, ...place} = distances.reduce((most, each) =>
    Math.abs(each.distance) > Math.abs(most.distance) ? each : most
  );
  return {...place, above: distance > 0};
}

/** Where the lead changes on the way, with who passes at what; or where the curves only touch. */
export function crossingMarks(drawing: FinishDrawing): Markish[] {
  const {compared, width, locale} = drawing;
  const {small, large, crossings, passedTwice} = compared;
  const isNarrow = width === "narrow";
  const passings = crossings.flatMap(({x, y, lower}, index) => {
    const key = `crossing-${index + 1}`;
    const again = index > 0;
    const {size} = lower === "b" ? large : small;
    return [
      placedRing(key, {x, y}, colour.ink),
      placedLabel(
        key,
        {x, y, text: passingWords(drawing, {size, again, flops: x})[locale]},
        again
          ? {fill: colour.ink, anchor: "end", dx: -8, dy: isNarrow ? 22 : 16}
          : {fill: colour.ink, anchor: "start", dx: 8, dy: isNarrow ? -14 : -18}
      )
    ];
  });
  return [
    ...passings,
    ...touchMarks(drawing),
    // Whoever sees the second passing has to know that it is rare.
    ...(passedTwice.length === 1 ? [cornerNote("longest-only", drawing, longestOnlyWords(drawing))] : [])
  ];
}

function touchMarks(drawing: FinishDrawing): Markish[] {
  const {compared, locale} = drawing;
  const {small, crossings, nearest, error} = compared;
  if (crossings.length > 0 || Math.abs(nearest.gap) > error) return [];
  const point = {x: nearest.flops, y: comparedLoss(compared, small, nearest.flops)};
  return [
    placedRing("touch", point, colour.ink),
    placedLabel(
      "touch",
      {...point, text: touchWords(drawing)[locale]},
      {fill: colour.ink, anchor: "start", dx: 4, dy: -18}
    )
  ];
}

/** The budget of the smaller run, as a rule from foot to head, and its end there. */
export function budgetMarks(drawing: FinishDrawing): Markish[] {
  const {compared, state, losses, locale} = drawing;
  const {flops, small} = compared;
  return [
    Plot.ruleX([flops], {
      y1: losses[0],
      y2: losses[1],
      ariaLabel: () => "budget",
      stroke: colour.soft,
      strokeDasharray: "2 3"
    }),
    placedLabel(
      "budget",
      {x: flops, y: losses[1], text: budgetWords(drawing)[locale]},
      {fill: colour.soft, anchor: "end", dx: -7, dy: 7, weight: 400}
    ),
    // A finished run among others, where these are drawn.
    ...(state.view === "finished"
      ? []
      : [
          Plot.dot([small], {
            x: [flops],
            y: [small.finalLoss],
            ariaLabel: () => `${runKey(small)}-end`,
            r: 4.5,
            symbol: "square" as const,
            fill: pairColours.small
          })
        ])
  ];
}

/** Where the larger is on its way when the smaller ends, and by how much it is behind or ahead. */
export function placeMarks(drawing: FinishDrawing): Markish[] {
  const {compared, locale} = drawing;
  const point = runningPoint(compared);
  return [
    placedRing(`${runKey(compared.large)}-place`, point, pairColours.large, 5.5),
    placedLabel(
      "gap-running",
      {...point, text: runningGapWords(drawing)[locale]},
      {fill: pairColours.large, anchor: "start", dx: 10, dy: -19}
    )
  ];
}
