import type {CategoryField, NumberField} from "../../core/define/field.ts";

/** One of three models that were trained in the open. */
export const model = {
  type: "category",
  categories: ["25M", "100M", "400M"],
  label: {en: "Model"},
  description: {en: "Nominal size of the model."}
} as const satisfies CategoryField;

/** One of the nine schedules under which they were. */
export const schedule = {
  type: "category",
  categories: [
    "cosine_24000",
    "cosine_72000",
    "constant_24000",
    "constant_72000",
    "wsd_20000_24000",
    "wsdld_20000_24000",
    "wsdcon_3",
    "wsdcon_9",
    "wsdcon_18"
  ],
  label: {en: "Schedule"},
  description: {
    en: "Learning-rate schedule and its steps: cosine, constant, warm-up–stable–decay with exponential (wsd) or linear decay (wsdld) from the first number to the second, or a drop to the named multiple of 1e-5 at step 8000 (wsdcon)."
  }
} as const satisfies CategoryField;

/** The rate beside a measured loss. */
export const learning_rate = {
  type: "number",
  unit: "1",
  range: [3e-5, 3e-4],
  label: {en: "Learning rate"},
  description: {en: "Learning rate of that step."}
} as const satisfies NumberField;

/** A measured loss. */
export const loss = {
  type: "number",
  unit: "nat/token",
  range: [2, 5],
  decimals: 4,
  label: {en: "Loss"},
  description: {en: "Measured loss at that step."}
} as const satisfies NumberField;
