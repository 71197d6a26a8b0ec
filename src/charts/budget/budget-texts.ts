import {inEachLanguage} from "../../core/i18n/written.ts";
import {coefficientsOf, loss} from "../../laws/chinchilla.ts";
import {costOf, sizesWithin, type Cost} from "../../analysis/serving-cost.ts";
import {longestRatio} from "../../analysis/past-optimum.ts";
import {statedErrors} from "../../analysis/stated-errors.ts";
import {formatTick} from "../../core/i18n/format-drawn.ts";
import {formatNumber, formatShort} from "../../core/i18n/format.ts";
import type {Locale, Localised} from "../../core/i18n/locale.ts";
import {cheap, countOf, demandOf, drawnBudget, type DrawnBudget} from "./budget-curves.ts";
import {inputs, type BudgetState} from "./budget-state.ts";

/** What a demand costs by the law that the chart opens with, or by another. */
function asked(served: BudgetState["served"], law: BudgetState["law"] = inputs.law.default): DrawnBudget {
  return drawnBudget({law, target: inputs.target.default, served, price: "1", size: "none"});
}

/** A size in a sentence, e.g. `"7.48B"`. */
function size({parameters}: Cost, locale: Locale): string {
  return formatShort(parameters, locale);
}

/** A size in an answer, e.g. `"7.5B"`. */
function billions({parameters}: Cost, locale: Locale): string {
  return `${formatNumber(parameters / 1e9, {decimals: 1}, locale)}B`;
}

/** The answers of the named states. */
export const answers = {
  "no-serving": (): Localised => {
    const {best} = asked("0");
    return inEachLanguage((locale) => ({
      en: `With nothing to serve, the cheapest model is the compute-optimal one: ${billions(best, locale)}, on ${perParameter(best, locale)} tokens per parameter.`
    }));
  },
  "serve-1t": (): Localised => {
    const {best} = asked("1t");
    return inEachLanguage((locale) => ({
      en: `With a trillion tokens to serve, a ${billions(best, locale)} is cheapest, on ${perParameter(best, locale)} tokens per parameter.`
    }));
  },
  "serve-10t": (): Localised => {
    const {best, optimal} = asked("10t");
    return inEachLanguage((locale) => ({
      en: `With ten trillion, a ${billions(best, locale)} is cheapest: twice the training of the compute-optimal ${billions(optimal, locale)}, half its total cost.${untriedText(best)}`
    }));
  },
  "serve-100t": (): Localised => {
    const {best} = asked("100t");
    const thousands = 1000 * Math.floor(best.tokens / best.parameters / 1000);
    return inEachLanguage((locale) => ({
      en: `With a hundred trillion, a ${billions(best, locale)} is cheapest, on more than ${formatTick(thousands, locale)} tokens per parameter.${untriedText(best)}`
    }));
  },
  "serve-10t-13b": {
    en: "A 13B is cheaper to train, but to serve ten trillion tokens it costs twice as much in all."
  },
  "serve-10t-hoffmann": (): Localised => {
    const hoffmann = asked("10t", "hoffmann-approach-3-unrounded").best;
    return inEachLanguage((locale) => ({
      en: `By the fit of Hoffmann et al. it is a ${billions(hoffmann, locale)}, not a ${billions(asked("10t").best, locale)}: the law decides the size, not the trend.`
    }));
  }
} as const;

const sources: Readonly<Record<BudgetState["law"], string>> = {
  "epoch-replication": "Besiroglu et al. (Epoch AI, arXiv 2404.10102)",
  "hoffmann-approach-3-unrounded": "Hoffmann et al. (arXiv 2203.15556), unrounded, from its TeX source",
  "hoffmann-approach-3": "Hoffmann et al. (arXiv 2203.15556), Equation 10"
};

/** How much more than the least still counts as cheap, in %. */
const cheapPercent = (locale: Locale): string => formatNumber(100 * (cheap - 1), {significant: 3}, locale);

