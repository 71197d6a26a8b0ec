import {beliefs, continuationOf, floors, powerWindows, type FitChoice} from "../analysis/beliefs.ts";
import {budgetTokens, large, largeLoss, small} from "../analysis/continued-run.ts";
import {coefficientsOf, loss, type Coefficients} from "../laws/chinchilla.ts";
import type {Run} from "../analysis/runs.ts";
import {defineFact, defineFacts, listedWord} from "../core/define/fact.ts";

const choice: FitChoice = {linefit: "500-1500", powerfit: "500-end", floor: "1.4"};

const anyBelief = listedWord("belief", beliefs);

/** Where beliefs about the Llama 2 7B lead. */
export default defineFacts({
  /** Loss of the 7B on the 70B’s budget, in nats per token, as a parametric law has it. */
  "belief-at-budget": defineFact([anyBelief], (belief) =>
    continuationOf(belief, small, choice).at(budgetTokens)
  ),

  /** The lowest floor, in nats per token, above which no power law reaches the 70B’s loss, in whatever window. */
  "lowest-refusing-floor": defineFact([], () =>
    Math.min(
      ...floors
        .filter((floor) => floor !== "free")
        .filter((floor) =>
          powerWindows.every((powerfit) => {
            const {at} = continuationOf("power-law", small, {...choice, powerfit, floor});
            return at(budgetTokens) > largeLoss;
          })
        )
        .map(Number)
    )
  ),

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
