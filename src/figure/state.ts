import type {AnyState, Input, Inputs} from "../core/define/chart.ts";

/**
 * A state as JSON has it: for each input the value that is written, or its default where none is, or one that the
 * input can't have. Never throws: what is written may be somebody else's.
 */
export function parseState(inputs: Inputs, text?: string): AnyState {
  const written = entriesIn(text);
  const state: Record<string, AnyState[string]> = {};
  for (const [name, input] of Object.entries(inputs)) {
    const value = acceptedValue(input, written.get(name)) ?? acceptedValue(input, input.default);
    if (value !== undefined) state[name] = value;
  }
  return state;
}

/** The entries of what is written as JSON; none where the text is no JSON. Never throws. */
export function entriesIn(text = ""): ReadonlyMap<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // Not JSON: as if nothing were written.
  }
  return new Map(Object.entries(value ?? {}));
}

/**
 * A value as a state holds it, where an input can have it, else `undefined`: a subset in the order of the options, so
 * that one state has one address, and numbers at the nearest step.
 */
export function acceptedValue(input: Input, value: unknown): AnyState[string] | undefined {
  switch (input.type) {
    case "choice":
      return input.options.map(String).find((option) => option === value);
    case "subset": {
      const options = input.options.map(String);
      return Array.isArray(value) && value.every((each: unknown) => options.some((option) => option === each))
        ? options.filter((option) => value.includes(option))
        : undefined;
    }
    case "range": {
      const {min, max, step} = input;
      return typeof value === "number" && value >= min && value <= max
        ? snap(min + Math.round((value - min) / step) * step)
        : undefined;
    }
    case "drawn": {
      const {at, min, max, step} = input;
      const list: readonly unknown[] = Array.isArray(value) ? value : [undefined];
      const values = list.map((each) =>
        typeof each === "number" ? snap(Math.round(each / step) * step) : NaN
      );
      const fewest = input.default.length > 0 ? at.length : 0;
      return values.length >= fewest &&
        values.length <= at.length &&
        values.every((each) => each >= min && each <= max)
        ? values
        : undefined;
    }
  }
}

/** Takes the binary noise out of a sum of decimal steps, so that 1.1 is written "1.1". */
function snap(value: number): number {
  return Number(value.toFixed(10));
}
