import type {Reading} from "../../core/define/chart.ts";
import {scriptStrings as strings} from "../../core/i18n/script-strings.ts";
import type {Point} from "../../figure/points.ts";
import {pointText} from "../../figure/point-text.ts";
import {Crosshair} from "../view/crosshair.ts";
import {
  curvesOf,
  keptPlace,
  moves,
  nearestPlace,
  start,
  type Curve,
  type Move,
  type Place
} from "../view/curves.ts";
import {applyScale, scalesOf} from "../view/drawing-scales.ts";
import {figureOf, hasVoice, lastSaid, notice, say, tell} from "../view/figure-hooks.ts";
import {FigureView} from "../view/figure-view.ts";
import {KeyFocus} from "../view/key-focus.ts";
import {pageLocale} from "../view/page.ts";
import {keepTable} from "./numbers-table.ts";

/** Reads values off a chart by pointer, touch and keyboard: a crosshair, a label, and the same aloud. */
class ChartReading extends HTMLElement {
  connectedCallback(): void {
    const figure = figureOf(this);
    // A step's figure is read where it is shown: in the scrolly's own.
    if (!hasVoice(figure)) return;
    new Reader(this, FigureView.of(figure));
    figure.dataset.ready = "";
    tell(figure, "chart:ready", undefined);
  }
}

/** The numbers on screen, as they came and as curves. */
interface Loaded {
  readonly reading: Reading;
  readonly curves: readonly Curve[];
}

/** One who reads one figure. */
class Reader {
  readonly #stage: HTMLElement;
  readonly #view: FigureView;
  readonly #cross: Crosshair;
  readonly #keys: KeyFocus;
  #loaded: Loaded | undefined;
  #place: Place | undefined;
  #isPinned = false;
  /** Where the pointer is in the drawing, in px of it; undefined once it has left. */
  #pointer: readonly [x: number, y: number] | undefined;

