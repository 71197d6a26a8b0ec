import {inputs, type OptimalState} from "./compute-optimal/compute-optimal-state.ts";
import {answers, describe, note, summary} from "./compute-optimal/compute-optimal-texts.ts";
import {domainsOf, lineOf, placing, shownLaws, shownModels} from "./compute-optimal/answer-lines.ts";
import {gopherRule, lawLabels, lawMarks} from "./compute-optimal/answer-marks.ts";
import {namedModels} from "./compute-optimal/named-models.ts";
import {defineChart, type Reading} from "../core/define/chart.ts";
import {formatShort} from "../core/i18n/format.ts";
import type {Locale} from "../core/i18n/locale.ts";
import {logTicks} from "../core/math/ticks.ts";
import {axes, computeColumn, computeLabel, computeTick, countColumn, countLabel} from "../marks/axes.ts";
import {familyLines, modelDots, modelLabels} from "../marks/model-dots.ts";
import {roomOf} from "../marks/pixels.ts";
import {frameFor} from "../marks/titles.ts";

/** The model size, or the tokens, that make the best of a training budget, by five published answers. */
export default defineChart({
  title: {en: "Compute-optimal models"},
  question: {en: "How should a training budget be split between parameters and tokens?"},
  inputs,
  states: {
    approaches: {inputs: {}, answer: answers.approaches},
    kaplan: {inputs: {laws: ["kaplan", "approach-1"]}, answer: answers.kaplan},
    epoch: {inputs: {laws: ["approach-1", "approach-3", "epoch"]}, answer: answers.epoch},
    models: {
      inputs: {laws: ["approach-1", "approach-3"], models: "all"},
      answer: {
        en: "The models before Chinchilla lie above the lines; those after it lie on approach 1’s line or below."
      }
    },
    tokens: {inputs: {quantity: "tokens", laws: ["kaplan", "approach-1"]}, answer: answers.tokens},
    "tokens-models": {
      inputs: {quantity: "tokens", laws: ["approach-1", "approach-3"], models: "all"},
      answer: {
        en: "By tokens it is the other way round: early models below the lines, later ones on approach 1’s line or above."
      }
    }
  },
  note,
  summary,
  describe,
  reading,
  plot({state, width, locale}) {
    const titles = {xLabel: computeLabel("flops", locale), yLabel: countLabel(state.quantity, locale)};
    const frame = frameFor(width, titles);
    const {x, y} = domainsOf(state, width, locale);
    const isNarrow = width === "narrow";
    const at = placing(state);
    const shown = shownModels(state);
    const room = roomOf(16, [Math.log10(y[0]), Math.log10(y[1])], frame);
    return {
      ...frame,
      x: {type: "log", domain: x},
      y: {type: "log", domain: y},
      marks: [
        ...axes({
          ...titles,
          xTicks: logTicks(x, [1]).filter((_, index, all) => all.length <= 4 || !isNarrow || index % 2 === 0),
          yTicks: logTicks(y, [1]),
          xFormat: (value) => computeTick(value, "flops", locale),
          yFormat: (value) => formatShort(value, locale),
          frame
        }),
        ...(shown.length === 0 ? gopherRule(y, locale) : familyLines(shown, at)),
        ...shownLaws(state).flatMap((name) => lawMarks(name, state)),
        ...lawLabels(state, room, locale),
        ...modelLabels(shown, namedModels[state.quantity], at, width),
        modelDots(shown, at)
      ]
    };
  }
});

function reading(state: OptimalState, locale: Locale): Reading {
  return {
    x: computeColumn("flops", locale),
    y: countColumn(state.quantity, locale, 3),
    series: [
      ...shownLaws(state).map((name) => ({
        key: name,
        label: inputs.laws.names[name][locale],
        ...lineOf(name, state)
      })),
      ...shownModels(state).map((model) => ({
        key: model.key,
        label: model.name,
        x: [model.flops],
        y: [model[state.quantity]]
      }))
    ]
  };
}
