import type {AnyState, DrawnInput, Inputs} from "../../core/define/chart.ts";
import {entriesIn, parseState} from "../../figure/state.ts";
import {dataOf, part} from "./parts.ts";

/** What `chart:drawn` tells: the value of an input, drawn anew. */
export interface Drawn {
  readonly name: string;
  readonly values: readonly number[];
}

/** The events of a figure, each with what it tells. */
interface FigureEvents {
  /** The figure can be read: the page’s scripts work. */
  readonly "chart:ready": undefined;
  /** The figure shows another state. */
  readonly "chart:view": undefined;
  /** The page's address says what its reader chose: it rests for a moment before, as a range that is dragged passes many. */
  readonly "chart:address": undefined;
  /** An input was drawn by hand. */
  readonly "chart:drawn": Drawn;
}

type FigureEventMap = {readonly [Name in keyof FigureEvents]: CustomEvent<FigureEvents[Name]>};

declare global {
  // Listeners are typed by it.
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type
  interface HTMLElementEventMap extends FigureEventMap {}
}

/** Sends an event of a figure. */
export function tell<Name extends keyof FigureEvents>(
  figure: HTMLElement,
  name: Name,
  detail: FigureEvents[Name]
): void {
  figure.dispatchEvent(new CustomEvent(name, {detail}));
}

/** The figure around an element. @throws where there is none. */
export function figureOf(element: Element): HTMLElement {
  const figure = element.closest<HTMLElement>("figure[data-chart]");
  if (!figure) throw new Error(`no chart around <${element.localName}> (expected figure[data-chart])`);
  return figure;
}

/** The inputs of a figure’s chart. @throws where it has no controls, which carry them. */
export function inputsOf(figure: HTMLElement): Inputs {
  return JSON.parse(dataOf(part(figure, "chart-controls"), "inputs")) as Inputs;
}

/** An input of a figure’s chart that is drawn by hand. @throws where it has none of that name. */
export function drawnInputOf(figure: HTMLElement, name: string): DrawnInput {
  const input = inputsOf(figure)[name];
  if (input?.type !== "drawn") throw new Error(`no curve to draw: ${name} (expected an input that is drawn)`);
  return input;
}

/**
 * The state that a figure shows. `data-state` may be anybody’s: what of it the chart can’t have, or all where it is no
 * JSON, reads as the default, and the attribute stays as it is. Without controls the inputs aren’t known, and what is
 * written is only passed on.
 */
export function stateOf(figure: HTMLElement): AnyState {
  const {state} = figure.dataset;
  return figure.querySelector("chart-controls")
    ? parseState(inputsOf(figure), state)
    : (Object.fromEntries(entriesIn(state)) as AnyState);
}

/** The state that a figure was served with, as JSON, to be shown again. */
export function stateText(figure: HTMLElement): string {
  return figure.dataset.state ?? "{}";
}

/** Writes the state that a figure shows, as JSON, and its name where it has one. */
export function commitState({dataset}: HTMLElement, state: string, name: string | undefined): void {
  dataset.state = state;
  if (name) dataset.view = name;
  else delete dataset.view;
}

/** Says a text aloud: puts it into the live region of a figure or an element. @throws where that has none. */
export function say(root: ParentNode, text: string): void {
  liveRegion(root).textContent = text;
}

/** What was said last. @throws where there is no live region. */
export function lastSaid(root: ParentNode): string {
  return liveRegion(root).textContent;
}

/** Whether a figure speaks: a step’s own is silent. */
export function hasVoice(root: ParentNode): boolean {
  return root.querySelector(voice) !== null;
}

const voice = "[role=status]";

function liveRegion(root: ParentNode): HTMLElement {
  return part(root, voice);
}

/** Shows a notice below a figure; an empty one is hidden. */
export function notice(figure: HTMLElement, text: string): void {
  const element = part(figure, ".chart-notice");
  element.textContent = text;
  element.hidden = text === "";
}