  constructor(stage: HTMLElement, view: FigureView) {
    this.#stage = stage;
    this.#view = view;
    this.#cross = new Crosshair(stage);
    this.#keys = new KeyFocus(stage);
    stage.tabIndex = 0;
    stage.role = "application";
    stage.ariaRoleDescription = strings.chart[pageLocale()];
    this.#name();
    stage.addEventListener("keydown", this.#onKey);
    stage.addEventListener("focus", this.#onFocus);
    stage.addEventListener("blur", this.#leave);
    stage.addEventListener("pointermove", this.#onPointer);
    stage.addEventListener("pointerdown", this.#onPointer);
    stage.addEventListener("pointerleave", this.#onPointerLeave);
    stage.addEventListener("pointercancel", this.#onPointerCancel);
    stage.addEventListener("click", this.#onClick);
    view.figure.addEventListener("chart:view", this.#onView);
    keepTable(view);
    new ResizeObserver(() => {
      this.#draw();
    }).observe(stage);
  }

  #name(): void {
    this.#stage.ariaLabel = `${this.#view.image.ariaLabel ?? ""} ${this.#stage.dataset.hint ?? ""}`;
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Escape") {
      this.#isPinned = false;
      this.#leave();
      this.#stage.blur();
      return;
    }
    const move = moves[event.key];
    if (!move || !this.#keys.isHere) return;
    // At the end of a curve, and after the last one, the key is the page's.
    if (event.key !== "Enter" && this.#isEnd(move)) return;
    event.preventDefault();
    event.stopPropagation();
    void this.#load().then((loaded) => {
      if (!loaded) return;
      if (event.key === "Enter") this.#pin();
      else this.#go(this.#place ? move(this.#place, loaded.curves) : start);
    });
  };

  #isEnd(move: Move): boolean {
    if (!this.#loaded || !this.#place) return false;
    const {curve, point} = move(this.#place, this.#loaded.curves);
    return curve === this.#place.curve && point === this.#place.point;
  }

  readonly #onFocus = (): void => {
    if (!this.#stage.matches(":focus-visible")) return;
    void this.#load().then((loaded) => {
      // Meanwhile the reader may have gone on.
      if (loaded && !this.#place && this.#stage.matches(":focus")) this.#go(start);
    });
  };

  readonly #onPointer = (event: MouseEvent): void => {
    if (this.#isPinned) return;
    const at = this.#inDrawing(event);
    this.#pointer = at;
    void this.#load().then((loaded) => {
      const {drawing} = this.#view;
      if (loaded && drawing && at && at === this.#pointer) this.#go(nearestTo(at, drawing, loaded.curves));
    });
  };

  readonly #onClick = (event: MouseEvent): void => {
    if (this.#isPinned) {
      this.#isPinned = false;
      this.#onPointer(event);
    } else if (this.#place) {
      this.#pin();
    }
  };

  readonly #onPointerLeave = (event: PointerEvent): void => {
    // A finger that is lifted leaves too; what it found stays to be read.
    if (event.pointerType !== "mouse") return;
    this.#pointer = undefined;
    if (!this.#stage.matches(":focus-visible")) this.#leave();
  };

  /** The browser has taken the finger, to scroll or to zoom: what it passed over on its way isn't to be read. */
  readonly #onPointerCancel = (): void => {
    this.#pointer = undefined;
    if (!this.#keys.isHere) this.#leave();
  };

  readonly #leave = (): void => {
    if (this.#isPinned) return;
    this.#place = undefined;
    this.#draw();
  };

  readonly #onView = (): void => {
    this.#loaded = undefined;
    this.#cross.hide();
    this.#name();
    if (!this.#place) return;
    void this.#load().then((loaded) => {
      if (loaded && this.#place) this.#go(keptPlace(this.#place, loaded.curves));
    });
  };

  async #load(): Promise<Loaded | undefined> {
    if (this.#loaded) return this.#loaded;
    const {state} = this.#view;
    try {
      const reading = await this.#view.reading();
      if (state === this.#view.state) this.#loaded = {reading, curves: curvesOf(reading)};
      return this.#loaded;
    } catch {
      notice(this.#view.figure, strings.noValues[pageLocale()]);
      this.#say(strings.noValues[pageLocale()]);
      return undefined;
    }
  }

  #pin(): void {
    this.#isPinned = !this.#isPinned;
    this.#draw();
    const {text} = this.#here ?? {};
    if (this.#isPinned && text) this.#say(`${text}, ${strings.pinned[pageLocale()]}`);
  }

  #go(place: Place): void {
    if (!this.#loaded) return;
    // A state may leave no curve to read.
    this.#place = this.#loaded.curves[place.curve] && place;
    this.#draw();
    const {text} = this.#here ?? {};
    if (text) this.#say(text);
  }

  /** The point that is read, and its sentence. */
  get #here(): {readonly point: Point; readonly text: string} | undefined {
    if (!this.#loaded || !this.#place) return undefined;
    const {reading, curves} = this.#loaded;
    const curve = curves[this.#place.curve];
    const point = curve?.points[this.#place.point];
    return point && {point, text: pointText(reading, curve.label, point, pageLocale())};
  }

  #say(text: string): void {
    const {figure} = this.#view;
    if (lastSaid(figure) !== text) say(figure, text);
  }

  #draw(): void {
    const here = this.#here;
    const {drawing} = this.#view;
    if (here && drawing) this.#cross.show(drawing, here.point, here.text, this.#isPinned);
    else this.#cross.hide();
  }

  #inDrawing(event: MouseEvent): readonly [x: number, y: number] | undefined {
    const {drawing} = this.#view;
    if (!drawing) return undefined;
    const box = drawing.getBoundingClientRect();
    const scale = drawing.viewBox.baseVal.width / box.width;
    return [(event.clientX - box.left) * scale, (event.clientY - box.top) * scale];
  }
}

function nearestTo(
  [x, y]: readonly [number, number],
  drawing: SVGSVGElement,
  curves: readonly Curve[]
): Place {
  const scales = scalesOf(drawing);
  return nearestPlace(curves, (point) =>
    Math.hypot(applyScale(scales.x, point.x) - x, applyScale(scales.y, point.y) - y)
  );
}

customElements.define("chart-reading", ChartReading);
