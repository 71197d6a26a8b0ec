import type {AnyState, Input, Inputs} from "../../core/define/chart.ts";
import {formatChosen} from "../../core/i18n/format.ts";
import {readState, themeName, writeState, type Ignored} from "../../figure/query.ts";
import {scriptStrings as strings} from "../../core/i18n/script-strings.ts";
import type {Drawn} from "./chart-draw.ts";
import {figureOf, FigureView, pageLocale} from "./figure-view.ts";

/** The controls of a chart. Plot comes to the page when they are first touched, and not before. */
class ChartControls extends HTMLElement {
  #inputs!: Inputs;
  #form!: HTMLFormElement;
  #figure!: HTMLElement;
  #turn = 0;
  /** The state that the page was served with, which its form goes back to. */
  #served!: AnyState;
  #timer = 0;
  /** Curves as they are drawn, by input. */
  #drawn: Record<string, readonly number[]> = {};
  /** The last state that these controls asked for, as JSON. */
  #applied = "";

  connectedCallback(): void {
    this.#inputs = JSON.parse(this.dataset.inputs!) as Inputs;
    this.#form = this.querySelector("form")!;
    this.#figure = figureOf(this);
    this.#served = JSON.parse(this.#figure.dataset.state!) as AnyState;
    for (const event of ["pointerenter", "focusin", "touchstart"]) {
      this.addEventListener(event, () => void loadLab(), {once: true, passive: true});
    }
    this.#form.addEventListener("input", (event) => {
      // What is dragged is followed at once; a choice is a step from one picture to another.
      this.#apply(this.#readForm(), (event.target as HTMLInputElement).type === "range" || undefined);
    });
    this.#form.addEventListener("reset", () => {
      // The controls have their old values back only after this event.
      setTimeout(() => {
        this.#drawn = {};
        this.#apply(this.#readForm());
      });
    });
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
    });
    this.#figure.addEventListener("chart:view", this.#follow);
    if (Object.values(this.#inputs).some(({type}) => type === "drawn")) this.#awaitDrawing();
    if (this.#ownsAddress) this.#readAddress();
  }

  /** The state may be changed from elsewhere, by a word of the text. */
  readonly #follow = (): void => {
    const shown = this.#figure.dataset.state!;
    const state = JSON.parse(shown) as AnyState;
    this.#writeShare(state);
    if (shown === this.#applied) return;
    ++this.#turn;
    this.#writeForm(state);
    this.#writeOutputs(state);
  };

  /** What it takes to draw by hand comes when the figure is near. */
  #awaitDrawing(): void {
    this.#figure.addEventListener("chart:drawn", (event) => {
      const {name, values} = (event as CustomEvent<Drawn>).detail;
      this.#drawn[name] = values;
      this.#apply(this.#readForm(), true);
    });
    const near = new IntersectionObserver(
      ([entry]) => {
        if (!entry!.isIntersecting) return;
        near.disconnect();
        import("./chart-draw.ts").catch(() => {
          this.#notice(strings.noDrawing[pageLocale()]);
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
    if (ignored.length > 0) this.#notice(sentence(ignored));
    if (JSON.stringify(state) === JSON.stringify(this.#served)) return;
    this.#writeForm(state);
    // The state that the address asks for is there from the start: nothing travels to it.
    this.#apply(state, true);
  }

  #apply(state: AnyState, isCut?: boolean): void {
    const turn = ++this.#turn;
    this.#applied = JSON.stringify(state);
    this.#writeOutputs(state);
    loadLab()
      .then((lab) => lab.viewOf(this.#figure.dataset.chart!, state, pageLocale()))
      .then((view) => (turn === this.#turn ? FigureView.of(this.#figure).show(view, isCut) : undefined))
      .then(() => {
        if (turn !== this.#turn) return;
        if (this.#ownsAddress) this.#writeAddress(state);
        // What is dragged or typed says its own value aloud.
        if (!isCut) this.#say(this.#figure.querySelector(".chart-answer")!.textContent);
      })
      .catch(() => {
        if (turn === this.#turn) this.#notice(strings.noDrawing[pageLocale()]);
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
      const theme = new URLSearchParams(location.search).get(themeName);
      const query = [writeState(this.#inputs, state), theme === null ? "" : `${themeName}=${theme}`]
        .filter((part) => part !== "")
        .join("&");
      history.replaceState(history.state, "", location.pathname + (query && `?${query}`) + location.hash);
    }, 120);
  }

  #readForm(): AnyState {
    const data = new FormData(this.#form);
    return Object.fromEntries(
      Object.entries<Input>(this.#inputs).map(([name, input]): [string, AnyState[string]] => {
        if (input.type === "subset") return [name, data.getAll(name) as string[]];
        if (input.type === "drawn") return [name, this.#drawn[name] ?? this.#served[name]!];
        const value = data.get(name) as string | null;
        if (input.type === "range") return [name, Number(value)];
        // A switch that is off has no value.
        return [name, value ?? (input.options as readonly string[])[0]!];
      })
    );
  }

  #writeForm(state: AnyState): void {
    for (const [name, {type}] of Object.entries(this.#inputs)) {
      if (type === "drawn") this.#drawn[name] = state[name] as readonly number[];
    }
    for (const field of this.#form.querySelectorAll<HTMLInputElement>("input[name]")) {
      const value = state[field.name];
      if (field.type === "range") field.value = String(value);
      else
        field.checked = Array.isArray(value)
          ? (value as string[]).includes(field.value)
          : value === field.value;
    }
  }

  #writeOutputs(state: AnyState): void {
    for (const output of this.#form.querySelectorAll("output")) {
      const field = output.parentElement!.querySelector("input")!;
      if (!field.name) continue;
      output.value = `${formatChosen(Number(state[field.name]), pageLocale())}${output.dataset.unit ?? ""}`;
    }
  }

  #say(text: string): void {
    this.#figure.querySelector("[role=status]")!.textContent = text;
  }

  #notice(text: string): void {
    const notice = this.#figure.querySelector<HTMLElement>(".chart-notice")!;
    notice.textContent = text;
    notice.hidden = text === "";
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
