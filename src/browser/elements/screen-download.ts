import {sharing} from "../../core/i18n/sharing.ts";
import {pageLocale} from "./figure-view.ts";
import type {ScreenKind} from "./screen-files.ts";

/** Buttons that make a file of what a figure shows and save it. What makes the files comes when it is needed. */
class ScreenDownload extends HTMLElement {
  connectedCallback(): void {
    for (const event of ["pointerenter", "focusin", "touchstart"])
      this.addEventListener(event, () => void loadMaker().catch(() => undefined), {
        once: true,
        passive: true
      });
    for (const button of this.querySelectorAll("button"))
      button.addEventListener("click", () => void this.#save(button.value as ScreenKind));
    this.hidden = false;
  }

  async #save(kind: ScreenKind): Promise<void> {
    const status = this.querySelector<HTMLElement>("[role=status]")!;
    const figure = document.querySelector<HTMLElement>(`figure[data-chart="${this.dataset.of!}"]`)!;
    const locale = pageLocale();
    // Emptied first, so that the same words are said a second time.
    status.textContent = "";
    try {
      const {screenFile} = await loadMaker();
      const {name, content} = await screenFile(figure, kind, {
        charts: this.dataset.charts!,
        about: this.dataset.about!
      });
      saveAs(name, content);
      status.textContent = `${sharing.downloaded[locale]} ${name}`;
    } catch {
      status.textContent = sharing.notDownloaded[locale];
    }
  }
}

function saveAs(name: string, content: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // The browser reads it after this turn.
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 60_000);
}

function loadMaker(): Promise<typeof import("./screen-files.ts")> {
  return import("./screen-files.ts");
}

customElements.define("screen-download", ScreenDownload);
