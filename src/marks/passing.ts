import {inEachLanguage} from "../core/i18n/written.ts";
import type {LeadChange} from "../analysis/lead-changes.ts";
import type {ComputeAxis} from "../analysis/runs.ts";
import type {LeadPass} from "../analysis/standings.ts";
import type {DrawingWidth} from "../core/define/chart.ts";
import {formatNumber, formatShort} from "../core/i18n/format.ts";
import type {Locale, Localised} from "../core/i18n/locale.ts";
import {computeColumn} from "./axes.ts";

const million = 1e6;

/** Compute at which the lead changes, e.g. `"17k"`: to two digits, as the smoothing allows no more. */
export function passingPlace({x}: LeadChange, locale: Locale): string {
  if (x < 1e5 || x >= 1e6) return formatShort(x, locale, 2);
  // In millions from 100,000 up, as the prose has them: 120k would look known to three digits.
  return formatShort(million, locale).replace("1", formatNumber(x / million, {significant: 2}, locale));
}

/** Who passes whom at what, as a label beside the place; in two lines in a narrow drawing. */
export function passingLabel(change: LeadChange, width: DrawingWidth, locale: Locale): string {
  const at: Localised = {en: `at ${passingPlace(change, locale)}`};
  return `${passes(change)[locale]}${width === "narrow" ? "\n" : " "}${at[locale]}`;
}

/** Who passes whom at about what, in a list, e.g. `"13B passes 7B at about 17k"`. */
export function passingText(change: LeadChange): Localised {
  return inEachLanguage((locale) => ({en: `${passes(change)[locale]} ${about(change)[locale]}`}));
}

/** The same in a sentence, with the unit, e.g. `"the 13B passes the 7B at about 17k GPU-hours"`. */
export function passingClause(change: LeadChange, axis: ComputeAxis): Localised {
  return inEachLanguage((locale) => ({
    en: `${passes(change, "the ")[locale]} ${about(change)[locale]} ${computeColumn(axis, locale).unit}`
  }));
}

/** The same of a change that has been, e.g. `"the 13B passed the 7B at about 17k"`. */
export function passedClause(change: LeadPass): Localised {
  return inEachLanguage((locale) => {
    const {passing, passed, isAfterEnd} = change;
    return {
      en: isAfterEnd
        ? `the ${passing} went below the ${passed}, which had finished, ${about(change)[locale]}`
        : `the ${passing} passed the ${passed} ${about(change)[locale]}`
    };
  });
}

function passes({passing, passed}: LeadChange, article = ""): Localised {
  return {en: `${article}${passing} passes ${article}${passed}`};
}

function about(change: LeadChange): Localised {
  return inEachLanguage((locale) => ({en: `at about ${passingPlace(change, locale)}`}));
}
