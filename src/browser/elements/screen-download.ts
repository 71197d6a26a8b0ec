import {sharing} from "../../core/i18n/sharing.ts";
import {say} from "../view/figure-hooks.ts";
import {pageLocale} from "../view/page.ts";
import {dataOf, part} from "../view/parts.ts";
import type {Origin, ScreenKind} from "./screen-files.ts";

const kinds = ["svg", "png", "csv", "datapackage.json"] as const satisfies readonly ScreenKind[];

/** Buttons that make a file of what a figure shows and save it. What makes the files comes when it is needed. */
class ScreenDownload extends HTMLElement {
  readonly #figure = part(document, `figure[data-chart="${dataOf(this, "of")}"]`);
  readonly #origin: Origin = {charts: dataOf(this, "charts"), about: dataOf(this, "about")};

  connectedCallback(): void {
    for (const event of ["pointerenter", "focusin", "touchstart"])
      this.addEventListener(event, () => void loadMaker().catch(() => undefined), {
        once: true,
        passive: true
      });
    for (const kind of kinds)
      part(this, `button[value="${kind}"]`).addEventListener("click", () => void this.#save(kind));
    this.hidden = false;
  }

  async #save(kind: ScreenKind): Promise<void> {
    const locale = pageLocale();
    // Emptied first, so that the same words are said a second time.
    say(this, "");
    try {
      const {screenFile} = await loadMaker();
      const {name, content} = await screenFile(this.#figure, kind, this.#origin);
      saveAs(name, content);
      say(this, `${sharing.downloaded[locale]} ${name}`);
    } catch {
      say(this, sharing.notDownloaded[locale]);
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
