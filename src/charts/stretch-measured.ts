import type {Markish} from "@observablehq/plot";
import {defineChart, type DrawingWidth, type Reading, type State} from "../core/define/chart.ts";
import {formatSigned} from "../core/i18n/format-drawn.ts";
import {formatNumber, formatShort} from "../core/i18n/format.ts";
import type {Locale, Localised} from "../core/i18n/locale.ts";
import {lossColumn, stepColumn} from "../marks/axes.ts";
import type {EndLabel} from "../marks/labels.ts";
import {stackPanels, stepPanelAxes, type Panels} from "../marks/panels.ts";
import {
  gapMarks,
  labelsOfWholeRuns,
  labelsUpTo24k,
  scheduleLooks
} from "./stretch-measured/measured-marks.ts";
import {
  measuredCurve,
  measuredEnd,
  measuredNear24k,
  measuredRange,
  measuredRate,
  measuredSchedules,
  measuredSteps,
  stepOfEqualLoss,
  type MeasuredModel,
  type MeasuredSchedule,
  type Near24k
} from "../analysis/measured-runs.ts";
import {rateCurve} from "../marks/rate-curve.ts";
import {seriesLine} from "../marks/lines.ts";
import type {Series, Interval} from "../core/math/series.ts";
import {modelInput} from "../marks/inputs.ts";
import {frames} from "../marks/theme.ts";
import {stepTicks} from "../core/math/ticks.ts";

/** Names at the ends of curves, where there is little room. */
const names = {
  cosine_24000: {en: "cosine"},
  cosine_72000: {en: "3× cosine"},
  constant_24000: {en: "constant"},
  constant_72000: {en: "constant"},
  wsd_20000_24000: {en: "WSD"},
  wsdld_20000_24000: {en: "WSD, linear"},
  wsdcon_3: {en: "to 10%"},
  wsdcon_9: {en: "to 30%"},
  wsdcon_18: {en: "to 60%"}
} as const satisfies Record<MeasuredSchedule, Localised>;

/** Names that stand alone, in controls, tables and sentences. */
const longNames = {
  cosine_24000: {en: "cosine"},
  cosine_72000: {en: "cosine stretched 3×"},
  constant_24000: {en: "constant"},
  constant_72000: {en: "constant (72k steps)"},
  wsd_20000_24000: {en: "WSD (exponential decay)"},
  wsdld_20000_24000: {en: "WSD (linear decay)"},
  wsdcon_3: {en: "drop to 10%"},
  wsdcon_9: {en: "drop to 30%"},
  wsdcon_18: {en: "drop to 60%"}
} as const satisfies Record<MeasuredSchedule, Localised>;

const inputs = {
  model: modelInput,
  schedules: {
    type: "subset",
    options: measuredSchedules,
    default: ["cosine_24000", "cosine_72000"],
    label: {en: "Schedules (none: all)"},
    names: longNames
  },
  range: {
    type: "choice",
    options: ["end", "whole"],
    default: "end",
    label: {en: "Steps"},
    names: {end: {en: "12k to 24k"}, whole: {en: "all"}}
  }
} as const;

type StretchState = State<typeof inputs>;

/** Steps that a range shows; what comes before is steep, and would leave no height to the differences. */
const windows: Readonly<Record<StretchState["range"], Interval>> = {
  end: {from: 12_000, to: 24_000},
  whole: {from: 5000, to: 72_000}
};

