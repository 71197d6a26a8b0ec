import type {Column} from "../core/define/chart.ts";
import type {Locale, Text} from "../core/i18n/locale.ts";

const strings = {
  loss: {en: "loss"},
  unit: {en: "nat/token"},
  axis: {en: "Training loss (nats per token) · lower is better"}
} as const satisfies Record<string, Text>;

/** Quantity and unit of an axis of training loss, and which way is better, as its label. */
export function lossLabel(locale: Locale): string {
  return strings.axis[locale];
}

/** What losses mean in tables and announcements; measured ones have 4 decimals. */
export function lossColumn(locale: Locale, decimals = 4): Column {
  return {label: strings.loss[locale], unit: strings.unit[locale], digits: {decimals}};
}
