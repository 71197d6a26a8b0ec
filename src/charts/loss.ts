import * as Plot from "@observablehq/plot";
import type {Markish} from "@observablehq/plot";
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
import {familyFigures, familyNames, readingErrors} from "../analysis/families.ts";
import {formatShort} from "../core/i18n/format.ts";
import {leadChanges, type LeadChange} from "../analysis/lead-changes.ts";
import type {Locale, Localised} from "../core/i18n/locale.ts";
import {pixelsFromLeft, roomOf} from "../marks/pixels.ts";
import {
  leadChangeMarks,
  lossAt,
  runBand,
  runCurve,
  runLabels,
  runSpikes,
  type Projection
} from "../marks/run-curves.ts";
import {calibratedLoss, computeAt, curveOf, runs, thinned, type Run} from "../analysis/runs.ts";
import {scaleInput} from "../marks/inputs.ts";
import {colour, frames} from "../marks/theme.ts";
import {linearTicks, logTicks} from "../core/math/ticks.ts";

const inputs = {
  family: {
    type: "choice",
    options: ["llama1", "llama2", "both"],
    default: "llama1",
    label: {en: "Family"},
    names: {...familyNames, both: {en: "both"}}
  },
  axis: {
    type: "choice",
    options: ["tokens", "gpu-hours", "flops"],
    default: "tokens",
    label: {en: "Loss by"},
    names: {tokens: {en: "tokens"}, "gpu-hours": {en: "GPU-hours"}, flops: {en: "FLOPs"}}
  },
  scale: {...scaleInput, options: ["linear", "log"], default: "linear"},
  focus: {
    type: "subset",
    options: ["7B", "13B", "33B", "34B", "65B", "70B"],
    default: [],
    label: {en: "Focus on"},
    names: {
      "7B": {en: "7B"},
      "13B": {en: "13B"},
      "33B": {en: "33B"},
      "34B": {en: "34B"},
      "65B": {en: "65B"},
      "70B": {en: "70B"}
    }
  },
  annotations: {
    type: "choice",
    options: ["none", "regimes", "crossings"],
    default: "none",
    label: {en: "Mark"},
    names: {none: {en: "nothing"}, regimes: {en: "regimes"}, crossings: {en: "crossings"}}
  },
  calibration: {
    type: "choice",
    options: ["corrected", "old"],
    default: "corrected",
    label: {en: "Calibration"},
    names: {corrected: {en: "ours"}, old: {en: "the older one"}}
  }
} as const;

type LossState = State<typeof inputs>;

const strings = {
  band: {en: "5–95% of the logged loss"},
  families: {en: "solid: LLaMA · dashed: Llama 2"},
  plunge: {en: "plunge"},
  straight: {en: "nearly straight"},
  flattening: {en: "flattening"},
  noRun: {en: "No run of this family has the chosen sizes."}
} as const satisfies Record<string, Localised>;

const thinRuns: readonly Run[] = runs.map(thinned);

