import figureA1 from "../data/chinchilla-figure-a1.ts";
import type {Series} from "../core/math/series.ts";
import {multipliers, panels, type Panel} from "./cosine-cycles.ts";

/** One run of the figure; x in 1e6 sequences, y in nats per token. */
export interface AblationCurve extends Series {
  /** E.g. `"short-1.25"`. */
  readonly key: string;
  readonly panel: Panel;
  readonly multiplier: number;
  /** Step on the ramp of six, from the shortest cycle to the longest. */
  readonly step: number;
}

/** The twelve runs, short to long, each by ascending cycle length. */
export const ablationCurves: readonly AblationCurve[] = panels.flatMap((panel) =>
  multipliers.map((multiplier, index) => {
    const rows = figureA1.rows.filter((row) => row.panel === panel && row.multiplier === multiplier);
    return {
      key: `${panel}-${multiplier}`,
      panel,
      multiplier,
      step: index + 1,
      x: rows.map((row) => row.sequences),
      y: rows.map((row) => row.loss)
    };
  })
);
