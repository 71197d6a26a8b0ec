import {defineChart, type Reading, type State} from "../core/define/chart.ts";
import {axes, computeColumn, computeLabel, computeText, computeTick, lossColumn} from "../marks/axes.ts";
import {crossingFlags} from "../marks/crossing-flags.ts";
import {familyFigures} from "../analysis/families.ts";
import {formatSigned} from "../core/i18n/format-drawn.ts";
import {formatShort} from "../core/i18n/format.ts";
import {gapEnd, ground, noiseBand, noiseLabel} from "./gap/gap-marks.ts";
import {gapCurve, noise, sharedCompute} from "../analysis/run-gap.ts";
import {leadChanges, type LeadChange} from "../analysis/lead-changes.ts";
import type {Locale, Localised} from "../core/i18n/locale.ts";
import {pixelsFromLeft, roomOf} from "../marks/pixels.ts";
import {knots, runs, type Run} from "../analysis/runs.ts";
import type {Series} from "../core/math/series.ts";
import {seriesLine} from "../marks/lines.ts";
import {computeInput, familyInput, scaleInput} from "../marks/inputs.ts";
import {strayAtStart} from "../analysis/smoothed-curve.ts";
import {colour, dash, frames} from "../marks/theme.ts";
import {linearTicks, logTicks} from "../core/math/ticks.ts";

const inputs = {
  family: familyInput,
  // By size class, as in `Run`, so that each pair is one of either family.
  pair: {
    type: "choice",
    options: ["1-2", "2-3", "3-4", "1-3", "2-4", "1-4"],
    default: "1-2",
    label: {en: "Compare"},
    names: {
      "1-2": {en: "7B and 13B"},
      "2-3": {en: "13B and 33/34B"},
      "3-4": {en: "33/34B and 65/70B"},
      "1-3": {en: "7B and 33/34B"},
      "2-4": {en: "13B and 65/70B"},
      "1-4": {en: "7B and 65/70B"}
    }
  },
  axis: computeInput,
  scale: scaleInput
} as const;

type GapState = State<typeof inputs>;

const strings = {
  difference: {en: "difference"}
} as const satisfies Record<string, Localised>;

/** What is drawn of the gap, in nats per token: the same in every state, so that gaps can be compared. */
const gapDomain = [-0.05, 0.1] as const;
const gapTicks = [-0.04, -0.02, 0, 0.02, 0.04, 0.06, 0.08, 0.1];

/** The difference between two runs' losses at equal compute: whose ground the curve is on has the lower loss. */
export default defineChart({
  title: {en: "Difference in loss at equal compute"},
  question: {en: "At equal compute, which of two runs has the lower loss?"},
  datasets: ["llama1-curves", "llama2-curves", "llama-runs"],
  inputs,
  states: {
    "gpu-hours-7b-13b": {
      inputs: {},
      answer: {
        en: "The 13B passes the 7B early; late in its run the 7B draws level, within the noise, but ends higher."
      }
    },
    "flops-7b-13b": {
      inputs: {axis: "flops"},
      answer: {en: "By FLOPs the 7B passes the 13B again, and ends lower."}
    },
    "gpu-hours-13b-33b": {
      inputs: {pair: "2-3"},
      answer: {en: "The 33B comes near the 13B, but never passes it while the 13B is still training."}
    },
    "gpu-hours-33b-65b": {
      inputs: {pair: "3-4"},
      answer: {en: "The 65B comes near the 33B, but never passes it while the 33B is still training."}
    },
    "llama2-gpu-hours-7b-13b": {
      inputs: {family: "llama2"},
      answer: {en: "In Llama 2 the 13B passes the 7B, and the 7B passes it again well before its own end."}
    },
    "llama2-gpu-hours-13b-34b": {
      inputs: {family: "llama2", pair: "2-3"},
      answer: {en: "The 34B leads for a while; then the 13B passes it again and ends well below."}
    },
    "llama2-gpu-hours-34b-70b": {
      inputs: {family: "llama2", pair: "3-4"},
      answer: {en: "The 70B leads narrowly for a while; then the 34B passes it again."}
    },
    "llama2-flops-34b-70b": {
      inputs: {family: "llama2", pair: "3-4", axis: "flops"},
      answer: {en: "By FLOPs the 70B never passes the 34B: its lead by GPU-hours is gone."}
    }
  },
  note,
  summary,
  describe,
  reading,
  plot({state, width, locale}) {
    const frame = frames[width];
    const {small, large} = pairOf(state);
    const curve = drawnCurve(state);
    const {from, to} = sharedCompute(small, large, state.axis);
    const isLog = state.scale === "log";
    const domain: [number, number] = [isLog ? from : 0, to];
    const pixels = {
      x: (value: number) => pixelsFromLeft(value, state.scale, domain, frame),
      y: (value: number) => value / roomOf(1, gapDomain, frame)
    };
    return {
      ...frame,
      x: {type: state.scale, domain},
      y: {domain: gapDomain},
      marks: [
        ...axes({
          xLabel: computeLabel(state.axis, locale),
          yLabel: axisLabel(state)[locale],
          xTicks: isLog
            ? logTicks(domain, width === "narrow" ? [1, 3] : [1, 2, 5])
            : linearTicks(to, width === "narrow" ? 4 : 7),
          yTicks: gapTicks,
          xFormat: (value) => computeTick(value, state.axis, locale),
          yFormat: (value) => formatSigned(value, 2, locale).replace("+", ""),
          frame
        }),
        ...ground(small, domain, [0, gapDomain[1]], locale),
        ...ground(large, domain, [gapDomain[0], 0], locale),
        ...noiseBand(domain),
        ...(isLog ? [noiseLabel(from, width === "wide", locale)] : []),
        seriesLine(keyOf(state), curve, {
          stroke: colour.ink,
          strokeWidth: 2.25,
          strokeDasharray: dash[state.family]
        }),
        ...gapEnd(keyOf(state), curve, pixels, locale),
        ...crossingFlags(changesOf(state), curve, pixels, width, locale)
      ]
    };
  }
});