/** Measured loss of three models under schedules that differ in nothing but the learning rate. */
export default defineChart({
  title: {en: "Measured loss under nine learning-rate schedules"},
  question: {en: "Which learning-rate schedule has the lowest loss at step 24,000?"},
  datasets: ["cosine-stretch", "cosine-stretch-24k"],
  inputs,
  states: {
    matched: {
      inputs: {},
      answer: {
        en: `At step 24,000 the cosine made for that length is ${by("100M", "cosine_72000")} nats lower than the one stretched threefold.`
      }
    },
    stretched: {
      inputs: {range: "whole"},
      answer: {
        en: `The stretched run is ${by("100M", "cosine_72000")} nats behind at step 24,000, and is as low as the matched one only near step ${formatShort(stepOfEqualLoss("100M"), "en", 2)}.`
      }
    },
    "matched-25m": {
      inputs: {model: "25M"},
      answer: {en: `With 25M parameters, the stretched cosine costs ${by("25M", "cosine_72000")} nats.`}
    },
    "matched-400m": {
      inputs: {model: "400M"},
      answer: {en: `With 400M parameters, the stretched cosine costs ${by("400M", "cosine_72000")} nats.`}
    },
    wsd: {
      inputs: {schedules: ["cosine_24000", "wsd_20000_24000"]},
      answer: {
        en: `A constant rate that decays from step 20,000 ends ${by("100M", "wsd_20000_24000")} nats lower than the cosine.`
      }
    },
    all: {
      inputs: {schedules: []},
      answer: {
        en: "The runs whose rate has come down by step 24,000 are the lowest; the constant ones are the highest."
      }
    }
  },
  note: () => ({
    en:
      "Measured by Luo et al. (arXiv 2503.12811; repository MultiPowerLaw, MIT licence), one run for each curve: " +
      "±0.001 nat of scatter, ±0.002 between two runs alike. Peak rate 0.0003. WSD is warm-up, stable, decay: here " +
      "constant to step 20,000, then down to a tenth."
  }),
  summary,
  describe,
  reading,
  plot({state, width, locale}) {
    const frame = frames[width];
    const panels = panelsOf(state, width);
    const shown = shownSchedules(state);
    const x = xDomain(state, width);
    const near = pairNear24k(state);
    return {
      ...frame,
      x: {domain: x},
      y: {domain: panels.domain},
      marks: [
        ...stepPanelAxes({
          panels,
          xTicks:
            state.range === "end" ? [12e3, 15e3, 18e3, 21e3, 24e3] : [0, 12e3, 24e3, 36e3, 48e3, 60e3, 72e3],
          yTicks: lossTicks(state),
          width,
          locale
        }),
        ...shown.map((schedule) =>
          seriesLine(`rate-${schedule}`, rateIn(schedule, state, panels), {
            ...scheduleLooks[schedule],
            strokeWidth: 1.75
          })
        ),
        ...shown.map((schedule) =>
          seriesLine(keyOf(schedule, state), measuredCurve(state.model, schedule, windows[state.range]), {
            ...scheduleLooks[schedule],
            strokeWidth: 2
          })
        ),
        ...(near ? gapMarks(near, panels) : []),
        ...labels(state, panels, locale)
      ]
    };
  }
});

function shownSchedules({schedules}: StretchState): readonly MeasuredSchedule[] {
  return schedules.length === 0 ? measuredSchedules : schedules;
}

/** The same curve looks different in a window of its own, and has other knots there. */
function keyOf(schedule: MeasuredSchedule, {model, range}: StretchState): string {
  return `${model}-${schedule}${range === "end" ? "-end" : ""}`;
}

function xDomain({range}: StretchState, width: DrawingWidth): [number, number] {
  const {from, to} = windows[range];
  const start = range === "end" ? from : 0;
  // Room for the names at the ends.
  return [start, to + (to - start) * (width === "narrow" ? 0.22 : 0.12)];
}

/** The panels of a model and range: the same whichever schedules are shown. */
function panelsOf(state: StretchState, width: DrawingWidth): Panels {
  const [least, most] = measuredRange(state.model, windows[state.range]);
  return stackPanels(frames[width], {
    lower: [least - 0.07 * (most - least), most],
    upper: [0, 3e-4],
    upperHeight: width === "narrow" ? 46 : 90,
    between: width === "narrow" ? 32 : 42
  });
}

function lossTicks(state: StretchState): number[] {
  const [least, most] = measuredRange(state.model, windows[state.range]);
  const step = state.range === "end" ? 0.05 : 0.1;
  // The lower panel goes on a little below the least loss.
  return stepTicks([least - 0.2 * step, most], step);
}

