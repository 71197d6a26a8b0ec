import {ablationCurves} from "../ablation-curves.ts";
import {cycleErrors, panels} from "../cosine-cycles.ts";
import {lossNear24k, measuredSteps} from "../measured-runs.ts";
import {interpolate} from "../../core/math/interpolate.ts";
import {lastOf} from "../../core/math/points.ts";
import {gapErrors} from "./open-pairs.ts";
import {stretchedCases} from "./horizon-runs.ts";
import {ladderPrices} from "./ladder-prices.ts";

/** Who measured the price of a stretched cosine. */
export const priceSources = ["ladder", "horizon", "luo", "hoffmann"] as const;

export type PriceSource = (typeof priceSources)[number];

/** What one cosine cost that was too long for where it was read. */
export interface StretchPrice {
  readonly source: PriceSource;
  /** The model, e.g. `"1B"`; those of one name and start differ in nothing but the stretch. */
  readonly name: string;
  /** On the ladder, the length of the finished run, e.g. `"5xC"`; else empty. */
  readonly start: string;
  /** Length of its cosine in lengths of the run; > 1. */
  readonly stretch: number;
  /** Loss above that of a cosine made for the place, in nats per token. */
  readonly price: number;
}

/** How wrong a price may be by source, in nats per token. */
export const priceErrors: Readonly<Record<PriceSource, number>> = {
  ladder: gapErrors.ladder,
  horizon: gapErrors.horizon,
  luo: 0.002,
  hoffmann: 2 * Math.max(...Object.values(cycleErrors))
};

/** Every price there is, source by source. */
export function stretchPrices(): readonly StretchPrice[] {
  return [...ofLadder(), ...ofHorizon(), ...ofLuo(), ...ofHoffmann()];
}

/** Whether a cosine is so much too long, by half a run or more, that an order can be told in every source. */
export function isFarStretched({stretch}: StretchPrice): boolean {
  return stretch >= 1.5;
}

function ofLadder(): StretchPrice[] {
  return ladderPrices().map(({size, short, stretch, price}) => ({
    source: "ladder",
    name: size,
    start: short,
    stretch,
    price
  }));
}

function ofHorizon(): StretchPrice[] {
  return stretchedCases().map(({size, text, stretch, price}) => ({
    source: "horizon",
    name: `${size}, ${text}`,
    start: "",
    stretch,
    price
  }));
}

function ofLuo(): StretchPrice[] {
  return ["25M", "100M", "400M"].map((size) => ({
    source: "luo",
    name: size,
    start: "",
    stretch: measuredSteps.cosine_72000 / measuredSteps.cosine_24000,
    price: lossNear24k(size, "cosine_72000") - lossNear24k(size, "cosine_24000")
  }));
}

function ofHoffmann(): StretchPrice[] {
  return panels.flatMap((panel) => {
    const curves = ablationCurves.filter((curve) => curve.panel === panel);
    const own = curves.find(({multiplier}) => multiplier === 1);
    // The figure's curves end within a hair of each other.
    const end = Math.min(...curves.map(({x}) => lastOf(x)));
    if (!own) throw new Error(`no run of its own length: ${panel} (expected one)`);
    return curves
      .filter(({multiplier}) => multiplier > 1)
      .map(({multiplier, x, y}) => ({
        source: "hoffmann" as const,
        name: panel,
        start: "",
        stretch: multiplier,
        price: interpolate({x, y}, end) - interpolate(own, end)
      }));
  });
}
