import type {DrawingWidth, Reading} from "../../core/define/chart.ts";
import type {Locale} from "../../core/i18n/locale.ts";
import type {StateFile, StateTexts} from "../../figure/texts.ts";
import {Morph} from "./morph.ts";

/** A state to be shown by a figure. */
export interface View {
  /** Its name, where it has one: its drawings and numbers are then files of the site. */
  readonly name: string | undefined;
  /** All inputs, as JSON. */
  readonly state: string;
  readonly texts: StateTexts;
  /** Its drawing for a figure of this width. */
  readonly drawing: (width: DrawingWidth) => SVGSVGElement | Promise<SVGSVGElement>;
  /** Its numbers, where they are at hand already. */
  readonly reading?: Reading;
}

const widths = ["narrow", "wide"] as const satisfies readonly DrawingWidth[];
const views = new WeakMap<HTMLElement, FigureView>();
const files = new Map<string, Promise<string>>();

/** The language of the page. */
export function pageLocale(): Locale {
  return document.documentElement.lang as Locale;
}

/** The build that a page which is kept offline is of. */
export function pageBuild(): string | undefined {
  return document.documentElement.dataset.build;
}

/** The figure around an element. @throws where there is none. */
export function figureOf(element: Element): HTMLElement {
  const figure = element.closest<HTMLElement>("figure[data-chart]");
  if (!figure) throw new Error(`no chart around <${element.localName}> (expected figure[data-chart])`);
  return figure;
}

/** The text of a file of this site, fetched once. A file that didn't come is asked for again. */
export function fetchText(address: string): Promise<string> {
  let text = files.get(address);
  if (!text) {
    const build = pageBuild();
    // Its address stays when a file changes: so neither the worker nor the browser's cache gives that of another build.
    text = fetch(build ? `${address}?build=${build}` : address).then((response) => {
      if (!response.ok) throw new Error(`file not found: ${address} (status ${response.status})`);
      return response.text();
    });
    text.catch(() => files.delete(address));
    files.set(address, text);
  }
  return text;
}

/** Has the texts of files at hand, by their addresses, so that they are never fetched. */
export function carry(texts: Readonly<Record<string, string>>): void {
  for (const [address, text] of Object.entries(texts)) files.set(address, Promise.resolve(text));
}

/** An SVG element made of its text. */
export function parseDrawing(text: string): SVGSVGElement {
  const template = document.createElement("template");
  template.innerHTML = text;
  const svg = template.content.querySelector("svg");
  if (!svg) throw new Error(`not a drawing: ${text.slice(0, 40)} (expected an SVG)`);
  return svg;
}

