/** A number-bearing attribute taken apart: its numbers, and what stands between them. */
interface Geometry {
  readonly skeleton: string;
  readonly numbers: readonly number[];
}

/** An attribute of a drawing taken apart, and as the drawing has it: with more decimals than a frame is worth. */
interface Attribute extends Geometry {
  readonly text: string;
}

/** One thing that fades or travels: a keyed mark, or a piece of furniture without a key. */
interface Unit {
  readonly element: Element;
  readonly key: string | undefined;
  readonly look: string;
  readonly target: ReadonlyMap<string, Attribute>;
  opacity: number;
  startOpacity: number;
  endOpacity: number;
  /** Part of the way in which it fades, as shares of it. */
  fade: {readonly from: number; readonly length: number};
}

const wholeWay = {from: 0, length: 1} as const;
/** How much of the way dots of one mark wait for each other. */
const staggered = 0.8;

interface Layer {
  readonly svg: SVGSVGElement;
  readonly units: readonly Unit[];
}

interface Journey {
  readonly start: ReadonlyMap<string, Geometry>;
  readonly end: ReadonlyMap<string, Geometry>;
}

const travelling = ["d", "transform", "cx", "cy", "r", "x", "y"];
const numberPattern = /-?\d*\.?\d+(?:e[-+]?\d+)?/gi;

/**
 * The way from one drawing to the next in one slot. Marks with the same key travel, numbers to numbers;
 * everything else cross-fades, and new dots come one by one. A new drawing while one is on its way sets off from wherever the marks
 * are. What is left at the end is the new drawing itself, untouched.
 */
export class Morph {
  /** Length of a transition in ms. */
  static readonly duration = 550;

  readonly #slot: Element;
  readonly #now = new Map<string, Map<string, Geometry>>();
  #layers: Layer[] = [];
  #journeys = new Map<string, Journey>();
  #frame = 0;
  #began = 0;

  constructor(slot: Element) {
    this.#slot = slot;
  }

  /** The drawing that is shown, or on its way to be. */
  get drawing(): SVGSVGElement | undefined {
    return this.#layers.at(-1)?.svg ?? this.#slot.querySelector("svg") ?? undefined;
  }

  /** Shows a drawing: by a transition, or at once. */
  show(svg: SVGSVGElement, isAnimated: boolean): void {
    // The drawing that the page was served with is taken apart only now: most are never left.
    if (this.#layers.length === 0 && this.drawing) this.#settleOn(layerOf(this.drawing));
    const next = layerOf(svg);
    cancelAnimationFrame(this.#frame);
    if (!isAnimated || this.#layers.length === 0) {
      this.#slot.replaceChildren(svg);
      this.#settleOn(next);
      return;
    }
    this.#setOff(next);
    this.#slot.append(svg);
    this.#layers.push(next);
    // Drawn at once at its start, or the new drawing would flash at its end for one frame.
    this.#draw(0);
    this.#began = performance.now();
    this.#frame = requestAnimationFrame((time) => {
      this.#tick(time);
    });
  }

