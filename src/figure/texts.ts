import {answerOf, type AnyState, type Chart, type Reading} from "../core/define/chart.ts";
import type {Locale} from "../core/i18n/locale.ts";

/** What a figure says about the state on screen, besides the drawing. */
export interface StateTexts {
  readonly question: string;
  readonly answer: string;
  readonly note: string;
  /** Name and description of the drawing for those who don't see it. */
  readonly label: string;
  readonly description: string;
}

/** A named state as the file beside its drawings holds it. */
export interface StateFile {
  readonly state: AnyState;
  readonly texts: StateTexts;
  readonly reading: Reading;
}

/** All that a figure says about a state of a chart. */
export function stateTexts(chart: Chart, state: AnyState, locale: Locale): StateTexts {
  const answer = answerOf(chart, state, locale);
  return {
    question: chart.question[locale],
    answer,
    note: chart.note(state)[locale],
    label: `${chart.title[locale]}: ${answer}`,
    description: chart.describe(state)[locale]
  };
}
