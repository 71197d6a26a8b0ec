import {statePath} from "./state-path.ts";

/** Keeps links, code, files and citation with the state that the figure of the page shows. */
class UseThis extends HTMLElement {
  connectedCallback(): void {
    const figure = document.querySelector<HTMLElement>(`figure[data-chart="${this.dataset.of!}"]`)!;
    figure.addEventListener("chart:view", () => {
      this.#follow(figure);
    });
  }

  #follow(figure: HTMLElement): void {
    const {view} = figure.dataset;
    const path = statePath(figure);
    for (const address of this.querySelectorAll<HTMLElement>("[data-address]")) {
      address.textContent = address.dataset.address! + path;
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

customElements.define("use-this", UseThis);
