import {continuationOf, type Belief} from "../analysis/beliefs.ts";
import {budgetTokens, small} from "../analysis/continued-run.ts";
import {defineFacts} from "../core/define/fact.ts";

/** Where beliefs about the Llama 2 7B lead. */
export default defineFacts({
  /** Loss of the 7B on the 70B’s budget, in nats per token, as a parametric law has it. */
  "belief-at-budget": (belief) =>
    continuationOf(belief as Belief, small, {
      lineWindow: "500-1500",
      powerWindow: "500-end",
      floor: "1.4"
    }).at(budgetTokens)
});
