import type {AnyState, DrawnInput, Inputs} from "../../core/define/chart.ts";
import {
  drawnPlaces,
  fieldKey,
  isUsed,
  knotName,
  knotValue,
  levelAt,
  nearestKnot,
  withKnot,
  withStroke,
  type Place
} from "../../core/define/drawn-curve.ts";
import {scriptStrings as strings} from "../../core/i18n/script-strings.ts";
import {applyScale, scalesOf, type Scale, type Scales} from "./drawing-scales.ts";
import {figureOf, FigureView, pageLocale} from "./figure-view.ts";

/** What `chart:drawn` tells: the value of an input, drawn anew. */
export interface Drawn {
  readonly name: string;
  readonly values: readonly number[];
}

/** Where the curve runs in the drawing that the field was laid over: its corner, in px of the page. */
interface Layout extends Scales {
  readonly drawing: SVGSVGElement;
  readonly zoom: number;
  readonly left: number;
  readonly top: number;
}

/** Room for the pen around the part of the drawing in which the curve runs, in px; `chart.css` has it too. */
const margin = 12;

/** Knots that a key goes along the curve. */
const strides: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowLeft: -1,
  Home: -Infinity,
  End: Infinity
};

/** Steps that a key moves a knot up. */
const rises: Readonly<Record<string, number>> = {ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10};

/**
 * A field over part of a drawing in which one input, a curve, is drawn: by mouse, pen and finger, by arrow keys, and by
 * its sliders in the controls. While a stroke lasts, the curve is this field’s own; then the figure is drawn anew.
 */
class ChartDraw extends HTMLElement {
  #name!: string;
  #input!: DrawnInput;
  #view!: FigureView;
  /** The sliders, one for each knot, and what folds them. */
  #numbers!: HTMLElement;
  #sliders: readonly HTMLInputElement[] = [];
  #values: readonly number[] = [];
  /** Index of the knot that keys move. */
  #knot = 0;
  /** Where the pen is while a stroke lasts. */
  #pen: Place | undefined;
  #isPending = false;
  #layout: Layout | undefined;
  readonly #field = document.createElement("div");
  readonly #label = document.createElement("div");
  readonly #svg = createSvg("svg");
  readonly #path = createSvg("path");
  readonly #ring = createSvg("circle");

