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
  /** Counts what was asked for. */
  #turn = 0;
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
      void this.#freshen();
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
   * Shows a view, all at once: its state, its texts and its drawing change together, when all are there. Until then the
   * last view stays whole, and the image says that it is busy. A view that is asked for later wins.
   *
   * @param coming the view, or what will be it
   * @param isCut shows the drawing at once, as reduced motion always does
   * @returns whether it is on screen now: not where another was asked for meanwhile
   * @throws where it, or its drawing, can't be had; the last view stays.
   */
  async show(coming: View | Promise<View>, isCut = wantsStill()): Promise<boolean> {
    const turn = ++this.#turn;
    try {
      const view = coming instanceof Promise ? await this.#wait(coming, turn) : coming;
      const {width} = this;
      const drawn = view.drawing(width);
      const drawing = drawn instanceof Promise ? await this.#wait(drawn, turn) : drawn;
      if (turn !== this.#turn) return false;
      this.#commit(view);
      this.#stale = new Set(widths.filter((each) => each !== width));
      this.#slots[width].show(drawing, !isCut);
      tell(this.figure, "chart:view", undefined);
      // The figure may have another width by now.
      await this.#freshen();
      return true;
    } catch (error) {
      if (turn !== this.#turn) return false;
      throw error;
    } finally {
      if (turn === this.#turn) this.image.ariaBusy = null;
    }
  }

  /** The numbers of the state on screen. @throws where they can't be had. */
  async reading(): Promise<Reading> {
    if (this.#view?.reading) return this.#view.reading;
    const {view} = this.figure.dataset;
    if (!view) throw new Error("no numbers: state without a name (expected a reading with it)");
    return (await stateFile(this.figure, view)).reading;
  }

  async #wait<T>(coming: Promise<T>, turn: number): Promise<T> {
    if (turn === this.#turn) this.image.ariaBusy = "true";
    return coming;
  }

  #commit(view: View): void {
    const {figure} = this;
    this.#view = view;
    commitState(figure, view.state, view.name);
    this.#write(view.texts);
    const pages = dataOf(figure, "charts");
    // A browser's reading mode keeps no drawing, and puts this picture in.
    if (view.name) figure.dataset.picture = `${pages}${view.name}.png`;
    else delete figure.dataset.picture;
    const share = figure.querySelector<HTMLAnchorElement>(".chart-share");
    if (share) share.href = pages + (view.name ? `${view.name}/` : "");
  }

  /**
   * Draws what is on screen for the width that the figure has now. The drawing of the other width is true, and stands in
   * until the right one is there, or where it can't be had.
   */
  async #freshen(): Promise<void> {
    const view = this.#view;
    const {width} = this;
    if (!view || !this.#stale.delete(width)) return;
    const [other] = widths.filter((each) => each !== width);
    const standIn = this.#slots[other!].drawing;
    if (standIn) this.#slots[width].show(document.importNode(standIn, true), false);
    const drawing = await Promise.resolve(view.drawing(width)).catch(() => undefined);
    if (drawing && this.#view === view) this.#slots[width].show(drawing, false);
  }

  #write({question, answer, note, label, description}: StateTexts): void {
    const {figure, image} = this;
    this.#question.textContent = question;
    this.#answer.textContent = answer;
    part(figure, ".chart-note").textContent = note;
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