/** Learning rate in the upper panel, from where the drawing begins to where the run or the drawing ends. */
function rateIn(schedule: MeasuredSchedule, {range}: StretchState, panels: Panels): Series {
  const from = range === "end" ? windows.end.from : 0;
  const to = Math.min(windows[range].to, measuredSteps[schedule]);
  const {x, y} = rateCurve(measuredRate[schedule], {from, to}, 60);
  return {x, y: y.map(panels.upper)};
}

/** The two schedules shown, near step 24 000; undefined where more or fewer are shown, or one ended before. */
function pairNear24k(state: StretchState): readonly [Near24k, Near24k] | undefined {
  const rows = shownSchedules(state).map((schedule) => measuredNear24k(state.model, schedule));
  const [first, second] = rows;
  return first && second && rows.length === 2 ? [first, second] : undefined;
}

/** Names at the ends of the curves, and the gap between two of them. */
function labels(state: StretchState, panels: Panels, locale: Locale): Markish[] {
  const ends = namedSchedules(state).map((schedule): EndLabel => ({
    key: `${keyOf(schedule, state)}:label`,
    text: names[schedule][locale],
    ...measuredEnd(state.model, schedule, windows[state.range]),
    fill: scheduleLooks[schedule].stroke
  }));
  const near = pairNear24k(state);
  const gap = near && {rows: near, text: formatSigned(near[1].loss - near[0].loss, 3, locale)};
  return state.range === "end" ? labelsUpTo24k(ends, gap, panels) : labelsOfWholeRuns(ends, gap, panels);
}

/** Two constant runs that lie on each other up to the end of the window have one name. */
function namedSchedules(state: StretchState): readonly MeasuredSchedule[] {
  const shown = shownSchedules(state);
  const hasTwin = state.range === "end" && shown.includes("constant_24000");
  return shown.filter((schedule) => !(hasTwin && schedule === "constant_72000"));
}

function reading(state: StretchState, locale: Locale): Reading {
  return {
    x: stepColumn(locale),
    y: lossColumn(locale),
    series: shownSchedules(state).map((schedule) => ({
      key: keyOf(schedule, state),
      label: `${state.model}, ${longNames[schedule][locale]}`,
      ...measuredCurve(state.model, schedule, windows[state.range])
    }))
  };
}

/** How far a schedule is from the matched cosine near step 24 000, without sign, as text. */
function by(model: MeasuredModel, schedule: MeasuredSchedule): string {
  const [own, cosine] = [measuredNear24k(model, schedule)!, measuredNear24k(model, "cosine_24000")!];
  return Math.abs(own.loss - cosine.loss).toFixed(3);
}

function summary(state: StretchState): Localised {
  const near = pairNear24k(state);
  if (near) {
    const [first, second] = near;
    const difference = second.loss - first.loss;
    const way = difference > 0 ? "higher" : "lower";
    return {
      en:
        `Near step 24,000, the ${state.model} model is ${Math.abs(difference).toFixed(3)} nats ${way} with ` +
        `${longNames[second.schedule].en} than with ${longNames[first.schedule].en}.`
    };
  }
  const ends = endsOf(state).sort((a, b) => a.y - b.y);
  const {schedule, x, y} = ends[0]!;
  const lowest = ends.length > 1 ? ", the lowest end of those shown" : "";
  return {
    en:
      `With ${longNames[schedule].en}, the ${state.model} model is at ${y.toFixed(3)} nats per token at step ` +
      `${formatNumber(x, {decimals: 0}, "en")}${lowest}.`
  };
}

function endsOf(state: StretchState): {schedule: MeasuredSchedule; x: number; y: number}[] {
  return shownSchedules(state).map((schedule) => ({
    schedule,
    ...measuredEnd(state.model, schedule, windows[state.range])
  }));
}

function describe(state: StretchState): Localised {
  const ends = endsOf(state).map(
    ({schedule, x, y}) =>
      `${longNames[schedule].en} ${y.toFixed(3)} at step ${formatNumber(x, {decimals: 0}, "en")}`
  );
  return {
    en:
      `Two line charts over training steps of a model with ${state.model} parameters: above, the learning rate; below, the measured ` +
      `loss, in nats per token. Where the curves end: ${ends.join("; ")}. ${summary(state).en}`
  };
}
