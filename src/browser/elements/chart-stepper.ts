import {scriptStrings as strings} from "../../core/i18n/script-strings.ts";
import {FigureView, namedView, pageLocale} from "./figure-view.ts";

/**
 * A scrolly as a row of steps with Previous and Next, for a frame, which can't scroll under a figure that stays. The
 * links lead to the pages of their steps; the script goes there without leaving the page.
 */
class ChartStepper extends HTMLElement {
  #figure!: HTMLElement;
  #steps: HTMLElement[] = [];
  /** Links to the steps before and after. */
  #links: readonly [previous: HTMLAnchorElement, next: HTMLAnchorElement] | undefined;
  #active = 0;

  connectedCallback(): void {
    this.#figure = this.querySelector<HTMLElement>("figure[data-chart]")!;
    this.#steps = [...this.querySelectorAll<HTMLElement>("[data-step]")];
    this.#active = this.#steps.findIndex((step) => step.ariaCurrent === "step");
    const [previous, next] = this.querySelectorAll<HTMLAnchorElement>("nav a");
    this.#links = [previous!, next!];
    this.#links.forEach((link, index) => {
      const stride = index === 0 ? -1 : 1;
      link.addEventListener("click", (event) => {
        if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        void this.#go(this.#active + stride);
      });
      // The next picture is on its way while the pointer is.
      for (const event of ["pointerenter", "focus"]) {
        link.addEventListener(event, () => void this.#prepare(this.#active + stride));
      }
    });
    this.querySelector("nav")!.addEventListener("keydown", (event) => {
      const stride = {ArrowRight: 1, ArrowLeft: -1}[event.key];
      if (stride === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      void this.#go(this.#active + stride);
    });
    // A link without an address can't have the focus, which would be lost at the last step.
    for (const link of this.#links) link.tabIndex = 0;
  }

  async #prepare(index: number): Promise<void> {
    const step = this.#steps[index];
    if (!step) return;
    try {
      const view = await namedView(this.#figure, step.dataset.of!);
      await view.drawing(FigureView.of(this.#figure).width);
    } catch {
      // What can't be had is asked for again, and missed aloud, when the reader goes there.
    }
  }

  async #go(index: number): Promise<void> {
    const step = this.#steps[index];
    if (!step) return;
    this.#active = index;
    this.#write();
    const notice = this.#figure.querySelector<HTMLElement>(".chart-notice")!;
    notice.hidden = true;
    try {
      const view = await namedView(this.#figure, step.dataset.of!);
      if (this.#active !== index) return;
      await FigureView.of(this.#figure).show(view);
      this.#say(`${this.#place}. ${view.texts.answer}`);
    } catch {
      if (this.#active !== index) return;
      notice.textContent = strings.noDrawing[pageLocale()];
      notice.hidden = false;
    }
  }

  /** Puts text, links, place and address where the active step is. */
  #write(): void {
    this.#steps.forEach((step, index) => {
      step.ariaCurrent = index === this.#active ? "step" : null;
    });
    this.#links!.forEach((link, index) => {
      const address = this.#steps[this.#active + (index === 0 ? -1 : 1)]?.dataset.address;
      if (address === undefined) link.removeAttribute("href");
      else link.href = address;
      link.ariaDisabled = address === undefined ? "true" : null;
    });
    this.querySelector(".stepper-place")!.textContent = this.#place;
    history.replaceState(history.state, "", this.#steps[this.#active]!.dataset.address! + location.search);
  }

  get #place(): string {
    return this.dataset
      .place!.replace("{n}", String(this.#active + 1))
      .replace("{count}", String(this.#steps.length));
  }

  #say(text: string): void {
    this.#figure.querySelector("[role=status]")!.textContent = text;
  }
}

customElements.define("chart-stepper", ChartStepper);
