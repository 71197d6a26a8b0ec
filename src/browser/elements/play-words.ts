import {say} from "../view/figure-hooks.ts";
import {FigureView, namedView} from "../view/figure-view.ts";
import {isModified, wantsStill} from "../view/page.ts";
import {dataOf, part} from "../view/parts.ts";

/**
 * Words that put a chart of the page into a state: the nearest figure of that chart in their section, or the step of a
 * scrolly that shows the state. Where there is neither, or its files don't come, they are the link that they are
 * without scripts: to the page of that state.
 */
class PlayWords extends HTMLElement {
  readonly #link = part(this, "a", HTMLAnchorElement);
  readonly #chart = dataOf(this.#link, "play");
  readonly #state = dataOf(this.#link, "playState");

  connectedCallback(): void {
    this.#link.addEventListener("click", (event) => {
      if (isModified(event)) return;
      const section = this.closest("section") ?? document;
      const step = section.querySelector(
        `[data-scrolly="${this.#chart}"] [data-step]:has(figure[data-view="${this.#state}"])`
      );
      const figure = section.querySelector<HTMLElement>(`.figure-row figure[data-chart="${this.#chart}"]`);
      if (!step && !figure) return;
      event.preventDefault();
      if (step) scrollTo(step, "start");
      else if (figure)
        void show(figure, this.#state).catch(() => {
          location.href = this.#link.href;
        });
    });
  }
}

async function show(figure: HTMLElement, state: string): Promise<void> {
  const view = FigureView.of(figure);
  const coming = namedView(figure, state);
  await coming;
  scrollTo(figure, "nearest");
  if (await view.show(coming)) say(figure, view.answer);
}

function scrollTo(element: Element, block: "start" | "nearest"): void {
  element.scrollIntoView({block, behavior: wantsStill() ? "instant" : "smooth"});
}

customElements.define("play-words", PlayWords);
