/**
 * The name of a model in the text: pointing at it, or moving to it by keyboard, lights up its curve in the figures
 * around, and lets the others step back.
 */
class SizeWord extends HTMLElement {
  readonly #curve = this.dataset.curve ?? "";

  connectedCallback(): void {
    // Beside the figure of a scrolly a reader by keyboard has the words at hand; elsewhere they would only be in the way.
    if (this.closest("[data-step]")) this.tabIndex = 0;
    for (const event of ["pointerenter", "focus"]) this.addEventListener(event, this.#light);
    for (const event of ["pointerleave", "blur"]) this.addEventListener(event, this.#darken);
  }

  readonly #light = (): void => {
    for (const image of this.#images()) {
      const marks = [...image.querySelectorAll<SVGElement>("[data-key]")];
      const isOwn = (mark: SVGElement): boolean => isOf(mark.dataset.key ?? "", this.#curve);
      if (!marks.some(isOwn)) continue;
      for (const mark of marks) mark.classList.toggle("is-back", !isOwn(mark));
    }
  };

  readonly #darken = (): void => {
    for (const image of this.#images()) {
      for (const mark of image.querySelectorAll(".is-back")) mark.classList.remove("is-back");
    }
  };

  #images(): NodeListOf<Element> {
    const around = this.closest("[data-scrolly]") ?? this.closest("section") ?? document;
    return around.querySelectorAll(".chart-image");
  }
}

/** Whether a mark is a curve or stands on it: `llama1-7B:label`, or `llama1-7B-13B:crossing-1`, which has two owners. */
function isOf(mark: string, curve: string): boolean {
  const [family, model = ""] = curve.split("-");
  const [owners = ""] = mark.split(":");
  const [ownFamily, ...models] = owners.split("-");
  return ownFamily === family && models.includes(model);
}

customElements.define("size-word", SizeWord);
