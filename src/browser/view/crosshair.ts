import type {Point} from "../../figure/points.ts";
import {applyScale, scalesOf} from "./drawing-scales.ts";
import {createSvg, setNumbers} from "./svg.ts";

/** A rule and a dot at a point of a drawing, with a label beside it; for the eye only. */
export class Crosshair {
  readonly #stage: HTMLElement;
  readonly #svg = createSvg("svg");
  readonly #rule = createSvg("line");
  readonly #dot = createSvg("circle");
  readonly #label = createLabel();

  /** Puts it into the element around the drawing, hidden. */
  constructor(stage: HTMLElement) {
    this.#stage = stage;
    this.#dot.setAttribute("r", "5");
    this.#svg.append(this.#rule, this.#dot);
    this.#svg.setAttribute("class", "chart-crosshair");
    this.#svg.setAttribute("aria-hidden", "true");
    this.hide();
    stage.append(this.#svg, this.#label);
  }

  hide(): void {
    this.#hide(true);
  }

  show(drawing: SVGSVGElement, point: Point, text: string, isPinned: boolean): void {
    const scales = scalesOf(drawing);
    const x = applyScale(scales.x, point.x);
    const y = applyScale(scales.y, point.y);
    const [bottom, top] = scales.y.range;
    this.#hide(false);
    this.#svg.setAttribute("viewBox", drawing.getAttribute("viewBox") ?? "");
    setNumbers(this.#rule, {x1: x, x2: x, y1: top, y2: bottom});
    setNumbers(this.#dot, {cx: x, cy: y});
    this.#dot.classList.toggle("is-pinned", isPinned);
    this.#label.textContent = text;
    this.#place(drawing, x, y);
  }

  #hide(isHidden: boolean): void {
    this.#svg.toggleAttribute("hidden", isHidden);
    this.#label.hidden = isHidden;
  }

  /** Lays it over the drawing, which may be narrower than the stage, and the label beside the point. */
  #place(drawing: SVGSVGElement, x: number, y: number): void {
    const own = this.#stage.getBoundingClientRect();
    const box = drawing.getBoundingClientRect();
    const scale = box.width / drawing.viewBox.baseVal.width;
    const cross = this.#svg.style;
    cross.left = `${box.left - own.left}px`;
    cross.top = `${box.top - own.top}px`;
    cross.width = `${box.width}px`;
    const left = box.left - own.left + x * scale;
    const top = box.top - own.top + y * scale;
    const {offsetWidth: width, offsetHeight: height, style} = this.#label;
    const isLeft = left + 14 + width > own.width;
    const isAbove = top - height - 12 >= 0;
    style.left = `${Math.min(Math.max(0, isLeft ? left - width - 14 : left + 14), Math.max(0, own.width - width))}px`;
    style.top = `${isAbove ? top - height - 12 : top + 14}px`;
  }
}

/** A label over a drawing, hidden and silent: the live region says what it shows. */
export function createLabel(): HTMLElement {
  const label = document.createElement("div");
  label.className = "chart-label";
  label.ariaHidden = "true";
  label.hidden = true;
  return label;
}
