import tiedLaws from "../data/tied-laws.ts";
import {defineLaw} from "../core/define/law.ts";
import type {Allocation} from "./chinchilla.ts";
import {gadre2024} from "../data/works/gadre2024.ts";

/** The four fitted numbers of one fit. */
export interface TiedCoefficients {
  /** Irreducible loss in nats per token. */
  readonly E: number;
  readonly dataFactor: number;
  readonly sizeFactor: number;
  readonly exponent: number;
}

/** Text whose runs a fit was made to. */
export type TiedFit = (typeof tiedLaws.rows)[number]["fit"];

/** Fits by text. */
export const tiedFits: readonly TiedFit[] = tiedLaws.fields.fit.categories;

/** The fit to all runs on a text, and fits to runs drawn anew, which say how far the runs leave it open. */
export function tiedCoefficients(fit: TiedFit): {
  readonly best: TiedCoefficients;
  readonly draws: readonly TiedCoefficients[];
} {
  const all = tiedLaws.rows
    .filter((row) => row.fit === fit)
    .map(({E, data_factor: dataFactor, size_factor: sizeFactor, exponent}) => ({
      E,
      dataFactor,
      sizeFactor,
      exponent
    }));
  const [best, ...draws] = all;
  if (!best) throw new RangeError(`unknown fit: ${fit} (expected one in tied-laws)`);
  return {best, draws};
}

/**
 * Final loss in nats per token of a model trained for one epoch on a schedule that fits its tokens; > E.
 *
 * Source: Gadre et al. 2024, Equation 4. Its level holds for their data and tokenizer alone.
 */
export function tiedLoss(
  {parameters, tokens}: Allocation,
  {E, dataFactor, sizeFactor, exponent}: TiedCoefficients
): number {
  const ratio = (tokens / parameters) ** exponent;
  return E + (dataFactor * ratio + sizeFactor / ratio) * (6 * parameters * tokens) ** -exponent;
}

/** Loss as a function of compute and tokens per parameter: the over-training law of Gadre et al. */
export default defineLaw({
  title: {en: "The over-training law"},
  description: {
    en:
      "The final loss is an irreducible part, plus a part that shrinks with compute C and depends on the tokens per " +
      "parameter M: one exponent serves both."
  },
  tex: String.raw`L(C, M) = E + \left(a\,M^{\eta} + b\,M^{-\eta}\right) C^{-\eta}`,
  source: {
    ...gadre2024,
    locator: "Equation 4"
  },
  tiedCoefficients,
  tiedLoss
});
