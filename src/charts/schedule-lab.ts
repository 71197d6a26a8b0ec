import type {Markish} from "@observablehq/plot";
import {defineChart, type DrawingWidth, type Reading, type Series, type State} from "../core/define/chart.ts";
import {drawField} from "../marks/draw-field.ts";
import {drawnAt, drawnCosine, drawnStep, twoSteps} from "./schedule-lab/drawn-schedule.ts";
import {
  cornerRoom,
  cornerText,
  errorMarks,
  expectedLabels,
  expectedLook
} from "./schedule-lab/expected-marks.ts";
import {expectLoss} from "../analysis/expected-run.ts";
import {formatSigned} from "../core/i18n/format-drawn.ts";
import {formatNumber, formatShort} from "../core/i18n/format.ts";
import {lawErrorAtEnd, lawErrorsNear24k} from "../analysis/law-error.ts";
import type {Locale, Localised} from "../core/i18n/locale.ts";
import {lossColumn, stepColumn} from "../marks/axes.ts";
import type {EndLabel} from "../marks/labels.ts";
import {stackPanels, stepPanelAxes, type Panels} from "../marks/panels.ts";
import {measuredCurve, measuredNear24k, measuredSteps, shared} from "../analysis/measured-runs.ts";
import {remember} from "../core/math/memo.ts";
import {
  decaySteps,
  lastShare,
  nearestMeasured,
  plannedRates,
  plannedSchedules,
  type Plan
} from "./schedule-lab/planned-run.ts";
import {rateCurve} from "../marks/rate-curve.ts";
import {placedLabel, seriesDots, seriesLine} from "../marks/lines.ts";
import {floorInput, modelInput} from "../marks/inputs.ts";
import {colour, frames} from "../marks/theme.ts";
import {linearTicks, stepTicks} from "../core/math/ticks.ts";

const names = {
  cosine: {en: "cosine"},
  constant: {en: "constant"},
  "wsd-exponential": {en: "WSD, exponential"},
  "wsd-linear": {en: "WSD, linear"},
  "wsd-sqrt": {en: "WSD, 1-sqrt"},
  linear: {en: "linear"},
  drawn: {en: "drawn by hand"}
} as const satisfies Record<Plan["schedule"], Localised>;

const inputs = {
  schedule: {
    type: "choice",
    options: plannedSchedules,
    default: "cosine",
    label: {en: "Schedule"},
    names
  },
  model: modelInput,
  steps: {
    type: "range",
    min: 8000,
    max: 72_000,
    step: 1000,
    default: 24_000,
    unit: "",
    label: {en: "Steps"}
  },
  decay: {
    type: "range",
    min: 2,
    max: 90,
    step: 1,
    default: 17,
    unit: "%",
    label: {en: "Decay of WSD, of the run"}
  },
  floor: floorInput,
  rate: {
    type: "drawn",
    at: drawnAt,
    from: {at: 0, value: 100},
    min: 0,
    max: 100,
    step: 1,
    default: drawnCosine,
    usedWhere: {schedule: "drawn"},
    atUnit: {en: "% of the way"},
    unit: {en: "% of peak"},
    label: {en: "Draw the learning rate from the end of warm-up to the end of the run"}
  }
} as const;

type LabState = State<typeof inputs>;

const strings = {
  expected: {en: "expected"},
  measured: {en: "measured"},
  draw: {en: "draw here"}
} as const satisfies Record<string, Localised>;

const knots = 120;

/** Height of the upper panel in px; more of it where a hand is to draw in it. */
const rateHeight = {narrow: {shown: 46, drawn: 84}, wide: {shown: 90, drawn: 150}} as const;

