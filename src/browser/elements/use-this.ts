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
    this.#freeze(view);
    if (!view) return;
    for (const link of this.querySelectorAll<HTMLAnchorElement>("[data-kind]")) {
      link.href = `${link.dataset.folder!}${view}.${link.dataset.kind!}`;
    }
    for (const file of this.querySelectorAll<HTMLElement>("[data-file]")) {
      file.textContent = `${this.dataset.charts!}${view}.${file.dataset.file!}`;
    }
  }

  /** Shows the frozen twin of a state, where the last edition has one. */
  #freeze(view: string | undefined): void {
    const twin = this.querySelector<HTMLElement>("[data-twins]");
    if (!twin) return;
    const folder = (JSON.parse(twin.dataset.twins!) as Record<string, string>)[view ?? ""];
    twin.hidden = folder === undefined;
    if (folder === undefined) return;
    for (const address of twin.querySelectorAll<HTMLElement>("[data-twin]")) {
      address.textContent = `${address.dataset.twin!}${folder}/`;
    }
  }
}

customElements.define("use-this", UseThis);