/** Where the costs come from, and what they leave out. */
export function note(state: BudgetState): Localised {
  return inEachLanguage((locale) => {
    const {alpha, beta} = statedErrors["scaling-laws"];
    const errors =
      state.law === "epoch-replication"
        ? ` The standard errors of its exponents are ${formatNumber(alpha, {significant: 2}, locale)} (α) and ${formatNumber(beta, {significant: 2}, locale)} (β).`
        : "";
    const refits =
      state.law === "epoch-replication"
        ? "; the bar below it holds nine in ten refits to runs drawn anew"
        : "";
    const anchor = loss({parameters: 7e9, tokens: 1e12}, coefficientsOf(state.law));
    return {
      en:
        `A law, not a measurement: L = E + A/N^α + B/D^β with the coefficients of ${sources[state.law]}.${errors} ` +
        `Training counts 6ND FLOPs, every token served 2N. The broad stroke costs at most ${cheapPercent(locale)}% more than the least${refits}. ` +
        `No run of the law’s went beyond ${formatNumber(longestRatio(), {decimals: 0}, locale)} tokens per parameter, and there such fits promise too much. ` +
        "Data may run out before the budget does. A small model also answers sooner and needs less memory; one that was trained for long loses more when its weights are rounded. " +
        `Losses hold for the law’s own data and tokenizer: by it, a 7B on a trillion tokens is at ${formatNumber(anchor, {decimals: 2}, locale)}.`
    };
  });
}

/** Which size is cheapest, what serving costs of it, and which sizes cost little more. */
export function summary(state: BudgetState): Localised {
  return inEachLanguage((locale) => {
    const {best, optimal, refitted} = drawnBudget(state);
    const [from, to] = sizesWithin(cheap, demandOf(state), coefficientsOf(state.law));
    const served =
      best.inference === 0
        ? "nothing"
        : `${inputs.served.names[state.served][locale]} tokens${priceText(state, locale)}`;
    return {
      en:
        `To reach ${formatNumber(state.target, {decimals: 2}, locale)} and serve ${served}, ${size(best, locale)} parameters on ${formatShort(best.tokens, locale)} tokens ` +
        `(${perParameter(best, locale)} per parameter) are cheapest: ` +
        (best.inference === 0
          ? "they are compute-optimal"
          : `${servingShare(best, locale)}% of the cost is serving, training takes ${times(best.training, optimal.training, locale)} times that of the compute-optimal ${size(optimal, locale)}`) +
        `, and ${formatShort(from, locale)} to ${formatShort(to, locale)} cost at most ${cheapPercent(locale)}% more${ownText(state, best, locale)}.` +
        refitText(refitted, locale) +
        untriedText(best)
    };
  });
}

/** Where the cheapest size lies by refits of the law, where there are some. */
function refitText(refitted: DrawnBudget["refitted"], locale: Locale): string {
  if (!refitted) return "";
  const [low, high] = refitted.map((size) => formatShort(size, locale));
  return ` Nine in ten refits to runs drawn anew put the cheapest size between ${low ?? ""} and ${high ?? ""}.`;
}

/** That no run of the law’s had as many tokens per parameter, where none had. */
function untriedText({tokens, parameters}: Cost): string {
  return tokens / parameters > longestRatio()
    ? " No run behind the law read so many tokens per parameter."
    : "";
}

/** What a served FLOP costs, where it isn’t what a trained one does. */
function priceText({price}: BudgetState, locale: Locale): string {
  return price === inputs.price.default ? "" : `, each FLOP for ${inputs.price.names[price][locale]}`;
}

/** Serving in % of the whole cost. */
function servingShare({inference, total}: Cost, locale: Locale): string {
  const share = (100 * inference) / total;
  const least = 1;
  return `${share < least ? "less than " : ""}${formatNumber(Math.max(least, share), {decimals: 0}, locale)}`;
}

/** How many times one cost another is. */
export function times(cost: number, other: number, locale: Locale): string {
  return formatNumber(cost / other, {decimals: 2}, locale);
}

/** Training tokens for every parameter of a model, e.g. `"74"` or `"2,400"`. */
export function perParameter({tokens, parameters}: Cost, locale: Locale): string {
  const ratio = tokens / parameters;
  return formatTick(ratio < 1000 ? Math.round(ratio) : Number(ratio.toPrecision(2)), locale);
}

function ownText(state: BudgetState, best: Cost, locale: Locale): string {
  if (state.size === "none") return "";
  const name = inputs.size.names[state.size][locale];
  const own = costOf(countOf(state.size), demandOf(state), coefficientsOf(state.law));
  return Number.isFinite(own.total)
    ? `; a ${name} costs ${times(own.total, best.total, locale)} times the least`
    : `; a ${name} doesn’t reach the loss on any amount of data`;
}

/** What is drawn of a state, and what it shows. */
export function describe(state: BudgetState): Localised {
  return inEachLanguage((locale) => ({
    en: `Line chart of compute in FLOPs, for training, serving and both, by the number of parameters, on logarithmic axes (${inputs.law.names[state.law][locale]}). ${summary(state)[locale]}`
  }));
}
