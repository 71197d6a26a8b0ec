import {finishedFits, lawPenalty} from "../../analysis/equal-compute/fitted-laws.ts";
import {
  marinPenalty,
  priceIn,
  runNoise,
  valleyBottom,
  valleyBudgets,
  valleyRuns,
  type QuotedFactor
} from "../../analysis/equal-compute/marin-valley.ts";
import {tunedFlops, tunedRuns} from "../../analysis/equal-compute/tuned-runs.ts";
import {formatNumber, formatShort} from "../../core/i18n/format.ts";
import type {Locale, Localised} from "../../core/i18n/locale.ts";
import {inEachLanguage} from "../../core/i18n/written.ts";
import {lastOf} from "../../core/math/points.ts";
import {lossText} from "../../marks/axes.ts";
import {inputs, type ValleyState} from "./valley-state.ts";

/** Words of the axes, the drawing and the table. */
export const strings = {
  ratioAxis: {en: "Tokens per effective parameter"},
  lossAxis: {en: "Validation loss (nats per token) · lower is better"},
  factorAxis: {en: "Tokens per parameter, in multiples of the optimum"},
  priceAxis: {en: "Loss above the optimum’s (nats per token)"},
  flops: {en: "FLOPs"},
  bottom: {en: "lowest at"},
  measured: {en: "measured (Marin), with range"},
  laws: {en: "laws, least to most"},
  tuned: {en: "tuned runs (Li et al.)"},
  ratio: {en: "tokens per parameter"},
  factor: {en: "factor"},
  loss: {en: "loss"},
  price: {en: "price"},
  unit: {en: "nat/token"},
  tokens: {en: "tokens"},
  times: {en: "times the optimum"},
  course: {en: "measured (Marin)"},
  quoted: {en: "measured, quoted"},
  low: {en: "low end of its range"},
  high: {en: "high end of its range"},
  least: {en: "least of the laws"},
  most: {en: "most of the laws"}
} as const satisfies Record<string, Localised>;

/** Factors off the bottom that are marked on the largest budget. */
export const markedFactors = [4, 20] as const;

/** A factor or a ratio in words, to two digits. */
export function ratioText(value: number, locale: Locale): string {
  return formatNumber(value, {significant: 2}, locale);
}

/** The range of what all sources say of a factor, e.g. `"0.013 to 0.031"`. */
function rangeWords(factor: QuotedFactor, locale: Locale): string {
  const values = [...finishedFits.map((fit) => lawPenalty(fit, factor).value), marinPenalty(factor).value];
  // As the article’s table has them: large ones are no better known than to a hundredth.
  const decimals = factor < 10 ? 3 : 2;
  return [Math.min(...values), Math.max(...values)]
    .map((value) => lossText(value, locale, decimals))
    .join(" to ");
}

/** Where the valley is lowest, or what straying costs. */
export function summary({view}: ValleyState): Localised {
  return inEachLanguage((locale) => {
    if (view === "price") {
      return {
        en:
          `Four times the optimum’s tokens per parameter cost ${rangeWords(4, locale)} nats, ten times ${rangeWords(10, locale)}, ` +
          `twenty times ${rangeWords(20, locale)}.`
      };
    }
    const budget = lastOf(valleyBudgets);
    const runs = valleyRuns(view, budget);
    const {ratio, loss} = valleyBottom(runs);
    const [four, twenty] = markedFactors.map((factor) => lossText(priceIn(runs, factor), locale, 2));
    return {
      en:
        `On ${formatShort(budget, locale, 1)} FLOPs the loss is lowest, at ${lossText(loss, locale)}, at about ` +
        `${ratioText(ratio, locale)} tokens per effective parameter. Four times as many cost ${four} nats, twenty times ${twenty}.`
    };
  });
}

/** Sources, error, and what an effective parameter is. */
export function note({view}: ValleyState): Localised {
  return inEachLanguage((locale) => ({
    en:
      view === "price"
        ? `Measured: the mean over two texts and two budgets of the Marin project, each run good to ${lossText(runNoise, locale, 2)} nats; bars are the middle nine tenths of what ` +
          "one such valley would show. Laws: Epoch’s refit of Chinchilla’s runs, and fits of " +
          "ours to finished runs of Gadre et al. (arXiv 2403.08540) and Porian et al. (arXiv 2406.19146). Tuned: Li et al. (arXiv 2503.04715), each the best of " +
          `up to ${formatNumber(Math.max(...tunedRuns().map(({runs}) => runs)), {decimals: 0}, locale)} runs of ${formatShort(tunedFlops, locale, 3)} FLOPs, placed as if the one of fewest tokens per parameter were the optimum.`
        : `Finished runs of the Marin project, as exported by Open Athena, and Akima’s spline through them; a run is good to ${lossText(runNoise, locale, 2)} nats. An effective parameter is a sixth of the compute for ` +
          "each token: small models spend much of theirs on embeddings."
  }));
}

/** What is drawn, and what it shows. */
export function describe(state: ValleyState): Localised {
  const {view} = state;
  return inEachLanguage((locale) => ({
    en:
      (view === "price"
        ? "Line chart of the loss above the optimum’s, in nats per token, by tokens per parameter in multiples of the optimum’s, on a logarithmic axis: " +
          "measured, by laws as a band, and four tuned runs. "
        : `Line chart of the loss of finished runs, ${inputs.view.names[view][locale]}, in nats per token, by tokens per effective parameter on a ` +
          "logarithmic axis, a line for each budget. ") + summary(state)[locale]
  }));
}
