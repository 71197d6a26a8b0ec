import type {AnyState, Input, Inputs} from "../core/define/chart.ts";
import {editDistance} from "../core/math/edit-distance.ts";
import {acceptedValue, parseState} from "./state.ts";

/** The name in a query that chooses the theme of an embed page; no input of a chart has it. */
const themeName = "theme";

/** What it may be. */
const themes = ["auto", "light", "dark"];

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
 * `base`. Values out of range are left out and listed, never thrown, and so is a name that is nearly one of ours. Any
 * other name is somebody else's, as `utm_source` is: nothing is said of it.
 */
export function readState(inputs: Inputs, query: string, base = parseState(inputs)): ReadState {
  const state: Record<string, AnyState[string]> = {...base};
  const ignored: Ignored[] = [];
  for (const [name, value] of new URLSearchParams(query)) {
    if (name === themeName) {
      if (!themes.includes(value)) ignored.push({name, value, expected: themes.join(", ")});
      continue;
    }
    const input = Object.hasOwn(inputs, name) ? inputs[name] : undefined;
    if (!input) {
      if (isMeant(inputs, name)) ignored.push({name, value, expected: Object.keys(inputs).join(", ")});
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
  const defaults = parseState(inputs);
  for (const [name, input] of Object.entries(inputs)) {
    const value = writeValue(input, state[name] ?? defaults[name]);
    if (value !== writeValue(input, defaults[name])) query.set(name, value);
  }
  // A comma is legal in a query; escaped, `focus=7B%2C13B` is hard to read and to type.
  return query.toString().replaceAll("%2C", ",");
}

/** What of a query isn't an input's, as it is written: of others, and the theme. */
export function othersIn(inputs: Inputs, query: string): string {
  const others = [...new URLSearchParams(query)].filter(([name]) => !isMeant(inputs, name));
  return new URLSearchParams(others).toString();
}

/** Whether a name is an input's, or so near to it that it can only be meant for it: `Axis`, `axes`, `familly`. */
function isMeant(inputs: Inputs, name: string): boolean {
  const letters = (word: string): string => word.toLowerCase().replace(/[^a-z0-9]/g, "");
  return Object.keys(inputs).some((own) => {
    const slips = own.length < 4 ? 0 : own.length < 7 ? 1 : 2;
    return editDistance(letters(name).slice(0, 2 * own.length), letters(own)) <= slips;
  });
}

function writeValue(input: Input, value: AnyState[string] | undefined): string {
  // A curve as whole numbers of steps: "1812,1804" is shorter than "1.812,1.804".
  if (input.type === "drawn" && typeof value === "object")
    return value.map((each) => Math.round(Number(each) / input.step)).join(",");
  return typeof value === "object" ? value.join(",") : String(value);
}

function readValue(input: Input, text: string): AnyState[string] | undefined {
  const list = text === "" ? [] : text.split(",");
  switch (input.type) {
    case "choice":
      return acceptedValue(input, text);
    case "subset":
      return acceptedValue(input, list);
    case "range":
      return acceptedValue(input, text.trim() === "" ? undefined : Number(text));
    case "drawn":
      return acceptedValue(
        input,
        list.map((steps) => (/^-?\d+$/.test(steps) ? Number(steps) * input.step : NaN))
      );
  }
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
      return input.options.join(", ");
  }
}
