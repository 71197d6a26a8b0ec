import {coefficientsOf, loss} from "../../laws/chinchilla.ts";
import {costOf, sizesWithin, type Cost} from "../../analysis/serving-cost.ts";
import {statedErrors} from "../../analysis/stated-errors.ts";
import {formatTick} from "../../core/i18n/format-drawn.ts";
import {formatNumber, formatShort} from "../../core/i18n/format.ts";
import type {Locale, Localised} from "../../core/i18n/locale.ts";
import {cheap, countOf, demandOf, drawnBudget, type DrawnBudget} from "./budget-curves.ts";
import {inputs, type BudgetState} from "./budget-state.ts";

/** What a demand costs by the law that the chart opens with, or by another. */
function asked(served: BudgetState["served"], law: BudgetState["law"] = inputs.law.default): DrawnBudget {
  return drawnBudget({law, target: inputs.target.default, served, size: "none"});
}

/** A size in a sentence, e.g. `"7.48B"`. */
function size({parameters}: Cost): string {
  return formatShort(parameters, "en");
}

/** A size in an answer, e.g. `"7.5B"`. */
function billions({parameters}: Cost): string {
  return `${formatNumber(parameters / 1e9, {decimals: 1}, "en")}B`;
}

/** The answers of the named states. */
export const answers = {
  "no-serving": (): Localised => {
    const {best} = asked("0");
    return {
      en: `With nothing to serve, the cheapest model is the compute-optimal one: ${billions(best)}, on ${perParameter(best, "en")} tokens per parameter.`
    };
  },
  "serve-1t": (): Localised => {
    const {best} = asked("1t");
    return {
      en: `With a trillion tokens to serve, a ${billions(best)} is cheapest, on ${perParameter(best, "en")} tokens per parameter.`
    };
  },
  "serve-10t": (): Localised => {
    const {best, optimal} = asked("10t");
    return {
      en: `With ten trillion, a ${billions(best)} is cheapest: twice the training of the compute-optimal ${billions(optimal)}, half its total cost.`
    };
  },
  "serve-100t": (): Localised => {
    const {best} = asked("100t");
    const thousands = 1000 * Math.floor(best.tokens / best.parameters / 1000);
    return {
      en: `With a hundred trillion, a ${billions(best)} is cheapest, on more than ${formatTick(thousands, "en")} tokens per parameter.`
    };
  },
  "serve-10t-13b": {
    en: "A 13B is cheaper to train, but to serve ten trillion tokens it costs twice as much in all."
  },
  "serve-10t-hoffmann": (): Localised => {
    const hoffmann = asked("10t", "hoffmann-approach-3-unrounded").best;
    return {
      en: `By the fit of Hoffmann et al. it is a ${billions(hoffmann)}, not a ${billions(asked("10t").best)}: the law decides the size, not the trend.`
    };
  }
} as const;

const sources: Readonly<Record<BudgetState["law"], string>> = {
  "epoch-replication": "Besiroglu et al. (Epoch AI, arXiv 2404.10102)",
  "hoffmann-approach-3-unrounded": "Hoffmann et al. (arXiv 2203.15556), unrounded, from its TeX source",
  "hoffmann-approach-3": "Hoffmann et al. (arXiv 2203.15556), Equation 10"
};

/** How much more than the least still counts as cheap, in %. */
const cheapPercent = formatNumber(100 * (cheap - 1), {significant: 3}, "en");

/** Where the costs come from, and what they leave out. */
export function note(state: BudgetState): Localised {
  const {alpha, beta} = statedErrors["scaling-laws"];
  const errors =
    state.law === "epoch-replication"
      ? ` The standard errors of its exponents are ${formatNumber(alpha, {significant: 2}, "en")} (α) and ${formatNumber(beta, {significant: 2}, "en")} (β).`
      : "";
  const anchor = loss({parameters: 7e9, tokens: 1e12}, coefficientsOf(state.law));
  return {
    en:
      `A law, not a measurement: L = E + A/N^α + B/D^β with the coefficients of ${sources[state.law]}.${errors} ` +
      `Training counts 6ND FLOPs, every token served 2N. The broad stroke costs at most ${cheapPercent}% more than the least. ` +
      `Losses hold for the law’s own data and tokenizer: by it, a 7B on a trillion tokens is at ${formatNumber(anchor, {decimals: 2}, "en")}.`
  };
}

/** Which size is cheapest, what serving costs of it, and which sizes cost little more. */
export function summary(state: BudgetState): Localised {
  const {best, optimal} = drawnBudget(state);
  const [from, to] = sizesWithin(cheap, demandOf(state), coefficientsOf(state.law));
  const served = best.inference === 0 ? "nothing" : `${inputs.served.names[state.served].en} tokens`;
  return {
    en:
      `To reach ${formatNumber(state.target, {decimals: 2}, "en")} and serve ${served}, ${size(best)} parameters on ${formatShort(best.tokens, "en")} tokens ` +
      `(${perParameter(best, "en")} per parameter) are cheapest: ` +
      (best.inference === 0
        ? "they are compute-optimal"
        : `${servingShare(best)}% of the cost is serving, training takes ${times(best.training, optimal.training, "en")} times that of the compute-optimal ${size(optimal)}`) +
      `, and ${formatShort(from, "en")} to ${formatShort(to, "en")} cost at most ${cheapPercent}% more${ownText(state, best)}.`
  };
}

/** Serving in % of the whole cost. */
function servingShare({inference, total}: Cost): string {
  const share = (100 * inference) / total;
  const least = 1;
  return `${share < least ? "less than " : ""}${formatNumber(Math.max(least, share), {decimals: 0}, "en")}`;
}

/** How many times one cost another is. */
export function times(cost: number, other: number, locale: Locale): string {
  return formatNumber(cost / other, {decimals: 2}, locale);
}

/** Training tokens for every parameter of a model, e.g. `"74"` or `"2400"`. */
export function perParameter({tokens, parameters}: Cost, locale: Locale): string {
  const ratio = tokens / parameters;
  return formatNumber(ratio, ratio < 1000 ? {decimals: 0} : {significant: 2}, locale);
}

function ownText(state: BudgetState, best: Cost): string {
  if (state.size === "none") return "";
  const name = inputs.size.names[state.size].en;
  const own = costOf(countOf(state.size), demandOf(state), coefficientsOf(state.law));
  return Number.isFinite(own.total)
    ? `; a ${name} costs ${times(own.total, best.total, "en")} times the least`
    : `; a ${name} doesn’t reach the loss on any amount of data`;
}

/** What is drawn of a state, and what it shows. */
export function describe(state: BudgetState): Localised {
  return {
    en: `Line chart of compute in FLOPs, for training, serving and both, by the number of parameters, on logarithmic axes (${inputs.law.names[state.law].en}). ${summary(state).en}`
  };
}
