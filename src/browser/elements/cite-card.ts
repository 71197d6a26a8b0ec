import {dataOf} from "../view/parts.ts";

/** Room between the card and the edges of the viewport, in px. */
const edge = 12;

/**
 * The work behind a citation, shown at the citation: while the mouse or the keyboard is on it, or after
 * a tap. It is put after its citation, so that Tab goes from the one to the other.
 */
class CiteCard extends HTMLElement {
  readonly #label = dataOf(this, "label");
  #citation: HTMLElement | undefined;
  #timer = 0;
  #isSetUp = false;
  #isClosing = false;

  connectedCallback(): void {
    if (this.#isSetUp || !("popover" in this)) return;
    this.#isSetUp = true;
    document.addEventListener("pointerover", (event) => {
      if (event.pointerType !== "mouse") return;
      const citation = citationOf(event);
      if (citation) this.#after(150, () => this.#open(citation));
      else if (this.#contains(event)) clearTimeout(this.#timer);
      else if (!this.contains(document.activeElement)) this.#after(250, () => this.hidePopover());
    });
    document.addEventListener("focusin", (event) => {
      const citation = citationOf(event);
      if (this.#isClosing || this.#contains(event)) return;
      if (citation?.matches(":focus-visible")) this.#open(citation);
      else this.hidePopover();
    });
    // A tap opens; a click follows the link, from the citation or from the card.
    document.addEventListener("click", (event) => {
      const citation = citationOf(event);
      if (citation && event.pointerType === "touch") {
        event.preventDefault();
        this.#open(citation);
      } else if (citation || this.#contains(event)) this.#after(0, () => this.hidePopover());
    });
    this.addEventListener("beforetoggle", (event) => {
      if (event.newState === "open" || !this.contains(document.activeElement)) return;
      this.#isClosing = true;
      this.#citation?.focus({preventScroll: true});
      this.#isClosing = false;
    });
  }

  #contains(event: Event): boolean {
    return event.target instanceof Node && this.contains(event.target);
  }

  #after(delay: number, act: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(act, delay);
  }

  #open(citation: HTMLAnchorElement): void {
    clearTimeout(this.#timer);
    if (this.#citation === citation && this.matches(":popover-open")) return;
    const work = document.querySelector(`${citation.hash} .reference`);
    if (!work) return;
    const link = document.createElement("a");
    link.href = citation.hash;
    link.textContent = this.#label;
    this.hidePopover();
    this.replaceChildren(work.cloneNode(true), link);
    citation.after(this);
    this.#citation = citation;
    this.showPopover();
    this.#place(citation);
  }

  /** Below the citation, or above it where there is no room below; never over it, and scrolling where neither has enough. */
  #place(citation: HTMLElement): void {
    const lines = [...citation.getClientRects()];
    const [first, last] = [lines[0], lines.at(-1)];
    if (!first || !last) return;
    const {clientWidth, clientHeight} = document.documentElement;
    this.style.maxHeight = "";
    const {width, height} = this.getBoundingClientRect();
    const below = last.bottom + edge / 2;
    const above = first.top - edge / 2;
    const [roomAbove, roomBelow] = [above - edge, clientHeight - edge - below];
    const isBelow = height <= roomBelow || roomBelow >= Math.min(height, roomAbove);
    const room = isBelow ? roomBelow : roomAbove;
    const top = isBelow ? below : above - Math.min(height, room);
    this.style.maxHeight = `${Math.max(room, edge)}px`;
    this.style.left = `${scrollX + Math.max(edge, Math.min(last.left, clientWidth - width - edge))}px`;
    this.style.top = `${scrollY + top}px`;
  }
}

function citationOf({target}: Event): HTMLAnchorElement | null {
  return target instanceof Element ? target.closest<HTMLAnchorElement>("a.cite") : null;
}

customElements.define("cite-card", CiteCard);
