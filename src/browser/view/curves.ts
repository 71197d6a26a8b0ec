import type {Reading} from "../../core/define/chart.ts";
import {pointsOf, type Point} from "../../figure/points.ts";

/** A curve that values are read off. */
export interface Curve {
  readonly label: string;
  readonly points: readonly Point[];
}

/** A point by where it stands in the list of curves, and in its curve. */
export interface Place {
  readonly curve: number;
  readonly point: number;
}

/** Where one begins to read by keyboard. */
export const start: Place = {curve: 0, point: 0};

const pageStride = 10;

/** The curves of a reading, in drawing order. */
export function curvesOf({series}: Reading): readonly Curve[] {
  return series.map((each) => ({label: each.label, points: pointsOf(each)}));
}

/** Where a key leads to from a place: to the same one where there is no further. */
export type Move = (place: Place, curves: readonly Curve[]) => Place;

/** The keys that lead from place to place. */
export const moves: Readonly<Record<string, Move>> = {
  ArrowRight: (place, curves) => along(place, curves, place.point + 1),
  ArrowLeft: (place, curves) => along(place, curves, place.point - 1),
  PageDown: (place, curves) => along(place, curves, place.point + pageStride),
  PageUp: (place, curves) => along(place, curves, place.point - pageStride),
  Home: (place, curves) => along(place, curves, 0),
  End: (place, curves) => along(place, curves, Infinity),
  ArrowDown: (place, curves) => across(place, curves, 1),
  ArrowUp: (place, curves) => across(place, curves, -1),
  Enter: (place) => place
};

/** The same place among other curves, or the nearest that they have. */
export function keptPlace({curve, point}: Place, curves: readonly Curve[]): Place {
  const kept = Math.min(curve, curves.length - 1);
  return along({curve: kept, point}, curves, point);
}

/** The place that is nearest by a distance; the first where there is none. */
export function nearestPlace(curves: readonly Curve[], distance: (point: Point) => number): Place {
  let best = start;
  let least = Infinity;
  curves.forEach(({points}, curve) => {
    points.forEach((each, point) => {
      const way = distance(each);
      if (way >= least) return;
      least = way;
      best = {curve, point};
    });
  });
  return best;
}

function along(place: Place, curves: readonly Curve[], point: number): Place {
  const last = (curves[place.curve]?.points.length ?? 1) - 1;
  return {...place, point: Math.min(last, Math.max(0, point))};
}

/** The next curve, at the point nearest in x. */
function across(place: Place, curves: readonly Curve[], stride: number): Place {
  const curve = Math.min(curves.length - 1, Math.max(0, place.curve + stride));
  const from = curves[place.curve]?.points[place.point];
  const points = curves[curve]?.points;
  if (curve === place.curve || !from || !points) return place;
  return {...nearestPlace([{label: "", points}], ({x}) => Math.abs(x - from.x)), curve};
}
