import * as Plot from "@observablehq/plot";
import type {Markish} from "@observablehq/plot";
import {comparedLoss, type ComparedSizes} from "../../analysis/finish-line/compared-sizes.ts";
import type {DrawingWidth} from "../../core/define/chart.ts";
import type {Locale, Localised} from "../../core/i18n/locale.ts";
import {lastPoint, pointsOf, type Point} from "../../core/math/points.ts";
import {placedLabel, placedRing, seriesLine} from "../../marks/lines.ts";
import {colour} from "../../marks/theme.ts";
import {computeWindow, endsOf, runningCurve, runningPoint, type FinishState} from "./finish-line-state.ts";
import {computeWords, shareWords, strings} from "./finish-line-texts.ts";

/** Hues of the smaller and the larger of a pair; they differ in lightness too. */
export const pairColours = {small: colour.size(1), large: colour.size(4)} as const;

/** Key of a run’s curve, e.g. `"760M-10xC"`. */
export function runKey({size, length}: {readonly size: string; readonly length: string}): string {
  return `${size}-${length.replace(/[ ,]+/g, "-")}`;
}

/** Key of the line through finished runs of a size: one that has grown is another. */
export function finishedKey(size: string, ends: readonly Point[]): string {
  return `${size}-finished-${ends.length}`;
}

/** Both long runs; where finished runs are shown, they step back. */
export function runningCurves(compared: ComparedSizes, {view}: FinishState): Markish[] {
  const isBack = view === "finished";
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
export function runningLabels(compared: ComparedSizes, {view}: FinishState): Markish[] {
  const large = runningCurve(compared, compared.large);
  // Where finished runs are shown, the smaller has its name beside the first of them.
  const [first] = endsOf(compared, compared.smallSize);
  const {x, y, above} = view === "finished" && first ? {...first, above: false} : furthest(compared);
  const name = placedLabel(
    `${runKey(compared.large)}-name`,
    {...lastPoint(large), text: compared.large.size},
    {fill: pairColours.large, anchor: "start", dx: 7, dy: 0}
  );
  // Its end is named there.
  if (view === "places") return [name];
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

/** Where the lead changes on the way, with who passes at what. */
export function crossingMarks(compared: ComparedSizes, width: DrawingWidth, locale: Locale): Markish[] {
  const {small, large, crossings} = compared;
  return crossings.flatMap(({x, y, lower}, index) => {
    const passing = lower === "b" ? large : small;
    const key = `crossing-${index + 1}`;
    const again = index > 0;
    const at = computeWords(x, locale);
    const gap = width === "narrow" ? "\n" : " ";
    const words: Localised = {
      en: `${passing.size} passes${again ? " again" : ""}${gap}${width === "narrow" ? "" : "at "}${at}`
    };
    return [
      placedRing(key, {x, y}, colour.ink),
      placedLabel(
        key,
        {x, y, text: words[locale]},
        again
          ? {fill: colour.ink, anchor: "end", dx: -8, dy: width === "narrow" ? 22 : 16}
          : {fill: colour.ink, anchor: "start", dx: 8, dy: width === "narrow" ? -14 : -18}
      )
    ];
  });
}

/** The budget of the smaller run, as a rule from foot to head, and the ends of both there. */
export function budgetMarks(
  compared: ComparedSizes,
  [least, most]: readonly [number, number],
  {view}: FinishState
): Markish[] {
  const {flops, small} = compared;
  return [
    Plot.ruleX([flops], {
      y1: least,
      y2: most,
      ariaLabel: () => "budget",
      stroke: colour.soft,
      strokeDasharray: "2 3"
    }),
    // A finished run among others, where these are drawn.
    ...(view === "finished"
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

/** How far either run is where the smaller ends. */
export function placeMarks(
  compared: ComparedSizes,
  [least, most]: readonly [number, number],
  locale: Locale
): Markish[] {
  const {small, large, share, rate, flops} = compared;
  const words: Localised = {
    en:
      `${large.size}: ${shareWords(share, locale)} of its\nschedule done, rate at\n` +
      `${shareWords(rate, locale)} of its peak`
  };
  return [
    placedRing(`${runKey(large)}-place`, runningPoint(compared), pairColours.large, 5.5),
    placedLabel(
      `${runKey(large)}-place`,
      {x: computeWindow(compared).from, y: least + 0.2 * (most - least), text: words[locale]},
      {fill: pairColours.large, anchor: "start", dx: 6, weight: 500}
    ),
    placedLabel(
      `${runKey(small)}-end`,
      {x: flops, y: small.finalLoss, text: `${small.size}: ${strings.finished[locale]}`},
      {fill: pairColours.small, anchor: "end", dx: -10, dy: 14}
    )
  ];
}
