import type {NumberField} from "../../core/define/field.ts";

/** Middle of a bin of a published training curve. */
export const loss = {
  type: "number",
  unit: "nat/token",
  range: [1.4, 2.3],
  decimals: 4,
  label: {en: "Loss"},
  description: {
    en: "Median training loss in the bin after each point is moved along the local trend to the bin’s centre; single spikes are left out."
  }
} as const satisfies NumberField;

/** Lower edge of its band. */
export const loss_p05 = {
  type: "number",
  unit: "nat/token",
  range: [1.4, 2.3],
  decimals: 4,
  label: {en: "Loss, 5th percentile"},
  description: {en: "5th percentile of the same points, spikes included."}
} as const satisfies NumberField;

/** Upper edge of its band. */
export const loss_p95 = {
  type: "number",
  unit: "nat/token",
  range: [1.4, 2.3],
  decimals: 4,
  label: {en: "Loss, 95th percentile"},
  description: {en: "95th percentile of the same points, spikes included."}
} as const satisfies NumberField;
