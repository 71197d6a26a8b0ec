/**
 * Tells whether the keys belong to an element: while it has the focus, but not once it was clicked, as whoever clicks
 * into it still scrolls the page by keys.
 */
export class KeyFocus {
  readonly #element: HTMLElement;
  #isClicked = false;
  #isPressed = false;

  constructor(element: HTMLElement) {
    this.#element = element;
    element.addEventListener("mousedown", () => {
      this.#isClicked = true;
      this.#isPressed = true;
      // The focus that follows from it comes within this turn, after a tap too.
      setTimeout(() => {
        this.#isPressed = false;
      });
    });
    element.addEventListener("focus", () => {
      this.#isClicked = this.#isPressed;
    });
  }

  get isHere(): boolean {
    return !this.#isClicked && this.#element.matches(":focus");
  }
}