/** Whether the reader asks for less motion. */
export function wantsStill(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/**
 * The state on screen of one figure: it shows views, keeps `data-state` and the texts in step with
 * them, and has their numbers. It tells the figure by a `chart:view` event.
 */
export class FigureView {
  readonly figure: HTMLElement;
  readonly #slots: Readonly<Record<DrawingWidth, Morph>>;
  #view: View | undefined;
  #stale = new Set<DrawingWidth>();
  /** Kept until the figure's size changes: to know it, the browser has to lay out the page. */
  #width: DrawingWidth | undefined;

  /** The view of a figure; the same one each time. */
  static of(figure: HTMLElement): FigureView {
    let view = views.get(figure);
    if (!view) {
      view = new FigureView(figure);
      views.set(figure, view);
    }
    return view;
  }

  private constructor(figure: HTMLElement) {
    this.figure = figure;
    this.#slots = {narrow: this.#slot("narrow"), wide: this.#slot("wide")};
    new ResizeObserver(() => {
      this.#width = undefined;
      void this.#freshen(false);
    }).observe(this.image);
  }

  /** The element around the drawings. */
  get image(): HTMLElement {
    return this.figure.querySelector<HTMLElement>(".chart-image")!;
  }

  /** The width of the drawing that fits the figure now. */
  get width(): DrawingWidth {
    if (!this.#width) {
      const wide = this.image.querySelector(".drawing-slot-wide");
      this.#width = wide && getComputedStyle(wide).display !== "none" ? "wide" : "narrow";
    }
    return this.#width;
  }

  /** The drawing on screen. */
  get drawing(): SVGSVGElement | undefined {
    return this.#slots[this.width].drawing;
  }

  /** Address of a file of the state on screen, e.g. `file("wide.svg")`; none where it has no name. */
  file(kind: string): string | undefined {
    const {drawings, view} = this.figure.dataset;
    return view && `${drawings}${view}.${kind}`;
  }

  /**
   * Shows a view. The state and the texts change at once, the drawing as soon as it is there, and until then the image
   * is busy; a view that comes later in the meantime wins.
   *
   * @param isCut shows the drawing at once, as reduced motion always does
   * @throws where its drawing can't be had; the last picture stays.
   */
  async show(view: View, isCut = wantsStill()): Promise<void> {
    this.#view = view;
    this.#stale = new Set(widths);
    const {dataset} = this.figure;
    dataset.state = view.state;
    if (view.name) dataset.view = view.name;
    else delete dataset.view;
    this.#say(view.texts);
    const share = this.figure.querySelector<HTMLAnchorElement>(".chart-share");
    if (share) share.href = share.dataset.charts! + (view.name ? `${view.name}/` : "");
    this.figure.dispatchEvent(new CustomEvent("chart:view"));
    await this.#freshen(!isCut);
  }

  /** The numbers of the state on screen. @throws where they can't be had. */
  async reading(): Promise<Reading> {
    if (this.#view?.reading) return this.#view.reading;
    const address = this.file("json");
    if (!address) throw new Error("no numbers: state without a name (expected a reading with it)");
    return (JSON.parse(await fetchText(address)) as StateFile).reading;
  }

  async #freshen(isAnimated: boolean): Promise<void> {
    const view = this.#view;
    if (!view || this.#stale.size === 0) return;
    const {width} = this;
    if (!this.#stale.delete(width)) return;
    this.image.ariaBusy = "true";
    try {
      const drawing = await view.drawing(width);
      if (this.#view === view) this.#slots[width].show(drawing, isAnimated);
    } catch (error) {
      if (this.#view === view) this.#stale.add(width);
      throw error;
    } finally {
      if (this.#view === view) this.image.ariaBusy = null;
    }
  }

  #slot(width: DrawingWidth): Morph {
    return new Morph(this.image.querySelector(`.drawing-slot-${width}`)!);
  }

  #say({question, answer, note, label, description}: StateTexts): void {
    const {figure, image} = this;
    figure.querySelector(".chart-question")!.textContent = question;
    figure.querySelector(".chart-answer")!.textContent = answer;
    for (const element of figure.querySelectorAll(".chart-note")) element.textContent = note;
    image.ariaLabel = label;
    image.ariaDescription = description;
  }
}

/** A named state of a figure's chart, from its files. @throws where they can't be had. */
export async function namedView(figure: HTMLElement, name: string): Promise<View> {
  const address = `${figure.dataset.drawings!}${name}`;
  const {state, texts, reading} = JSON.parse(await fetchText(`${address}.json`)) as StateFile;
  return {
    name,
    state: JSON.stringify(state),
    texts,
    reading,
    drawing: (width) => fetchText(`${address}.${width}.svg`).then(parseDrawing)
  };
}

/** The texts that a figure shows now. */
export function textsOf(figure: Element): StateTexts {
  const text = (selector: string): string => figure.querySelector(selector)?.textContent ?? "";
  const image = figure.querySelector(".chart-image");
  return {
    question: text(".chart-question"),
    answer: text(".chart-answer"),
    note: text(".chart-note"),
    label: image?.ariaLabel ?? "",
    description: image?.ariaDescription ?? ""
  };
}
