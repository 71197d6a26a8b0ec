import type {PlotOptions} from "@observablehq/plot";
import type {Digits} from "../i18n/format.ts";
import type {Locale, Localised} from "../i18n/locale.ts";

/** One of a closed list. */
export interface ChoiceInput<T extends string = string> {
  readonly type: "choice";
  readonly options: readonly T[];
  readonly default: T;
  /** Whether its control is one switch, from the first of two options to the second, in the second’s name. */
  readonly isSwitch?: boolean;
  readonly label: Localised;
  readonly names: Readonly<Record<T, Localised>>;
}

/** Any subset of a closed list; the empty subset means no restriction. */
export interface SubsetInput<T extends string = string> {
  readonly type: "subset";
  readonly options: readonly T[];
  readonly default: readonly T[];
  readonly label: Localised;
  readonly names: Readonly<Record<T, Localised>>;
}

/** A number from `min` to `max`, both included, in steps of `step`. */
export interface RangeInput {
  readonly type: "range";
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly default: number;
  /** Unit shown behind the number, e.g. `"×"`. */
  readonly unit: string;
  /** Where the range can be played from end to end: how many seconds that takes. */
  readonly playSeconds?: number;
  readonly label: Localised;
}

/**
 * A curve drawn by hand, knot by knot. Its value holds a number for each knot from the first on, as far as it is
 * drawn. Where the default is whole, so is every value; where it is empty, nothing is drawn yet.
 */
export interface DrawnInput {
  readonly type: "drawn";
  /** Where its knots stand, ascending; the drawing's `drawField` spans them on a linear scale. */
  readonly at: readonly number[];
  /** Where it sets off, before its first knot; it begins at its first knot without one. */
  readonly from?: {readonly at: number; readonly value: number};
  /** Range of its values, both ends included; multiples of `step`. The field spans it on a linear scale. */
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly default: readonly number[];
  /** Choices, by input, in which it is drawn and its drawing has a field; without it, it is in all. */
  readonly usedWhere?: Readonly<Record<string, string>>;
  /** Units behind a knot's place and its value, e.g. `"billion tokens"`; one that begins with % stands close. */
  readonly atUnit: Localised;
  readonly unit: Localised;
  readonly label: Localised;
}

// `any` and not `string`: a definition's `names` must accept its own narrower keys.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Input = ChoiceInput<any> | SubsetInput<any> | RangeInput | DrawnInput;
export type Inputs = Readonly<Record<string, Input>>;

/** A chart's state: a value for every input. */
export type State<I extends Inputs> = {
  readonly [K in keyof I]: I[K] extends ChoiceInput<infer T>
    ? T
    : I[K] extends SubsetInput<infer T>
      ? readonly T[]
      : I[K] extends DrawnInput
        ? readonly number[]
        : number;
};

/** A state seen from outside its chart. */
export type AnyState = Readonly<Record<string, string | number | readonly string[] | readonly number[]>>;

/** The two drawings of each state, by the width of the figure they are made for. */
export const drawingWidths = ["narrow", "wide"] as const;

export type DrawingWidth = (typeof drawingWidths)[number];

/** What a column of drawn numbers means and how its numbers are written. */
export interface Column {
  readonly label: string;
  readonly unit: string;
  readonly digits: Digits;
}

/** One curve or group of points as it is drawn: its key, name and numbers, in drawing order. */
export interface Series {
  /** The same for the same curve in every state, e.g. `"llama1-7B"`. */
  readonly key: string;
  readonly label: string;
  /** One array per column of the picture, all of one length. */
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly low?: readonly number[];
  readonly high?: readonly number[];
}

/** The numbers behind a picture: what the table shows and the crosshair reads. */
export interface Reading {
  readonly x: Column;
  readonly y: Column;
  /** What `low` and `high` bound, e.g. `"5–95 % band"`. */
  readonly band?: string;
  readonly series: readonly Series[];
}

export interface DrawingContext<S> {
  readonly state: S;
  readonly width: DrawingWidth;
  readonly locale: Locale;
}

/** A state that has a name, an address, a drawing made ahead, and an answer that holds in it. */
export interface NamedState<S> {
  /** The inputs that aren't at their default. */
  readonly inputs: S;
  /** One sentence. A function where numbers stand in it: they are computed when it is asked for, not at import. */
  readonly answer: Localised | (() => Localised);
}

/** What a chart is: its words, its inputs `I`, and functions of a state `S`. */
interface ChartParts<I extends Inputs, S, NamedInputs> {
  readonly title: Localised;
  /** The question the chart answers, printed above it. */
  readonly question: Localised;
  readonly inputs: I;
  /** Named states; the first is the one the chart opens in. */
  readonly states: Readonly<Record<string, NamedState<NamedInputs>>>;
  /** Name of the state that tells what the others leave open; a page without scripts leads to it. */
  readonly outcome?: string;
  /** Source and error of what is drawn, printed under the answer. */
  readonly note: (state: S) => Localised;
  /** One sentence that is true of any state, from the data; printed below the chart where a state has no name. */
  readonly summary: (state: S) => Localised;
  /** The text alternative of this state: what is drawn and what it shows, from the data. */
  readonly describe: (state: S) => Localised;
  readonly reading: (state: S, locale: Locale) => Reading;
  /** Plot options of this state. Pure: no DOM, no clock, no randomness. */
  readonly plot: (context: DrawingContext<S>) => PlotOptions;
}

/** What a chart's file says, with the types that follow from its inputs. */
export type ChartDefinition<I extends Inputs> = ChartParts<I, State<I>, Partial<State<I>>>;

/** A chart as it is seen from outside: a pure function of its state, which must hold a value for every input. */
export type Chart<I extends Inputs = Inputs> = ChartParts<I, AnyState, AnyState>;

/** Returns its argument, as a chart that takes any state. */
export function defineChart<const I extends Inputs>(definition: ChartDefinition<I>): Chart<I> {
  // No type can say that a state fits a chart found by name: `readState` and `namedState` see to it, for these inputs.
  return definition as never;
}

/** The state with every input at its default. */
export function defaultState(inputs: Inputs): AnyState {
  return Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, input.default]));
}

/**
 * The full state behind a name.
 *
 * @throws where the chart has no such state.
 */
export function namedState(chart: Chart, name: string): AnyState {
  const named = stateOf(chart, name);
  return {...defaultState(chart.inputs), ...named.inputs};
}

/** The name of a state that has one, else `undefined`. */
export function nameOfState(chart: Chart, state: AnyState): string | undefined {
  const written = writeStateKey(state);
  return Object.keys(chart.states).find((name) => writeStateKey(namedState(chart, name)) === written);
}

/** The sentence below the chart: the named state's answer, or what the data say of this one. */
export function answerOf(chart: Chart, state: AnyState, locale: Locale): string {
  const name = nameOfState(chart, state);
  return name === undefined ? chart.summary(state)[locale] : namedAnswer(chart, name, locale);
}

/**
 * The answer of a named state.
 *
 * @throws where the chart has no such state.
 */
export function namedAnswer(chart: Chart, name: string, locale: Locale): string {
  const {answer} = stateOf(chart, name);
  return (typeof answer === "function" ? answer() : answer)[locale];
}

function stateOf({states}: Chart, name: string): Chart["states"][string] {
  const named = Object.hasOwn(states, name) ? states[name] : undefined;
  if (!named) throw new Error(`unknown state: ${name} (one of ${Object.keys(states).join(", ")})`);
  return named;
}

function writeStateKey(state: AnyState): string {
  return JSON.stringify(Object.entries(state).sort(([a], [b]) => (a < b ? -1 : 1)));
}
