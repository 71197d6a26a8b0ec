import {FigureView, fetchText, parseDrawing, textsOf, wantsStill, type View} from "./figure-view.ts";

/** How far down the free part of the viewport the top of a step must have come for it to be active. */
const line = 0.6;

/**
 * A figure that stays while its steps go by. The picture is a function of the active step alone; the
 * active step is a function of where the page is scrolled to.
 */
class ScrollySteps extends HTMLElement {
  #steps: HTMLElement[] = [];
  #views: View[] = [];
  #figure: FigureView | undefined;
  #pin: HTMLElement | undefined;
  #active = -1;
  #goal = -1;
  #isQueued = false;
  /** Whether the steps are what is on screen. */
  #isHere = false;
  #width = innerWidth;

  connectedCallback(): void {
    const figure = this.querySelector<HTMLElement>(".scrolly-figure figure[data-chart]");
    this.#steps = [...this.querySelectorAll<HTMLElement>("[data-step]")];
    if (!figure || this.#steps.length === 0) return;
    this.#figure = FigureView.of(figure);
    this.#pin = this.querySelector<HTMLElement>(".scrolly-figure")!;
    // Steps that are addressed come to lie below a figure that is pinned on top.
    new ResizeObserver(() => {
      this.style.setProperty("--pinned", `${this.#covered}px`);
      this.#queue();
    }).observe(this.#pin);
    this.#views = this.#steps.map((step) => viewOfStep(step));
    this.tabIndex = 0;
    this.addEventListener("keydown", this.#onKey);
    addEventListener("scroll", this.#queue, {passive: true});
    addEventListener("resize", this.#onResize, {passive: true});
    this.#fetchWhenNear();
    this.#update();
  }

  disconnectedCallback(): void {
    removeEventListener("scroll", this.#queue);
    removeEventListener("resize", this.#onResize);
  }

  readonly #queue = (): void => {
    if (this.#isQueued) return;
    this.#isQueued = true;
    requestAnimationFrame(() => {
      this.#isQueued = false;
      this.#update();
    });
  };

  /** A window that is turned or made wider sets the text anew: the step that is read stays where it can be read. */
  readonly #onResize = (): void => {
    const step = this.#steps[this.#active];
    if (this.#isHere && innerWidth !== this.#width && step) {
      const stay = (): void => step.scrollIntoView({block: "start", behavior: "instant"});
      stay();
      // Once more when the pinned figure has its new height.
      requestAnimationFrame(() => requestAnimationFrame(stay));
    }
    this.#width = innerWidth;
    this.#queue();
  };

  /** How much of the viewport, in px from the top, is covered by a figure that is pinned above the steps. */
  get #covered(): number {
    const pin = this.#pin!;
    return pin.offsetWidth > 0.9 * this.offsetWidth ? pin.offsetHeight : 0;
  }

  get #threshold(): number {
    return this.#covered + (innerHeight - this.#covered) * line;
  }

  #update(): void {
    const threshold = this.#threshold;
    const passed = this.#steps.filter((step) => step.getBoundingClientRect().top <= threshold).length;
    this.#activate(Math.max(0, passed - 1));
    this.#writeAddress();
  }

  #activate(index: number): void {
    if (index === this.#active) return;
    const isFirst = this.#active === -1;
    this.#active = index;
    this.#steps.forEach((step, other) => {
      if (other === index) step.setAttribute("aria-current", "step");
      else step.removeAttribute("aria-current");
    });
    // The first step is what the page was served with.
    if (isFirst && index === 0) return;
    void this.#figure?.show(this.#views[index]!);
  }

  /** The address follows the scroll while a step is in the middle of the page; it adds no history. */
  #writeAddress(): void {
    const {top, bottom} = this.getBoundingClientRect();
    this.#isHere = top < this.#threshold && bottom > innerHeight * (1 - line);
    const own = this.#steps.some((step) => location.hash === `#${step.id}`);
    const hash = `#${this.#steps[this.#active]!.id}`;
    if (this.#isHere && location.hash !== hash) write(hash);
    else if (!this.#isHere && own) write(location.pathname + location.search);
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.target !== this || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const stride = {ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1}[event.key];
    if (stride === undefined) return;
    event.preventDefault();
    const from = this.#goal === -1 ? this.#active : this.#goal;
    this.#goal = Math.min(this.#steps.length - 1, Math.max(0, from + stride));
    this.#steps[this.#goal]!.scrollIntoView({block: "start", behavior: wantsStill() ? "instant" : "smooth"});
    addEventListener(
      "scrollend",
      () => {
        this.#goal = -1;
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
        if (this.#figure?.width !== "wide") return;
        for (const view of this.#views) void view.drawing("wide");
      },
      {rootMargin: "100% 0px"}
    );
    observer.observe(this);
  }
}

let timer = 0;

function write(address: string): void {
  // Browsers limit how often an address may change: one that is scrolled past isn't worth a call.
  clearTimeout(timer);
  timer = window.setTimeout(() => {
    history.replaceState(history.state, "", address);
  }, 120);
}

function viewOfStep(step: HTMLElement): View {
  const figure = step.querySelector<HTMLElement>("figure[data-chart]")!;
  const {view, state, drawings} = figure.dataset;
  const narrow = (): SVGSVGElement =>
    figure.querySelector<SVGSVGElement>("svg")!.cloneNode(true) as SVGSVGElement;
  return {
    name: view,
    state: state!,
    texts: textsOf(figure),
    // A wide drawing that can't be had gives way to the narrow one, which is here: the picture is true.
    drawing: (width) =>
      width === "narrow" ? narrow() : fetchText(`${drawings}${view}.wide.svg`).then(parseDrawing, narrow)
  };
}

customElements.define("scrolly-steps", ScrollySteps);
