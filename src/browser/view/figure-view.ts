import type {DrawingWidth, Reading} from "../../core/define/chart.ts";
import {drawingIn} from "../../figure/drawing-file.ts";
import type {StateFile, StateTexts} from "../../figure/texts.ts";
import {commitState, tell} from "./figure-hooks.ts";
import {Morph} from "./morph.ts";
import {wantsStill} from "./page.ts";
import {dataOf, part} from "./parts.ts";
import {fetchText} from "./site-files.ts";

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

/** A state to be shown, with its numbers. */
export interface CountedView extends View {
  readonly reading: Reading;
}

const widths = ["narrow", "wide"] as const satisfies readonly DrawingWidth[];
const views = new WeakMap<HTMLElement, FigureView>();

/** An SVG element made of the text of its file. @throws where the text is none. */
export function parseDrawing(text: string): SVGSVGElement {
  const template = document.createElement("template");
  template.innerHTML = drawingIn(text);
  return part(template.content, "svg", SVGSVGElement);
}

/**
 * The state on screen of one figure: it shows views, keeps `data-state` and the texts in step with
 * them, and has their numbers. It tells the figure by a `chart:view` event.
 */
export class FigureView {
  readonly figure: HTMLElement;
  /** The element around the drawings. */
  readonly image: HTMLElement;
  readonly #question: HTMLElement;
  readonly #answer: HTMLElement;
  readonly #slots: Readonly<Record<DrawingWidth, Morph>>;
  #view: View | undefined;
  #stale = new Set<DrawingWidth>();
  /** Kept until the figure's size changes: to know it, the browser has to lay out the page. */
  #width: DrawingWidth | undefined;

  /** The view of a figure; the same one each time. @throws where the figure lacks a part. */
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
    this.image = part(figure, ".chart-image");
    this.#question = part(figure, ".chart-question");
    this.#answer = part(figure, ".chart-answer");
    const slot = (width: DrawingWidth): Morph => new Morph(part(this.image, `.drawing-slot-${width}`));
    this.#slots = {narrow: slot("narrow"), wide: slot("wide")};
    new ResizeObserver(() => {
      this.#width = undefined;
      void this.#freshen(false);
    }).observe(this.image);
  }

  /** The width of the drawing that fits the figure now. */
  get width(): DrawingWidth {
    if (!this.#width) {
      const wide = this.image.querySelector(".drawing-slot-wide");
      this.#width = wide && getComputedStyle(wide).display !== "none" ? "wide" : "narrow";
    }
    return this.#width;
  }

  /** The state that was shown last, as JSON; none while the page shows what it was served with. */
  get state(): string | undefined {
    return this.#view?.state;
  }

  /** The sentence on screen that answers the figure’s question. */
  get answer(): string {
    return this.#answer.textContent;
  }

  /** The drawing on screen. */
  get drawing(): SVGSVGElement | undefined {
    return this.#slots[this.width].drawing;
  }

  /**
   * Shows a view. The state and the texts change at once, the drawing as soon as it is there, and until then the image
   * is busy; a view that comes later in the meantime wins.
   *
   * @param isCut shows the drawing at once, as reduced motion always does
   * @throws where its drawing can't be had; the last picture stays.
   */
  async show(view: View, isCut = wantsStill()): Promise<void> {
    const {figure} = this;
    this.#view = view;
    this.#stale = new Set(widths);
    commitState(figure, view.state, view.name);
    this.#write(view.texts);
    const share = figure.querySelector<HTMLAnchorElement>(".chart-share");
    if (share) share.href = dataOf(share, "charts") + (view.name ? `${view.name}/` : "");
    tell(figure, "chart:view", undefined);
    await this.#freshen(!isCut);
  }

  /** The numbers of the state on screen. @throws where they can't be had. */
  async reading(): Promise<Reading> {
    if (this.#view?.reading) return this.#view.reading;
    const {view} = this.figure.dataset;
    if (!view) throw new Error("no numbers: state without a name (expected a reading with it)");
    return (await stateFile(this.figure, view)).reading;
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

  #write({question, answer, note, label, description}: StateTexts): void {
    const {figure, image} = this;
    this.#question.textContent = question;
    this.#answer.textContent = answer;
    for (const element of figure.querySelectorAll(".chart-note")) element.textContent = note;
    image.ariaLabel = label;
    image.ariaDescription = description;
  }
}

/** A named state of a figure's chart, from its files. @throws where they can't be had. */
export async function namedView(figure: HTMLElement, name: string): Promise<CountedView> {
  const {state, texts, reading} = await stateFile(figure, name);
  return {
    name,
    state: JSON.stringify(state),
    texts,
    reading,
    drawing: (width) => fetchText(fileOf(figure, name, `${width}.svg`)).then(parseDrawing)
  };
}

/** Address of a file of a named state, e.g. `fileOf(figure, "tokens", "wide.svg")`. */
export function fileOf(figure: HTMLElement, name: string, kind: string): string {
  return `${dataOf(figure, "drawings")}${name}.${kind}`;
}

async function stateFile(figure: HTMLElement, name: string): Promise<StateFile> {
  return JSON.parse(await fetchText(fileOf(figure, name, "json"))) as StateFile;
}