/** The loss that the multi-power law expects of a learning-rate schedule that the reader makes. */
export default defineChart({
  title: {en: "Design a learning-rate schedule"},
  question: {en: "How should the learning rate come down?"},
  datasets: ["multi-power-law", "cosine-stretch", "cosine-stretch-24k"],
  inputs,
  states: {
    cosine: {
      inputs: {},
      answer: answer(
        {},
        ({last, error}) => `The law expects ${last} of the cosine, ${error} than was measured.`
      )
    },
    constant: {
      inputs: {schedule: "constant"},
      answer: answer(
        {schedule: "constant"},
        ({last, gap}) => `Never brought down, the rate leaves the loss at ${last}, ${gap} the cosine.`
      )
    },
    wsd: {
      inputs: {schedule: "wsd-exponential"},
      answer: answer(
        {schedule: "wsd-exponential"},
        ({last, gap}) =>
          `A late decay is expected to end at ${last}, ${gap} the cosine; measured, it was ${measuredGain()} below.`
      )
    },
    linear: {
      inputs: {schedule: "linear"},
      answer: answer(
        {schedule: "linear"},
        ({last, gap}) => `A straight line down is expected to end at ${last}, ${gap} the cosine.`
      )
    },
    "1-sqrt": {
      inputs: {schedule: "wsd-sqrt"},
      answer: answer(
        {schedule: "wsd-sqrt"},
        ({last, gap}) => `A late decay that starts steep is expected to end at ${last}, ${gap} the cosine.`
      )
    },
    "cosine-72k": {
      inputs: {steps: 72_000},
      answer: answer(
        {steps: 72_000},
        ({last, error}) =>
          `Over 72,000 steps the law expects ${last} of the cosine, ${error} than was measured.`
      )
    },
    "wsd-72k": {
      inputs: {schedule: "wsd-exponential", steps: 72_000},
      answer: answer(
        {schedule: "wsd-exponential", steps: 72_000},
        ({last, gap}) => `Over 72,000 steps a late decay is expected to end at ${last}, ${gap} the cosine.`
      )
    },
    drawn: {
      inputs: {schedule: "drawn", rate: twoSteps},
      answer: answer(
        {schedule: "drawn", rate: twoSteps},
        ({last, gap}) =>
          `In two late steps, drawn by hand, the loss is expected to end at ${last}, ${gap} the cosine; to the law, when the rate falls counts for more than how.`
      )
    }
  },
  note,
  summary,
  describe,
  reading,
  plot({state, width, locale}) {
    const frame = frames[width];
    const isNarrow = width === "narrow";
    const series = seriesOf(state, locale);
    const panels = panelsOf(state, series, width);
    const isDrawn = state.schedule === "drawn";
    return {
      ...frame,
      x: {domain: [0, state.steps * (isNarrow ? 1.38 : 1.14)]},
      y: {domain: panels.domain},
      marks: [
        ...(isDrawn ? [rateField(state, panels)] : []),
        ...stepPanelAxes({
          panels,
          xTicks: linearTicks(state.steps, isNarrow ? 4 : 8),
          yTicks: lossTicks(panels, isNarrow ? 5 : 9),
          width,
          locale
        }),
        ...(state.schedule === "cosine" ? [] : [rateLine(cosineOf(state), panels, false)]),
        rateLine(state, panels, true),
        ...(isDrawn ? drawnMarks(state, panels, locale) : []),
        ...series.toReversed().map(({key, x, y}) => seriesLine(key, {x, y}, expectedLook(key))),
        ...errorMarks(series[0]!, errorBar(state, series[0]!)),
        ...expectedLabels(endLabels(series, state, locale), {steps: state.steps, panels, width}),
        cornerText(knownError(state)[locale], panels)
      ]
    };
  }
});

/** Learning rate of every step of the run on screen. All else here follows from the rates. */
const ratesOf = remember(plannedRates, planKey);

/** The cosine of the same length and floor, to compare with. */
function cosineOf(state: LabState): LabState {
  return {...state, schedule: "cosine"};
}

const expected = remember(
  (state: LabState) => expectLoss(ratesOf(state), state.model, {from: firstStep(state), count: knots}),
  (state) => `${state.model} ${planKey(state)}`,
  8
);

/** What the rates of a plan depend on: a control that its schedule has no use for changes nothing. */
function planKey(plan: Plan): string {
  const {schedule, steps, rate} = plan;
  return [
    schedule,
    steps,
    lastShare(plan),
    ...(schedule.startsWith("wsd") ? [decaySteps(plan)] : []),
    ...(schedule === "drawn" ? rate : [])
  ].join(" ");
}

/** The first quarter of a run is steep, and would leave no height to the differences at its end. */
function firstStep({steps}: LabState): number {
  return Math.max(3000, Math.round(steps / 4));
}

/** The curves of a state: expected, the cosine it is compared with, and the nearest measured run, where there is one. */
function seriesOf(state: LabState, locale: Locale): Series[] {
  const name = names[state.schedule][locale];
  const nearest = nearestMeasured(state);
  const label = {
    own: {en: `expected, ${name}`},
    cosine: {en: "expected, cosine"},
    measured: {en: `measured, ${name}, ${nearest ? formatShort(measuredSteps[nearest], locale) : ""} steps`}
  };
  return [
    {key: "expected", label: label.own[locale], ...expected(state)},
    ...(state.schedule === "cosine"
      ? []
      : [{key: "cosine", label: label.cosine[locale], ...expected(cosineOf(state))}]),
    ...(nearest
      ? [
          {
            key: `measured-${state.model}-${nearest}-of-${state.steps}`,
            label: label.measured[locale],
            ...measuredCurve(state.model, nearest, {from: firstStep(state), to: state.steps})
          }
        ]
      : [])
  ];
}

