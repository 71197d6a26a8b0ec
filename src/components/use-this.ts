import type {AnyState, Inputs} from "../lib/chart.ts";
import {writeState} from "../lib/url.ts";

/** Keeps links, code, files and citation with the state that the figure of the page shows. */
class UseThis extends HTMLElement {
  connectedCallback(): void {
    const figure = document.querySelector<HTMLElement>(`figure[data-chart="${this.dataset.of!}"]`)!;
    figure.addEventListener("chart:view", () => {
      this.#follow(figure);
    });
  }

  #follow(figure: HTMLElement): void {
    const {state, view} = figure.dataset;
    for (const address of this.querySelectorAll<HTMLElement>("[data-address]")) {
      address.textContent = address.dataset.address! + (view ? `${view}/` : query(figure, state!));
    }
    for (const part of this.querySelectorAll<HTMLElement>("[data-named]")) part.hidden = !view;
    this.querySelector<HTMLElement>("[data-unnamed]")!.hidden = view !== undefined;
    if (!view) return;
    for (const link of this.querySelectorAll<HTMLAnchorElement>("[data-kind]")) {
      link.href = `${link.dataset.folder!}${view}.${link.dataset.kind!}`;
    }
    for (const file of this.querySelectorAll<HTMLElement>("[data-file]")) {
      file.textContent = `${this.dataset.charts!}${view}.${file.dataset.file!}`;
    }
  }
}

function query(figure: HTMLElement, state: string): string {
  const {inputs} = figure.querySelector<HTMLElement>("chart-controls")!.dataset;
  const written = writeState(JSON.parse(inputs!) as Inputs, JSON.parse(state) as AnyState);
  return written && `?${written}`;
}

customElements.define("use-this", UseThis);
