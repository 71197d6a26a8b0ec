import {defineChart, type Reading, type State} from "../core/define/chart.ts";
import {
  axes,
  computeColumn,
  computeLabel,
  computeText,
  computeTick,
  lossColumn,
  lossLabel
} from "../marks/axes.ts";
import {familyFigures, readingErrors} from "../analysis/families.ts";
import {formatShort} from "../core/i18n/format.ts";
import {noise} from "../analysis/run-gap.ts";
import type {Locale, Localised} from "../core/i18n/locale.ts";
import {raceCurves, raceFront, raceRunners, type Field, type Runner} from "./race/runners.ts";
import {computeAt, knots, runs, type Run} from "../analysis/runs.ts";
import {computeInput, familyInput} from "../marks/inputs.ts";
import {smoothedCurve, strayAtStart, type SmoothedCurve} from "../analysis/smoothed-curve.ts";
import {standingsTable} from "./race/standings-table.ts";
import {standings, type LeadPass} from "../analysis/standings.ts";
import {frames} from "../marks/theme.ts";
import {logTicks} from "../core/math/ticks.ts";

const inputs = {
  /**
   * Share of the way in the logarithm of compute, so that each per cent multiplies it by the same factor: 0 is where
   * the first run comes into the figure, 100 where the last one ends. Fractions are drawn too.
   */
  time: {
    type: "range",
    min: 0,
    max: 100,
    step: 0.25,
    default: 11,
    unit: "%",
    playSeconds: 16,
    label: {en: "Share of the way, on a logarithmic axis"}
  },
  family: familyInput,
  axis: {...computeInput, label: {en: "The same for all"}},
  // By size class, as in `Run`, so that a favourite is one in either family.
  favourite: {
    type: "choice",
    options: ["none", "1", "2", "3", "4"],
    default: "none",
    label: {en: "Your favourite"},
    names: {none: {en: "none"}, "1": {en: "7B"}, "2": {en: "13B"}, "3": {en: "33/34B"}, "4": {en: "65/70B"}}
  }
} as const;

type RaceState = State<typeof inputs>;

const strings = {
  ordinals: {en: "first second third fourth"}
} as const satisfies Record<string, Localised>;

/** What is drawn of the loss: with room above the curves for the names of those to come, and below for the compute. */
const lossDomain = [1.4, 2.36] as const;

const families: Readonly<Record<RaceState["family"], readonly Run[]>> = {
  llama1: runs.filter(({family}) => family === "llama1"),
  llama2: runs.filter(({family}) => family === "llama2")
};

const curves: ReadonlyMap<Run, SmoothedCurve> = new Map(runs.map((run) => [run, smoothedCurve(run, knots)]));

