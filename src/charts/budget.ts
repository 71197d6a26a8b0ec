import {coefficientsOf, loss} from "../laws/chinchilla.ts";
import {costOf, sizesWithin} from "../analysis/serving-cost.ts";
import {cheap, countOf, demandOf, drawnBudget} from "./budget/budget-curves.ts";
import {
  cheapestMark,
  curveLabels,
  curveNames,
  curves,
  flatPart,
  optimalMark,
  ownMark,
  perParameter,
  unreachableSizes
} from "./budget/budget-marks.ts";
import {defineChart, type Reading, type State} from "../core/define/chart.ts";
import {axes, computeColumn, computeTick} from "../marks/axes.ts";
import {formatNumber, formatShort} from "../core/i18n/format.ts";
import type {Locale, Localised} from "../core/i18n/locale.ts";
import {frames} from "../marks/theme.ts";
import {logTicks} from "../core/math/ticks.ts";

const inputs = {
  law: {
    type: "choice",
    options: ["epoch-replication", "hoffmann-approach-3-unrounded", "hoffmann-approach-3"],
    default: "epoch-replication",
    label: {en: "Law"},
    names: {
      "epoch-replication": {en: "Epoch’s refit"},
      "hoffmann-approach-3-unrounded": {en: "Hoffmann’s fit"},
      "hoffmann-approach-3": {en: "Hoffmann’s fit, rounded"}
    }
  },
  target: {
    type: "range",
    min: 1.9,
    max: 2.5,
    step: 0.02,
    default: 2.1,
    unit: " nat",
    label: {en: "Loss to reach, by that law"}
  },
  served: {
    type: "choice",
    options: ["0", "1b", "10b", "100b", "1t", "10t", "100t", "1000t"],
    default: "0",
    label: {en: "Tokens to serve"},
    names: {
      "0": {en: "none"},
      "1b": {en: "1B"},
      "10b": {en: "10B"},
      "100b": {en: "100B"},
      "1t": {en: "1T"},
      "10t": {en: "10T"},
      "100t": {en: "100T"},
      "1000t": {en: "1,000T"}
    }
  },
  size: {
    type: "choice",
    options: ["none", "1b", "3b", "7b", "13b", "34b", "70b"],
    default: "none",
    label: {en: "Compare a size"},
    names: {
      none: {en: "none"},
      "1b": {en: "1B"},
      "3b": {en: "3B"},
      "7b": {en: "7B"},
      "13b": {en: "13B"},
      "34b": {en: "34B"},
      "70b": {en: "70B"}
    }
  }
} as const;

type BudgetState = State<typeof inputs>;

const strings = {
  parameters: {en: "parameters"},
  parametersUnit: {en: "billion parameters"},
  parametersAxis: {en: "Parameters (billions)"},
  cost: {en: "cost"},
  costAxis: {en: "Training and serving (FLOPs) · lower is cheaper"}
} as const satisfies Record<string, Localised>;

/** Cost of training a model to a loss and of serving tokens with it, by its size. */
export default defineChart({
  title: {en: "Cost of a model over its life"},
  question: {en: "Which size is cheapest to train and serve?"},
  datasets: ["scaling-laws"],
  inputs,
  states: {
    "no-serving": {
      inputs: {},
      answer: {
        en: "With nothing to serve, the cheapest model is the compute-optimal one: 13.4B, on 20 tokens per parameter."
      }
    },
    "serve-1t": {
      inputs: {served: "1t"},
      answer: {en: "With a trillion tokens to serve, a 7.5B is cheapest, on 74 tokens per parameter."}
    },
    "serve-10t": {
      inputs: {served: "10t"},
      answer: {
        en: "With ten trillion, a 4.4B is cheapest: twice the training of the compute-optimal 13.4B, half its total cost."
      }
    },
    "serve-100t": {
      inputs: {served: "100t"},
      answer: {
        en: "With a hundred trillion, a 3.1B is cheapest, on more than 2,000 tokens per parameter."
      }
    },
    "serve-10t-13b": {
      inputs: {served: "10t", size: "13b"},
      answer: {
        en: "A 13B is cheaper to train, but to serve ten trillion tokens it costs twice as much in all."
      }
    },
    "serve-10t-hoffmann": {
      inputs: {served: "10t", law: "hoffmann-approach-3-unrounded"},
      answer: {
        en: "By the fit of Hoffmann et al. it is a 2.1B, not a 4.4B: the law decides the size, not the trend."
      }
    }
  },
  note,
  summary,
  describe,
  reading,
  plot({state, width, locale}) {
    const frame = frames[width];
    const drawn = drawnBudget(state);
    const {x, y} = drawn.domains;
    return {
      ...frame,
      x: {type: "log", domain: x},
      y: {type: "log", domain: y},
      marks: [
        ...axes({
          xLabel: strings.parametersAxis[locale],
          yLabel: strings.costAxis[locale],
          xTicks: logTicks(x, width === "narrow" ? [1, 3] : [1, 2, 5]),
          yTicks: logTicks(y, [1]),
          xFormat: (value) => formatNumber(value, {significant: 3}, locale),
          yFormat: (value) => computeTick(value, "flops", locale),
          frame
        }),
        ...unreachableSizes(drawn, locale),
        flatPart(drawn),
        ...curves(drawn),
        ...curveLabels(drawn, width, locale),
        ...optimalMark(drawn, locale),
        ...ownMark(drawn, inputs.size.names[state.size][locale]),
        ...cheapestMark(drawn, width, locale)
      ]
    };
  }
});