function pairOf({family, pair}: GapState): {readonly small: Run; readonly large: Run} {
  const [small, large] = pair
    .split("-")
    .map((size) => runs.find((run) => run.family === family && run.sizeClass === Number(size))!);
  return {small: small!, large: large!};
}

function keyOf(state: GapState): string {
  const {small, large} = pairOf(state);
  return `${small.key}-${large.model}`;
}

function changesOf(state: GapState): LeadChange[] {
  const {small, large} = pairOf(state);
  return leadChanges([small, large], state.axis);
}

/** The gap from where it comes into the picture, from above, to the end of the run that ends first. */
function drawnCurve(state: GapState): Series {
  const {small, large} = pairOf(state);
  const {x, y} = gapCurve(small, large, state.axis, 4 * knots);
  const entry = y.findLastIndex((gap) => gap > gapDomain[1]) + 1;
  return gapCurve(small, large, state.axis, knots, {from: x[entry]!, to: x.at(-1)!});
}

function axisLabel(state: GapState): Localised {
  const {small, large} = pairOf(state);
  return {en: `Loss of the ${large.model} minus that of the ${small.model} (nats per token)`};
}

function reading(state: GapState, locale: Locale): Reading {
  const {small, large} = pairOf(state);
  const label: Localised = {en: `${large.model} minus ${small.model}`};
  return {
    x: computeColumn(state.axis, locale),
    y: {...lossColumn(locale), label: strings.difference[locale]},
    series: [{key: keyOf(state), label: label[locale], ...drawnCurve(state)}]
  };
}

function note(state: GapState): Localised {
  const {small, large} = pairOf(state);
  return {
    en:
      `Smoothed losses read off ${familyFigures[state.family].en}; lower is better. A difference within the grey band, ±${noise} nat, is noise; ` +
      `at the curves’ starts, smoothing moves a loss by up to ${strayAtStart([small, large]).toFixed(3)}. ` +
      `At equal compute the ${small.model} is further along its learning-rate schedule, which favours it.`
  };
}

/** The changes of the lead, and who is lower at the end and by how much. */
function summary(state: GapState): Localised {
  const {small, large} = pairOf(state);
  const {y} = drawnCurve(state);
  const end = y.at(-1)!;
  const changes = changesOf(state).map(
    ({passing, passed, x}) => `the ${passing} passes the ${passed} at about ${about(x, state)}`
  );
  const ending =
    Math.abs(end) <= noise
      ? "the two are level, within the noise"
      : `the ${(end > 0 ? small : large).model} is ${Math.abs(end).toFixed(3)} nats per token lower`;
  const least = Math.min(...y);
  const course =
    changes.length > 0
      ? changes.join(", then ")
      : `the ${large.model} never passes the ${small.model} for certain: the smallest gap is ` +
        (least > noise ? `${least.toFixed(3)} nats per token` : "within the noise");
  return {en: `${capital(course)}; where the ${small.model}’s run ends, ${ending}.`};
}

function describe(state: GapState): Localised {
  const {small, large} = pairOf(state);
  const {x, y} = drawnCurve(state);
  const family = inputs.family.names[state.family].en;
  const lowest = y.indexOf(Math.min(...y));
  return {
    en:
      `Line chart of the loss of ${family} ${large.model} minus that of ${small.model}, in nats per token, by ` +
      `${inputs.axis.names[state.axis].en} on a ${inputs.scale.names[state.scale].en} axis. Above zero the ${small.model} ` +
      `is lower, below zero the ${large.model}. The curve falls from ${formatSigned(y[0]!, 3, "en")} at ` +
      `${computeText(x[0]!, state.axis, "en")} to ${formatSigned(y[lowest]!, 3, "en")} at ${computeText(x[lowest]!, state.axis, "en")}, ` +
      `and ends at ${formatSigned(y.at(-1)!, 3, "en")} at ${computeText(x.at(-1)!, state.axis, "en")}. ${summary(state).en}`
  };
}

function about(x: number, {axis}: GapState): string {
  return `${formatShort(x, "en", 2)} ${computeColumn(axis, "en").unit}`;
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
