import type {DrawnInput} from "../../core/define/chart.ts";
import {fieldKey, type Place} from "../../core/define/drawn-curve.ts";
import {applyScale, type Scale, type Scales} from "../view/drawing-scales.ts";

/** Room for the pen around the part of the drawing in which the curve runs, in px; `chart.css` has it too. */
const margin = 12;

/** Where a curve runs in the drawing that its field is laid over. */
export class FieldLayout {
  readonly drawing: SVGSVGElement;
  /** The scales of the field, in px of the drawing. */
  readonly scales: Scales;
  readonly #mark: DOMRect;
  readonly #zoom: number;

  /** The layout in a drawing, where that has a place for the curve. */
  static in(drawing: SVGSVGElement | undefined, name: string, input: DrawnInput): FieldLayout | undefined {
    const mark = drawing?.querySelector<SVGGraphicsElement>(`[data-key="${fieldKey(name)}"]`);
    return drawing && mark ? new FieldLayout(drawing, mark.getBBox(), input) : undefined;
  }

  private constructor(drawing: SVGSVGElement, mark: DOMRect, {at, from, min, max}: DrawnInput) {
    const first = from ? [from.at] : [];
    const x: Scale = {
      type: "linear",
      domain: [Math.min(...first, ...at), Math.max(...at)],
      range: [mark.x, mark.x + mark.width]
    };
    const y: Scale = {type: "linear", domain: [min, max], range: [mark.y + mark.height, mark.y]};
    this.drawing = drawing;
    this.scales = {x, y};
    this.#mark = mark;
    this.#zoom = drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width;
  }

  /** Lays a field, which stands in `stage`, over its place in the drawing. */
  lay(field: HTMLElement, stage: HTMLElement): void {
    const own = stage.getBoundingClientRect();
    const box = this.drawing.getBoundingClientRect();
    const [left, top] = this.#corner;
    const {style} = field;
    style.left = `${box.left - own.left + left - margin}px`;
    style.top = `${box.top - own.top + top - margin}px`;
    style.width = `${this.#zoom * this.#mark.width + 2 * margin}px`;
    style.height = `${this.#zoom * this.#mark.height + 2 * margin}px`;
  }

  /** A place in px of the page, from the corner of the part in which the curve runs. */
  pixel({x, y}: Place): readonly [left: number, top: number] {
    const [left, top] = this.#corner;
    return [
      this.#zoom * applyScale(this.scales.x, x) - left,
      this.#zoom * applyScale(this.scales.y, y) - top
    ];
  }

  /** The place that a pointer is at, in the units of the axes. */
  placeAt({clientX, clientY}: MouseEvent, field: HTMLElement): Place {
    const own = field.getBoundingClientRect();
    const [left, top] = this.#corner;
    return {
      x: invertScale(this.scales.x, (clientX - own.left - margin + left) / this.#zoom),
      y: invertScale(this.scales.y, (clientY - own.top - margin + top) / this.#zoom)
    };
  }

  get #corner(): readonly [left: number, top: number] {
    return [this.#zoom * this.#mark.x, this.#zoom * this.#mark.y];
  }
}

/** Value of a linear scale at a position in px of the drawing. */
function invertScale({domain, range}: Scale, position: number): number {
  return domain[0] + ((position - range[0]) / (range[1] - range[0])) * (domain[1] - domain[0]);
}