function reading(state: BudgetState, locale: Locale): Reading {
  return {
    x: {label: strings.parameters[locale], unit: strings.parametersUnit[locale], digits: {significant: 4}},
    y: {
      label: strings.cost[locale],
      unit: computeColumn("flops", locale).unit,
      digits: {significant: 4}
    },
    series: drawnBudget(state).curves.map(({key, curve}) => ({
      key,
      label: curveNames[key][locale],
      ...curve
    }))
  };
}

function note(state: BudgetState): Localised {
  const errors =
    state.law === "epoch-replication"
      ? " The standard errors of its exponents are 0.015 (α) and 0.021 (β)."
      : "";
  const anchor = loss({parameters: 7e9, tokens: 1e12}, coefficientsOf(state.law)).toFixed(2);
  return {
    en:
      `A law, not a measurement: L = E + A/N^α + B/D^β with the coefficients of ${sources[state.law]}.${errors} ` +
      "Training counts 6ND FLOPs, every token served 2N. The broad stroke costs at most 10% more than the least. " +
      `Losses hold for the law’s own data and tokenizer: by it, a 7B on a trillion tokens is at ${anchor}.`
  };
}

const sources: Readonly<Record<BudgetState["law"], string>> = {
  "epoch-replication": "Besiroglu et al. (Epoch AI, arXiv 2404.10102)",
  "hoffmann-approach-3-unrounded": "Hoffmann et al. (arXiv 2203.15556), unrounded, from its TeX source",
  "hoffmann-approach-3": "Hoffmann et al. (arXiv 2203.15556), Equation 10"
};

function summary(state: BudgetState): Localised {
  const {best, optimal} = drawnBudget(state);
  const short = (value: number): string => formatShort(value, "en");
  const [from, to] = sizesWithin(cheap, demandOf(state), coefficientsOf(state.law)).map(short) as [
    string,
    string
  ];
  const served = best.inference === 0 ? "nothing" : `${inputs.served.names[state.served].en} tokens`;
  const share = (100 * best.inference) / best.total;
  const percent = share < 1 ? "less than 1" : share.toFixed(0);
  const overhead = (best.training / optimal.training).toFixed(2);
  return {
    en:
      `To reach ${state.target.toFixed(2)} and serve ${served}, ${short(best.parameters)} parameters on ${short(best.tokens)} tokens ` +
      `(${perParameter(best, "en")} per parameter) are cheapest: ` +
      (best.inference === 0
        ? "they are compute-optimal"
        : `${percent}% of the cost is serving, training takes ${overhead} times that of the compute-optimal ${short(optimal.parameters)}`) +
      `, and ${from} to ${to} cost at most 10% more${ownText(state)}.`
  };
}

function ownText(state: BudgetState): string {
  if (state.size === "none") return "";
  const name = inputs.size.names[state.size].en;
  const own = costOf(countOf(state.size), demandOf(state), coefficientsOf(state.law));
  if (!Number.isFinite(own.total)) return `; a ${name} doesn’t reach the loss on any amount of data`;
  const {best} = drawnBudget(state);
  return `; a ${name} costs ${(own.total / best.total).toFixed(2)} times the least`;
}

function describe(state: BudgetState): Localised {
  return {
    en: `Line chart of compute in FLOPs, for training, serving and both, by the number of parameters, on logarithmic axes (${inputs.law.names[state.law].en}). ${summary(state).en}`
  };
}
