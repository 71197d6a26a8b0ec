import tailLine from "../laws/tail-line.ts";
import {budgetTokens, largeLoss, small} from "./continued-run.ts";
import {loggedPoints} from "./mean-loss.ts";
import {remember} from "../core/math/memo.ts";

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
export const lineWindows = remember(
  (_: "all"): readonly LineWindow[] => {
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
      return [...ends, end].map((to) => {
        const {slope, intercept} = tailLine.fit(loggedPoints(small), {from, to});
        return {
          level: (largeLoss - intercept) / slope / budgetTokens,
          zero: -intercept / slope / budgetTokens
        };
      });
    });
  },
  (key) => key,
  1
);
