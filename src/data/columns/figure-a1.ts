import type {CategoryField, NumberField} from "../../core/define/field.ts";

/** One of the two rows of Chinchilla’s Figure A1. */
export const panel = {
  type: "category",
  categories: ["short", "long"],
  label: {en: "Panel"},
  description: {en: "Row of the figure: a target of about 7.69e6 sequences (short) or 12.8e6 (long)."}
} as const satisfies CategoryField;

/** Cycle length of a run in it. */
export const multiplier = {
  type: "number",
  unit: "1",
  range: [1, 5],
  label: {en: "Multiplier"},
  description: {
    en: "Length of the cosine cycle as a multiple of the target run: 1, 1.1, 1.25, 1.5, 2 or 5."
  }
} as const satisfies NumberField;
