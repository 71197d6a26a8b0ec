import {sharing} from "../../core/i18n/sharing.ts";
import {pageLocale} from "./figure-view.ts";

/** Copies the text of the element that `data-copies` names, and says so aloud. */
class CopyButton extends HTMLElement {
  connectedCallback(): void {
    this.querySelector("button")!.addEventListener("click", () => void this.#copy());
    this.hidden = false;
  }

  async #copy(): Promise<void> {
    const status = this.querySelector<HTMLElement>("[role=status]")!;
    const text = document.getElementById(this.dataset.copies!)!;
    const locale = pageLocale();
    // Emptied first, so that the same words are said a second time.
    status.textContent = "";
    try {
      await navigator.clipboard.writeText(text.textContent.trim());
      status.textContent = sharing.copied[locale];
    } catch {
      // Refused, or no clipboard over plain HTTP: what is selected can be copied by hand.
      getSelection()?.selectAllChildren(text);
      status.textContent = sharing.notCopied[locale];
    }
  }
}

customElements.define("copy-button", CopyButton);