  connectedCallback(): void {
    const figure = figureOf(this);
    const controls = figure.querySelector<HTMLElement>("chart-controls")!;
    this.#name = this.dataset.input!;
    this.#input = (JSON.parse(controls.dataset.inputs!) as Inputs)[this.#name] as DrawnInput;
    this.#view = FigureView.of(figure);
    this.#numbers = controls.querySelector<HTMLElement>(`[data-drawn="${this.#name}"]`)!;
    this.#sliders = [...this.#numbers.querySelectorAll("input")];
    this.#build();
    this.#listen();
    this.#follow();
    figure.addEventListener("chart:view", this.#follow);
    new ResizeObserver(this.#place).observe(this.#view.image);
    // A drawing comes some time after its state, and moves its marks until it has arrived.
    new MutationObserver(this.#place).observe(this.#view.image, {childList: true, subtree: true});
  }

  #build(): void {
    const locale = pageLocale();
    this.#field.className = "draw-field";
    this.#field.tabIndex = 0;
    this.#field.role = "application";
    this.#field.ariaRoleDescription = strings.drawField[locale];
    this.#field.ariaLabel = `${this.#input.label[locale]}. ${strings.drawHint[locale]}`;
    this.#label.className = "chart-label";
    this.#label.ariaHidden = "true";
    this.#label.hidden = true;
    this.#svg.setAttribute("aria-hidden", "true");
    this.#ring.setAttribute("r", "6");
    this.#svg.append(this.#path, this.#ring);
    this.#field.append(this.#svg, this.#label);
    this.append(this.#field);
  }

  #listen(): void {
    const field = this.#field;
    field.addEventListener("keydown", this.#onKey);
    field.addEventListener("focus", this.#onFocus);
    field.addEventListener("blur", this.#show);
    field.addEventListener("pointerdown", this.#onDown);
    field.addEventListener("pointermove", this.#onMove);
    field.addEventListener("pointerleave", this.#forward);
    field.addEventListener("pointerup", this.#onUp);
    field.addEventListener("pointercancel", this.#onUp);
    // Plot is on its way while the first stroke is drawn.
    field.addEventListener("pointerenter", () => void import("./chart-lab.ts"), {once: true});
    this.#sliders.forEach((slider, index) => {
      slider.addEventListener("input", (event) => {
        // The controls would read all their fields; these are no field of theirs.
        event.stopPropagation();
        this.#knot = index;
        this.#set(withKnot(this.#input, this.#values, index, slider.valueAsNumber));
      });
    });
  }

  /** The figure’s state is the truth; what is drawn in the meantime wins. */
  readonly #follow = (): void => {
    const state = JSON.parse(this.#view.figure.dataset.state!) as AnyState;
    const values = state[this.#name] as readonly number[];
    if (!this.#pen && !(this.#isPending && String(values) !== String(this.#values))) {
      this.#values = values;
      this.#isPending = false;
    }
    this.#numbers.hidden = !isUsed(this.#input, state);
    this.#writeSliders();
    requestAnimationFrame(this.#show);
  };

  /** Lays the field over its place in the drawing, where that has one. */
  readonly #place = (): void => {
    const {drawing} = this.#view;
    const mark = drawing?.querySelector<SVGGraphicsElement>(`[data-key="${fieldKey(this.#name)}"]`);
    this.#field.hidden = !mark;
    this.#layout = undefined;
    if (!drawing || !mark) return;
    const {at, from, min, max} = this.#input;
    const place = mark.getBBox();
    const x: Scale = {
      type: "linear",
      domain: [from?.at ?? at[0]!, at.at(-1)!],
      range: [place.x, place.x + place.width]
    };
    const y: Scale = {type: "linear", domain: [min, max], range: [place.y + place.height, place.y]};
    const own = this.getBoundingClientRect();
    const box = drawing.getBoundingClientRect();
    const zoom = box.width / drawing.viewBox.baseVal.width;
    const [left, top] = [zoom * place.x, zoom * place.y];
    this.#layout = {drawing, x, y, zoom, left, top};
    const {style} = this.#field;
    style.left = `${box.left - own.left + left - margin}px`;
    style.top = `${box.top - own.top + top - margin}px`;
    style.width = `${zoom * place.width + 2 * margin}px`;
    style.height = `${zoom * place.height + 2 * margin}px`;
    this.#show();
  };

  readonly #onDown = (event: PointerEvent): void => {
    if (!event.isPrimary || event.button !== 0) return;
    this.#reading.dispatchEvent(new PointerEvent("pointerleave", {pointerType: "mouse"}));
    this.#field.setPointerCapture(event.pointerId);
    this.#stroke(event);
  };

  readonly #onMove = (event: PointerEvent): void => {
    if (!this.#pen) this.#forward(event);
    else if (event.isPrimary) this.#stroke(event);
  };

  readonly #onUp = (event: PointerEvent): void => {
    if (!this.#pen || !event.isPrimary) return;
    this.#pen = undefined;
    this.#announce();
    this.#set(this.#values);
  };

  #stroke(event: PointerEvent): void {
    if (!this.#layout) return;
    const {x, y, zoom, left, top} = this.#layout;
    const own = this.#field.getBoundingClientRect();
    const to = {
      x: invertScale(x, (event.clientX - own.left - margin + left) / zoom),
      y: invertScale(y, (event.clientY - own.top - margin + top) / zoom)
    };
    this.#values = withStroke(this.#input, this.#values, to, this.#pen);
    this.#pen = to;
    this.#knot = nearestKnot(this.#input, to.x);
    this.#show();
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const along = strides[event.key];
    const up = rises[event.key];
    if (along !== undefined) {
      this.#knot = Math.min(this.#input.at.length - 1, Math.max(0, this.#knot + along));
      this.#show();
    } else if (up !== undefined) {
      const level = levelAt(this.#input, this.#values, this.#knot);
      this.#set(withKnot(this.#input, this.#values, this.#knot, level + up * this.#input.step));
    } else {
      return;
    }
    event.preventDefault();
    this.#announce();
  };

  readonly #onFocus = (): void => {
    this.#show();
    if (this.#isByKeys) this.#announce();
  };

  get #isByKeys(): boolean {
    return this.#field.matches(":focus-visible");
  }

  #set(values: readonly number[]): void {
    this.#values = values;
    this.#isPending = true;
    this.#writeSliders();
    this.#show();
    const detail: Drawn = {name: this.#name, values};
    this.#view.figure.dispatchEvent(new CustomEvent("chart:drawn", {detail}));
  }

  /** Shows this field’s own curve in place of the drawing’s while that is behind, and the knot that keys would move. */
  readonly #show = (): void => {
    if (!this.#layout) return;
    const isOwn = this.#pen !== undefined || this.#isPending;
    for (const mark of this.#layout.drawing.querySelectorAll(`[data-key^="${this.#name}"]`)) {
      if (isOwn) mark.setAttribute("visibility", "hidden");
      else mark.removeAttribute("visibility");
    }
    const places = isOwn ? drawnPlaces(this.#input, this.#values) : [];
    const points = places.map((place) => this.#pixel(place).join(","));
    this.#path.setAttribute("d", points.length > 0 ? `M${points.join("L")}` : "");
    const isChosen = this.#pen !== undefined || this.#isByKeys;
    this.#ring.toggleAttribute("hidden", !isChosen);
    this.#label.hidden = !isChosen;
    if (!isChosen) return;
    const y = levelAt(this.#input, this.#values, this.#knot);
    const [left, top] = this.#pixel({x: this.#input.at[this.#knot]!, y});
    this.#ring.setAttribute("cx", String(left));
    this.#ring.setAttribute("cy", String(top));
    this.#label.textContent = this.#sentence();
  };

  /** A place in px from that corner. */
  #pixel(place: Place): readonly [left: number, top: number] {
    const {x, y, zoom, left, top} = this.#layout!;
    return [zoom * applyScale(x, place.x) - left, zoom * applyScale(y, place.y) - top];
  }

  #writeSliders(): void {
    const locale = pageLocale();
    this.#sliders.forEach((slider, index) => {
      slider.value = String(levelAt(this.#input, this.#values, index));
      const text = knotValue(this.#input, this.#values, index, locale);
      slider.ariaValueText = text;
      slider.parentElement!.querySelector("output")!.value = text;
    });
  }

  #sentence(): string {
    const locale = pageLocale();
    return `${knotName(this.#input, this.#knot, locale)}: ${knotValue(this.#input, this.#values, this.#knot, locale)}`;
  }

  #announce(): void {
    this.#view.figure.querySelector("[role=status]")!.textContent = this.#sentence();
  }

  /** A mouse that draws nothing reads values, as elsewhere in the drawing, once there are some in this field. */
  readonly #forward = (event: PointerEvent): void => {
    if (event.buttons > 0) return;
    void this.#isReadable().then((isReadable) => {
      if (isReadable && !this.#pen) this.#reading.dispatchEvent(new PointerEvent(event.type, event));
    });
  };

  async #isReadable(): Promise<boolean> {
    const {at, from} = this.#input;
    try {
      const {series} = await this.#view.reading();
      if (!this.#layout) return false;
      const first = from ? applyScale(this.#layout.x, at[0]!) : -Infinity;
      const {x: scale} = scalesOf(this.#layout.drawing);
      return series.some(({x}) => applyScale(scale, x.at(-1)!) >= first - 0.1);
    } catch {
      // The reading says so itself.
      return true;
    }
  }

  get #reading(): Element {
    return this.querySelector("chart-reading")!;
  }
}

/** Value of a linear scale at a position in px of the drawing. */
function invertScale({domain, range}: Scale, position: number): number {
  return domain[0] + ((position - range[0]) / (range[1] - range[0])) * (domain[1] - domain[0]);
}

function createSvg(name: string): SVGElement {
  return document.createElementNS("http://www.w3.org/2000/svg", name);
}

customElements.define("chart-draw", ChartDraw);
