import {beliefs, continuationOf, type FitChoice} from "../analysis/beliefs.ts";
import {budgetTokens, large, small} from "../analysis/continued-run.ts";
import {powerLawsAbove} from "../analysis/fit-windows.ts";
import {coefficientsOf, loss, type Coefficients} from "../laws/chinchilla.ts";
import type {Run} from "../analysis/runs.ts";
import {defineFact, defineFacts, listedWord, onItsSide} from "../core/define/fact.ts";

const choice: FitChoice = {linefit: "500-1500", powerfit: "500-end", floor: "1.4"};

const anyBelief = listedWord("belief", beliefs);

/** In tenths of a nat per token: below the 70B’s loss. */
const highestFloor = 14;

function withoutFloor(): ReturnType<typeof powerLawsAbove> {
  return powerLawsAbove(0).filter(({above}) => above <= 0);
}

/** Where beliefs about the Llama 2 7B lead. */
export default defineFacts({
  /** Loss of the 7B on the 70B’s budget, in nats per token, as a parametric law has it. */
  "belief-at-budget": defineFact([anyBelief], (belief) =>
    continuationOf(belief, small, choice).at(budgetTokens)
  ),

  /** The lowest floor, in steps of a tenth of a nat per token, with which no power law reaches the 70B’s loss, in any window. */
  "lowest-refusing-floor": defineFact([], () => {
    let floor = highestFloor;
    while (floor > 0 && powerLawsAbove((floor - 1) / 10).every(({above}) => above > 0)) floor -= 1;
    return floor / 10;
  }),

  /** Windows in which a power law with no floor reaches it, where they begin at the earliest, in tokens, and by how much at most. */
  "no-floor-windows": defineFact([], () => withoutFloor().length),
  "no-floor-from": defineFact([], () => 1e9 * Math.min(...withoutFloor().map(({from}) => from))),
  "no-floor-below": defineFact([], () => onItsSide(-Math.min(...withoutFloor().map(({above}) => above)))),

  /** By how many nats the 7B stays above the 70B at their ends: the most that either published law says. */
  "law-difference": defineFact([], () =>
    Math.max(
      ...(["hoffmann-approach-3", "epoch-replication"] as const).map((name) => {
        const fit = coefficientsOf(name);
        return lossBy(fit, small) - lossBy(fit, large);
      })
    )
  )
});

function lossBy(fit: Coefficients, {parameters, plottedTokens}: Run): number {
  return loss({parameters: parameters * 1e9, tokens: plottedTokens * 1e9}, fit);
}
