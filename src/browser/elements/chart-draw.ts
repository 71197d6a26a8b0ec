import {
  drawnPlaces,
  isUsed,
  knotName,
  knotValue,
  levelAt,
  nearestKnot,
  withKnot,
  withStroke,
  type Place
} from "../../core/define/drawn-curve.ts";
import {drawingByHand as strings} from "../../core/i18n/drawing-by-hand.ts";
import {createLabel} from "../view/crosshair.ts";
import {applyScale, scalesOf} from "../view/drawing-scales.ts";
import {drawnInputOf, figureOf, say, stateOf, tell} from "../view/figure-hooks.ts";
import {FigureView} from "../view/figure-view.ts";
import {KeyFocus} from "../view/key-focus.ts";
import {pageLocale} from "../view/page.ts";
import {dataOf, part} from "../view/parts.ts";
import {createSvg, setNumbers} from "../view/svg.ts";
import {rises, strides} from "./draw-keys.ts";
import {FieldLayout} from "./field-layout.ts";
import {KnotSliders} from "./knot-sliders.ts";

/**
 * A field over part of a drawing in which one input, a curve, is drawn: by mouse, pen and finger, by arrow keys, and by
 * its sliders in the controls. While a stroke lasts, the curve is this field’s own; then the figure is drawn anew.
 */
class ChartDraw extends HTMLElement {
  readonly #figure = figureOf(this);
  readonly #view = FigureView.of(this.#figure);
  readonly #reading = part(this, "chart-reading");
  readonly #name = dataOf(this, "input");
  readonly #input = drawnInputOf(this.#figure, this.#name);
  readonly #sliders = new KnotSliders(part(this.#figure, "chart-controls"), this.#name, this.#input);
  readonly #field = document.createElement("div");
  readonly #keys = new KeyFocus(this.#field);
  readonly #label = createLabel();
  readonly #svg = createSvg("svg");
  readonly #path = createSvg("path");
  readonly #ring = createSvg("circle");
  #values: readonly number[] = [];
  /** What they were before the stroke. */
  #before: readonly number[] = [];
  /** Index of the knot that keys move. */
  #knot = 0;
  /** Where the pen is while a stroke lasts. */
  #pen: Place | undefined;
  #isPending = false;
  #layout: FieldLayout | undefined;

  connectedCallback(): void {
    this.#build();
    this.#listen();
    this.#follow();
    this.#figure.addEventListener("chart:view", this.#follow);
    new ResizeObserver(this.#place).observe(this.#view.image);
    // A drawing comes some time after its state, and moves its marks until it has arrived.
    new MutationObserver(this.#place).observe(this.#view.image, {childList: true, subtree: true});
  }

  #build(): void {
    const locale = pageLocale();
    this.#field.className = "draw-field";
    this.#field.tabIndex = 0;
    this.#field.role = "application";
    this.#field.ariaRoleDescription = strings.field[locale];
    this.#field.ariaLabel = `${this.#input.label[locale]}. ${strings.hint[locale]}`;
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
    field.addEventListener("pointercancel", this.#onCancel);
    // Plot is on its way while the first stroke is drawn.
    field.addEventListener("pointerenter", () => void import("./chart-lab.ts"), {once: true});
    this.#sliders.listen((knot, value) => {
      this.#knot = knot;
      this.#set(withKnot(this.#input, this.#values, knot, value));
    });
  }

