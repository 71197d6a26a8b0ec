import type {Window} from "./series.ts";

/** Numbers evenly spaced in their logarithm over a window > 0, both ends included; `count` is an integer >= 2. */
export function logSpaced({from, to}: Window, count: number): number[] {
  return Array.from({length: count}, (_, index) => from * (to / from) ** (index / (count - 1)));
}
