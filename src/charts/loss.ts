import * as Plot from "@observablehq/plot";
import type {Markish} from "@observablehq/plot";
import {defineChart, type Column, type DrawingWidth, type Reading, type State} from "../lib/chart.ts";
import {crossings} from "../lib/crossings.ts";
import {formatShort, superscript} from "../lib/format.ts";
import type {Locale, Text} from "../lib/locale.ts";
import {axes, dodge, type EndLabel} from "../lib/marks.ts";
import {calibratedLoss, computeAt, curveOf, runs, thinned, type ComputeAxis, type Run} from "../lib/runs.ts";
import {colour, dash, frames, type Frame} from "../lib/theme.ts";

const familyNames = {
  llama1: {en: "LLaMA"},
  llama2: {en: "Llama 2"}
} as const;

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
  scale: {
    type: "choice",
    options: ["linear", "log"],
    default: "linear",
    label: {en: "Scale"},
    names: {linear: {en: "linear"}, log: {en: "logarithmic"}}
  },
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
  loss: {en: "loss"},
  lossAxis: {en: "Training loss (nats per token) · lower is better"},
  tokens: {en: "tokens"},
  tokensUnit: {en: "billion tokens"},
  tokensAxis: {en: "Training tokens (billions)"},
  hours: {en: "GPU-hours"},
  hoursAxis: {en: "Training compute (A100 GPU-hours)"},
  flops: {en: "FLOPs"},
  flopsAxis: {en: "Training compute (FLOPs, 6ND)"},
  nats: {en: "nat/token"},
  band: {en: "5–95 % of the logged loss"},
  families: {en: "solid: LLaMA · dashed: Llama 2"},
  plunge: {en: "plunge"},
  straight: {en: "nearly straight"},
  flattening: {en: "flattening"}
} as const satisfies Record<string, Text>;

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
  note: (state, locale) => note(state)[locale],
  summary: (state, locale) => summary(state)[locale],
  describe: (state, locale) => describe(state)[locale],
  reading,
  plot({state, width, locale}) {
    const frame = frames[width];
    const shown = shownRuns(state);
    const focused = shown.filter((run) => isFocused(run, state));
    const domain = xDomain(shown, state);
    const toPixel = pixelScale(domain, state, frame);
    return {
      ...frame,
      x: {type: state.scale, domain},
      y: {domain: lossDomain},
      marks: [
        ...axes({
          xLabel: axisLabel(state.axis)[locale],
          yLabel: strings.lossAxis[locale],
          xTicks: xTicks(domain, state, width === "narrow"),
          yTicks: [1.5, 1.6, 1.7, 1.8, 1.9, 2, 2.1, 2.2],
          xFormat: (value) => formatTick(value, state.axis, locale),
          yFormat: (value) => value.toFixed(1),
          frame
        }),
        ...shown.filter((run) => !isFocused(run, state)).map((run) => curve(run, state, false)),
        ...(state.annotations === "regimes" ? focused.map((run) => straightPart(run, state)) : []),
        ...focused.map((run) => band(run, state)),
        ...focused.map((run) => curve(run, state, true)),
        ...focused.map((run) => spikes(run, state)),
        ...(state.annotations === "regimes" ? regimeLabels(focused, state, locale) : []),
        endLabels(shown, state, toPixel, frame),
        ...(state.annotations === "crossings" ? crossingMarks(state, locale, width) : []),
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

function xOf(run: Run, state: LossState): number[] {
  return run.tokens.map((tokens) => computeAt(run, tokens, state.axis, state.calibration));
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

function pixelScale([from, to]: [number, number], state: LossState, frame: Frame): (x: number) => number {
  const span = frame.width - frame.marginLeft - frame.marginRight;
  const share = (x: number): number =>
    state.scale === "log" ? Math.log(x / from) / Math.log(to / from) : (x - from) / (to - from);
  return (x) => frame.marginLeft + share(x) * span;
}

function axisLabel(axis: ComputeAxis): Text {
  return {tokens: strings.tokensAxis, "gpu-hours": strings.hoursAxis, flops: strings.flopsAxis}[axis];
}

function formatTick(value: number, axis: ComputeAxis, locale: Locale): string {
  if (axis === "tokens") return new Intl.NumberFormat(locale).format(value);
  if (axis === "gpu-hours" || value === 0) return formatShort(value, locale);
  const exponent = Math.floor(Math.log10(value) + 1e-9);
  const mantissa = Math.round(value / 10 ** exponent);
  return `${mantissa === 1 ? "" : `${mantissa}×`}10${superscript(exponent)}`;
}

function xTicks([from, to]: [number, number], state: LossState, isNarrow: boolean): number[] {
  if (state.scale === "linear") {
    const step = niceStep(to / (isNarrow ? 4 : 7));
    return Array.from({length: Math.floor(to / step) + 1}, (_, index) => index * step);
  }
  const ticks: number[] = [];
  for (let power = Math.floor(Math.log10(from)); 10 ** power <= to; ++power) {
    for (const digit of isNarrow ? [1] : [1, 2, 5]) {
      const tick = digit * 10 ** power;
      if (tick >= from && tick <= to) ticks.push(tick);
    }
  }
  return ticks.length >= 2 ? ticks : [...ticks, from, to];
}

function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  return power * ([1, 2, 2.5, 5, 10].find((digit) => digit * power >= rough) ?? 10);
}

function curve(run: Run, state: LossState, isFocus: boolean): Markish {
  const y = lossOf(run, run.loss, state);
  return Plot.line(xOf(run, state), {
    x: (value: number) => value,
    y,
    ariaLabel: () => run.key,
    stroke: isFocus ? colour.size(run.sizeClass) : colour.faded,
    strokeWidth: isFocus ? 2 : 1.25,
    strokeDasharray: dash[run.family]
  });
}

function band(run: Run, state: LossState): Markish {
  return Plot.areaY(xOf(run, state), {
    x: (value: number) => value,
    y1: lossOf(run, run.low, state),
    y2: lossOf(run, run.high, state),
    ariaLabel: () => `${run.key}:band`,
    fill: colour.size(run.sizeClass),
    fillOpacity: 0.22
  });
}

function spikes(run: Run, state: LossState): Markish {
  return Plot.dot(run.spikes, {
    x: (spike: Run["spikes"][number]) => computeAt(run, spike.tokens, state.axis, state.calibration),
    y: (spike: Run["spikes"][number]) => calibratedLoss(run, spike.loss, state.calibration),
    ariaLabel: (spike: Run["spikes"][number]) => `${run.key}:spike-${Math.round(spike.tokens)}`,
    symbol: "triangle2",
    r: 1.8,
    fill: colour.size(run.sizeClass)
  });
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

function endLabels(
  shown: readonly Run[],
  state: LossState,
  toPixel: (x: number) => number,
  frame: Frame
): Markish {
  const lossPerPixel =
    (lossDomain[1] - lossDomain[0]) / (frame.height - frame.marginTop - frame.marginBottom);
  const labels = dodge(
    shown.map((run): EndLabel => ({
      key: `${run.key}:label`,
      text: run.model,
      x: computeAt(run, run.tokens.at(-1)!, state.axis, state.calibration),
      y: calibratedLoss(run, run.loss.at(-1)!, state.calibration) - 9 * lossPerPixel,
      fill: isFocused(run, state) ? colour.size(run.sizeClass) : colour.soft
    })),
    15 * lossPerPixel,
    64,
    toPixel
  );
  return Plot.text(labels, {
    x: "x",
    y: "y",
    text: "text",
    fill: "fill",
    ariaLabel: "key",
    fontWeight: 600,
    stroke: colour.paper,
    strokeWidth: 4,
    textAnchor: "middle"
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
  const at = (tokens: number, text: Text): {x: number; y: number; text: string} => ({
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

function lossAt(run: Run, tokens: number): number {
  const after = run.tokens.findIndex((value) => value >= tokens);
  return run.loss[after === -1 ? run.loss.length - 1 : after]!;
}

interface LeadChange {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly passing: string;
  readonly passed: string;
  /** The smaller run takes the lead back. */
  readonly isBack: boolean;
}

/** Where the lead changes for certain between neighbouring sizes of a family, computed from the curves. */
function leadChanges(state: LossState): LeadChange[] {
  const chosen = runs.filter(
    (run) => (state.family === "both" || run.family === state.family) && isFocused(run, state)
  );
  return chosen.flatMap((small, index) => {
    const large = chosen[index + 1];
    if (large?.family !== small.family) return [];
    return crossings(
      curveOf(small, state.axis, state.calibration),
      curveOf(large, state.axis, state.calibration)
    ).map(({x, y, lower}, order) => ({
      key: `${small.key}-${large.model}:crossing-${order + 1}`,
      x,
      y,
      isBack: lower === "a",
      passing: lower === "a" ? small.model : large.model,
      passed: lower === "a" ? large.model : small.model
    }));
  });
}

function crossingMarks(state: LossState, locale: Locale, width: DrawingWidth): Markish[] {
  const changes = leadChanges(state);
  const label = (change: LeadChange): string => {
    const where = formatShort(change.x, locale);
    return width === "wide" || changes.length <= 2
      ? {en: `${change.passing} passes ${change.passed} at ${where}`}[locale]
      : where;
  };
  // All curves come from the upper left, so that there is room above to the right, where a larger run
  // takes the lead, and below to the left, where a smaller one takes it back.
  return [
    Plot.dot(changes, {
      x: "x",
      y: "y",
      ariaLabel: "key",
      r: 5,
      fill: colour.paper,
      stroke: colour.ink,
      strokeWidth: 1.75
    }),
    ...([false, true] as const).map((isBack) =>
      Plot.text(
        changes.filter((change) => change.isBack === isBack),
        {
          x: "x",
          y: "y",
          text: label,
          ariaLabel: (change: LeadChange) => `${change.key}:label`,
          textAnchor: isBack ? "end" : "start",
          dx: isBack ? -8 : 8,
          dy: isBack ? 13 : -12,
          fill: colour.ink,
          stroke: colour.paper,
          strokeWidth: 4
        }
      )
    )
  ];
}

function reading(state: LossState, locale: Locale): Reading {
  const x: Column = {
    tokens: {label: strings.tokens[locale], unit: strings.tokensUnit[locale], digits: {decimals: 3}},
    "gpu-hours": {label: strings.hours[locale], unit: strings.hours[locale], digits: {decimals: 0}},
    flops: {label: strings.flops[locale], unit: strings.flops[locale], digits: {significant: 4}}
  }[state.axis];
  return {
    x,
    y: {label: strings.loss[locale], unit: strings.nats[locale], digits: {decimals: 4}},
    band: strings.band[locale],
    series: shownRuns(state)
      .filter((run) => isFocused(run, state))
      .map((run) => ({
        key: run.key,
        label: `${familyNames[run.family][locale]} ${run.model}`,
        x: xOf(run, state),
        y: lossOf(run, run.loss, state),
        low: lossOf(run, run.low, state),
        high: lossOf(run, run.high, state)
      }))
  };
}

function note(state: LossState): Text {
  const readingError = {
    llama1: {en: "±0.5 billion tokens and ±0.0005 nat (LLaMA)"},
    llama2: {en: "±1 billion tokens and ±0.0007 nat (Llama 2)"}
  };
  const families = state.family === "both" ? (["llama1", "llama2"] as const) : ([state.family] as const);
  const sources = {
    llama1: {en: "LLaMA (arXiv 2302.13971), Figure 1"},
    llama2: {en: "Llama 2 (arXiv 2307.09288), Figure 5"}
  };
  return {
    en:
      `Read off ${families.map((family) => sources[family].en).join(" and ")}, to ` +
      `${families.map((family) => readingError[family].en).join(", ")}: less than a line’s width. ` +
      "Bands hold 5 to 95 % of the logged loss; triangles are single spikes." +
      (state.calibration === "old" ? " Drawn with the older calibration, for comparison only." : "")
  };
}

/** Who is lowest where all the runs on screen are still training, as far along as that goes. */
function summary(state: LossState): Text {
  const focused = shownRuns(state).filter((run) => isFocused(run, state));
  const curves = focused.map((run) => ({run, x: xOf(run, state), y: lossOf(run, run.loss, state)}));
  const [first] = curves;
  if (!first) return {en: "No run of this family has the chosen sizes."};
  const shared = Math.min(...curves.map(({x}) => x.at(-1)!));
  const at = curves
    .filter(({x}) => x[0]! <= shared)
    .map(({run, x, y}) => ({run, loss: y[x.findLastIndex((value) => value <= shared)]!}))
    .sort((a, b) => a.loss - b.loss);
  const lowest = at[0]!;
  const unit = {tokens: " billion tokens", "gpu-hours": " GPU-hours", flops: " FLOPs"}[state.axis];
  const amount = state.axis === "tokens" ? formatShort(shared, "en", 4) : formatShort(shared, "en");
  const name = `${familyNames[lowest.run.family].en} ${lowest.run.model}`;
  return {
    en:
      at.length === 1
        ? `${name} reaches ${lowest.loss.toFixed(3)} nats per token after ${amount}${unit}.`
        : `At ${amount}${unit}, as far as all of these runs go, ${name} is lowest, at ${lowest.loss.toFixed(3)} nats per token.`
  };
}

function describe(state: LossState): Text {
  const focused = shownRuns(state).filter((run) => isFocused(run, state));
  const ends = focused.map((run) => {
    const x = computeAt(run, run.tokens.at(-1)!, state.axis, state.calibration);
    const unit = {tokens: " billion tokens", "gpu-hours": " GPU-hours", flops: " FLOPs"}[state.axis];
    const amount = state.axis === "tokens" ? formatShort(x, "en", 4) : formatShort(x, "en");
    const loss = calibratedLoss(run, run.loss.at(-1)!, state.calibration).toFixed(3);
    return `${familyNames[run.family].en} ${run.model} ends at ${loss} after ${amount}${unit}`;
  });
  const changes =
    state.annotations === "crossings"
      ? leadChanges(state).map(
          (change) => `${change.passing} passes ${change.passed} at about ${formatShort(change.x, "en")}`
        )
      : [];
  const axis = {tokens: "training tokens", "gpu-hours": "GPU-hours", flops: "FLOPs"}[state.axis];
  return {
    en:
      `Line chart of training loss, in nats per token, by ${axis} on a ${state.scale === "log" ? "logarithmic" : "linear"} axis. ` +
      `${ends.join("; ")}.` +
      (changes.length > 0 ? ` Marked crossings: ${changes.join("; ")}.` : "")
  };
}