function panelsOf(state: LabState, series: readonly Series[], width: DrawingWidth): Panels {
  const [low, high] = errorBar(state, series[0]!);
  const losses = [...series.flatMap(({y}) => y), low, high];
  const [least, most] = [Math.min(...losses), Math.max(...losses)];
  const lower = [least - 0.06 * (most - least), most] as const;
  const {shown, drawn} = rateHeight[width];
  const layout = {
    upper: [0, shared.peak],
    upperHeight: state.schedule === "drawn" ? drawn : shown,
    between: width === "narrow" ? 32 : 42
  } as const;
  const panels = stackPanels(frames[width], {lower, ...layout});
  const late = series.flatMap(({x, y}) => y.filter((_, index) => x[index]! > 0.75 * state.steps));
  const top = cornerRoom(panels, Math.max(...late, high));
  return top > most ? stackPanels(frames[width], {lower: [lower[0], top], ...layout}) : panels;
}

/** Round losses in the lower panel, at most `count`, below the label at its upper edge. */
function lossTicks({domain, edge, pixels}: Panels, count: number): number[] {
  const top = edge - pixels(4);
  const step = [0.02, 0.05, 0.1].find((each) => (top - domain[0]) / each <= count) ?? 0.2;
  return stepTicks([domain[0], top], step);
}

function rateLine(state: LabState, panels: Panels, isOwn: boolean): Markish {
  const rates = ratesOf(state);
  const {x, y} = rateCurve((step) => rates[Math.round(step)]!, {from: 0, to: rates.length - 1}, knots);
  const [key, look] = isOwn ? ["rate", "expected"] : ["cosine-rate", "cosine"];
  return seriesLine(key, {x, y: y.map(panels.upper)}, expectedLook(look));
}

function rateField({steps}: LabState, panels: Panels): Markish {
  return drawField("rate", {
    x: [drawnStep(0, steps), steps],
    y: [panels.upper(0), panels.upper(shared.peak)]
  });
}

/** The knots of the rate that is drawn, and, as long as it is the one to begin with, that it can be. */
function drawnMarks({steps, rate}: LabState, panels: Panels, locale: Locale): Markish[] {
  const heights = rate.map((share) => panels.upper((share / 100) * shared.peak));
  const places = {x: drawnAt.map((at) => drawnStep(at, steps)), y: heights};
  const hint = {x: drawnStep(4, steps), y: panels.upper(0.2 * shared.peak), text: strings.draw[locale]};
  return [
    seriesDots("rate:knots", places, colour.accent, 6),
    ...(String(rate) === String(drawnCosine)
      ? [placedLabel("draw", hint, {fill: colour.accent, anchor: "start"})]
      : [])
  ];
}

/** Where the loss at the end may lie, if the law is as far off as it is in the measured runs. */
function errorBar({model}: LabState, {y}: Series): [low: number, high: number] {
  const [least, most] = lawErrorsNear24k(model);
  return [y.at(-1)! - most, y.at(-1)! - least];
}

/** What each curve is, at its end. */
function endLabels(series: readonly Series[], state: LabState, locale: Locale): EndLabel[] {
  return series.map(({key, x, y}) => ({
    key: `${key}:label`,
    text: endName(key, y.at(-1)!, state, locale),
    x: x.at(-1)!,
    y: y.at(-1)!,
    fill: expectedLook(key).stroke
  }));
}

/** Name and last loss of a curve; of a measured run of another length its length, as its end is not to be compared. */
function endName(key: string, loss: number, state: LabState, locale: Locale): string {
  const nearest = nearestMeasured(state);
  if (key === "expected") return `${strings.expected[locale]} ${loss.toFixed(3)}`;
  if (key === "cosine") return `${names.cosine[locale]} ${loss.toFixed(3)}`;
  const {measured} = strings;
  return nearest && measuredSteps[nearest] !== state.steps
    ? `${measured[locale]}, ${formatShort(measuredSteps[nearest], locale)}`
    : `${measured[locale]} ${loss.toFixed(3)}`;
}

/** How far the law was off where such a run was measured. */
function knownError(state: LabState): Localised {
  const nearest = nearestMeasured(state);
  const [least, most] = lawErrorsNear24k(state.model);
  return nearest
    ? {
        en: `The law ends ${tooHigh(lawErrorAtEnd(state.model, nearest))}\nin the measured run of ${formatShort(measuredSteps[nearest], "en")}.`
      }
    : {
        en: `No such run was measured;\nelsewhere the law is off by\n${formatSigned(least, 3, "en")} to ${formatSigned(most, 3, "en")}.`
      };
}