/** The runs of a family as a race: each with the same compute so far, and how they stand. */
export default defineChart({
  title: {en: "A race at equal compute"},
  question: {en: "With the same compute for everyone, who is ahead?"},
  datasets: ["llama1-curves", "llama2-curves", "llama-runs"],
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
    const frame = frames[width];
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
          xLabel: computeLabel(state.axis, locale),
          yLabel: lossLabel(locale),
          xTicks: logTicks(field.x, width === "narrow" ? [1] : [1, 2, 5]),
          yTicks: [1.4, 1.5, 1.6, 1.7, 1.8, 1.9, 2, 2.1, 2.2],
          xFormat: (value) => computeTick(value, state.axis, locale),
          yFormat: (value) => value.toFixed(1),
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

/** From where the first run comes into the figure to where the last one ends. */
function courseOf({family, axis}: RaceState): [number, number] {
  const all = families[family];
  return [
    Math.min(...all.map((run) => computeAt(run, run.tokens[0]!, axis))),
    Math.max(...all.map((run) => computeAt(run, run.plottedTokens, axis)))
  ];
}

/** Compute that every run has had, in the unit of the axis. */
function computeOf(state: RaceState): number {
  const [from, to] = courseOf(state);
  // At the end exactly, or rounding would leave the last run a step short of it.
  return state.time === 100 ? to : from * (to / from) ** (state.time / 100);
}

/** The runners in the order in which they stand. */
function runnersOf(state: RaceState): Runner[] {
  return standings(families[state.family], state.axis, computeOf(state)).order.map((standing) => ({
    ...standing,
    curve: curves.get(standing.run)!,
    isFavourite: state.favourite === String(standing.run.sizeClass)
  }));
}

function reading(state: RaceState, locale: Locale): Reading {
  return {
    x: computeColumn(state.axis, locale),
    y: lossColumn(locale),
    series: families[state.family].map((run) => {
      const {tokens, loss} = curves.get(run)!;
      return {
        key: run.key,
        label: `${inputs.family.names[state.family][locale]} ${run.model}`,
        x: tokens.map((each) => computeAt(run, each, state.axis)),
        y: loss
      };
    })
  };
}

function note({family, favourite}: RaceState): Localised {
  return {
    en:
      `Smoothed losses read off ${familyFigures[family].en}, to ${readingErrors[family].loss.en}; leads within ${noise} nat are noise. A dot is running; a ring has ` +
      `finished and keeps its last loss${favourite === "none" ? "" : "; a star is your favourite"}. Curves begin where the figure does; smoothing moves their starts by up to ` +
      `${strayAtStart(families[family]).toFixed(3)} nat. A run near its end is favoured by its low learning rate.`
  };
}

/** Who leads by how much, who passed whom last, and how the favourite stands. */
function summary(state: RaceState): Localised {
  const compute = computeOf(state);
  const {leadChanges} = standings(families[state.family], state.axis, compute);
  const favourite = favouriteText(state);
  return {
    en:
      `After ${computeText(compute, state.axis, "en")} each, ${leadText(runnersOf(state))}` +
      `${changeText(leadChanges.at(-1))}.${favourite && ` ${favourite}`}`
  };
}

function leadText(runners: readonly Runner[]): string {
  const [first, second] = runners.filter(({loss}) => loss !== undefined);
  const leader = `the ${first!.run.model}`;
  const isOver = first!.status === "finished" && runners.some(({status}) => status === "running");
  if (!second) return `only ${leader} is in view, at ${first!.loss!.toFixed(3)} nats per token`;
  const lead = second.loss! - first!.loss!;
  const other = `the ${second.run.model}`;
  return lead <= noise
    ? `${leader} and ${other} are level, within the noise`
    : `${leader}${isOver ? ", which has finished, still" : ""} leads ${other} by ${lead.toFixed(3)} nats per token`;
}

function changeText(change: LeadPass | undefined): string {
  if (!change) return "";
  const {passing, passed, x, isAfterEnd} = change;
  const at = `at about ${formatShort(x, "en", 2)}`;
  return isAfterEnd
    ? `; the ${passing} went below the ${passed}, which had finished, ${at}`
    : `; the ${passing} passed the ${passed} ${at}`;
}

function favouriteText(state: RaceState): string {
  const runners = runnersOf(state);
  const index = runners.findIndex(({isFavourite}) => isFavourite);
  const favourite = runners[index];
  if (!favourite) return "";
  const name = `Your favourite, the ${favourite.run.model},`;
  if (favourite.loss === undefined) return `${name} is not in view yet.`;
  const place = `${name} is ${strings.ordinals.en.split(" ")[index]!}`;
  const behind = favourite.loss - runners[0]!.loss!;
  if (index > 0 && behind <= noise) return `${name} is level with the leader.`;
  return index === 0 ? `${place}.` : `${place}, ${behind.toFixed(3)} behind.`;
}

function describe(state: RaceState): Localised {
  const stand = runnersOf(state).map(({run, status, loss, tokens}) => {
    const seen = `${formatShort(tokens * 1e9, "en")} tokens`;
    if (loss === undefined) return `${run.model}, not yet in view, ${seen}`;
    return `${run.model} at ${loss.toFixed(3)}, ${status}, ${seen}`;
  });
  return {
    en:
      `Line chart of the training losses of ${inputs.family.names[state.family].en}, in nats per token, by ` +
      `${inputs.axis.names[state.axis].en} on a logarithmic axis, run as far as each gets on ` +
      `${computeText(computeOf(state), state.axis, "en")}. In order: ${stand.join("; ")}. ${summary(state).en}`
  };
}