/** Loss curves of LLaMA and Llama 2 by tokens, GPU-hours or FLOPs. */
export default defineChart({
  title: {en: "Training loss of LLaMA and Llama 2"},
  question: {en: "Which run has the lowest loss?"},
  datasets: ["llama1-curves", "llama2-curves", "llama-runs", "llama-spikes"],
  inputs,
  states: {
    tokens: {
      inputs: {},
      answer: {en: "At equal tokens, the larger model is always lower."}
    },
    "tokens-7b": {
      inputs: {focus: ["7B"]},
      answer: {en: "One run: the 7B falls from above 2.2 to 1.80 nats per token over a trillion tokens."}
    },
    "tokens-log": {
      inputs: {scale: "log"},
      answer: {en: "On a logarithmic axis the early plunge spreads out; the order stays the same."}
    },
    "tokens-regimes": {
      inputs: {annotations: "regimes"},
      answer: {en: "Each run plunges, then falls nearly straight, then flattens towards its own end."}
    },
    "gpu-hours": {
      inputs: {axis: "gpu-hours"},
      answer: {en: "At equal GPU-hours, no size wins throughout, and the 65B never leads while another runs."}
    },
    "gpu-hours-log": {
      inputs: {axis: "gpu-hours", scale: "log"},
      answer: {en: "At equal GPU-hours, the smallest run leads first; the 13B then takes over."}
    },
    "gpu-hours-7b-13b": {
      inputs: {axis: "gpu-hours", scale: "log", focus: ["7B", "13B"], annotations: "crossings"},
      answer: {en: "By GPU-hours the 13B passes the 7B once, early, and is not passed back."}
    },
    "gpu-hours-33b-65b": {
      inputs: {axis: "gpu-hours", scale: "log", focus: ["33B", "65B"], annotations: "crossings"},
      answer: {en: "The 65B never passes the 33B while the 33B is still training."}
    },
    flops: {
      inputs: {axis: "flops", scale: "log"},
      answer: {en: "By FLOPs the runs lie closer together than by GPU-hours."}
    },
    "flops-7b-13b": {
      inputs: {axis: "flops", scale: "log", focus: ["7B", "13B"], annotations: "crossings"},
      answer: {en: "By FLOPs the verdict flips: the 7B passes the 13B again and ends lower."}
    },
    "llama2-tokens": {
      inputs: {family: "llama2"},
      answer: {en: "Llama 2, at equal tokens: again the larger model is always lower."}
    },
    "llama2-gpu-hours": {
      inputs: {family: "llama2", axis: "gpu-hours", scale: "log", annotations: "crossings"},
      answer: {en: "In Llama 2 each smaller run is overtaken, then overtakes its larger neighbour again."}
    },
    "both-tokens": {
      inputs: {family: "both"},
      answer: {
        en: "At a trillion tokens, Llama 2’s two small sizes are above LLaMA’s; the two large are level."
      }
    },
    "calibration-old": {
      inputs: {
        axis: "gpu-hours",
        scale: "log",
        focus: ["7B", "13B"],
        annotations: "crossings",
        calibration: "old"
      },
      answer: {en: "With the older reading of the figure, the 7B appears to pass the 13B again."}
    }
  },
  note,
  summary,
  describe,
  reading,
  plot({state, width, locale}) {
    const frame = frames[width];
    const shown = shownRuns(state);
    const focused = shown.filter((run) => isFocused(run, state));
    const domain = xDomain(shown, state);
    const at = projection(state);
    const isLog = state.scale === "log";
    return {
      ...frame,
      x: {type: state.scale, domain},
      y: {domain: lossDomain},
      marks: [
        ...axes({
          xLabel: computeLabel(state.axis, locale),
          yLabel: lossLabel(locale),
          xTicks: isLog
            ? logTicks(domain, width === "narrow" ? [1] : [1, 2, 5])
            : linearTicks(domain[1], width === "narrow" ? 4 : 7),
          yTicks: [1.5, 1.6, 1.7, 1.8, 1.9, 2, 2.1, 2.2],
          xFormat: (value) => computeTick(value, state.axis, locale),
          yFormat: (value) => value.toFixed(1),
          frame
        }),
        ...shown.filter((run) => !isFocused(run, state)).map((run) => runCurve(run, at, false)),
        ...(state.annotations === "regimes" ? focused.map((run) => straightPart(run, state)) : []),
        ...focused.map((run) => runBand(run, at)),
        ...focused.map((run) => runSpikes(run, at)),
        ...focused.map((run) => runCurve(run, at, true)),
        ...(state.annotations === "regimes" ? regimeLabels(focused, state, locale) : []),
        runLabels(shown, at, {
          isFocused: (run) => isFocused(run, state),
          isBelow: state.axis !== "tokens",
          room: roomOf(15, lossDomain, frame),
          toPixel: (x) => pixelsFromLeft(x, state.scale, domain, frame)
        }),
        ...(state.annotations === "crossings" ? leadChangeMarks(changesOf(state), width, locale) : []),
        ...(state.family === "both" ? [familyLegend(locale)] : [])
      ]
    };
  }
});

