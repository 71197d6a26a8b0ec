import type {Reading} from "../../core/define/chart.ts";
import {pointText, tableHeader, tableRows} from "../../figure/table.ts";
import {scriptStrings as strings} from "../../core/i18n/script-strings.ts";
import {applyScale, scalesOf} from "./drawing-scales.ts";
import {figureOf, FigureView, pageLocale} from "./figure-view.ts";

interface Place {
  readonly series: number;
  readonly point: number;
}

const pageStride = 10;

/** Reads values off a chart by pointer, touch and keyboard: a crosshair, a label, and the same aloud. */
class ChartReading extends HTMLElement {
  #view!: FigureView;
  #reading: Reading | undefined;
  #place: Place | undefined;
  #isPinned = false;
  /** Where the pointer is in the drawing, in px of it; undefined once it has left. */
  #pointer: readonly [x: number, y: number] | undefined;
  /** The table was served with the first state; it is written anew when it is opened in another. */
  #isTableStale = false;
  readonly #cross = crosshair();
  readonly #label = document.createElement("div");

  connectedCallback(): void {
    const figure = figureOf(this);
    // A step's figure is read where it is shown: in the scrolly's own.
    if (!figure.querySelector("[role=status]")) return;
    this.#view = FigureView.of(figure);
    this.#label.className = "chart-label";
    this.#label.ariaHidden = "true";
    this.#label.hidden = true;
    this.append(this.#cross.svg, this.#label);
    const image = this.#view.image;
    this.tabIndex = 0;
    this.role = "application";
    this.ariaRoleDescription = strings.chart[pageLocale()];
    this.ariaLabel = `${image.ariaLabel ?? ""} ${this.dataset.hint ?? ""}`;
    this.addEventListener("keydown", this.#onKey);
    this.addEventListener("focus", this.#onFocus);
    this.addEventListener("blur", this.#leave);
    this.addEventListener("pointermove", this.#onPointer);
    this.addEventListener("pointerdown", this.#onPointer);
    this.addEventListener("pointerleave", this.#onPointerLeave);
    this.addEventListener("click", this.#onClick);
    figure.addEventListener("chart:view", this.#onView);
    figure.querySelector<HTMLDetailsElement>(".chart-data")?.addEventListener("toggle", this.#freshenTable);
    new ResizeObserver(() => {
      this.#draw();
    }).observe(this);
    figure.dataset.ready = "";
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Escape") {
      this.#isPinned = false;
      this.#leave();
      this.blur();
      return;
    }
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    event.stopPropagation();
    void this.#load().then((reading) => {
      if (!reading) return;
      if (event.key === "Enter") this.#pin();
      else this.#go(this.#place ? move(this.#place, reading) : {series: 0, point: 0});
    });
  };

  readonly #onFocus = (): void => {
    if (!this.matches(":focus-visible")) return;
    void this.#load().then((reading) => {
      // Meanwhile the reader may have gone on.
      if (reading && !this.#place && this.matches(":focus")) this.#go({series: 0, point: 0});
    });
  };

  readonly #onPointer = (event: PointerEvent): void => {
    if (this.#isPinned) return;
    const at = this.#inDrawing(event);
    this.#pointer = at;
    void this.#load().then((reading) => {
      if (reading && at && at === this.#pointer) this.#go(this.#nearest(reading, at));
    });
  };

  readonly #onClick = (event: MouseEvent): void => {
    if (this.#isPinned) {
      this.#isPinned = false;
      this.#onPointer(event as PointerEvent);
    } else if (this.#place) {
      this.#pin();
    }
  };

  readonly #onPointerLeave = (event: PointerEvent): void => {
    // A finger that is lifted leaves too; what it found stays to be read.
    if (event.pointerType !== "mouse") return;
    this.#pointer = undefined;
    if (!this.matches(":focus-visible")) this.#leave();
  };

  readonly #leave = (): void => {
    if (this.#isPinned) return;
    this.#place = undefined;
    this.#draw();
  };

  readonly #onView = (): void => {
    const wasReading = this.#place !== undefined;
    this.#reading = undefined;
    this.#cross.svg.setAttribute("hidden", "");
    this.#label.hidden = true;
    this.ariaLabel = `${this.#view.image.ariaLabel ?? ""} ${this.dataset.hint ?? ""}`;
    if (wasReading) {
      void this.#load().then((reading) => {
        if (!reading || !this.#place) return;
        const series = Math.min(this.#place.series, reading.series.length - 1);
        this.#go({series, point: Math.min(this.#place.point, reading.series[series]!.x.length - 1)});
      });
    }
    this.#isTableStale = true;
    this.#freshenTable();
  };

  readonly #freshenTable = (): void => {
    const details = this.#view.figure.querySelector<HTMLDetailsElement>(".chart-data");
    if (!details?.open) return;
    const served = details.querySelector("noscript");
    if (served) served.outerHTML = served.textContent;
    if (!this.#isTableStale) return;
    void this.#load().then((reading) => {
      if (!reading) return;
      fillTable(details.querySelector("table")!, reading);
      this.#isTableStale = false;
    });
  };

  async #load(): Promise<Reading | undefined> {
    if (this.#reading) return this.#reading;
    const {state} = this.#view.figure.dataset;
    try {
      const reading = await this.#view.reading();
      if (state === this.#view.figure.dataset.state) this.#reading = reading;
      return this.#reading;
    } catch {
      this.#announce(strings.noValues[pageLocale()]);
      return undefined;
    }
  }

  #pin(): void {
    this.#isPinned = !this.#isPinned;
    this.#draw();
    if (this.#isPinned && this.#reading && this.#place) {
      this.#announce(`${this.#sentence(this.#reading, this.#place)}, ${strings.pinned[pageLocale()]}`);
    }
  }

  #go(place: Place): void {
    const reading = this.#reading;
    if (!reading) return;
    // A state may leave no curve to read.
    this.#place = reading.series[place.series] && place;
    this.#draw();
    if (!this.#place) return;
    this.#announce(this.#sentence(reading, place));
  }

  #sentence(reading: Reading, {series, point}: Place): string {
    return pointText(reading, reading.series[series]!, point, pageLocale());
  }

  #announce(text: string): void {
    const status = this.#view.figure.querySelector("[role=status]")!;
    if (status.textContent !== text) status.textContent = text;
  }

  #draw(): void {
    const {svg, rule, dot} = this.#cross;
    const isShown = this.#place !== undefined && this.#reading !== undefined;
    if (!isShown && this.#label.hidden) return;
    svg.toggleAttribute("hidden", !isShown);
    this.#label.hidden = !isShown;
    const {drawing} = this.#view;
    if (!this.#place || !this.#reading || !drawing) return;
    const series = this.#reading.series[this.#place.series]!;
    const scales = scalesOf(drawing);
    const x = applyScale(scales.x, series.x[this.#place.point]!);
    const y = applyScale(scales.y, series.y[this.#place.point]!);
    svg.setAttribute("viewBox", drawing.getAttribute("viewBox")!);
    const [bottom, top] = scales.y.range;
    set(rule, {x1: x, x2: x, y1: top, y2: bottom});
    set(dot, {cx: x, cy: y});
    dot.classList.toggle("is-pinned", this.#isPinned);
    this.#label.textContent = this.#sentence(this.#reading, this.#place);
    this.#placeOver(drawing, x, y);
  }

  /** Lays the crosshair over the drawing, which may be narrower than the stage, and the label beside the place. */
  #placeOver(drawing: SVGSVGElement, x: number, y: number): void {
    const own = this.getBoundingClientRect();
    const box = drawing.getBoundingClientRect();
    const scale = box.width / drawing.viewBox.baseVal.width;
    const cross = this.#cross.svg.style;
    cross.left = `${box.left - own.left}px`;
    cross.top = `${box.top - own.top}px`;
    cross.width = `${box.width}px`;
    const left = box.left - own.left + x * scale;
    const top = box.top - own.top + y * scale;
    const {offsetWidth: width, offsetHeight: height} = this.#label;
    const isLeft = left + 14 + width > own.width;
    const isAbove = top - height - 12 >= 0;
    const style = this.#label.style;
    style.left = `${Math.min(Math.max(0, isLeft ? left - width - 14 : left + 14), Math.max(0, own.width - width))}px`;
    style.top = `${isAbove ? top - height - 12 : top + 14}px`;
  }

  #inDrawing(event: PointerEvent): readonly [x: number, y: number] | undefined {
    const {drawing} = this.#view;
    if (!drawing) return undefined;
    const box = drawing.getBoundingClientRect();
    const scale = drawing.viewBox.baseVal.width / box.width;
    return [(event.clientX - box.left) * scale, (event.clientY - box.top) * scale];
  }

  #nearest(reading: Reading, [x, y]: readonly [number, number]): Place {
    const scales = scalesOf(this.#view.drawing!);
    let best: Place = {series: 0, point: 0};
    let bestDistance = Infinity;
    reading.series.forEach((series, index) => {
      series.x.forEach((value, point) => {
        const distance = Math.hypot(
          applyScale(scales.x, value) - x,
          applyScale(scales.y, series.y[point]!) - y
        );
        if (distance < bestDistance) {
          bestDistance = distance;
          best = {series: index, point};
        }
      });
    });
    return best;
  }
}

const moves: Readonly<Record<string, (place: Place, reading: Reading) => Place>> = {
  ArrowRight: (place, reading) => along(place, reading, place.point + 1),
  ArrowLeft: (place, reading) => along(place, reading, place.point - 1),
  PageDown: (place, reading) => along(place, reading, place.point + pageStride),
  PageUp: (place, reading) => along(place, reading, place.point - pageStride),
  Home: (place, reading) => along(place, reading, 0),
  End: (place, reading) => along(place, reading, Infinity),
  ArrowDown: (place, reading) => across(place, reading, 1),
  ArrowUp: (place, reading) => across(place, reading, -1),
  Enter: (place) => place
};

function along(place: Place, reading: Reading, point: number): Place {
  const last = reading.series[place.series]!.x.length - 1;
  return {...place, point: Math.min(last, Math.max(0, point))};
}

/** The next curve, at the point nearest in x. */
function across(place: Place, reading: Reading, stride: number): Place {
  const series = Math.min(reading.series.length - 1, Math.max(0, place.series + stride));
  if (series === place.series) return place;
  const x = reading.series[place.series]!.x[place.point]!;
  const distances = reading.series[series]!.x.map((value) => Math.abs(value - x));
  return {series, point: distances.indexOf(Math.min(...distances))};
}

function fillTable(table: HTMLTableElement, reading: Reading): void {
  const locale = pageLocale();
  const header = table.createTHead();
  header.replaceChildren(rowOf("th", tableHeader(reading, locale)));
  table.tBodies[0]?.replaceChildren(...tableRows(reading, locale).map((cells) => rowOf("td", cells)));
}

function rowOf(kind: "td" | "th", cells: readonly string[]): HTMLTableRowElement {
  const row = document.createElement("tr");
  for (const text of cells) {
    const cell = document.createElement(kind);
    cell.textContent = text;
    if (kind === "th") cell.setAttribute("scope", "col");
    row.append(cell);
  }
  return row;
}

function crosshair(): {svg: SVGSVGElement; rule: SVGElement; dot: SVGElement} {
  const create = (name: string): SVGElement => document.createElementNS("http://www.w3.org/2000/svg", name);
  const svg = create("svg") as SVGSVGElement;
  const rule = create("line");
  const dot = create("circle");
  dot.setAttribute("r", "5");
  svg.append(rule, dot);
  svg.setAttribute("class", "chart-crosshair");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("hidden", "");
  return {svg, rule, dot};
}

function set(element: Element, attributes: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}

customElements.define("chart-reading", ChartReading);