function reading(state: LabState, locale: Locale): Reading {
  return {
    x: stepColumn(locale),
    y: lossColumn(locale, 3),
    series: seriesOf(state, locale)
  };
}

function tooHigh(error: number): string {
  return `${Math.abs(error).toFixed(3)} too ${error > 0 ? "high" : "low"}`;
}

/** What an answer is made of, as text. */
interface Findings {
  /** Expected loss at the end. */
  readonly last: string;
  /** Where it is from the expected cosine, e.g. `"0.054 below"`. */
  readonly gap: string;
  /** Its distance from the measured end, e.g. `"0.011 more"`. */
  readonly error: string;
}

function findingsOf(state: LabState): Findings {
  const last = expected(state).y.at(-1)!;
  const gap = last - expected(cosineOf(state)).y.at(-1)!;
  const nearest = nearestMeasured(state);
  const error = nearest ? lawErrorAtEnd(state.model, nearest) : 0;
  return {
    last: last.toFixed(3),
    gap: Math.abs(gap) < 0.0005 ? "level with" : `${Math.abs(gap).toFixed(3)} ${gap > 0 ? "above" : "below"}`,
    error: `${Math.abs(error).toFixed(3)} ${error > 0 ? "more" : "less"}`
  };
}

/** An answer with numbers of its state, worked out when it is asked for: not all of them are. */
function answer(chosen: Partial<LabState>, say: (findings: Findings) => string): Localised {
  const defaults = {
    schedule: inputs.schedule.default,
    model: inputs.model.default,
    steps: inputs.steps.default,
    decay: inputs.decay.default,
    floor: inputs.floor.default,
    rate: inputs.rate.default
  };
  return {
    get en() {
      return say(findingsOf({...defaults, ...chosen}));
    }
  };
}

/** How far the measured late decay ends below the measured cosine, as text. */
function measuredGain(): string {
  const [wsd, cosine] = (["wsd_20000_24000", "cosine_24000"] as const).map(
    (schedule) => measuredNear24k("100M", schedule)!.loss
  ) as [number, number];
  return (cosine - wsd).toFixed(3);
}

function note(state: LabState): Localised {
  const [least, most] = lawErrorsNear24k(state.model);
  const isRaised = state.schedule === "wsd-exponential" && lastShare(state) > state.floor;
  return {
    en:
      "Expected by the multi-power law (Luo et al. 2025, arXiv 2503.12811), drawn to within 0.0001 nat. It knows a peak " +
      "rate of 0.0003 only. Near step 24,000 of six measured runs of this size it differs from the measurement by " +
      `${formatSigned(least, 3, "en")} to ${formatSigned(most, 3, "en")} nats; the bar at the end is as long. It makes a late decay look better than it ` +
      "is. Measured runs: repository MultiPowerLaw, MIT licence." +
      (isRaised ? ` No exponential decay comes to 0; here it goes to ${lastShare(state)}%.` : "") +
      (state.schedule === "drawn" && rises(state)
        ? " No measured run raises its rate after warm-up, as this one does."
        : "")
  };
}

function rises({rate}: LabState): boolean {
  return rate.some((share, index) => share > (rate[index - 1] ?? inputs.rate.from.value));
}

function summary(state: LabState): Localised {
  const {last, gap} = findingsOf(state);
  const nearest = nearestMeasured(state);
  // Other schedules end where the cosine does; a drawn one anywhere.
  const end = state.schedule === "drawn" ? ` down to ${state.floor}%` : "";
  const compared = state.schedule === "cosine" ? "" : `, ${gap} a cosine of that length${end}`;
  const known = nearest
    ? `; in the measured run of ${formatNumber(measuredSteps[nearest], {decimals: 0}, "en")} steps it ends ${tooHigh(lawErrorAtEnd(state.model, nearest))}`
    : "; no such run was measured";
  return {
    en: `The law expects ${last} nats per token after ${formatNumber(state.steps, {decimals: 0}, "en")} steps${compared}${known}.`
  };
}

function describe(state: LabState): Localised {
  const {schedule} = state;
  const decays = schedule.startsWith("wsd")
    ? `, decaying over the last ${formatNumber(decaySteps(state), {decimals: 0}, "en")} steps`
    : "";
  const down =
    schedule === "drawn"
      ? `, at ${state.rate.join(", ")}% of its peak when the run is ${drawnAt.join(", ")}% of the way from warm-up to its end`
      : schedule === "constant"
        ? ""
        : ` to ${lastShare(state)}% of its peak`;
  return {
    en:
      `Two line charts over the steps of a run of a model with ${state.model} parameters: above, the learning rate, ` +
      `${names[schedule].en}${decays}${down}; below, the expected loss, in nats per token. ${summary(state).en}`
  };
}
