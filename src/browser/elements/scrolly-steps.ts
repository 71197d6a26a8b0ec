import type {StateTexts} from "../../figure/texts.ts";
import {stateText} from "../view/figure-hooks.ts";
import {FigureView, fileOf, parseDrawing, type View} from "../view/figure-view.ts";
import {KeyFocus} from "../view/key-focus.ts";
import {isModified, wantsStill} from "../view/page.ts";
import {part} from "../view/parts.ts";
import {fetchText} from "../view/site-files.ts";
import {followSteps, leaveSteps, type Followed} from "../view/step-address.ts";

/** How far down the free part of the viewport the top of a step must have come for it to be active. */
const line = 0.6;

/** A step of the text, and what the figure shows while it is active. */
interface Step {
  readonly element: HTMLElement;
  readonly view: View;
}

/**
 * A figure that stays while its steps go by. The picture is a function of the active step alone; the
 * active step is a function of where the page is scrolled to.
 */
class ScrollySteps extends HTMLElement {
  readonly #pin = part(this, ".scrolly-figure");
  readonly #figure = FigureView.of(part(this.#pin, "figure[data-chart]"));
  readonly #steps = [...this.querySelectorAll<HTMLElement>("[data-step]")].map((element): Step => ({
    element,
    view: viewOfStep(element)
  }));
  readonly #keys = new KeyFocus(this);
  #active: Step | undefined;
  /** The step that keys are on their way to. */
  #goal: Step | undefined;
  #isQueued = false;
  /** Whether the steps are what is on screen. */
  #isHere = false;
  #layout = "";
  readonly #followed: Followed = {
    ids: this.#steps.map(({element}) => element.id),
    here: () => (this.#isHere ? this.#active?.element.id : undefined),
    covered: () => this.#covered
  };

  connectedCallback(): void {
    new ResizeObserver(this.#queue).observe(this.#pin);
    this.tabIndex = 0;
    this.addEventListener("keydown", this.#onKey);
    addEventListener("scroll", this.#queue, {passive: true});
    addEventListener("resize", this.#onResize, {passive: true});
    followSteps(this.#followed);
    this.#fetchWhenNear();
    this.#update();
  }

  disconnectedCallback(): void {
    removeEventListener("scroll", this.#queue);
    removeEventListener("resize", this.#onResize);
    leaveSteps(this.#followed);
  }

  readonly #queue = (): void => {
    if (this.#isQueued) return;
    this.#isQueued = true;
    requestAnimationFrame(() => {
      this.#isQueued = false;
      this.#update();
    });
  };

  /** A window that is turned, zoomed or made wider sets the text anew: the step that is read stays in sight. */
  readonly #onResize = (): void => {
    const step = this.#active;
    if (this.#isHere && this.#currentLayout !== this.#layout && step) {
      const stay = (): void => step.element.scrollIntoView({block: "start", behavior: "instant"});
      stay();
      // Once more when the pinned figure has its new height.
      requestAnimationFrame(() => requestAnimationFrame(stay));
    }
    this.#queue();
  };

  /** What the text is set by. */
  get #currentLayout(): string {
    return [innerWidth, getComputedStyle(this).display, getComputedStyle(this.#pin).position].join(" ");
  }

  /** How much of the viewport, in px from the top, is covered by a figure that is pinned above the steps. */
  get #covered(): number {
    const {offsetWidth, offsetHeight} = this.#pin;
    const isPinned = getComputedStyle(this.#pin).position === "sticky";
    return isPinned && offsetWidth > 0.9 * this.offsetWidth ? offsetHeight : 0;
  }

  get #threshold(): number {
    return this.#covered + (innerHeight - this.#covered) * line;
  }

  #update(): void {
    const threshold = this.#threshold;
    const passed = this.#steps.filter(({element}) => element.getBoundingClientRect().top <= threshold);
    const active = passed.at(-1) ?? this.#steps[0];
    if (!active) return;
    this.#activate(active);
    const {top, bottom} = this.getBoundingClientRect();
    this.#isHere = top < threshold && bottom > innerHeight * (1 - line);
    this.#layout = this.#currentLayout;
  }

  #activate(active: Step): void {
    if (active === this.#active) return;
    const isFirst = this.#active === undefined;
    this.#active = active;
    for (const step of this.#steps) step.element.ariaCurrent = step === active ? "step" : null;
    // The first step is what the page was served with.
    if (isFirst && active === this.#steps[0]) return;
    void this.#figure.show(active.view);
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.target !== this || !this.#keys.isHere || isModified(event)) return;
    const stride = {ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1}[event.key];
    if (stride === undefined) return;
    const from = this.#goal ?? this.#active;
    const goal = this.#steps.find((_, index) => this.#steps[index - stride] === from);
    // Before the first step and after the last the page goes on.
    if (!from || !goal) return;
    event.preventDefault();
    this.#goal = goal;
    goal.element.scrollIntoView({block: "start", behavior: wantsStill() ? "instant" : "smooth"});
    addEventListener(
      "scrollend",
      () => {
        this.#goal = undefined;
      },
      {once: true}
    );
  };

  /** Takes the wide drawings from the site's files shortly before they are needed. */
  #fetchWhenNear(): void {
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        observer.disconnect();
        if (this.#figure.width !== "wide") return;
        for (const {view} of this.#steps) void view.drawing("wide");
      },
      {rootMargin: "100% 0px"}
    );
    observer.observe(this);
  }
}

function viewOfStep(step: HTMLElement): View {
  const figure = part(step, "figure[data-chart]");
  const {view: name} = figure.dataset;
  const drawing = part(figure, "svg", SVGSVGElement);
  const narrow = (): SVGSVGElement => document.importNode(drawing, true);
  return {
    name,
    state: stateText(figure),
    texts: textsOf(figure),
    // A wide drawing that can't be had gives way to the narrow one, which is here: the picture is true.
    drawing: (width) =>
      width === "narrow" || name === undefined
        ? narrow()
        : fetchText(fileOf(figure, name, "wide.svg")).then(parseDrawing, narrow)
  };
}

function textsOf(figure: HTMLElement): StateTexts {
  const text = (name: string): string => part(figure, `.chart-${name}`).textContent;
  const {ariaLabel, ariaDescription} = part(figure, ".chart-image");
  return {
    question: text("question"),
    answer: text("answer"),
    note: text("note"),
    label: ariaLabel ?? "",
    description: ariaDescription ?? ""
  };
}

customElements.define("scrolly-steps", ScrollySteps);
