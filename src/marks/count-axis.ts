import type {Column} from "../core/define/chart.ts";
import type {Locale, Text} from "../core/i18n/locale.ts";

/** What of a model is counted, in plain counts. */
export type Count = "parameters" | "tokens";

const columns = {
  parameters: {en: "parameters"},
  tokens: {en: "tokens"}
} as const satisfies Record<Count, Text>;

const labels = {
  parameters: {en: "Parameters"},
  tokens: {en: "Training tokens"}
} as const satisfies Record<Count, Text>;

/** Quantity of an axis of plain counts, as its label. */
export function countLabel(count: Count, locale: Locale): string {
  return labels[count][locale];
}

/** What counts mean in tables and announcements, in `significant` digits. */
export function countColumn(count: Count, locale: Locale, significant: number): Column {
  return {label: columns[count][locale], unit: columns[count][locale], digits: {significant}};
}
