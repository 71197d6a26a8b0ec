import {computeAt} from "../analysis/runs.ts";
import {defineChart, type Reading} from "../core/define/chart.ts";
import type {Locale} from "../core/i18n/locale.ts";
import {logTicks} from "../core/math/ticks.ts";
import {
  axes,
  computeColumn,
  computeLabel,
  computeText,
  computeTick,
  lossColumn,
  lossLabel,
  lossText
} from "../marks/axes.ts";
import {frameFor} from "../marks/titles.ts";
import type {Field} from "./race/race-field.ts";
import {raceCurves, raceFront} from "./race/race-curves.ts";
import {computeOf, courseOf, families, inputs, runnersOf, wayOf, type RaceState} from "./race/race-state.ts";
import {describe, note, summary} from "./race/race-texts.ts";
import {raceRunners} from "./race/runners.ts";
import {standingsTable} from "./race/standings-table.ts";

/** What is drawn of the loss: with room above the curves for the names of those to come, and below for the compute. */
const lossDomain = [1.4, 2.36] as const;

/** The runs of a family as a race: each with the same compute so far, and how they stand. */
export default defineChart({
  title: {en: "A race at equal compute"},
  question: {en: "With the same compute for everyone, who is ahead?"},
  inputs,
  states: {
    start: {
      inputs: {},
      answer: {en: "The 7B is off first: a token costs it the fewest GPU-hours."}
    },
    "7b-leads": {
      inputs: {time: 20},
      answer: {en: "The 7B still leads, but the 13B has come near."}
    },
    "13b-leads": {
      inputs: {time: 46},
      answer: {en: "The 13B has passed the 7B and leads all four."}
    },
    "33b-leads": {
      inputs: {time: 81},
      answer: {en: "The two small runs have finished; the 33B leads, ahead of the 65B."}
    },
    finish: {
      inputs: {time: 100},
      answer: {en: "The 65B ends lowest, on nearly twice the GPU-hours of the 33B."}
    },
    "flops-7b-leads": {
      inputs: {axis: "flops", time: 58},
      answer: {en: "By FLOPs the 7B takes the lead back from the 13B before it ends."}
    },
    "llama2-34b-leads": {
      inputs: {family: "llama2", time: 60},
      answer: {en: "In Llama 2 the 7B and the 13B have had their turns in front; now the 34B leads."}
    },
    "llama2-7b-leads": {
      inputs: {family: "llama2", time: 67},
      answer: {en: "Near its end the 7B is in front again."}
    },
    "llama2-13b-leads": {
      inputs: {family: "llama2", time: 76},
      answer: {en: "The 7B has finished, and the 13B leads for the second time."}
    },
    "llama2-finish": {
      inputs: {family: "llama2", time: 100},
      answer: {en: "The 70B ends lowest, long after the other three have stopped."}
    }
  },
  note,
  summary,
  describe,
  reading,
  plot({state, width, locale}) {
    const titles = {xLabel: computeLabel(state.axis, locale), yLabel: lossLabel(locale)};
    const frame = frameFor(width, titles);
    const [from, to] = courseOf(state);
    const field: Field = {frame, axis: state.axis, x: [from * 0.95, to * 1.04], y: lossDomain};
    const runners = runnersOf(state);
    const compute = computeOf(state);
    return {
      ...frame,
      x: {type: "log", domain: field.x},
      y: {domain: lossDomain},
      marks: [
        ...axes({
          ...titles,
          xTicks: logTicks(field.x, width === "narrow" ? [1] : [1, 2, 5]),
          yTicks: [1.4, 1.5, 1.6, 1.7, 1.8, 1.9, 2, 2.1, 2.2],
          xFormat: (value) => computeTick(value, state.axis, locale),
          yFormat: (value) => lossText(value, locale, 1),
          frame
        }),
        ...raceCurves(runners, field),
        ...raceFront(runners, field, compute, computeText(compute, state.axis, locale)),
        ...raceRunners(runners, field),
        ...standingsTable(runners, field, width, locale)
      ]
    };
  }
});

function reading(state: RaceState, locale: Locale): Reading {
  return {
    x: computeColumn(state.axis, locale),
    y: lossColumn(locale),
    series: families[state.family].map((run) => {
      const {tokens, loss} = wayOf(run);
      return {
        key: run.key,
        label: `${inputs.family.names[state.family][locale]} ${run.model}`,
        x: tokens.map((each) => computeAt(run, each, state.axis)),
        y: loss
      };
    })
  };
}