const lossDomain = [1.45, 2.26] as const;

function shownRuns(state: LossState): readonly Run[] {
  return thinRuns.filter((run) => state.family === "both" || run.family === state.family);
}

function isFocused(run: Run, state: LossState): boolean {
  return state.focus.length === 0 || state.focus.some((size) => size === run.model);
}

function projection({axis, calibration}: LossState): Projection {
  return {
    x: (run, tokens) => computeAt(run, tokens, axis, calibration),
    y: (run, loss) => calibratedLoss(run, loss, calibration)
  };
}

/** Changes of the lead between the runs in focus, from their whole curves. */
function changesOf(state: LossState): LeadChange[] {
  const chosen = runs.filter(
    (run) => (state.family === "both" || run.family === state.family) && isFocused(run, state)
  );
  return leadChanges(chosen, state.axis, state.calibration);
}

function lossOf(run: Run, values: readonly number[], state: LossState): number[] {
  return values.map((loss) => calibratedLoss(run, loss, state.calibration));
}

function xDomain(shown: readonly Run[], state: LossState): [number, number] {
  const ends = shown.map((run) => computeAt(run, run.plottedTokens, state.axis, state.calibration));
  const starts = shown.map((run) => computeAt(run, run.tokens[0]!, state.axis, state.calibration));
  return [
    state.scale === "log" ? Math.min(...starts) * 0.9 : 0,
    Math.max(...ends) * (state.scale === "log" ? 1.05 : 1.01)
  ];
}

function familyLegend(locale: Locale): Markish {
  return Plot.text([strings.families[locale]], {
    text: (text: string) => text,
    frameAnchor: "top-right",
    dy: 4,
    textAnchor: "end",
    fill: colour.soft
  });
}

/** The window, in 1e9 tokens, in which a run's curve is nearly straight (claims check, section 5). */
const straightWindow = {
  llama1: {1: [300, 800], 2: [300, 800], 3: [400, 1100], 4: [400, 1100]},
  llama2: {1: [500, 1500], 2: [500, 1500], 3: [500, 1500], 4: [500, 1500]}
} as const;

function straightPart(run: Run, state: LossState): Markish {
  const [from, to] = straightWindow[run.family][run.sizeClass];
  const points = run.tokens
    .map((tokens, index) => ({tokens, loss: run.loss[index]!}))
    .filter(({tokens}) => tokens >= from && tokens <= to);
  return Plot.line(points, {
    x: (point: (typeof points)[number]) => computeAt(run, point.tokens, state.axis, state.calibration),
    y: (point: (typeof points)[number]) => calibratedLoss(run, point.loss, state.calibration),
    stroke: colour.size(run.sizeClass),
    strokeOpacity: 0.28,
    strokeWidth: 11,
    strokeLinecap: "round"
  });
}

function regimeLabels(focused: readonly Run[], state: LossState, locale: Locale): Markish[] {
  const top = focused[0];
  const ends = focused.map((run) => endOfRun(run, state));
  if (!top) return [];
  const [from, to] = straightWindow[top.family][top.sizeClass];
  const at = (tokens: number, text: Localised): {x: number; y: number; text: string} => ({
    x: computeAt(top, tokens, state.axis, state.calibration),
    y: calibratedLoss(top, lossAt(top, tokens), state.calibration),
    text: text[locale]
  });
  const labels = [
    at(Math.exp((Math.log(top.tokens[0]!) + Math.log(from)) / 2), strings.plunge),
    at((from + to) / 2, strings.straight),
    at(0.95 * top.plottedTokens, strings.flattening)
  ];
  return [
    Plot.dot(ends, {x: "x", y: "y", r: 4.5, fill: colour.paper, stroke: "stroke", strokeWidth: 1.75}),
    Plot.text(labels, {
      x: "x",
      y: "y",
      text: "text",
      dx: 6,
      dy: -14,
      textAnchor: "start",
      fill: colour.ink,
      fontStyle: "italic",
      stroke: colour.paper,
      strokeWidth: 4
    })
  ];
}

