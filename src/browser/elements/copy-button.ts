import {sharing} from "../../core/i18n/sharing.ts";
import {say} from "../view/figure-hooks.ts";
import {pageLocale} from "../view/page.ts";
import {dataOf, part} from "../view/parts.ts";

/** Copies the text of the element that `data-copies` names, and says so aloud. */
class CopyButton extends HTMLElement {
  readonly #button = part(this, "button");
  readonly #text = part(document, `#${dataOf(this, "copies")}`);

  connectedCallback(): void {
    this.#button.addEventListener("click", () => void this.#copy());
    this.hidden = false;
  }

  async #copy(): Promise<void> {
    const locale = pageLocale();
    // Emptied first, so that the same words are said a second time.
    say(this, "");
    try {
      await navigator.clipboard.writeText(this.#text.textContent.trim());
      say(this, sharing.copied[locale]);
    } catch {
      // Refused, or no clipboard over plain HTTP: what is selected can be copied by hand.
      getSelection()?.selectAllChildren(this.#text);
      say(this, sharing.notCopied[locale]);
    }
  }
}

customElements.define("copy-button", CopyButton);
