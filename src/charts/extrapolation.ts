import type {Markish} from "@observablehq/plot";
import {beliefs, floors, lineWindows, powerWindows, windowText} from "../analysis/beliefs.ts";
import {defineChart, type Reading, type State} from "../core/define/chart.ts";
import {axes, computeColumn, computeLabel, computeTick, lossColumn, lossLabel} from "../marks/axes.ts";
import {continuationCurves, endMarks, fittedLabel, fittedParts} from "./extrapolation/continuation-curves.ts";
import {contextMarks, landmarks} from "./extrapolation/landmarks.ts";
import {beliefNames} from "../marks/belief-looks.ts";
import {
  budget,
  budgetTokens,
  continuedRuns,
  domainsOf,
  hoursAt,
  large,
  largeLoss,
  observedCurve,
  small,
  smallLoss
} from "../analysis/continued-run.ts";
import {familyFigures, readingErrors} from "../analysis/families.ts";
import {formatShort} from "../core/i18n/format.ts";
import type {Locale, Localised} from "../core/i18n/locale.ts";
import type {Run} from "../analysis/runs.ts";
import {seriesLine} from "../marks/lines.ts";
import {scaleInput} from "../marks/inputs.ts";
import {colour, dash, frames} from "../marks/theme.ts";
import {linearTicks, logTicks, stepTicks} from "../core/math/ticks.ts";

const inputs = {
  beliefs: {
    type: "subset",
    options: beliefs,
    default: ["line"],
    label: {en: "Believe in"},
    names: {
      line: {en: "a straight line"},
      "power-law": {en: "a power law"},
      hoffmann: {en: "Hoffmann’s law"},
      epoch: {en: "Epoch’s refit"}
    }
  },
  lineWindow: {
    type: "choice",
    options: lineWindows,
    default: "500-1500",
    label: {en: "Line through, in billion tokens"},
    names: windowNames(lineWindows)
  },
  powerWindow: {
    type: "choice",
    options: powerWindows,
    default: "1000-end",
    label: {en: "Power law through, in billion tokens"},
    names: windowNames(powerWindows)
  },
  floor: {
    type: "choice",
    options: floors,
    default: "1.4",
    label: {en: "Floor of the power law, E"},
    names: {
      "0": {en: "0"},
      "1.0": {en: "1.0"},
      "1.4": {en: "1.4"},
      "1.5": {en: "1.5"},
      "1.6": {en: "1.6"},
      "1.69": {en: "1.69"},
      free: {en: "fitted"}
    }
  },
  scale: scaleInput,
  view: {
    type: "choice",
    options: ["loss", "zero", "early"],
    default: "loss",
    label: {en: "Show"},
    names: {
      loss: {en: "up to the 70B’s budget"},
      zero: {en: "down to a loss of zero"},
      early: {en: "a test: predict the 7B’s end"}
    }
  }
} as const;

type ExtrapolationState = State<typeof inputs>;

/** Where the 7B would end with the 70B's GPU-hours, by what one believes of its curve beyond its end. */
export default defineChart({
  title: {en: "A 7B trained on the 70B’s budget"},
  question: {en: "Would the 7B have won with the 70B’s budget?"},
  datasets: ["llama2-curves", "llama-runs", "scaling-laws"],
  inputs,
  states: {
    line: {
      inputs: {},
      answer: {
        en: "A straight line says yes: level with the 70B after a quarter of its budget, and from there on to 0.14."
      }
    },
    "power-law": {
      inputs: {beliefs: ["power-law"]},
      answer: {en: "A power law above a floor of 1.4 says no: the 7B ends at 1.56, the 70B at 1.50."}
    },
    "power-law-no-floor": {
      inputs: {beliefs: ["power-law"], floor: "0"},
      answer: {en: "Without a floor, the most favourable power law says yes, by a hair: 1.48 against 1.50."}
    },
    parametric: {
      inputs: {beliefs: ["hoffmann", "epoch"]},
      answer: {
        en: "Both published laws say no: 1.68 and 1.71, and not even endless data would reach the 70B’s 1.50."
      }
    },
    all: {
      inputs: {beliefs: ["line", "power-law", "hoffmann", "epoch"]},
      answer: {
        en: "Four beliefs end anywhere from 0.14 to 1.71: it is the belief that decides, not the data."
      }
    },
    early: {
      inputs: {
        beliefs: ["line", "power-law"],
        lineWindow: "300-1000",
        powerWindow: "200-1000",
        scale: "linear",
        view: "early"
      },
      answer: {
        en: "Fitted up to a trillion tokens, the line ends 0.02 too low, the power law 0.05 too high."
      }
    },
    "line-to-zero": {
      inputs: {scale: "linear", view: "zero"},
      answer: {
        en: "The same line comes to a loss of zero at about 1.86M GPU-hours, which no model of text can."
      }
    }
  },
  note,
  summary,
  describe,
  reading,
  plot({state, width, locale}) {
    const frame = frames[width];
    const continued = continuedRuns(state);
    const domains = domainsOf(state, continued, width);
    const {x, y} = domains;
    const isEarly = state.view === "early";
    return {
      ...frame,
      x: {type: state.scale, domain: x},
      y: {domain: y},
      marks: [
        ...axes({
          xLabel: computeLabel("gpu-hours", locale),
          yLabel: lossLabel(locale),
          xTicks:
            state.scale === "log"
              ? logTicks(x, width === "narrow" ? [1] : [1, 2, 5])
              : linearTicks(x[1], width === "narrow" ? 3 : 6),
          yTicks: state.view === "zero" ? [0, 0.5, 1, 1.5, 2] : stepTicks(y, 0.1),
          xFormat: (value) => computeTick(value, "gpu-hours", locale),
          yFormat: (value) => value.toFixed(1),
          frame
        }),
        ...(isEarly ? [] : contextMarks(state, domains, width, locale)),
        ...fittedParts(continued),
        ...observedRuns(state).map(observed),
        ...continuationCurves(continued),
        ...(isEarly ? fittedLabel(continued, locale) : landmarks(continued, state, width, locale)),
        ...endMarks(continued, state, domains, width, locale)
      ]
    };
  }
});

