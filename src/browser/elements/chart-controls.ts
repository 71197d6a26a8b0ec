import type {AnyState, Input} from "../../core/define/chart.ts";
import {formatChosen} from "../../core/i18n/format.ts";
import {scriptStrings as strings} from "../../core/i18n/script-strings.ts";
import {othersIn, readState, writeState, type Ignored} from "../../figure/query.ts";
import {acceptedValue} from "../../figure/state.ts";
import {figureOf, inputsOf, notice, say, stateOf, tell} from "../view/figure-hooks.ts";
import {FigureView} from "../view/figure-view.ts";
import {onceFilled, pageLocale} from "../view/page.ts";
import {dataOf, part} from "../view/parts.ts";

/** The controls of a chart. Plot comes to the page when they are first touched, and not before. */
class ChartControls extends HTMLElement {
  readonly #figure = figureOf(this);
  readonly #view = FigureView.of(this.#figure);
  readonly #form = part(this, "form", HTMLFormElement);
  readonly #inputs = inputsOf(this.#figure);
  /** The state that the page was served with, which its form goes back to. */
  readonly #served = stateOf(this.#figure);
  #turn = 0;
  #timer = 0;
  /** Curves as they are drawn, by input. */
  readonly #drawn = new Map<string, AnyState[string] | undefined>();
  /** The last state that these controls asked for, as JSON. */
  #applied = "";

  connectedCallback(): void {
    for (const event of ["pointerenter", "focusin", "touchstart"]) {
      this.addEventListener(event, () => void loadLab(), {once: true, passive: true});
    }
    this.#form.addEventListener("input", ({target}) => {
      const isDragged = target instanceof HTMLInputElement && target.type === "range";
      // What is dragged is followed at once; a choice is a step from one picture to another.
      this.#apply(this.#readForm(), isDragged || undefined);
    });
    this.#form.addEventListener("reset", () => {
      // The controls have their old values back only after this event.
      setTimeout(() => {
        this.#drawn.clear();
        this.#apply(this.#readForm());
      });
    });
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
    });
    this.#figure.addEventListener("chart:view", this.#follow);
    if (Object.values(this.#inputs).some(({type}) => type === "drawn")) this.#awaitDrawing();
    if (this.#ownsAddress) this.#readAddress();
    onceFilled(() => {
      this.#readFilled();
    });
  }

  /** The figure shows what its fields have, which the browser may have filled; an address that says more comes first. */
  #readFilled(): void {
    const now = this.#applied === "" ? stateOf(this.#figure) : (JSON.parse(this.#applied) as AnyState);
    const filled = this.#readForm();
    if (JSON.stringify(filled) === JSON.stringify(now)) return;
    if (this.#applied === "") this.#apply(filled, true);
    else this.#writeForm(now);
  }

  /** The state may be changed from elsewhere, by a word of the text. */
  readonly #follow = (): void => {
    const state = stateOf(this.#figure);
    this.#writeShare(state);
    if (JSON.stringify(state) === this.#applied) return;
    ++this.#turn;
    this.#writeForm(state);
    this.#writeOutputs(state);
  };

  /** What it takes to draw by hand comes when the figure is near. */
  #awaitDrawing(): void {
    this.#figure.addEventListener("chart:drawn", ({detail: {name, values}}) => {
      this.#drawn.set(name, values);
      this.#apply(this.#readForm(), true);
    });
    const near = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return;
        near.disconnect();
        import("./chart-draw.ts").catch(() => {
          notice(this.#figure, strings.noDrawing[pageLocale()]);
        });
      },
      {rootMargin: "50%"}
    );
    near.observe(this.#figure);
  }

  /** Whether the page's address is this chart's: so it is on the page of one chart. */
  get #ownsAddress(): boolean {
    return this.hasAttribute("data-address");
  }

  #readAddress(): void {
    if (location.search === "") return;
    const {state, ignored} = readState(this.#inputs, location.search, this.#served);
    if (ignored.length > 0) notice(this.#figure, sentence(ignored));
    if (JSON.stringify(state) === JSON.stringify(this.#served)) return;
    this.#writeForm(state);
    // The state that the address asks for is there from the start: nothing travels to it.
    this.#apply(state, true);
  }

  #apply(state: AnyState, isCut?: boolean): void {
    const turn = ++this.#turn;
    this.#applied = JSON.stringify(state);
    this.#writeOutputs(state);
    const view = loadLab().then((lab) => lab.viewOf(dataOf(this.#figure, "chart"), state, pageLocale()));
    this.#view
      .show(view, isCut)
      .then((isShown) => {
        if (!isShown) return;
        if (this.#ownsAddress) this.#writeAddress(state);
        // What is dragged or typed says its own value aloud.
        if (!isCut) say(this.#figure, this.#view.answer);
      })
      .catch(() => {
        if (turn === this.#turn) notice(this.#figure, strings.noDrawing[pageLocale()]);
      });
  }

  /** A state without a name has no page of its own: the link to the chart’s page carries its inputs. */
  #writeShare(state: AnyState): void {
    const share = this.#figure.querySelector<HTMLAnchorElement>(".chart-share");
    if (share && !this.#figure.dataset.view) share.search = writeState(this.#inputs, state);
  }

  /** Browsers limit how often an address may change, and throw: a range that is dragged writes it when it rests. */
  #writeAddress(state: AnyState): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      const query = [writeState(this.#inputs, state), othersIn(this.#inputs, location.search)]
        .filter((part) => part !== "")
        .join("&");
      history.replaceState(history.state, "", location.pathname + (query && `?${query}`) + location.hash);
      tell(this.#figure, "chart:address", undefined);
    }, 120);
  }

  #readForm(): AnyState {
    const data = new FormData(this.#form);
    const state: Record<string, AnyState[string]> = {...this.#served};
    for (const [name, input] of Object.entries(this.#inputs)) {
      const value = acceptedValue(input, this.#read(data, name, input));
      if (value !== undefined) state[name] = value;
    }
    return state;
  }

  #read(data: FormData, name: string, input: Input): unknown {
    switch (input.type) {
      case "subset":
        return data.getAll(name);
      case "drawn":
        return this.#drawn.get(name);
      case "range":
        return Number(data.get(name));
      case "choice":
        // A switch that is off has no value.
        return data.get(name) ?? input.options[0];
    }
  }

  #writeForm(state: AnyState): void {
    for (const [name, {type}] of Object.entries(this.#inputs)) {
      if (type === "drawn") this.#drawn.set(name, state[name]);
    }
    for (const field of this.#fields) {
      const value = state[field.name];
      if (field.type === "range") field.value = String(value);
      else
        field.checked =
          typeof value === "object" ? value.some((each) => each === field.value) : value === field.value;
    }
  }

  #writeOutputs(state: AnyState): void {
    for (const field of this.#fields) {
      const output = field.closest(".range-field")?.querySelector("output");
      if (output)
        output.value = formatChosen(Number(state[field.name]), pageLocale()) + (output.dataset.unit ?? "");
    }
  }

  get #fields(): NodeListOf<HTMLInputElement> {
    return this.#form.querySelectorAll("input[name]");
  }
}

function sentence(ignored: readonly Ignored[]): string {
  const locale = pageLocale();
  const parts = ignored.map(
    ({name, value, expected}) => `${name}=${value} (${strings.oneOf[locale]} ${expected})`
  );
  return `${strings.ignored[locale]} ${parts.join("; ")}.`;
}

function loadLab(): Promise<typeof import("./chart-lab.ts")> {
  return import("./chart-lab.ts");
}

customElements.define("chart-controls", ChartControls);
