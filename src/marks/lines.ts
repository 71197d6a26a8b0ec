import * as Plot from "@observablehq/plot";
import type {LineOptions, Markish} from "@observablehq/plot";
import type {Series} from "../core/math/series.ts";
import {colour, halo} from "./theme.ts";

/** A series as one curve with a key. */
export function seriesLine(key: string, {x, y}: Series, options: LineOptions): Markish {
  return Plot.line(x, {x: (value: number) => value, y, ariaLabel: () => key, ...options});
}

/**
 * A series as filled dots that are one path with a key, so that hundreds of them are small over the wire and travel
 * together: the round ends of a path that closes where it begins are a disc.
 *
 * @param size diameter in px
 */
export function seriesDots(key: string, series: Series, stroke: string, size: number): Markish {
  return seriesLine(key, series, {
    stroke,
    strokeWidth: size,
    strokeLinecap: "round",
    curve: (context: CanvasPath) => ({
      areaStart: ignored,
      areaEnd: ignored,
      lineStart: ignored,
      lineEnd: ignored,
      point(x: number, y: number) {
        context.moveTo(x, y);
        context.closePath();
      }
    })
  });
}

/** A rectangle in the units of the axes, as a shade under what is drawn. */
export function shade(
  key: string,
  {x, y}: {readonly x: readonly [number, number]; readonly y: readonly [number, number]},
  {fill, fillOpacity}: {readonly fill: string; readonly fillOpacity: number}
): Markish {
  return Plot.areaY(x, {
    x: (value: number) => value,
    y1: y[0],
    y2: y[1],
    ariaLabel: () => key,
    fill,
    fillOpacity
  });
}

/** A ring at a place. */
export function placedRing(
  key: string,
  {x, y}: {readonly x: number; readonly y: number},
  stroke: string,
  r = 4.5
): Markish {
  return Plot.dot([key], {
    x: [x],
    y: [y],
    ariaLabel: (ring: string) => ring,
    r,
    fill: colour.paper,
    stroke,
    strokeWidth: 1.75
  });
}

/** A label at a place, with the paper's colour around it. */
export function placedLabel(
  key: string,
  {x, y, text}: {readonly x: number; readonly y: number; readonly text: string},
  options: {
    readonly fill: string;
    readonly anchor: "start" | "middle" | "end";
    readonly dx?: number;
    readonly dy?: number;
    readonly weight?: number;
  }
): Markish {
  const {fill, anchor, dx = 0, dy = 0, weight = 600} = options;
  return Plot.text([text], {
    x: [x],
    y: [y],
    text: (line: string) => line,
    ariaLabel: () => `${key}:label`,
    fill,
    textAnchor: anchor,
    dx,
    dy,
    fontWeight: weight,
    ...halo
  });
}

function ignored(): void {
  // A path of dots has no beginning and no end.
}
