import fc from "fast-check";
import type {AnyState, Input, Inputs} from "../../../src/core/define/chart.ts";

/** Any state of a chart with these inputs; numbers lie on the steps of their range. */
export function anyState(inputs: Inputs): fc.Arbitrary<AnyState> {
  return fc.record(Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, valueOf(input)])));
}

function valueOf(input: Input): fc.Arbitrary<AnyState[string]> {
  switch (input.type) {
    case "choice":
      return fc.constantFrom(...(input.options as readonly string[]));
    case "subset":
      return fc.subarray([...(input.options as readonly string[])]);
    case "range": {
      const {min, max, step} = input;
      // Without the binary noise of a sum of decimal steps, as a slider has it.
      return fc
        .integer({min: 0, max: Math.round((max - min) / step)})
        .map((steps) => Number((min + steps * step).toFixed(10)));
    }
    case "drawn": {
      const {at, min, max, step} = input;
      return fc
        .array(fc.integer({min: Math.round(min / step), max: Math.round(max / step)}), {
          minLength: input.default.length > 0 ? at.length : 0,
          maxLength: at.length
        })
        .map((steps) => steps.map((each) => Number((each * step).toFixed(10))));
    }
  }
}
