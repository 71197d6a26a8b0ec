import {scriptStrings as strings} from "../../core/i18n/script-strings.ts";
import {notice, say, tell} from "../view/figure-hooks.ts";
import {FigureView, namedView} from "../view/figure-view.ts";
import {isModified, pageLocale} from "../view/page.ts";
import {dataOf, part} from "../view/parts.ts";

/** A step of the row: its element, the state that it shows, and the address of its page. */
interface Step {
  readonly element: HTMLElement;
  readonly state: string;
  readonly address: string;
}

/**
 * A scrolly as a row of steps with Previous and Next, for a frame, which can't scroll under a figure that stays. The
 * links lead to the pages of their steps; the script goes there without leaving the page.
 */
class ChartStepper extends HTMLElement {
  readonly #figure = part(this, "figure[data-chart]");
  readonly #view = FigureView.of(this.#figure);
  readonly #nav = part(this, "nav");
  readonly #where = part(this, ".stepper-place");
  readonly #place = dataOf(this, "place");
  readonly #steps = [...this.querySelectorAll<HTMLElement>("[data-step]")].map((element): Step => ({
    element,
    state: dataOf(element, "of"),
    address: dataOf(element, "address")
  }));
  /** Links to the steps before and after. */
  readonly #links = [
    {link: part(this.#nav, "[rel=prev]", HTMLAnchorElement), stride: -1},
    {link: part(this.#nav, "[rel=next]", HTMLAnchorElement), stride: 1}
  ];
  #active = this.#steps.findIndex(({element}) => element.ariaCurrent === "step");

  connectedCallback(): void {
    for (const {link, stride} of this.#links) {
      link.addEventListener("click", (event) => {
        if (isModified(event)) return;
        event.preventDefault();
        void this.#go(this.#active + stride);
      });
      // The next picture is on its way while the pointer is.
      for (const event of ["pointerenter", "focus"]) {
        link.addEventListener(event, () => void this.#prepare(this.#active + stride));
      }
    }
    this.#nav.addEventListener("keydown", (event) => {
      const stride = {ArrowRight: 1, ArrowLeft: -1}[event.key];
      if (stride === undefined || isModified(event) || !this.#steps[this.#active + stride]) return;
      event.preventDefault();
      void this.#go(this.#active + stride);
    });
  }

  async #prepare(index: number): Promise<void> {
    const step = this.#steps[index];
    if (!step) return;
    try {
      const view = await namedView(this.#figure, step.state);
      await view.drawing(this.#view.width);
    } catch {
      // What can't be had is asked for again, and missed aloud, when the reader goes there.
    }
  }

  async #go(index: number): Promise<void> {
    const step = this.#steps[index];
    if (!step) return;
    this.#active = index;
    const place = this.#place
      .replace("{n}", String(index + 1))
      .replace("{count}", String(this.#steps.length));
    try {
      // Text, place and picture change together.
      if (!(await this.#view.show(namedView(this.#figure, step.state)))) return;
      notice(this.#figure, "");
      this.#write(step, place);
      say(this.#figure, `${place}. ${this.#view.answer}`);
    } catch {
      if (this.#active !== index) return;
      // The reader goes on through the text.
      this.#write(step, place);
      notice(this.#figure, strings.noDrawing[pageLocale()]);
    }
  }

  /** Puts text, links, place and address where the active step is. */
  #write(active: Step, place: string): void {
    for (const step of this.#steps) step.element.ariaCurrent = step === active ? "step" : null;
    for (const {link, stride} of this.#links) {
      const step = this.#steps[this.#active + stride];
      // Before the first and after the last it leads to where one is.
      link.href = (step ?? active).address;
      link.ariaDisabled = step ? null : "true";
    }
    this.#where.textContent = place;
    history.replaceState(history.state, "", active.address + location.search);
    tell(this.#figure, "chart:address", undefined);
  }
}

customElements.define("chart-stepper", ChartStepper);