  /** The figure’s state is the truth; what is drawn in the meantime wins. */
  readonly #follow = (): void => {
    const state = stateOf(this.#figure);
    const value = state[this.#name];
    const values = typeof value === "object" ? value.map(Number) : [];
    if (!this.#pen && !(this.#isPending && String(values) !== String(this.#values))) {
      this.#values = values;
      this.#isPending = false;
    }
    this.#sliders.hide(!isUsed(this.#input, state));
    this.#sliders.write(this.#values);
    requestAnimationFrame(this.#show);
  };

  /** Lays the field over its place in the drawing, where that has one. */
  readonly #place = (): void => {
    this.#layout = FieldLayout.in(this.#view.drawing, this.#name, this.#input);
    this.#field.hidden = !this.#layout;
    this.#layout?.lay(this.#field, this);
    this.#show();
  };

  readonly #onDown = (event: PointerEvent): void => {
    if (!event.isPrimary || event.button !== 0) return;
    this.#reading.dispatchEvent(new PointerEvent("pointerleave", {pointerType: "mouse"}));
    this.#field.setPointerCapture(event.pointerId);
    this.#before = this.#values;
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

  /** The browser has taken the finger, as where a second one zooms the page: the stroke was none. */
  readonly #onCancel = (event: PointerEvent): void => {
    if (!this.#pen || !event.isPrimary) return;
    this.#pen = undefined;
    this.#values = this.#before;
    this.#show();
  };

  #stroke(event: PointerEvent): void {
    if (!this.#layout) return;
    const to = this.#layout.placeAt(event, this.#field);
    this.#values = withStroke(this.#input, this.#values, to, this.#pen);
    this.#pen = to;
    this.#knot = nearestKnot(this.#input, to.x);
    this.#show();
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || !this.#keys.isHere) return;
    const along = strides[event.key];
    const up = rises[event.key];
    if (along !== undefined) {
      const knot = Math.min(this.#input.at.length - 1, Math.max(0, this.#knot + along));
      // At the last knot, or the highest level, the key is the page's.
      if (knot === this.#knot) return;
      this.#knot = knot;
      this.#show();
    } else if (up !== undefined) {
      const level = levelAt(this.#input, this.#values, this.#knot);
      const values = withKnot(this.#input, this.#values, this.#knot, level + up * this.#input.step);
      if (values[this.#knot] === this.#values[this.#knot]) return;
      this.#set(values);
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
    this.#sliders.write(values);
    this.#show();
    tell(this.#figure, "chart:drawn", {name: this.#name, values});
  }

  /** Shows this field’s own curve in place of the drawing’s while that is behind, and the knot that keys would move. */
  readonly #show = (): void => {
    const layout = this.#layout;
    if (!layout) return;
    const isOwn = this.#pen !== undefined || this.#isPending;
    for (const mark of layout.drawing.querySelectorAll(`[data-key^="${this.#name}"]`)) {
      if (isOwn) mark.setAttribute("visibility", "hidden");
      else mark.removeAttribute("visibility");
    }
    const places = isOwn ? drawnPlaces(this.#input, this.#values) : [];
    const points = places.map((place) => layout.pixel(place).join(","));
    this.#path.setAttribute("d", points.length > 0 ? `M${points.join("L")}` : "");
    const x = this.#input.at[this.#knot];
    const isChosen = x !== undefined && (this.#pen !== undefined || this.#isByKeys);
    this.#ring.toggleAttribute("hidden", !isChosen);
    this.#label.hidden = !isChosen;
    if (!isChosen) return;
    const [cx, cy] = layout.pixel({x, y: levelAt(this.#input, this.#values, this.#knot)});
    setNumbers(this.#ring, {cx, cy});
    this.#label.textContent = this.#sentence();
  };

  #sentence(): string {
    const locale = pageLocale();
    return `${knotName(this.#input, this.#knot, locale)}: ${knotValue(this.#input, this.#values, this.#knot, locale)}`;
  }

  #announce(): void {
    say(this.#figure, this.#sentence());
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
      const first = from ? applyScale(this.#layout.scales.x, Math.min(...at)) : -Infinity;
      const {x: scale} = scalesOf(this.#layout.drawing);
      return series.some(({x}) => x.slice(-1).some((last) => applyScale(scale, last) >= first - 0.1));
    } catch {
      // The reading says so itself.
      return true;
    }
  }
}

customElements.define("chart-draw", ChartDraw);
