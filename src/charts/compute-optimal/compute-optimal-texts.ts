import {inEachLanguage} from "../../core/i18n/written.ts";
import {
  allocationAtGopher,
  approachNames,
  exponentOf,
  gopherBudget,
  offTable,
  optimalAllocation,
  type AllocationName
} from "../../analysis/allocations.ts";
import {modelOf} from "../../analysis/models.ts";
import {statedErrors} from "../../analysis/stated-errors.ts";
import {formatNumber, formatShort} from "../../core/i18n/format.ts";
import type {Locale, Localised} from "../../core/i18n/locale.ts";
import {lineRange, shownLaws, shownModels} from "./answer-lines.ts";
import {inputs, type OptimalState} from "./compute-optimal-state.ts";

/** The answers of the named states that have numbers in them. */
export const answers = {
  approaches: (): Localised =>
    inEachLanguage((locale) => {
      const range = (flops: number): string => {
        const sizes = approachNames.map((name) => optimalAllocation(name, flops).parameters);
        return `${billions(Math.min(...sizes), locale)} to ${billions(Math.max(...sizes), locale)}`;
      };
      const gopher = modelOf("Gopher");
      return {
        en:
          `For Gopher’s compute, the three approaches ask for ${range(gopher.flops)} billion parameters; by the paper’s own count of it, ` +
          `${formatShort(gopherBudget(), locale, 3)} FLOPs, for ${range(gopherBudget())}. Gopher has ${billions(gopher.parameters, locale)} billion.`
      };
    }),
  kaplan: (): Localised => {
    const ratio = allocationAtGopher("kaplan").parameters / allocationAtGopher("approach-1").parameters;
    return inEachLanguage((locale) => ({
      en:
        "From the same small model on, Kaplan’s slope arrives at Gopher’s compute with " +
        `${formatNumber(ratio, {decimals: 0}, locale)} times the parameters of approach 1.`
    }));
  },
  epoch: (): Localised =>
    inEachLanguage((locale) => ({
      en:
        `Fitted anew, approach 3 comes back to approach 1: model size grows with compute to the power ` +
        `${exponent("epoch", locale)}, not ${exponent("approach-3", locale)}.`
    })),
  tokens: (): Localised =>
    inEachLanguage((locale) => ({
      en:
        `At Gopher’s compute, approach 1 asks for ${trillions(allocationAtGopher("approach-1").tokens, locale)} trillion tokens, Kaplan’s slope ` +
        `for ${trillions(allocationAtGopher("kaplan").tokens, locale)}. Gopher saw ${trillions(modelOf("Gopher").tokens, locale)}.`
    }))
} as const;

function exponent(name: AllocationName, locale: Locale): string {
  return formatNumber(exponentOf(name), {decimals: 2}, locale);
}

function billions(count: number, locale: Locale): string {
  return formatNumber(count / 1e9, {decimals: 0}, locale);
}

function trillions(count: number, locale: Locale): string {
  return formatNumber(count / 1e12, {decimals: 2}, locale);
}

/** Where lines, dots and models come from, and how well they agree. */
export function note(state: OptimalState): Localised {
  return inEachLanguage((locale) => {
    const laws = shownLaws(state);
    const agreement = formatNumber(
      100 * statedErrors["chinchilla-compute-optimal"].flopsShare,
      {decimals: 0},
      locale
    );
    const parts = [
      `Approaches 1 to 3: Hoffmann et al. (arXiv 2203.15556), Tables 3 and A3 (dots), which agree with 6ND to ±${agreement}%; the ` +
        `line of approach 3 is its law with unrounded coefficients, ${offDots(state, locale)} the dots.`,
      ...(laws.includes("epoch") ? ["Epoch’s refit: Besiroglu et al. (arXiv 2404.10102)."] : []),
      ...(laws.includes("kaplan")
        ? [
            `Of Kaplan et al. (arXiv 2001.08361) only the exponent ${exponent("kaplan", locale)} is used, as Hoffmann’s Table 2 lists ` +
              "it: their line is a slope from the first dot of approach 1, so that its level is our choice."
          ]
        : []),
      ...(state.models === "none"
        ? []
        : [
            "Compute of models is 6 × parameters × tokens, as their reports state these; Llama 3’s tokens are a lower bound."
          ])
    ];
    return {en: parts.join(" ")};
  });
}

/** How far the line of approach 3 is off its dots, e.g. `"1 to 6% below"`: fewer parameters are more tokens. */
function offDots(state: OptimalState, locale: Locale): string {
  const shares = offTable(state.quantity, lineRange(state)).map(Math.abs);
  const [least, most] = [Math.min(...shares), Math.max(...shares)].map((share) =>
    formatNumber(100 * share, {decimals: 0}, locale)
  );
  return `${least} to ${most}% ${state.quantity === "parameters" ? "below" : "above"}`;
}

/** What each answer asks for at Gopher's compute. */
export function summary(state: OptimalState): Localised {
  return inEachLanguage((locale) => {
    const at = shownLaws(state).map(
      (name) =>
        `${formatShort(allocationAtGopher(name)[state.quantity], locale, 2)} (${inputs.laws.names[name][locale]})`
    );
    return {
      en: `At Gopher’s compute, ${formatShort(modelOf("Gopher").flops, locale, 2)} FLOPs, the best number of ${state.quantity} is ${at.join(", ")}.`
    };
  });
}

/** What is drawn of a state, and what it shows. */
export function describe(state: OptimalState): Localised {
  return inEachLanguage((locale) => {
    const listed = shownModels(state).map(
      (model) => `${model.name} ${formatShort(model[state.quantity], locale)}`
    );
    return {
      en:
        `Line chart of the compute-optimal number of ${state.quantity} by training compute in FLOPs, both on logarithmic axes. ` +
        summary(state)[locale] +
        (listed.length > 0 ? ` Dots are published models: ${listed.join(", ")}.` : "")
    };
  });
}
