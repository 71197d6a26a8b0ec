import {continueLine, continueParametric, continuePowerLaw, type Continuation} from "./continuations.ts";
import {formatNumber} from "../core/i18n/format.ts";
import type {Locale} from "../core/i18n/locale.ts";
import type {Run} from "./runs.ts";
import type {Interval} from "../core/math/series.ts";

/** What one may believe of a run beyond its end: a line, a power law, or one of two published parametric laws. */
export const beliefs = ["line", "power-law", "hoffmann", "epoch"] as const;

export type Belief = (typeof beliefs)[number];

/** Windows that are fitted, in 1e9 tokens; `end` is the end of the run. */
export const lineWindows = [
  "300-1000",
  "500-1500",
  "1000-1750",
  "500-end",
  "1000-end",
  "1500-end",
  "1700-end",
  "1800-end"
] as const;

export const powerWindows = ["200-1000", "300-1700", "500-end", "1000-end", "1500-end"] as const;

/** Irreducible losses of the power law, in nats per token; `free` is fitted. */
export const floors = ["0", "1.0", "1.4", "1.5", "1.6", "1.69", "free"] as const;

/** What the fits of a belief are made with. */
export interface FitChoice {
  readonly linefit: (typeof lineWindows)[number];
  readonly powerfit: (typeof powerWindows)[number];
  readonly floor: (typeof floors)[number];
}

type WindowName = (typeof lineWindows | typeof powerWindows)[number];

/** The window of a name, e.g. `"500-end"`, in 1e9 tokens of a run that ends after so many. */
function windowOf(name: WindowName, {plottedTokens}: Pick<Run, "plottedTokens">): Interval {
  const dash = name.indexOf("-");
  const end = name.slice(dash + 1);
  return {from: Number(name.slice(0, dash)), to: end === "end" ? plottedTokens : Number(end)};
}

/** A window in a sentence, e.g. `"from 500 to 1,500 billion tokens"`. */
export function windowText(name: WindowName, locale: Locale): string {
  const {from, to} = windowOf(name, {plottedTokens: Infinity});
  const [first, last] = [from, to].map((tokens) => formatNumber(tokens, {decimals: 0}, locale));
  return {
    en:
      to === Infinity ? `from ${first} billion tokens to the end` : `from ${first} to ${last} billion tokens`
  }[locale];
}

/** The run going on as one belief has it; a parametric law is attached where the run has `attached` (1e9) tokens. */
export function continuationOf(
  belief: Belief,
  run: Run,
  {linefit, powerfit, floor}: FitChoice,
  attached = run.plottedTokens
): Continuation {
  switch (belief) {
    case "line":
      return continueLine(run, windowOf(linefit, run));
    case "power-law":
      return continuePowerLaw(run, windowOf(powerfit, run), floor === "free" ? undefined : Number(floor));
    case "hoffmann":
      return continueParametric(run, "hoffmann-approach-3", attached);
    case "epoch":
      return continueParametric(run, "epoch-replication", attached);
  }
}
