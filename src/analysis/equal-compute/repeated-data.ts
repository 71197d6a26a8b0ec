import {mean} from "d3-array";
import repeated from "../../data/repeated-data.ts";

/** Models that were trained on as many tokens once and many times over. */
export const repeatedSizes = ["2.8B", "4.2B", "8.7B"] as const;

export type RepeatedSize = (typeof repeatedSizes)[number];

/** Parameters and tokens of each in the table. */
const trained: Readonly<Record<RepeatedSize, {readonly parameters: number; readonly tokens: number}>> = {
  "2.8B": {parameters: 2.81e9, tokens: 55e9},
  "4.2B": {parameters: 4.2465e9, tokens: 84e9},
  "8.7B": {parameters: 8.67e9, tokens: 178e9}
};

/** What reading the same data again costs one model. */
export interface Repetition {
  readonly epochs: number;
  /** Loss above that of as many fresh tokens, in nats per token, on average over seeds. */
  readonly excess: number;
}

/** The price of repetition for one model, by ascending epochs, the first 1. */
export function repetitions(size: RepeatedSize): readonly Repetition[] {
  const {parameters, tokens} = trained[size];
  const rows = repeated.rows.filter(
    (row) => row.parameters === parameters && row.tokens === tokens && !row.other_shape
  );
  const byEpochs = [...Map.groupBy(rows, (row) => row.epochs)].sort(([a], [b]) => a - b);
  const [[, fresh] = [1, []]] = byEpochs;
  const lowest = mean(fresh, (row) => row.loss) ?? Number.NaN;
  return byEpochs.map(([epochs, same]) => ({
    epochs,
    excess: (mean(same, (row) => row.loss) ?? Number.NaN) - lowest
  }));
}

/** The price at the number of epochs that was run next to `epochs`, for each model that was run within a tenth of it. */
export function repetitionPrices(epochs: number): readonly number[] {
  return repeatedSizes.flatMap((size) => {
    const near = repetitions(size).filter((each) => Math.abs(each.epochs / epochs - 1) < 0.15);
    const nearest = near.toSorted((a, b) => Math.abs(a.epochs - epochs) - Math.abs(b.epochs - epochs))[0];
    return nearest ? [nearest.excess] : [];
  });
}
