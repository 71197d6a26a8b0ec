import * as Plot from "@observablehq/plot";
import type {Markish} from "@observablehq/plot";
import type {Run} from "../../analysis/runs.ts";
import {spikesOf, type Spike} from "../../analysis/spikes.ts";
import {lastOf, valueAt} from "../../core/math/points.ts";
import type {Projection} from "../../marks/run-curves.ts";
import {colour} from "../../marks/theme.ts";

/** Percentiles of the logged loss between which a run's band lies. */
export const bandPercentiles = {low: 5, high: 95} as const;

/** The spread of the logged loss about a run's curve. */
export function runBand(run: Run, {x, y}: Projection): Markish {
  return Plot.areaY(run.tokens, {
    x: (tokens: number) => x(run, tokens),
    y1: run.low.map((loss) => y(run, loss)),
    y2: run.high.map((loss) => y(run, loss)),
    ariaLabel: () => `${run.key}:band`,
    fill: colour.size(run.sizeClass),
    fillOpacity: 0.22
  });
}

/** Single spikes of the logged loss, as needles that stand on the curve. */
export function runSpikes(run: Run, {x, y}: Projection): Markish {
  return Plot.ruleX(spikesOf(run), {
    x: (spike: Spike) => x(run, spike.tokens),
    y1: (spike: Spike) => y(run, lossAt(run, spike.tokens)),
    y2: (spike: Spike) => y(run, spike.loss),
    ariaLabel: (spike: Spike) => `${run.key}:spike-${Math.round(spike.tokens)}`,
    stroke: colour.size(run.sizeClass),
    strokeOpacity: 0.5
  });
}

/** Loss of a run's curve at or just after `tokens` (1e9), in nats per token; its last where it ends before. */
export function lossAt(run: Run, tokens: number): number {
  const after = run.tokens.findIndex((value) => value >= tokens);
  return after === -1 ? lastOf(run.loss) : valueAt(run.loss, after);
}