function endOfRun(run: Run, state: LossState): {x: number; y: number; stroke: string} {
  const tokens = 0.9 * run.plottedTokens;
  return {
    x: computeAt(run, tokens, state.axis, state.calibration),
    y: calibratedLoss(run, lossAt(run, tokens), state.calibration),
    stroke: colour.size(run.sizeClass)
  };
}

function reading(state: LossState, locale: Locale): Reading {
  return {
    x: computeColumn(state.axis, locale),
    y: lossColumn(locale),
    band: strings.band[locale],
    series: shownRuns(state)
      .filter((run) => isFocused(run, state))
      .map((run) => ({
        key: run.key,
        label: `${familyNames[run.family][locale]} ${run.model}`,
        ...curveOf(run, state.axis, state.calibration),
        low: lossOf(run, run.low, state),
        high: lossOf(run, run.high, state)
      }))
  };
}

function note(state: LossState): Localised {
  const families = state.family === "both" ? (["llama1", "llama2"] as const) : ([state.family] as const);
  const errors = families.map((family) => {
    const {tokens, loss} = readingErrors[family];
    return `${tokens.en} and ${loss.en} (${familyNames[family].en})`;
  });
  return {
    en:
      `Read off ${families.map((family) => familyFigures[family].en).join(" and ")}, to ` +
      `${errors.join(", ")}: less than a line’s width. ` +
      "Bands hold 5 to 95% of the logged loss; needles are single spikes." +
      (state.calibration === "old" ? " Drawn with the older calibration, for comparison only." : "")
  };
}

/** Who is lowest where all the runs on screen are still training, as far along as that goes. */
function summary(state: LossState): Localised {
  const focused = shownRuns(state).filter((run) => isFocused(run, state));
  const curves = focused.map((run) => ({run, ...curveOf(run, state.axis, state.calibration)}));
  const [first] = curves;
  if (!first) return strings.noRun;
  const shared = Math.min(...curves.map(({x}) => x.at(-1)!));
  const at = curves
    .filter(({x}) => x[0]! <= shared)
    .map(({run, x, y}) => ({run, loss: y[x.findLastIndex((value) => value <= shared)]!}))
    .sort((a, b) => a.loss - b.loss);
  const lowest = at[0]!;
  const amount = computeText(shared, state.axis, "en");
  const name = `${familyNames[lowest.run.family].en} ${lowest.run.model}`;
  return {
    en:
      at.length === 1
        ? `${name} reaches ${lowest.loss.toFixed(3)} nats per token after ${amount}.`
        : `At ${amount}, as far as all of these runs go, ${name} is lowest, at ${lowest.loss.toFixed(3)} nats per token.`
  };
}

function describe(state: LossState): Localised {
  const focused = shownRuns(state).filter((run) => isFocused(run, state));
  const ends = focused.map((run) => {
    const x = computeAt(run, run.tokens.at(-1)!, state.axis, state.calibration);
    const amount = computeText(x, state.axis, "en");
    const loss = calibratedLoss(run, run.loss.at(-1)!, state.calibration).toFixed(3);
    return `${familyNames[run.family].en} ${run.model} ends at ${loss} after ${amount}`;
  });
  if (ends.length === 0) return strings.noRun;
  const changes =
    state.annotations === "crossings"
      ? changesOf(state).map(
          (change) => `${change.passing} passes ${change.passed} at about ${formatShort(change.x, "en", 2)}`
        )
      : [];
  const axis = {tokens: "training tokens", "gpu-hours": "GPU-hours", flops: "FLOPs"}[state.axis];
  return {
    en:
      `Line chart of training loss, in nats per token, by ${axis} on a ${inputs.scale.names[state.scale].en} axis. ` +
      `${ends.join("; ")}.` +
      (state.annotations === "regimes"
        ? " Marked on each curve: the part that is nearly straight, and where the last tenth begins."
        : "") +
      (changes.length > 0 ? ` Marked crossings: ${changes.join("; ")}.` : "")
  };
}
