import type {NumberField} from "../../core/define/field.ts";

/** Which fit of a law a row holds. */
export const draw = {
  type: "number",
  unit: "1",
  range: [0, 60],
  decimals: 0,
  label: {en: "Draw"},
  description: {en: "0: the fit to all runs. From 1: a fit to as many runs, drawn with replacement."}
} as const satisfies NumberField;

/** Coefficients of a law of Chinchilla’s form; each table says in which range its own are. */
export const coefficients = {
  E: {type: "number", unit: "nat/token", label: {en: "Irreducible loss"}, description: {en: "E."}},
  A: {
    type: "number",
    unit: "1",
    label: {en: "A"},
    description: {en: "Factor of the part that shrinks with parameters."}
  },
  B: {
    type: "number",
    unit: "1",
    label: {en: "B"},
    description: {en: "Factor of the part that shrinks with tokens."}
  },
  alpha: {type: "number", unit: "1", label: {en: "Alpha"}, description: {en: "Exponent of parameters."}},
  beta: {type: "number", unit: "1", label: {en: "Beta"}, description: {en: "Exponent of tokens."}}
} as const satisfies Readonly<Record<string, Omit<NumberField, "range">>>;
