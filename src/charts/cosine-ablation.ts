import * as Plot from "@observablehq/plot";
import figureA1 from "../data/chinchilla-figure-a1.ts";
import cycleLength from "../data/chinchilla-figure-a1-cycle.ts";
import {defineChart, type DrawingWidth, type Reading, type State} from "../core/define/chart.ts";
import type {Locale, Localised} from "../core/i18n/locale.ts";
import {axes, lossColumn, lossLabel} from "../marks/axes.ts";
import {dodge, labelMark} from "../marks/labels.ts";
import {pixelsFromLeft, roomOf} from "../marks/pixels.ts";
import {seriesLine} from "../marks/lines.ts";
import {colour, frames} from "../marks/theme.ts";

const inputs = {
  panel: {
    type: "choice",
    options: ["short", "long", "both"],
    default: "short",
    label: {en: "Run"},
    names: {short: {en: "short"}, long: {en: "long"}, both: {en: "both"}}
  },
  mark: {
    type: "choice",
    options: ["none", "6M"],
    default: "none",
    label: {en: "Mark"},
    names: {none: {en: "nothing"}, "6M": {en: "6 million sequences"}}
  }
} as const;

type AblationState = State<typeof inputs>;
type Panel = "short" | "long";

const strings = {
  sequences: {en: "sequences"},
  sequencesUnit: {en: "million sequences"},
  sequencesAxis: {en: "Training sequences (millions)"},
  band: {en: "reading error"},
  short: {en: "short run"},
  long: {en: "long run"}
} as const satisfies Record<string, Localised>;

/** Scatter of a digitised bin, in nats per token (data notes: 0.0015 to 0.0025). */
const readingError = 0.002;
const multipliers = [1, 1.1, 1.25, 1.5, 2, 5] as const;

interface AblationCurve {
  readonly key: string;
  readonly panel: Panel;
  readonly multiplier: number;
  readonly x: readonly number[];
  readonly y: readonly number[];
}

const curves: readonly AblationCurve[] = (["short", "long"] as const).flatMap((panel) =>
  multipliers.map((multiplier) => {
    const rows = figureA1.rows.filter((row) => row.panel === panel && row.multiplier === multiplier);
    return {
      key: `${panel}-${multiplier}`,
      panel,
      multiplier,
      x: rows.map((row) => row.sequences),
      y: rows.map((row) => row.loss)
    };
  })
);

/** Chinchilla's Figure A1: six cosine cycle lengths for each of two run lengths. */
export default defineChart({
  title: {en: "Loss under stretched cosine schedules"},
  question: {en: "What does a cosine that is too long for its run cost?"},
  datasets: ["chinchilla-figure-a1", "chinchilla-figure-a1-cycle"],
  inputs,
  states: {
    short: {
      inputs: {},
      answer: {en: "In the short run, the longer the cosine cycle, the higher the loss at the end."}
    },
    "short-mark": {
      inputs: {mark: "6M"},
      answer: {en: "After 6 million sequences of the short run, its own cosine stands at 2.797."}
    },
    "long-mark": {
      inputs: {panel: "long", mark: "6M"},
      answer: {en: "After the same 6 million sequences, the long run’s own cosine stands at 2.828."}
    },
    "both-mark": {
      inputs: {panel: "both", mark: "6M"},
      answer: {en: "Same model, same sequences: 0.031 nats apart, by the length of the cosine alone."}
    },
    long: {
      inputs: {panel: "long"},
      answer: {en: "In the long run, too, the longest cycles end highest."}
    }
  },
  note: () => ({
    en:
      "Read off Hoffmann et al. (arXiv 2203.15556), Figure A1, to ±0.002 nat (the bands). 1.0× is the cosine made for the run; " +
      "where a line hides behind others, its ends are joined."
  }),
  summary,
  describe,
  reading,
  plot({state, width, locale}) {
    const frame = frames[width];
    const shown = shownCurves(state);
    const domain: [number, number] = [2, state.panel === "short" ? 7.9 : 13.2];
    const labels = dodge(
      shown
        .filter((curve) => state.panel !== "both" || isBold(curve, state))
        .map((curve) => ({
          key: `${curve.key}:label`,
          text: `${curve.multiplier.toFixed(curve.multiplier === 1.25 ? 2 : 1)}×`,
          x: labelPlace(curve),
          y: curve.y.at(-1)!,
          fill: hue(curve)
        })),
      roomOf(14, lossDomain, frame),
      60,
      (x) => pixelsFromLeft(x, "linear", domain, frame)
    );
    return {
      ...frame,
      x: {domain},
      y: {domain: lossDomain},
      marks: [
        ...axes({
          xLabel: strings.sequencesAxis[locale],
          yLabel: lossLabel(locale),
          xTicks: (width === "narrow"
            ? [2, 4, 6, 8, 10, 12]
            : [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]
          ).filter((tick) => tick <= domain[1]),
          yTicks: [2.7, 2.75, 2.8, 2.85, 2.9, 2.95],
          xFormat: String,
          yFormat: (value) => value.toFixed(2),
          frame
        }),
        ...(state.mark === "6M" ? [Plot.ruleX([6], {stroke: colour.soft, strokeDasharray: "2 3"})] : []),
        ...shown.map((curve) =>
          Plot.areaY(curve.x, {
            x: (value: number) => value,
            y1: curve.y.map((loss) => loss - readingError),
            y2: curve.y.map((loss) => loss + readingError),
            ariaLabel: () => `${curve.key}:band`,
            fill: hue(curve),
            fillOpacity: isBold(curve, state) ? 0.2 : 0.08
          })
        ),
        ...shown.map((curve) =>
          seriesLine(curve.key, curve, {
            stroke: hue(curve),
            strokeWidth: isBold(curve, state) ? 2.5 : 1.25,
            strokeOpacity: isBold(curve, state) ? 1 : state.panel === "both" ? 0.45 : 0.85,
            ...(curve.panel === "long" ? {strokeDasharray: "7 3"} : {})
          })
        ),
        labelMark(labels, {textAnchor: "start", dx: 7}),
        ...(state.mark === "6M" ? sixMillion(state, locale, width) : [])
      ]
    };
  }
});

