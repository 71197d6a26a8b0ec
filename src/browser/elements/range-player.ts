import {scriptStrings as strings} from "../../core/i18n/script-strings.ts";
import {figureOf, say, stateOf} from "../view/figure-hooks.ts";
import {FigureView} from "../view/figure-view.ts";
import {pageLocale, wantsStill} from "../view/page.ts";
import {part} from "../view/parts.ts";

/** How far and how often a range jumps where less motion is asked for: a share of it, and in ms. */
const jump = {share: 0.05, every: 700};

/**
 * A button that plays a range from where it stands to its end, and pauses it; from the end it begins anew. The range
 * moves as if it were dragged, so that all that follows it follows.
 */
class RangePlayer extends HTMLElement {
  readonly #figure = figureOf(this);
  readonly #button = part(this, "button");
  readonly #field: HTMLInputElement = part(this.parentElement ?? this, "input", HTMLInputElement);
  #timer = 0;
  /** Exact position, in [0, 1]: the field itself only knows its steps. */
  #share = 0;
  #last = 0;

  connectedCallback(): void {
    this.#button.addEventListener("click", () => {
      if (this.#timer) this.#pause();
      else this.#play();
    });
    // Whoever takes the slider, or resets it, has it.
    for (const event of ["pointerdown", "keydown"]) this.#field.addEventListener(event, () => this.#pause());
    this.#field.form?.addEventListener("reset", () => this.#pause());
  }

  disconnectedCallback(): void {
    this.#pause();
  }

  #play(): void {
    const {min, max, value} = this.#field;
    const at = (Number(value) - Number(min)) / (Number(max) - Number(min));
    this.#share = at >= 1 ? 0 : at;
    this.#button.textContent = strings.pause[pageLocale()];
    this.#last = performance.now();
    this.#timer = requestAnimationFrame(this.#tick);
  }

  #pause(): void {
    if (!this.#timer) return;
    cancelAnimationFrame(this.#timer);
    this.#timer = 0;
    this.#button.textContent = strings.play[pageLocale()];
    this.#announce();
  }

  /** Says the sentence of where the range stands, once the figure is there too. */
  #announce(): void {
    const {name, valueAsNumber} = this.#field;
    if (stateOf(this.#figure)[name] === valueAsNumber) {
      say(this.#figure, FigureView.of(this.#figure).answer);
      return;
    }
    const again = (): void => {
      if (!this.#timer) this.#announce();
    };
    this.#figure.addEventListener("chart:view", again, {once: true});
  }

  readonly #tick = (time: number): void => {
    const passed = time - this.#last;
    const isStill = wantsStill();
    if (!isStill || passed >= jump.every) {
      this.#share += isStill ? jump.share : passed / 1000 / Number(this.dataset.seconds);
      this.#last = time;
      this.#move();
    }
    if (this.#share >= 1) this.#pause();
    else this.#timer = requestAnimationFrame(this.#tick);
  };

  #move(): void {
    const {min, max, value} = this.#field;
    const share = Math.min(1, this.#share);
    this.#field.value = String(Number(min) + share * (Number(max) - Number(min)));
    if (this.#field.value !== value) this.#field.dispatchEvent(new Event("input", {bubbles: true}));
  }
}

customElements.define("range-player", RangePlayer);