function observedRuns({view}: ExtrapolationState): readonly Run[] {
  return view === "early" ? [small] : [large, small];
}

function observed(run: Run): Markish {
  return seriesLine(run.key, observedCurve(run), {
    stroke: colour.size(run.sizeClass),
    strokeWidth: 2,
    strokeDasharray: dash[run.family]
  });
}

function windowNames<T extends string>(options: readonly T[]): Record<T, Localised> {
  return Object.fromEntries(options.map((name) => [name, {en: name.replace("-", "–")}])) as Record<
    T,
    Localised
  >;
}

function reading(state: ExtrapolationState, locale: Locale): Reading {
  return {
    x: computeColumn("gpu-hours", locale),
    y: lossColumn(locale),
    series: [
      ...observedRuns(state)
        .toReversed()
        .map((run) => ({
          key: run.key,
          label: `Llama 2 ${run.model}`,
          ...observedCurve(run)
        })),
      ...continuedRuns(state).map(({belief, curve}) => ({
        key: belief,
        label: `7B, ${beliefNames[belief].said[locale]}`,
        ...curve
      }))
    ]
  };
}

function note(state: ExtrapolationState): Localised {
  const {tokens, loss} = readingErrors.llama2;
  const misses = continuedRuns(state).flatMap(({belief, continuation}) =>
    continuation.rms === undefined
      ? []
      : [`${beliefNames[belief].said.en} ${continuation.rms.toFixed(4)} nat`]
  );
  return {
    en:
      `Read off ${familyFigures.llama2.en}, to ${tokens.en} and ${loss.en}; what goes on beyond the read or fitted part is belief. ` +
      "The laws and floors (E) of Hoffmann et al. and of Epoch’s refit stem from other data and another tokenizer; of the laws only differences are used." +
      (misses.length > 0 ? ` Rms distance of a fit from its window’s bins: ${misses.join(", ")}.` : "")
  };
}

/** What each belief says of the end. */
function said(state: ExtrapolationState): string[] {
  return continuedRuns(state).map(({belief, continuation, end}) => {
    const {limit, reaches} = continuation;
    const who = {
      line: `a straight line fitted ${windowText(state.lineWindow, "en")}`,
      "power-law": `a power law fitted ${windowText(state.powerWindow, "en")}, with a floor of ${limit.toFixed(2)},`,
      hoffmann: beliefNames.hoffmann.said.en,
      epoch: beliefNames.epoch.said.en
    }[belief];
    if (state.view === "early") {
      const error = end - smallLoss;
      return `${who} predicts ${end.toFixed(3)}, ${Math.abs(error).toFixed(3)} too ${error < 0 ? "low" : "high"}`;
    }
    const level = reaches(largeLoss);
    const met =
      level === undefined
        ? "never level with the 70B"
        : `level with the 70B at ${formatShort(hoursAt(level), "en")} GPU-hours`;
    const zero =
      belief === "line" ? ` and at zero at ${formatShort(hoursAt(reaches(0)!), "en")} GPU-hours` : "";
    return `${who} comes to ${end.toFixed(3)}, ${met}${zero}`;
  });
}

function summary(state: ExtrapolationState): Localised {
  const parts = said(state);
  if (state.view === "early") {
    return {
      en:
        parts.length === 0
          ? `These fits include the 7B’s end, at ${smallLoss.toFixed(3)}, and so predict nothing.`
          : `The 7B ended at ${smallLoss.toFixed(3)}: ${parts.join("; ")}.`
    };
  }
  return {
    en:
      `For a 7B on the 70B’s ${formatShort(budget, "en")} GPU-hours (${formatShort(budgetTokens * 1e9, "en")} tokens), ` +
      `where the 70B is at ${largeLoss.toFixed(3)}, ${parts.join("; ")}.`
  };
}

function describe(state: ExtrapolationState): Localised {
  const drawn = state.view === "early" ? "the Llama 2 7B" : "the Llama 2 7B and 70B, and the 7B continued";
  return {
    en:
      `Line chart of training loss, in nats per token, by GPU-hours on a ${inputs.scale.names[state.scale].en} axis: ` +
      `${drawn}${state.view === "zero" ? ", down to a loss of zero" : ""}. ${summary(state).en}`
  };
}
