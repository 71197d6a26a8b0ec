import {dataOf} from "./parts.ts";

/** A scale of a drawing: what of its axis it spans, and where in the drawing's own px. */
export interface Scale {
  readonly type: string;
  readonly domain: readonly [number, number];
  readonly range: readonly [number, number];
}

export interface Scales {
  readonly x: Scale;
  readonly y: Scale;
}

/** The scales that a drawing carries. @throws where it carries none. */
export function scalesOf(drawing: SVGSVGElement): Scales {
  return JSON.parse(dataOf(drawing, "scales")) as Scales;
}

/** Position in px, in the drawing's own coordinates. */
export function applyScale({type, domain, range}: Scale, value: number): number {
  const [from, to] = type === "log" ? [Math.log(domain[0]), Math.log(domain[1])] : domain;
  const at = type === "log" ? Math.log(value) : value;
  return range[0] + ((at - from) / (to - from)) * (range[1] - range[0]);
}
