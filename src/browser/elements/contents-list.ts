import {part} from "../view/parts.ts";

/** How far down the viewport the top of a section must have come for the reader to be in it. */
const line = 0.3;

/** The contents of the page: they show the section one is in, and close where one has chosen another. */
class ContentsList extends HTMLElement {
  readonly #entries = [...this.querySelectorAll<HTMLAnchorElement>("ol a")].map((link) => ({
    link,
    section: part(document, link.hash)
  }));
  readonly #end = part(document, "footer");

  connectedCallback(): void {
    const crossing = new IntersectionObserver(this.#mark, {
      rootMargin: `-${line * 100}% 0px ${line * 100 - 100}%`
    });
    for (const {section} of this.#entries) crossing.observe(section);
    new IntersectionObserver(this.#mark, {threshold: 1}).observe(this.#end);
    this.addEventListener("toggle", () =>
      this.querySelector("[aria-current]")?.scrollIntoView({block: "nearest"})
    );
    this.addEventListener("click", ({target}) => {
      if (target instanceof Element && target.closest("a")) this.hidePopover();
    });
  }

  readonly #mark = (): void => {
    const isAtEnd = this.#end.getBoundingClientRect().bottom <= innerHeight + 1;
    const passed = this.#entries.filter(
      ({section}) => section.getBoundingClientRect().top <= innerHeight * line
    );
    const current = (isAtEnd ? this.#entries : passed).at(-1) ?? this.#entries[0];
    for (const entry of this.#entries) entry.link.ariaCurrent = entry === current ? "location" : null;
  };
}

customElements.define("contents-list", ContentsList);
