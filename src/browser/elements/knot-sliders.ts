import type {DrawnInput} from "../../core/define/chart.ts";
import {knotValue, levelAt} from "../../core/define/drawn-curve.ts";
import {pageLocale} from "../view/page.ts";
import {part} from "../view/parts.ts";

/** One slider in the controls for each knot of a curve that is drawn, with its value beside it. */
export class KnotSliders {
  readonly #input: DrawnInput;
  /** What folds them. */
  readonly #fold: HTMLElement;
  readonly #knots: readonly {readonly field: HTMLInputElement; readonly text: HTMLElement}[];

  /** @throws where the controls lack a part of them. */
  constructor(controls: HTMLElement, name: string, input: DrawnInput) {
    this.#input = input;
    this.#fold = part(controls, `[data-drawn="${name}"]`);
    this.#knots = [...this.#fold.querySelectorAll("label")].map((label) => ({
      field: part(label, "input", HTMLInputElement),
      text: part(label, ".knot-value")
    }));
  }

  /** Calls back with the index and the new value of a knot. */
  listen(move: (knot: number, value: number) => void): void {
    this.#knots.forEach(({field}, knot) => {
      field.addEventListener("input", (event) => {
        // The controls would read all their fields; these are no field of theirs.
        event.stopPropagation();
        move(knot, field.valueAsNumber);
      });
    });
  }

  hide(isHidden: boolean): void {
    this.#fold.hidden = isHidden;
  }

  write(values: readonly number[]): void {
    this.#knots.forEach(({field, text}, knot) => {
      field.value = String(levelAt(this.#input, values, knot));
      field.ariaValueText = text.textContent = knotValue(this.#input, values, knot, pageLocale());
    });
  }
}
