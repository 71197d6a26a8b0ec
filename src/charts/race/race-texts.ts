import {inEachLanguage} from "../../core/i18n/written.ts";
import {familyFigures, readingErrors} from "../../analysis/families.ts";
import {noise} from "../../core/math/crossings.ts";
import {strayAtStart} from "../../analysis/smoothed-curve.ts";
import {formatShort} from "../../core/i18n/format.ts";
import type {Locale, Localised} from "../../core/i18n/locale.ts";
import {firstOf, valueAt} from "../../core/math/points.ts";
import {computeText, lossText} from "../../marks/axes.ts";
import {passedClause} from "../../marks/passing.ts";
import {computeOf, families, inputs, lastPass, runnersOf, type RaceState, type Runner} from "./race-state.ts";

const ordinals: Localised = {en: "first second third fourth"};

/** Where the losses were read off, what counts as a lead, and what the symbols mean. */
export function note({family, favourite}: RaceState): Localised {
  return inEachLanguage((locale) => ({
    en:
      `Smoothed losses read off ${familyFigures[family][locale]}, to ${readingErrors[family].loss[locale]}; leads within ${noise} nat are noise. A dot is running; a ring has ` +
      `finished and keeps its last loss${favourite === "none" ? "" : "; a star is your favourite"}. Curves begin where the figure does; smoothing moves their starts by up to ` +
      `${lossText(strayAtStart(families[family]), locale)} nat. A run near its end is favoured by its low learning rate.`
  }));
}

/** Who leads by how much, who passed whom last, and how the favourite stands. */
export function summary(state: RaceState): Localised {
  return inEachLanguage((locale) => {
    const change = lastPass(state);
    const favourite = favouriteText(state, locale);
    return {
      en:
        `After ${computeText(computeOf(state), state.axis, locale)} each, ${leadText(state, locale)}` +
        `${change ? `; ${passedClause(change)[locale]}` : ""}.${favourite && ` ${favourite}`}`
    };
  });
}

/** A runner whose loss is in view. */
type Shown = Runner & {readonly loss: number};

function shownRunners(state: RaceState): Shown[] {
  return runnersOf(state).flatMap((runner) =>
    runner.loss === undefined ? [] : [{...runner, loss: runner.loss}]
  );
}

function leadText(state: RaceState, locale: Locale): string {
  const shown = shownRunners(state);
  const first = firstOf(shown);
  const second = shown[1];
  const leader = `the ${first.run.model}`;
  if (!second) return `only ${leader} is in view, at ${lossText(first.loss, locale)} nats per token`;
  const isOver = first.status === "finished" && shown.some(({status}) => status === "running");
  const lead = second.loss - first.loss;
  const other = `the ${second.run.model}`;
  return lead <= noise
    ? `${leader} and ${other} are level, within the noise`
    : `${leader}${isOver ? ", which has finished, still" : ""} leads ${other} by ${lossText(lead, locale)} nats per token`;
}

function favouriteText(state: RaceState, locale: Locale): string {
  const favourite = runnersOf(state).find(({isFavourite}) => isFavourite);
  if (!favourite) return "";
  const name = `Your favourite, the ${favourite.run.model},`;
  const shown = shownRunners(state);
  const index = shown.findIndex(({isFavourite}) => isFavourite);
  const own = shown[index];
  if (!own) return `${name} is not in view yet.`;
  const behind = own.loss - firstOf(shown).loss;
  if (index > 0 && behind <= noise) return `${name} is level with the leader.`;
  const place = `${name} is ${valueAt(ordinals[locale].split(" "), index)}`;
  return index === 0 ? `${place}.` : `${place}, ${lossText(behind, locale)} behind.`;
}

/** What is drawn, and how each runner stands. */
export function describe(state: RaceState): Localised {
  return inEachLanguage((locale) => {
    const stand = runnersOf(state).map(({run, status, loss, tokens}) => {
      const seen = `${formatShort(tokens * 1e9, locale)} tokens`;
      if (loss === undefined) return `${run.model}, not yet in view, ${seen}`;
      return `${run.model} at ${lossText(loss, locale)}, ${status}, ${seen}`;
    });
    return {
      en:
        `Line chart of the training losses of ${inputs.family.names[state.family][locale]}, in nats per token, by ` +
        `${inputs.axis.names[state.axis][locale]} on a logarithmic axis, run as far as each gets on ` +
        `${computeText(computeOf(state), state.axis, locale)}. In order: ${stand.join("; ")}. ${summary(state)[locale]}`
    };
  });
}
