import {lastOf, valueAt} from "../../src/core/math/points.ts";

/** A place and its cost. */
export interface Vertex {
  readonly at: readonly number[];
  readonly cost: number;
}

/**
 * The lowest place that the simplex of Nelder and Mead (1965) finds from a start. Of the packages that offer it, those tried
 * can't be imported as modules.
 *
 * @param spread how far each number of the start is moved for the first simplex, as a share of it
 */
export function descend(
  cost: (at: readonly number[]) => number,
  start: readonly number[],
  spread = 0.05,
  steps = 3000
): Vertex {
  const vertex = (at: readonly number[]): Vertex => ({at, cost: cost(at)});
  let simplex = [
    vertex(start),
    ...start.map((_, moved) =>
      vertex(start.map((value, index) => (index === moved ? value * (1 + spread) + 1e-4 : value)))
    )
  ];
  for (let step = 0; step < steps; ++step) {
    simplex = simplex.toSorted((a, b) => a.cost - b.cost);
    const [best, worst, second] = [
      valueAt(simplex, 0),
      lastOf(simplex),
      valueAt(simplex, simplex.length - 2)
    ];
    if (worst.cost - best.cost < 1e-14) break;
    const others = simplex.slice(0, -1);
    const centre = start.map(
      (_, index) => others.reduce((sum, {at}) => sum + valueAt(at, index), 0) / others.length
    );
    const along = (by: number): Vertex =>
      vertex(centre.map((value, index) => value + by * (valueAt(worst.at, index) - value)));
    const reflected = along(-1);
    if (reflected.cost < best.cost) {
      const expanded = along(-2);
      simplex = [...others, expanded.cost < reflected.cost ? expanded : reflected];
    } else if (reflected.cost < second.cost) {
      simplex = [...others, reflected];
    } else {
      const contracted = along(reflected.cost < worst.cost ? -0.5 : 0.5);
      simplex =
        contracted.cost < Math.min(worst.cost, reflected.cost)
          ? [...others, contracted]
          : simplex.map(({at}) => vertex(at.map((value, index) => (value + valueAt(best.at, index)) / 2)));
    }
  }
  return simplex.reduce((best, each) => (each.cost < best.cost ? each : best));
}
