import {group, median} from "d3-array";
import curves from "../../data/schedule-horizon-curves.ts";
import finals from "../../data/schedule-horizon.ts";
import cosine from "../../schedules/cosine.ts";
import type {LocalFit} from "../../core/math/local-polynomial.ts";
import {lastOf} from "../../core/math/points.ts";
import type {OpenRun, OpenSize} from "./open-run.ts";

/** A text that the runs of Hägele et al. were trained on. */
export type HorizonText = (typeof finals.rows)[number]["train_set"];

/** The texts, that of most runs first. */
export const horizonTexts: readonly HorizonText[] = ["slimpajama", "openwebtext2"];

/** A straight line in log x through the seven nearest points: these curves are noisier than the ladder's. */
export const horizonFit: LocalFit = {degree: 1, neighbours: 7};

const shared = {warmup: 300, floor: 0.1} as const;

/** Name of a size, e.g. `"152M"`. */
function horizonSize(parameters: number): string {
  return `${Math.round(parameters / 1e6)}M`;
}

/** Cosine runs of every size on a text, by ascending size; losses on the scale of the whole validation set. */
export function horizonFamily(text: HorizonText): readonly OpenSize[] {
  const offset = sampleOffset(text);
  const sizes = group(
    finals.rows.filter((row) => row.train_set === text && row.schedule === "cosine" && row.finished),
    (row) => row.parameters
  );
  return [...sizes]
    .sort(([a], [b]) => a - b)
    .map(([parameters, ends]) => ({
      size: horizonSize(parameters),
      parameters,
      runs: ends.toSorted((a, b) => a.run_steps - b.run_steps).map((end) => openRunOf(end, offset))
    }));
}

type FinalRow = (typeof finals.rows)[number];

function openRunOf(end: FinalRow, offset: number): OpenRun {
  const rows = curveRows(end);
  return {
    size: horizonSize(end.parameters),
    parameters: end.parameters,
    length: `${end.run_steps} steps`,
    tokens: rows.map((row) => row.tokens),
    flops: rows.map((row) => row.flops),
    loss: rows.map((row) => row.loss + offset),
    rate: rows.map((row) => cosine.rate(row.step, {...shared, peak: 1, steps: end.run_steps})),
    finalTokens: end.tokens,
    finalFlops: end.flops,
    finalLoss: end.loss
  };
}

function curveRows(end: FinalRow): (typeof curves.rows)[number][] {
  return curves.rows.filter(
    (row) =>
      row.train_set === end.train_set &&
      row.schedule === end.schedule &&
      row.parameters === end.parameters &&
      row.run_steps === end.run_steps
  );
}

/**
 * How much higher the whole validation set stands than its sample, in nats per token: the median over the finished cosine
 * runs on a text.
 *
 * @throws where there are none.
 */
export function sampleOffset(text: HorizonText): number {
  const differences = finals.rows
    .filter((row) => row.train_set === text && row.schedule === "cosine" && row.finished)
    .map((end) => end.loss - lastOf(curveRows(end)).loss);
  const middle = median(differences);
  if (middle === undefined) throw new Error(`no finished run: ${text} (expected at least one)`);
  return middle;
}

/** A cosine that is too long for the step at which it is read, beside one that ends there. */
export interface StretchedCase {
  readonly text: HorizonText;
  readonly size: string;
  readonly parameters: number;
  /** Steps of both where they are compared. */
  readonly steps: number;
  /** Length of the longer cosine, in those steps; > 1. */
  readonly stretch: number;
  /** Loss of the stretched less that of the matched, in nats per token. */
  readonly price: number;
}

/** Every stretched cosine that has a matched twin: same model, same step, same order of the data. */
export function stretchedCases(): readonly StretchedCase[] {
  const cosines = finals.rows.filter((row) => row.schedule === "cosine");
  return cosines.flatMap((row) => {
    const twin = cosines.find((other) => other.finished && isTwin(other, row));
    if (row.finished || !twin) return [];
    const {train_set: text, parameters, step} = row;
    return [
      {
        text,
        size: horizonSize(parameters),
        parameters,
        steps: step,
        stretch: row.run_steps / step,
        price: row.loss - twin.loss
      }
    ];
  });
}

/** Loss of another schedule less that of the matched cosine at the same steps, in nats per token, for each case there is. */
export function againstCosine(schedule: "constant" | "cooldown"): readonly number[] {
  return finals.rows.flatMap((row) => {
    // A cooldown counts where it has come to its end, as its twin has.
    if (row.schedule !== schedule || (schedule === "cooldown" && !row.finished)) return [];
    const twin = finals.rows.find(
      (other) => other.schedule === "cosine" && other.finished && isTwin(other, row)
    );
    return twin ? [row.loss - twin.loss] : [];
  });
}

function isTwin(a: FinalRow, b: FinalRow): boolean {
  return a.train_set === b.train_set && a.parameters === b.parameters && a.step === b.step;
}
