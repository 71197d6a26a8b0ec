import {inEachLanguage} from "../../core/i18n/written.ts";
import {
  comparedSizes,
  deepestBelowFrontier,
  larger,
  lastOfSmaller,
  leadOfLarger,
  llamaRange,
  shareOfLlama,
  smaller
} from "../../analysis/chinchilla-comparison.ts";
import {computeRange, finalLosses, frontier} from "../../analysis/chinchilla-sizes.ts";
import {pastOptimum, readRuns} from "../../analysis/past-optimum.ts";
import {statedErrors} from "../../analysis/stated-errors.ts";
import {formatNumber, formatShort} from "../../core/i18n/format.ts";
import type {Locale, Localised} from "../../core/i18n/locale.ts";
import {firstOf, firstPoint, lastOf, lastPoint, type Point} from "../../core/math/points.ts";
import {inputs, type CurvesState} from "./chinchilla-curves-state.ts";
import {hasFrontier, hasLlama, hasRuns, shownCurves} from "./drawn-layers.ts";

/** The answers of the named states that have numbers in them. */
export const answers = {
  runs: (): Localised =>
    inEachLanguage((locale) => {
      const {most, middle} = pastOptimum();
      const times = (value: number): string => formatNumber(value, {significant: 2}, locale);
      return {
        en: `The ${formatNumber(readRuns, {decimals: 0}, locale)} runs go on past the frontier: the longest of each size spent ${times(middle)} times its compute-optimal budget in the median, and up to ${times(most)} times.`
      };
    }),
  pair: (): Localised =>
    inEachLanguage((locale) => ({
      en:
        `The small model leads first. Where its last run ends, a model of ${larger.curve.name} parameters that spent ` +
        `as much ends ${loss(leadOfLarger(), locale)} lower.`
    })),
  "with-llama": (): Localised =>
    inEachLanguage((locale) => ({
      en: `LLaMA’s largest run spent ${formatNumber(1 / shareOfLlama(), {decimals: 0}, locale)} times the compute of the largest one behind the frontier.`
    })),
  sliver: (): Localised =>
    inEachLanguage((locale) => ({
      en: `On a linear axis, all the runs behind the frontier lie in the first ${formatNumber(100 * shareOfLlama(), {decimals: 1}, locale)}% of LLaMA’s compute.`
    }))
} as const;

/** Where each layer of a state comes from, and how far off it may be. */
export function note(state: CurvesState): Localised {
  return inEachLanguage((locale) => {
    const {flopsShare, lossShare} = statedErrors["chinchilla-figure-2"];
    const parts = [
      ...(state.show === "runs"
        ? []
        : [
            `Curves are read off Hoffmann et al. (arXiv 2203.15556), Figure 2, to ±${percent(flopsShare, locale)} in FLOPs and ±${percent(lossShare, locale)} in loss, while the ` +
              "learning rate still falls; each is drawn as far as it can be told apart from the others."
          ]),
      ...(hasRuns(state)
        ? [
            `Dots are final losses of ${finalLosses.length} runs, taken from Figure 4 by Epoch AI (arXiv 2404.10102) without ` +
              `five outliers; loss to ±${percent(statedErrors["chinchilla-runs"].lossShare, locale)} at best.`
          ]
        : []),
      ...(state.show === "pair"
        ? [
            "Dots are final losses of separate runs of the same size, taken from Figure 4 by Epoch AI (arXiv 2404.10102); " +
              "dotted lines only join them."
          ]
        : []),
      ...(hasFrontier(state) ? [frontierNote(hasRuns(state), locale)] : []),
      ...(hasLlama(state)
        ? [
            "LLaMA (arXiv 2302.13971, Figure 1) was trained on other data with another tokenizer: compare its compute, not " +
              "the level of its loss. The 70B named Chinchilla isn’t among the runs behind the frontier."
          ]
        : [])
    ];
    return {en: parts.join(" ")};
  });
}

function frontierNote(withRuns: boolean, locale: Locale): string {
  const added = formatNumber(statedErrors["chinchilla-frontier"].loss, {decimals: 3}, locale);
  const below = withRuns
    ? `; dots lie up to ${loss(deepestBelowFrontier(), locale)} nat below it, as the two figures differ.`
    : ".";
  return `The frontier is read off Figure 2, whose wide grey dots add ±${added} nat${below}`;
}

/** How far the frontier falls, or, where it isn't drawn, the curves. */
export function summary(state: CurvesState): Localised {
  return inEachLanguage((locale) => {
    if (hasFrontier(state)) {
      const [from, to] = [firstPoint(frontier), lastPoint(frontier)];
      const place = ({x, y}: Point, unit: string): string =>
        `${loss(y, locale)}${unit} at ${power(x, locale)}`;
      return {
        en: `The frontier falls from ${place(from, " nats per token")} FLOPs to ${place(to, "")}.`
      };
    }
    const curves = shownCurves(state);
    const [first, last] = [firstOf(curves), lastOf(curves)];
    return {
      en:
        `The curve of ${first.name} parameters is drawn down to ${loss(lastOf(first.y), locale)} nats per token, that of ` +
        `${last.name} to ${loss(lastOf(last.y), locale)}.`
    };
  });
}

/** What is drawn of a state, and what it shows. */
export function describe(state: CurvesState): Localised {
  return inEachLanguage((locale) => {
    const parts = [
      `Chart of training loss, in nats per token on a logarithmic axis, by training compute in FLOPs on a ${inputs.scale.names[state.scale][locale]} one.`,
      ...(state.show === "runs" ? [] : [curvesText(state)]),
      ...(state.show === "pair" ? [lastRunText(locale)] : []),
      ...(hasRuns(state) ? [`${finalLosses.length} dots, the final losses of runs.`] : []),
      ...(hasFrontier(state) ? [summary(state)[locale]] : []),
      ...(hasLlama(state) ? [llamaText(locale)] : [])
    ];
    return {en: parts.join(" ")};
  });
}

function curvesText(state: CurvesState): string {
  const curves = shownCurves(state);
  const [first, last] = [firstOf(curves).name, lastOf(curves).name];
  const which =
    curves.length === comparedSizes.length
      ? `Two training curves, of ${first} and ${last} parameters; `
      : `${curves.length} training curves, of ${first} to ${last} parameters; `;
  return `${which}each falls steeply, and larger sizes mostly come down further to the right.`;
}

function lastRunText(locale: Locale): string {
  const {x, y} = lastOfSmaller;
  return (
    `The last run of the ${smaller.curve.name} model ends at ${power(x, locale)} FLOPs with a loss of ${loss(y, locale, 3)}; ` +
    `a run of the ${larger.curve.name} model with as much compute ends ${loss(leadOfLarger(), locale, 3)} lower.`
  );
}

function llamaText(locale: Locale): string {
  const [from, to] = llamaRange();
  return (
    `Four curves of LLaMA reach from ${power(from, locale)} to ${power(to, locale)} FLOPs; ` +
    `all the runs behind the frontier end by ${power(computeRange[1], locale)}.`
  );
}

function loss(nats: number, locale: Locale, decimals = 2): string {
  return formatNumber(nats, {decimals}, locale);
}

function power(flops: number, locale: Locale): string {
  return formatShort(flops, locale, 2);
}

function percent(share: number, locale: Locale): string {
  return `${formatNumber(100 * share, {significant: 2}, locale)}%`;
}
