import {onceFilled} from "../view/page.ts";

/** Chooses the system's theme, light or dark, and remembers it. */
class ThemeSwitch extends HTMLElement {
  connectedCallback(): void {
    const root = document.documentElement;
    const fields = [...this.querySelectorAll("input")];
    const follow = (): void => {
      // The attribute may be an extension's, with a word of its own.
      const chosen = fields.find(({value}) => value === root.dataset.theme)?.value ?? "auto";
      for (const field of fields) field.checked = field.value === chosen;
    };
    follow();
    onceFilled(follow);
    for (const field of fields) {
      field.addEventListener("change", () => {
        choose(root, field.value);
      });
    }
    this.hidden = false;
  }
}

function choose(root: HTMLElement, theme: string): void {
  if (theme === "auto") delete root.dataset.theme;
  else root.dataset.theme = theme;
  try {
    if (theme === "auto") localStorage.removeItem("past-chinchilla:theme");
    else localStorage.setItem("past-chinchilla:theme", theme);
  } catch {
    // Storage is refused: the choice holds for this page.
  }
}

customElements.define("theme-switch", ThemeSwitch);
