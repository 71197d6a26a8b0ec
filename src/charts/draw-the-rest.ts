import type {Markish} from "@observablehq/plot";
import {defineChart, type DrawingWidth, type Reading, type State} from "../core/define/chart.ts";
import {axes, computeColumn, computeLabel, computeTick, lossColumn, lossLabel} from "../marks/axes.ts";
import {dodge, labelMark} from "../marks/labels.ts";
import {beliefDash, beliefNames} from "../marks/belief-looks.ts";
import {drawField} from "../marks/draw-field.ts";
import {drawnPlaces} from "../core/define/drawn-curve.ts";
import {familyFigures, readingErrors} from "../analysis/families.ts";
import {
  firstTokens,
  forecastCurve,
  forecastPlaces,
  forecastRun,
  forecastStart,
  knownCurve,
  lineForecast,
  missOf,
  observedRest,
  powerForecast,
  powerForecasts,
  restCurve,
  stoppedCurve,
  stoppedLoss,
  stoppedRun,
  type Miss
} from "../analysis/forecasts.ts";
import {formatNumber} from "../core/i18n/format.ts";
import type {Locale, Localised} from "../core/i18n/locale.ts";
import {roomOf} from "../marks/pixels.ts";
import {placedLabel, seriesDots, seriesLine} from "../marks/lines.ts";
import type {Series} from "../core/math/series.ts";
import {colour, dash, frames} from "../marks/theme.ts";

const end = forecastPlaces.at(-1)!;
const lossDomain = [1.65, 1.95] as const;

const inputs = {
  drawing: {
    type: "drawn",
    at: forecastPlaces,
    from: {at: forecastStart.tokens, value: Number(forecastStart.loss.toFixed(3))},
    min: lossDomain[0],
    max: lossDomain[1],
    step: 0.001,
    default: [],
    atUnit: {en: "billion tokens"},
    unit: {en: "nat/token"},
    label: {en: "Draw the loss"}
  },
  reveal: {
    type: "choice",
    options: ["no", "yes"],
    default: "no",
    isSwitch: true,
    label: {en: "How it went on"},
    names: {no: {en: "Hide"}, yes: {en: "Reveal"}}
  }
} as const;

type DrawState = State<typeof inputs>;

const strings = {
  stopped: {en: "LLaMA’s 7B stops"},
  continued: {en: "Llama 2’s 7B"},
  turn: {en: "your turn"},
  you: {en: "you"},
  drawing: {en: "your drawing"},
  fact: {en: "in fact"},
  line: {en: "line"}
} as const satisfies Record<string, Localised>;

const forecasts = [
  {belief: "line", forecast: lineForecast},
  {belief: "power-law", forecast: powerForecast}
] as const;

/** How a 7B goes on after its first trillion tokens: drawn by the reader, then as it did. */
export default defineChart({
  title: {en: "The rest of a 7B’s curve, drawn by you"},
  question: {en: "LLaMA’s 7B stopped after a trillion tokens. How did Llama 2’s 7B go on?"},
  datasets: ["llama1-curves", "llama2-curves", "llama-runs"],
  inputs,
  states: {
    before: {
      inputs: {},
      answer: {
        en: "Your turn: Llama 2’s 7B is at 1.829 nats per token after a trillion tokens. Draw how it goes on to two."
      }
    },
    revealed: {
      inputs: {reveal: "yes"},
      answer: {
        en: "It ended at 1.745 nats per token: a line through its first trillion ends 0.020 too low, a power law 0.050 too high."
      }
    }
  },
  outcome: "revealed",
  note,
  summary,
  describe,
  reading,
  plot({state, width, locale}) {
    const frame = frames[width];
    const isBlank = state.drawing.length === 0 && state.reveal === "no";
    const hue = colour.size(forecastRun.sizeClass);
    return {
      ...frame,
      x: {domain: [firstTokens, width === "narrow" ? 2380 : 2280]},
      y: {domain: lossDomain},
      marks: [
        drawField("drawing", {x: [forecastStart.tokens, end], y: lossDomain}),
        ...axes({
          xLabel: computeLabel("tokens", locale),
          yLabel: lossLabel(locale),
          xTicks:
            width === "narrow" ? [500, 1000, 1500, 2000] : [250, 500, 750, 1000, 1250, 1500, 1750, 2000],
          yTicks: [1.7, 1.8, 1.9],
          xFormat: (value) => computeTick(value, "tokens", locale),
          yFormat: (value) => value.toFixed(1),
          frame
        }),
        seriesLine(stoppedRun.key, stoppedCurve, {
          stroke: colour.faded,
          strokeWidth: 1.75
        }),
        seriesLine(forecastRun.key, knownCurve, {stroke: hue, strokeWidth: 2, strokeDasharray: dash.llama2}),
        ...pastLabels(width, locale),
        ...(isBlank ? [turnLabel(locale)] : []),
        ...(state.reveal === "yes"
          ? [
              ...forecasts.map(({belief, forecast}) =>
                seriesLine(belief, forecastCurve(forecast), {
                  stroke: colour.soft,
                  strokeWidth: 1.75,
                  strokeDasharray: beliefDash[belief]
                })
              ),
              seriesLine(restKey, restCurve, {stroke: hue, strokeWidth: 2, strokeDasharray: dash.llama2})
            ]
          : []),
        ...drawingMarks(state),
        endLabels(state, width, locale)
      ]
    };
  }
});