  #setOff(next: Layer): void {
    const shown = this.#layers.flatMap((layer) => layer.units);
    for (const unit of shown) {
      unit.startOpacity = unit.opacity;
      unit.endOpacity = 0;
      unit.fade = wholeWay;
    }
    this.#journeys = new Map();
    for (const unit of next.units) {
      const twin = unit.key === undefined ? undefined : shown.findLast((other) => other.key === unit.key);
      unit.endOpacity = 1;
      unit.startOpacity = 0;
      if (twin && unit.key !== undefined) {
        const start = this.#now.get(unit.key) ?? twin.target;
        this.#journeys.set(unit.key, {start, end: unit.target});
        if (unit.look === twin.look) {
          unit.startOpacity = twin.opacity;
          twin.startOpacity = 0;
        }
      }
      unit.opacity = unit.startOpacity;
    }
    letArriveInTurn(next.units.filter(({key}) => key !== undefined && !this.#journeys.has(key)));
  }

  #tick(time: number): void {
    const share = Math.min(1, Math.max(0, (time - this.#began) / Morph.duration));
    if (share === 1) {
      this.#arrive();
      return;
    }
    this.#draw(ease(share));
    this.#frame = requestAnimationFrame((later) => {
      this.#tick(later);
    });
  }

  #draw(share: number): void {
    for (const [key, {start, end}] of this.#journeys) this.#now.set(key, between(start, end, share));
    for (const unit of this.#layers.flatMap((layer) => layer.units)) {
      const done = Math.min(1, Math.max(0, (share - unit.fade.from) / unit.fade.length));
      unit.opacity = unit.startOpacity + (unit.endOpacity - unit.startOpacity) * done;
      unit.element.setAttribute("opacity", unit.opacity.toFixed(3));
      const geometry = unit.key === undefined ? undefined : this.#now.get(unit.key);
      if (!geometry) continue;
      for (const [name, own] of unit.target) {
        const current = geometry.get(name);
        if (current?.skeleton === own.skeleton) unit.element.setAttribute(name, written(current));
      }
    }
  }

  #arrive(): void {
    const last = this.#layers.at(-1);
    if (!last) return;
    this.#settleOn(last);
    for (const child of [...this.#slot.children]) if (child !== last.svg) child.remove();
  }

  #settleOn(layer: Layer): void {
    this.#layers = [layer];
    this.#journeys = new Map();
    this.#now.clear();
    for (const unit of layer.units) {
      unit.opacity = 1;
      unit.element.removeAttribute("opacity");
      for (const [name, {text}] of unit.target) unit.element.setAttribute(name, text);
      if (unit.key !== undefined) this.#now.set(unit.key, new Map(unit.target));
    }
  }
}

/** New dots of one mark fade in one after the other, in the order in which they are drawn. */
function letArriveInTurn(units: readonly Unit[]): void {
  const marks = new Map<Element, Unit[]>();
  for (const unit of units) {
    const mark = unit.element.parentElement;
    if (mark?.getAttribute("data-mark") === "dot") marks.set(mark, [...(marks.get(mark) ?? []), unit]);
  }
  for (const dots of marks.values()) {
    const step = staggered / dots.length;
    for (const [index, dot] of dots.entries())
      dot.fade = {from: index * step, length: 1 - (dots.length - 1) * step};
  }
}

function layerOf(svg: SVGSVGElement): Layer {
  const keyed = [...svg.querySelectorAll("[data-key]")];
  const furniture = [...svg.children].filter(
    (child) => !child.hasAttribute("data-key") && !child.querySelector("[data-key]")
  );
  return {svg, units: [...furniture, ...keyed].map(unitOf)};
}

function unitOf(element: Element): Unit {
  const target = new Map<string, Attribute>();
  let look = "";
  for (const {name, value} of element.attributes) {
    if (element.hasAttribute("data-key") && travelling.includes(name)) target.set(name, attributeOf(value));
    else look += ` ${name}=${value}`;
  }
  // A group's stroke and fill are its children's: two groups of one mark may differ in nothing else.
  for (const {name, value} of element.parentElement?.attributes ?? [])
    if (name !== "class") look += ` ${name}=${value}`;
  look += ` ${element.textContent}`;
  return {
    element,
    key: element.getAttribute("data-key") ?? undefined,
    look,
    target,
    opacity: 1,
    startOpacity: 1,
    endOpacity: 1,
    fade: wholeWay
  };
}

function attributeOf(text: string): Attribute {
  const numbers: number[] = [];
  const skeleton = text.replace(numberPattern, (number) => {
    numbers.push(Number(number));
    return "#";
  });
  return {skeleton, numbers, text};
}

function written({skeleton, numbers}: Geometry): string {
  let index = 0;
  return skeleton.replace(/#/g, () => String(Math.round((numbers[index++] ?? 0) * 100) / 100));
}

function between(
  start: ReadonlyMap<string, Geometry>,
  end: ReadonlyMap<string, Geometry>,
  share: number
): Map<string, Geometry> {
  const geometry = new Map<string, Geometry>();
  for (const [name, {skeleton, numbers}] of end) {
    const from = start.get(name);
    // What can't travel is at its end from the first.
    const origin = from?.skeleton === skeleton ? from.numbers : numbers;
    geometry.set(name, {
      skeleton,
      numbers: numbers.map((to, index) => {
        const at = origin[index] ?? to;
        return at + (to - at) * share;
      })
    });
  }
  return geometry;
}

/** Cubic, slow at both ends. */
function ease(share: number): number {
  return share < 0.5 ? 4 * share ** 3 : 1 - (-2 * share + 2) ** 3 / 2;
}
