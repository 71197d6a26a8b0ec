import {defaultState, type AnyState, type Input, type Inputs} from "../core/define/chart.ts";

/** The name in a query that chooses the theme of an embed page; no input of a chart has it. */
export const themeName = "theme";

/** A part of a query that a chart can't use, and what it could. */
export interface Ignored {
  readonly name: string;
  readonly value: string;
  readonly expected: string;
}

export interface ReadState {
  readonly state: AnyState;
  readonly ignored: readonly Ignored[];
}

/**
 * The state that a query asks for. Inputs that the query doesn't name keep the value they have in
 * `base`; unknown names and values out of range are left out and listed, never thrown.
 */
export function readState(inputs: Inputs, query: string, base: AnyState = defaultState(inputs)): ReadState {
  const state: Record<string, AnyState[string]> = {...base};
  const ignored: Ignored[] = [];
  for (const [name, value] of new URLSearchParams(query)) {
    if (name === themeName) continue;
    const input = Object.hasOwn(inputs, name) ? inputs[name] : undefined;
    if (!input) {
      ignored.push({name, value, expected: Object.keys(inputs).join(", ")});
      continue;
    }
    const read = readValue(input, value);
    if (read === undefined) ignored.push({name, value, expected: expectation(input)});
    else state[name] = read;
  }
  return {state, ignored};
}

/** The query of a state, without `?`: only what differs from the defaults, in the order of the inputs. */
export function writeState(inputs: Inputs, state: AnyState): string {
  const query = new URLSearchParams();
  const defaults = defaultState(inputs);
  for (const [name, input] of Object.entries(inputs)) {
    const value = writeValue(input, state[name] ?? defaults[name]!);
    if (value !== writeValue(input, defaults[name]!)) query.set(name, value);
  }
  // A comma is legal in a query; escaped, `focus=7B%2C13B` is hard to read and to type.
  return query.toString().replaceAll("%2C", ",");
}

function writeValue(input: Input, value: AnyState[string]): string {
  // A curve as whole numbers of steps: "1812,1804" is shorter than "1.812,1.804".
  if (input.type === "drawn")
    return (value as readonly number[]).map((each) => Math.round(each / input.step)).join(",");
  return typeof value === "object" ? value.join(",") : String(value);
}

function readValue(input: Input, text: string): AnyState[string] | undefined {
  switch (input.type) {
    case "choice":
      return input.options.includes(text) ? text : undefined;
    case "subset": {
      const chosen = text === "" ? [] : text.split(",");
      // In the order of the options, so that one state has one address.
      return chosen.every((option) => input.options.includes(option))
        ? (input.options as readonly string[]).filter((option) => chosen.includes(option))
        : undefined;
    }
    case "range": {
      const value = Number(text);
      if (text.trim() === "" || !(value >= input.min && value <= input.max)) return undefined;
      return snap(input.min + Math.round((value - input.min) / input.step) * input.step);
    }
    case "drawn": {
      const values = (text === "" ? [] : text.split(",")).map((steps) =>
        /^-?\d+$/.test(steps) ? snap(Number(steps) * input.step) : NaN
      );
      const fewest = input.default.length > 0 ? input.at.length : 0;
      return values.length >= fewest &&
        values.length <= input.at.length &&
        values.every((value) => value >= input.min && value <= input.max)
        ? values
        : undefined;
    }
  }
}

/** Takes the binary noise out of a sum of decimal steps, so that 1.1 is written "1.1". */
function snap(value: number): number {
  return Number(value.toFixed(10));
}

function expectation(input: Input): string {
  switch (input.type) {
    case "range":
      return `${input.min} to ${input.max}`;
    case "drawn": {
      const {at, min, max, step} = input;
      const count = input.default.length > 0 ? at.length : `0 to ${at.length}`;
      return `${count} numbers, ${Math.round(min / step)} to ${Math.round(max / step)}`;
    }
    default:
      return (input.options as readonly string[]).join(", ");
  }
}