const lossDomain = [2.69, 2.99] as const;

function shownCurves(state: AblationState): readonly AblationCurve[] {
  return curves.filter((curve) => state.panel === "both" || curve.panel === state.panel);
}

/** The cosine made for its run stands out wherever something is compared with it. */
function isBold(curve: AblationCurve, state: AblationState): boolean {
  return (
    curve.multiplier === 1 || (state.panel !== "both" && state.mark === "none" && curve.multiplier === 5)
  );
}

/** Labels stand in one column behind the last end of their panel, but for a curve that is lost well before. */
function labelPlace(curve: AblationCurve): number {
  const own = curve.x.at(-1)!;
  const last = Math.max(...curves.filter(({panel}) => panel === curve.panel).map(({x}) => x.at(-1)!));
  return last - own < 0.6 ? last : own;
}

function hue(curve: AblationCurve): string {
  return colour.ramp(multipliers.findIndex((multiplier) => multiplier === curve.multiplier) + 1);
}

function lossAtSixMillion(state: AblationState): {panel: Panel; loss: number}[] {
  return cycleLength.rows
    .filter((row) => row.sequences === 6 && row.multiplier === 1)
    .filter((row) => state.panel === "both" || row.panel === state.panel)
    .map(({panel, loss}) => ({panel, loss}));
}

function sixMillion(state: AblationState, locale: Locale, width: DrawingWidth): Plot.Markish[] {
  const marks = lossAtSixMillion(state);
  return [
    Plot.dot(marks, {
      x: 6,
      y: "loss",
      ariaLabel: (mark: (typeof marks)[number]) => `${mark.panel}-1:six-million`,
      r: 5,
      fill: colour.paper,
      stroke: colour.ink,
      strokeWidth: 1.75
    }),
    ...marks.map((mark) =>
      Plot.text([mark], {
        x: 6,
        y: "loss",
        text: () => `${width === "wide" ? `${strings[mark.panel][locale]}: ` : ""}${mark.loss.toFixed(3)}`,
        ariaLabel: () => `${mark.panel}-1:six-million-label`,
        textAnchor: mark.panel === "short" ? "end" : "start",
        dx: mark.panel === "short" ? -10 : 10,
        dy: mark.panel === "short" ? 12 : -14,
        fontWeight: 600,
        fill: colour.ink,
        stroke: colour.paper,
        strokeWidth: 4
      })
    )
  ];
}

function reading(state: AblationState, locale: Locale): Reading {
  return {
    x: {label: strings.sequences[locale], unit: strings.sequencesUnit[locale], digits: {decimals: 3}},
    y: lossColumn(locale),
    band: strings.band[locale],
    series: shownCurves(state).map(({key, panel, multiplier, x, y}) => ({
      key,
      label: `${strings[panel][locale]}, ${multiplier}×`,
      x,
      y,
      low: y.map((loss) => loss - readingError),
      high: y.map((loss) => loss + readingError)
    }))
  };
}

function summary(state: AblationState): Localised {
  const marks = lossAtSixMillion(state).map(
    ({panel, loss}) => `${loss.toFixed(3)} in the ${strings[panel].en}`
  );
  return {en: `After 6 million sequences, the cosine made for the run stands at ${marks.join(" and ")}.`};
}

function describe(state: AblationState): Localised {
  const ends = shownCurves(state).map(
    ({panel, multiplier, y}) => `${strings[panel].en}, ${multiplier}×: ${y.at(-1)!.toFixed(3)}`
  );
  const mark = state.mark === "6M" ? ` A line marks 6 million sequences. ${summary(state).en}` : "";
  return {
    en: `Line chart of training loss, in nats per token, by millions of sequences, for cosine cycles of 1.0 to 5.0 times the run. Last losses: ${ends.join("; ")}.${mark}`
  };
}
