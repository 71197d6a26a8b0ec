import {inEachLanguage} from "../../core/i18n/written.ts";
import {measuredRate, measuredSteps, shared, type MeasuredSchedule} from "../../analysis/measured-runs.ts";
import {formatNumber, formatShort} from "../../core/i18n/format.ts";
import type {Locale, Localised} from "../../core/i18n/locale.ts";

/** Length of the stretched cosine, in runs of the matched one. */
const stretch = measuredSteps.cosine_72000 / measuredSteps.cosine_24000;

/** Names at the ends of curves, where there is little room. */
export const names = {
  cosine_24000: {en: "cosine"},
  cosine_72000: {en: `${stretch}× cosine`},
  constant_24000: {en: "constant"},
  constant_72000: {en: "constant"},
  wsd_20000_24000: {en: "WSD"},
  wsdld_20000_24000: {en: "WSD, linear"},
  wsdcon_3: inEachLanguage((locale) => ({en: `to ${dropped("wsdcon_3", locale)}%`})),
  wsdcon_9: inEachLanguage((locale) => ({en: `to ${dropped("wsdcon_9", locale)}%`})),
  wsdcon_18: inEachLanguage((locale) => ({en: `to ${dropped("wsdcon_18", locale)}%`}))
} as const satisfies Record<MeasuredSchedule, Localised>;

/** Names that stand alone, in controls, tables and sentences. */
export const longNames = {
  cosine_24000: {en: "cosine"},
  cosine_72000: {en: `cosine stretched ${stretch}×`},
  constant_24000: {en: "constant"},
  constant_72000: inEachLanguage((locale) => ({
    en: `constant (${formatShort(measuredSteps.constant_72000, locale)} steps)`
  })),
  wsd_20000_24000: {en: "WSD (exponential decay)"},
  wsdld_20000_24000: {en: "WSD (linear decay)"},
  wsdcon_3: inEachLanguage((locale) => ({en: `drop to ${dropped("wsdcon_3", locale)}%`})),
  wsdcon_9: inEachLanguage((locale) => ({en: `drop to ${dropped("wsdcon_9", locale)}%`})),
  wsdcon_18: inEachLanguage((locale) => ({en: `drop to ${dropped("wsdcon_18", locale)}%`}))
} as const satisfies Record<MeasuredSchedule, Localised>;

/** Rate to which a schedule drops, in per cent of its peak. */
function dropped(schedule: MeasuredSchedule, locale: Locale): string {
  const last = measuredRate[schedule](measuredSteps[schedule]);
  return formatNumber((100 * last) / shared.peak, {decimals: 0}, locale);
}