const restKey = `${forecastRun.key}-rest`;

function drawn({drawing}: DrawState): Series {
  const places = drawnPlaces(inputs.drawing, drawing);
  return {x: places.map(({x}) => x), y: places.map(({y}) => y)};
}

function drawingMarks(state: DrawState): Markish[] {
  if (state.drawing.length === 0) return [];
  const series = drawn(state);
  return [
    seriesLine("drawing", series, {stroke: colour.accent, strokeWidth: 2.5, strokeLinejoin: "round"}),
    seriesDots("drawing:knots", series, colour.accent, 6)
  ];
}

function pastLabels(width: DrawingWidth, locale: Locale): Markish[] {
  const label = (loss: number, text: Localised): {x: number; y: number; text: string} => ({
    x: forecastStart.tokens,
    y: loss,
    text: width === "narrow" ? text[locale].replace(" 7B", "\n7B") : text[locale]
  });
  return [
    placedLabel(stoppedRun.key, label(stoppedLoss, strings.stopped), {
      fill: colour.soft,
      anchor: "end",
      dx: -2,
      dy: width === "narrow" ? 26 : 18,
      weight: 400
    }),
    placedLabel(forecastRun.key, label(forecastStart.loss, strings.continued), {
      fill: colour.size(forecastRun.sizeClass),
      anchor: "end",
      dx: -8,
      dy: width === "narrow" ? -54 : -50
    })
  ];
}

function turnLabel(locale: Locale): Markish {
  const place = {
    x: (forecastStart.tokens + end) / 2,
    y: 1.85,
    text: strings.turn[locale]
  };
  return placedLabel("turn", place, {fill: colour.accent, anchor: "middle"});
}

/** Names of the curves behind their ends, with the loss there where there is room. */
function endLabels(state: DrawState, width: DrawingWidth, locale: Locale): Markish {
  const isNarrow = width === "narrow";
  const own = drawn(state);
  const ends = [
    ...(state.drawing.length > 0
      ? [{key: "drawing", x: own.x.at(-1)!, y: own.y.at(-1)!, name: strings.you[locale], fill: colour.accent}]
      : []),
    ...(state.reveal === "yes"
      ? [
          {
            key: restKey,
            x: end,
            y: observedRest.at(-1)!,
            name: strings.fact[locale],
            fill: colour.size(forecastRun.sizeClass)
          },
          ...forecasts.map(({belief, forecast}) => ({
            key: belief,
            x: end,
            y: forecast.at(end),
            name: beliefNames[belief].label[locale],
            fill: colour.soft
          }))
        ]
      : [])
  ].map((each) => ({
    ...each,
    key: `${each.key}:label`,
    text: isNarrow ? each.name : `${each.name}: ${each.y.toFixed(3)}`
  }));
  const labels = dodge(ends, roomOf(16, lossDomain, frames[width]), 1, (x) => x);
  return labelMark(labels, {textAnchor: "start", dx: 8});
}

function reading(state: DrawState, locale: Locale): Reading {
  return {
    x: computeColumn("tokens", locale),
    y: lossColumn(locale),
    series: [
      {key: forecastRun.key, label: "Llama 2 7B", ...knownCurve},
      ...(state.drawing.length > 0
        ? [{key: "drawing", label: strings.drawing[locale], ...drawn(state)}]
        : []),
      ...(state.reveal === "yes"
        ? [
            {key: restKey, label: "Llama 2 7B, the rest", ...restCurve},
            ...forecasts.map(({belief, forecast}) => ({
              key: belief,
              label: beliefNames[belief].said[locale],
              ...forecastCurve(forecast)
            }))
          ]
        : []),
      {key: stoppedRun.key, label: "LLaMA 7B", ...stoppedCurve}
    ]
  };
}

