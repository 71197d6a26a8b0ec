import type {Interval, Series} from "../../core/math/series.ts";
import tailLine from "../../laws/tail-line.ts";
import {measuredCurve, measuredModels, measuredSteps, type MeasuredSchedule} from "../measured-runs.ts";
import {runs} from "../runs.ts";

/** Runs whose middle is looked at: LLaMA's and Llama 2's eight, and Luo et al.'s under a cosine or a constant rate. */
export const middleKinds = ["llama", "cosine", "constant"] as const;
export type MiddleKind = (typeof middleKinds)[number];

/** Two equal parts of a run's middle, in shares of the run: what the essay calls nearly linear lies around them. */
const early = {from: 0.3, to: 0.45} as const;
const late = {from: 0.65, to: 0.8} as const;

const schedules: Readonly<Record<Exclude<MiddleKind, "llama">, readonly MeasuredSchedule[]>> = {
  cosine: ["cosine_24000", "cosine_72000"],
  constant: ["constant_24000", "constant_72000"]
};

/** How fast each run falls late in its middle, as a share of how fast it falls early in it: 1 is a straight line. */
export function straightness(kind: MiddleKind): number[] {
  if (kind === "llama")
    return runs.map(({tokens, loss, plottedTokens}) => ratio({x: tokens, y: loss}, plottedTokens));
  return schedules[kind].flatMap((schedule) =>
    measuredModels.map((model) => {
      const end = measuredSteps[schedule];
      return ratio(measuredCurve(model, schedule, {from: 0, to: end}), end);
    })
  );
}

function ratio(curve: Series, end: number): number {
  const slope = ({from, to}: Interval): number => tailLine.fit(curve, {from: from * end, to: to * end}).slope;
  return slope(late) / slope(early);
}
