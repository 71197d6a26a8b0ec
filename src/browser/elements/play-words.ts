import {FigureView, namedView, wantsStill} from "./figure-view.ts";

/**
 * Words that put a chart of the page into a state: the nearest figure of that chart in their section, or the step of a
 * scrolly that shows the state. Where there is neither, or its files don't come, they are the link that they are
 * without scripts: to the page of that state.
 */
class PlayWords extends HTMLElement {
  connectedCallback(): void {
    this.querySelector("a")?.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      const link = event.currentTarget as HTMLAnchorElement;
      const {play: chart, playState: state} = link.dataset;
      const section = this.closest("section") ?? document;
      const step = section.querySelector<HTMLElement>(
        `[data-scrolly="${chart!}"] [data-step]:has(figure[data-view="${state!}"])`
      );
      const figure = section.querySelector<HTMLElement>(`.figure-row figure[data-chart="${chart!}"]`);
      if (!step && !figure) return;
      event.preventDefault();
      if (step) scrollTo(step, "start");
      else if (figure)
        void show(figure, state!).catch(() => {
          location.href = link.href;
        });
    });
  }
}

async function show(figure: HTMLElement, state: string): Promise<void> {
  const view = await namedView(figure, state);
  scrollTo(figure, "nearest");
  await FigureView.of(figure).show(view);
  const answer = figure.querySelector(".chart-answer")?.textContent ?? "";
  figure.querySelector("[role=status]")!.textContent = answer;
}

function scrollTo(element: HTMLElement, block: "start" | "nearest"): void {
  element.scrollIntoView({block, behavior: wantsStill() ? "instant" : "smooth"});
}

customElements.define("play-words", PlayWords);