function note({reveal}: DrawState): Localised {
  const gap = forecastStart.loss - stoppedLoss;
  const {tokens, loss} = readingErrors.llama2;
  const ends = powerForecasts.map(({at}) => missOf(forecastPlaces.map(at)).end!);
  return {
    en:
      "Go on with Llama 2’s 7B: it is the run that is revealed. LLaMA’s 7B is another, on other data, and its learning rate had come down by then; " +
      `at a trillion tokens it is ${gap.toFixed(3)} lower. ` +
      `Read off ${familyFigures.llama1.en}, and ${familyFigures.llama2.en}, to ${tokens.en} and ${loss.en}.` +
      (reveal === "yes"
        ? " Line and power law are fitted to Llama 2’s 7B up to a trillion tokens, from 300 and from 200 billion on; the power law’s floor is the one that fits best, " +
          `${powerForecast.limit}, and with any up to ${powerForecasts.at(-1)!.limit} it ends ${Math.min(...ends).toFixed(3)} to ${Math.max(...ends).toFixed(3)} too high. ` +
          "Errors are against the mean of the logged loss at ten places."
        : "")
  };
}

function trillions(tokens: number): string {
  return `${formatNumber(tokens / 1000, {significant: 2}, "en")} trillion tokens`;
}

function offText({mean, end: error}: Miss): string {
  const off = `${mean.toFixed(3)} off on average`;
  if (error === undefined) return off;
  const size = Math.abs(error).toFixed(3);
  return `${Number(size) === 0 ? "right" : `${size} too ${error < 0 ? "low" : "high"}`} there and ${off}`;
}

/** What the drawing says, and how far it and the two fits are off where the run is revealed. */
function summary({drawing, reveal}: DrawState): Localised {
  const reached = forecastPlaces[drawing.length - 1];
  const isWhole = drawing.length === forecastPlaces.length;
  if (reveal === "no") {
    const last = drawing.at(-1);
    if (reached === undefined || last === undefined) {
      return {
        en: `Llama 2’s 7B is at ${forecastStart.loss.toFixed(3)} nats per token after a trillion tokens; what comes then isn’t drawn yet.`
      };
    }
    const change = last - inputs.drawing.from.value;
    const by = Math.abs(change).toFixed(3);
    const changed = Number(by) === 0 ? "the same as" : `${by} ${change < 0 ? "lower" : "higher"} than`;
    return {
      en: isWhole
        ? `In your drawing the run ends at ${last.toFixed(3)} nats per token, ${changed} after a trillion tokens.`
        : `So far your drawing goes to ${trillions(reached)}, and to ${last.toFixed(3)} nats per token.`
    };
  }
  const count = drawing.length || forecastPlaces.length;
  const [line, power] = forecasts.map(({forecast}) =>
    offText(missOf(forecastPlaces.slice(0, count).map(forecast.at)))
  ) as [string, string];
  const you = drawing.length > 0 ? `you are ${offText(missOf(drawing))}; ` : "";
  const fits = `the line is ${line}, the power law ${power}`;
  return {
    en:
      isWhole || reached === undefined
        ? `Llama 2’s 7B ended at ${observedRest.at(-1)!.toFixed(3)} nats per token: ${you}${fits}.`
        : `As far as you drew, to ${trillions(reached)}, ${you}${fits}.`
  };
}

function describe(state: DrawState): Localised {
  const run = (name: string, tokens: number, loss: number): string =>
    `${name} 7B up to ${trillions(tokens)}, at ${loss.toFixed(3)}`;
  const {drawing, reveal} = state;
  const parts = [
    run("LLaMA", forecastStart.tokens, stoppedLoss),
    reveal === "yes"
      ? run("Llama 2", end, observedRest.at(-1)!)
      : run("Llama 2", forecastStart.tokens, forecastStart.loss),
    ...(reveal === "yes" ? ["a line and a power law that continue its first trillion"] : []),
    ...(drawing.length > 0
      ? [`your drawing, through ${drawing.map((loss) => loss.toFixed(3)).join(", ")}`]
      : reveal === "no"
        ? ["an empty field from there to two trillion"]
        : [])
  ];
  return {
    en: `Line chart of training loss, in nats per token, by training tokens: ${parts.join("; ")}. ${summary(state).en}`
  };
}
