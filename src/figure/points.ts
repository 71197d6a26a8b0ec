import type {Series} from "../core/define/chart.ts";

/** One point of a curve as it is drawn, with the ends of its band where it has one. */
export interface Point {
  readonly x: number;
  readonly y: number;
  readonly band: readonly [low: number, high: number] | undefined;
}

/** The points of a curve, in drawing order: as many as have both an x and a y. */
export function pointsOf({x, y, low, high}: Series): readonly Point[] {
  return y.flatMap((value, index) => {
    const [place, least, most] = [x[index], low?.[index], high?.[index]];
    const band = least === undefined || most === undefined ? undefined : ([least, most] as const);
    return place === undefined ? [] : [{x: place, y: value, band}];
  });
}
