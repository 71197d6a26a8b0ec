import {strings} from "../core/i18n/strings.ts";
import type {Localised} from "../core/i18n/locale.ts";

/** How well a claim stands, from best to worst: what `<Claim verdict="…">` may say, and how it is printed. */
export const verdicts: ReadonlyMap<string, Localised> = new Map<string, Localised>([
  ["holds", strings.verdictHolds],
  ["supported", strings.verdictSupported],
  ["partly", strings.verdictPartly],
  ["plausible", strings.verdictPlausible],
  ["belief", strings.verdictBelief],
  ["fails", strings.verdictFails],
  ["slip", strings.verdictSlip]
]);
