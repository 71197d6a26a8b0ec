import {continuePowerLaw} from "./continuations.ts";
import tailLine from "../laws/tail-line.ts";
import {budgetTokens, largeLoss, small} from "./continued-run.ts";
import {loggedPoints} from "./mean-loss.ts";
import {remember} from "../core/math/memo.ts";
import type {Interval} from "../core/math/series.ts";

/** Where a straight line through a window of the 7B’s run goes, in budgets of the 70B. */
export interface LineWindow {
  /** Share of the budget after which it comes down to the 70B’s final loss, and to a loss of zero. */
  readonly level: number;
  readonly zero: number;
}

const firstStart = 300;
const lastStart = 1800;
const step = 100;

/** Every window that begins at 300 to 1,800 billion tokens, in steps of 100, and is at least 200 long. */
function everyWindow(): readonly Interval[] {
  const end = small.plottedTokens;
  const starts = Array.from(
    {length: (lastStart - firstStart) / step + 1},
    (_, index) => firstStart + index * step
  );
  return starts.flatMap((from) => {
    const count = Math.floor((end - from) / step);
    const ends = Array.from({length: count}, (_, index) => from + (index + 1) * step).filter(
      (to) => to - from >= 200
    );
    return [...ends, end].map((to) => ({from, to}));
  });
}

/** Where a straight line through each window goes. */
export const lineWindows = remember(
  (_: "all"): readonly LineWindow[] =>
    everyWindow().map((window) => {
      const {slope, intercept} = tailLine.fit(loggedPoints(small), window);
      return {
        level: (largeLoss - intercept) / slope / budgetTokens,
        zero: -intercept / slope / budgetTokens
      };
    }),
  (key) => key,
  1
);

/** Where a power law through each window is after the 70B’s budget: less its final loss, in nats per token. */
export const powerLawsAbove = remember(
  (floor: number): readonly (Interval & {readonly above: number})[] =>
    everyWindow().map((window) => ({
      ...window,
      above: continuePowerLaw(small, window, floor).at(budgetTokens) - largeLoss
    })),
  String,
  4
);
