import {dataOf, part} from "../view/parts.ts";
import {statePath} from "./state-path.ts";

/** Keeps links, code, files and citation with the state that the figure of the page shows. */
class UseThis extends HTMLElement {
  readonly #figure = part(document, `figure[data-chart="${dataOf(this, "of")}"]`);
  readonly #charts = dataOf(this, "charts");
  /** What says that a state without a name has no files. */
  readonly #unnamed = part(this, "[data-unnamed]");

  connectedCallback(): void {
    this.#figure.addEventListener("chart:view", this.#follow);
  }

  readonly #follow = (): void => {
    const {view} = this.#figure.dataset;
    const path = statePath(this.#figure);
    for (const address of this.#parts("address")) address.textContent = dataOf(address, "address") + path;
    for (const named of this.#parts("named")) named.hidden = !view;
    this.#unnamed.hidden = view !== undefined;
    this.#freeze(view);
    if (!view) return;
    for (const link of this.querySelectorAll<HTMLAnchorElement>("[data-kind]")) {
      link.href = `${dataOf(link, "folder")}${view}.${dataOf(link, "kind")}`;
    }
    for (const file of this.#parts("file"))
      file.textContent = `${this.#charts}${view}.${dataOf(file, "file")}`;
  };

  /** Shows the frozen twin of a state, where the last edition has one. */
  #freeze(view: string | undefined): void {
    for (const twin of this.#parts("twins")) {
      const folders = JSON.parse(dataOf(twin, "twins")) as Readonly<Record<string, string>>;
      const folder = folders[view ?? ""];
      twin.hidden = folder === undefined;
      if (folder === undefined) continue;
      for (const address of this.#parts("twin")) {
        address.textContent = `${dataOf(address, "twin")}${folder}/`;
      }
    }
  }

  #parts(name: string): NodeListOf<HTMLElement> {
    return this.querySelectorAll(`[data-${name}]`);
  }
}

customElements.define("use-this", UseThis);
