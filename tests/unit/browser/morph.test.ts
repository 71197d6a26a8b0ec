import fc from "fast-check";
import {parseHTML} from "linkedom";
import {afterEach, beforeEach, describe, expect, it, vi} from "vitest";
import {Morph} from "../../../src/browser/view/morph.ts";
import {charts} from "../../../src/registry.ts";
import {renderDrawing} from "../../../src/export/render.ts";

const {document} = parseHTML("<!doctype html><html><body></body></html>");
const half = Morph.duration / 2;

let now: number;
let frames: Map<number, FrameRequestCallback>;

beforeEach(() => {
  now = 1000;
  frames = new Map();
  let last = 0;
  vi.stubGlobal("requestAnimationFrame", (callback: FrameRequestCallback) => {
    frames.set(++last, callback);
    return last;
  });
  vi.stubGlobal("cancelAnimationFrame", (frame: number) => frames.delete(frame));
  vi.spyOn(performance, "now").mockImplementation(() => now);
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** Lets ms go by, and the browser draw one frame. */
function wait(ms: number): void {
  now += ms;
  const due = [...frames.values()];
  frames.clear();
  for (const callback of due) callback(now);
}

function svgOf(text: string): SVGSVGElement {
  const template = document.createElement("template");
  template.innerHTML = text;
  return template.content.querySelector("svg")!;
}

function drawing(...marks: readonly string[]): SVGSVGElement {
  return svgOf(`<svg viewBox="0 0 100 100">${marks.join("")}</svg>`);
}

function curve(d: string, key = "a", stroke = "red"): string {
  return `<path data-key="${key}" d="${d}" stroke="${stroke}"/>`;
}

function slotWith(svg?: SVGSVGElement): Element {
  const slot = document.createElement("div");
  if (svg) slot.append(svg);
  return slot;
}

/** Sum of the opacities of all marks of a key, and the value of an attribute that they share. */
function shown(slot: Element, key = "a", name = "d"): {readonly value: string; readonly opacity: number} {
  const marks = [...slot.querySelectorAll(`[data-key="${key}"]`)];
  const values = new Set(marks.map((mark) => mark.getAttribute(name)!));
  expect(values.size).toBe(1);
  const opacity = marks.reduce((sum, mark) => sum + Number(mark.getAttribute("opacity") ?? 1), 0);
  return {value: [...values][0]!, opacity};
}

function numbers(text: string): number[] {
  return Array.from(text.matchAll(/-?[\d.]+/g), ([number]) => Number(number));
}

const line = fc
  .array(fc.integer({min: -999, max: 999}), {minLength: 6, maxLength: 6})
  .map((tenths) => tenths.map((value) => value / 10))
  .map(([a, b, c, d, e, f]) => `M${a!},${b!}l${c!},${d!}l${e!},${f!}`);
const moment = fc.integer({min: 1, max: Morph.duration - 1});

describe("Morph", () => {
  it("drawing is what the slot holds, untouched", () => {
    const svg = drawing(curve("M0,0l10,10"));
    const slot = slotWith(svg);
    const before = slot.innerHTML;
    expect(new Morph(slot).drawing).toBe(svg);
    expect(slot.innerHTML).toBe(before);
    expect(new Morph(slotWith()).drawing).toBeUndefined();
  });

  it("new dots of one mark come one by one, and all are there at the end", () => {
    const dots = (...keys: readonly string[]): string =>
      `<g data-mark="dot">${keys.map((key) => `<circle data-key="${key}" cx="1" cy="1" r="4"/>`).join("")}</g>`;
    const slot = slotWith(drawing(dots("old")));
    const morph = new Morph(slot);
    const next = drawing(dots("old", "one", "two", "three"));
    const before = next.outerHTML;
    morph.show(next, true);
    wait(half);
    const opacities = ["one", "two", "three"].map((key) => shown(slot, key, "cx").opacity);
    expect(shown(slot, "old", "cx").opacity).toBeCloseTo(1, 3);
    expect(opacities).toEqual(opacities.toSorted((a, b) => b - a));
    expect(new Set(opacities).size).toBe(3);
    wait(Morph.duration);
    expect(slot.innerHTML).toBe(before);
  });

  it("show(svg, false) is a cut", () => {
    const slot = slotWith(drawing(curve("M0,0l10,10")));
    const morph = new Morph(slot);
    const next = drawing(curve("M50,0l1,1"));
    morph.show(next, false);
    expect([...slot.children]).toEqual([next]);
    expect(slot.innerHTML).toBe(drawing(curve("M50,0l1,1")).outerHTML);
    expect(frames.size).toBe(0);
  });

  it("show(svg, true) is a cut where the slot is empty", () => {
    const slot = slotWith();
    new Morph(slot).show(drawing(curve("M0,0l10,10")), true);
    expect(slot.innerHTML).toBe(drawing(curve("M0,0l10,10")).outerHTML);
    expect(frames.size).toBe(0);
  });

  it("a curve sets off where it was, is half-way at half time, and arrives", () => {
    const slot = slotWith(drawing(curve("M0,0l10,-10")));
    const morph = new Morph(slot);
    const next = drawing(curve("M0,100l30,10"));
    morph.show(next, true);
    expect(morph.drawing).toBe(next);
    expect(shown(slot)).toEqual({value: "M0,0l10,-10", opacity: 1});
    wait(half);
    expect(shown(slot)).toEqual({value: "M0,50l20,0", opacity: 1});
    wait(half - 1);
    expect(slot.children).toHaveLength(2);
    wait(1);
    expect([...slot.children]).toEqual([next]);
    expect(slot.innerHTML).toBe(drawing(curve("M0,100l30,10")).outerHTML);
    expect(frames.size).toBe(0);
  });

  it.each([
    [
      "cx",
      `<circle data-key="a" cx="10" cy="5" r="3"/>`,
      `<circle data-key="a" cx="30" cy="5" r="3"/>`,
      "20"
    ],
    ["cy", `<circle data-key="a" cx="1" cy="-5" r="3"/>`, `<circle data-key="a" cx="1" cy="5" r="3"/>`, "0"],
    [
      "transform",
      `<text data-key="a" transform="translate(81.8,242)" y="0.3em">7B</text>`,
      `<text data-key="a" transform="translate(-0.2,142)" y="0.3em">7B</text>`,
      "translate(40.8,192)"
    ]
  ])("a mark’s %s is half-way at half time", (name, from, to, middle) => {
    const slot = slotWith(drawing(from));
    new Morph(slot).show(drawing(to), true);
    wait(half);
    expect(shown(slot, "a", name)).toEqual({value: middle, opacity: 1});
  });

  it("every number of a curve is between where it was and where it goes, and nearer each frame", () => {
    fc.assert(
      fc.property(line, line, fc.array(moment, {minLength: 2, maxLength: 5}), (from, to, moments) => {
        frames.clear();
        const slot = slotWith(drawing(curve(from)));
        new Morph(slot).show(drawing(curve(to)), true);
        const ends = numbers(to);
        let distances = numbers(from).map((value, index) => Math.abs(value - ends[index]!));
        const began = now;
        for (const at of moments.sort((a, b) => a - b)) {
          wait(began + at - now);
          const left = numbers(shown(slot).value).map((value, index) => Math.abs(value - ends[index]!));
          left.forEach((distance, index) => expect(distance).toBeLessThanOrEqual(distances[index]! + 0.011));
          distances = left;
        }
      })
    );
  });

  it("a curve of another look fades into the new one on the way", () => {
    const slot = slotWith(drawing(curve("M0,0l10,10", "a", "red")));
    new Morph(slot).show(drawing(curve("M0,100l10,10", "a", "grey")), true);
    wait(half);
    const [old, next] = [...slot.querySelectorAll("path")].map((path) =>
      Number(path.getAttribute("opacity"))
    );
    expect([old, next]).toEqual([0.5, 0.5]);
    expect(shown(slot).value).toBe("M0,50l10,10");
  });

  it("a mark or an axis that only one drawing has fades in its place", () => {
    const axis = (tick: string): string => `<g data-mark="axis"><text x="5">${tick}</text></g>`;
    const slot = slotWith(drawing(axis("old"), curve("M0,0l1,1", "gone")));
    new Morph(slot).show(drawing(axis("new"), curve("M9,9l1,1", "come")), true);
    const opacities = (): number[] =>
      [...slot.querySelectorAll("g, path")].map((element) => Number(element.getAttribute("opacity")));
    expect(opacities()).toEqual([1, 1, 0, 0]);
    wait(half);
    expect(opacities()).toEqual([0.5, 0.5, 0.5, 0.5]);
    expect(shown(slot, "gone").value).toBe("M0,0l1,1");
    expect(shown(slot, "come").value).toBe("M9,9l1,1");
  });

  it("a curve with another number of knots stays in its place", () => {
    const slot = slotWith(drawing(curve("M0,0l1,1l2,2")));
    new Morph(slot).show(drawing(curve("M0,9l9,9")), true);
    wait(half);
    const paths = [...slot.querySelectorAll("path")].map((path) => path.getAttribute("d"));
    expect(paths).toEqual(["M0,0l1,1l2,2", "M0,9l9,9"]);
  });

  it("show on the way sets off from where the marks are, by place and opacity", () => {
    fc.assert(
      fc.property(line, line, line, moment, moment, (first, second, third, turn, later) => {
        frames.clear();
        const slot = slotWith(drawing(curve(first), curve(first, "b")));
        const morph = new Morph(slot);
        // One that stays, one whose look changes there and back, and one that is still fading in.
        morph.show(drawing(curve(second), curve(second, "b", "grey"), curve(second, "c")), true);
        wait(turn);
        const all = (): ReturnType<typeof shown>[] => ["a", "b", "c"].map((key) => shown(slot, key));
        const before = all();
        const last = [curve(third), curve(third, "b"), curve(third, "c")];
        morph.show(drawing(...last), true);
        const after = all();
        expect(after.map(({value}) => value)).toEqual(before.map(({value}) => value));
        expect(after.map(({opacity}) => opacity)).toEqual(
          before.map(({opacity}) => expect.closeTo(opacity, 2) as number)
        );
        expect(frames.size).toBe(1);
        wait(later);
        expect(slot.children).toHaveLength(3);
        wait(Morph.duration - later);
        expect(slot.innerHTML).toBe(drawing(...last).outerHTML);
      })
    );
  });

  it("show back on the way goes straight back", () => {
    const slot = slotWith(drawing(curve("M0,0l10,10")));
    const morph = new Morph(slot);
    morph.show(drawing(curve("M0,100l10,10")), true);
    wait(half);
    morph.show(drawing(curve("M0,0l10,10")), true);
    wait(half);
    expect(shown(slot)).toEqual({value: "M0,25l10,10", opacity: 1});
  });

  it("show(svg, false) on the way is a cut", () => {
    const slot = slotWith(drawing(curve("M0,0l10,10")));
    const morph = new Morph(slot);
    morph.show(drawing(curve("M0,100l10,10")), true);
    wait(half);
    morph.show(drawing(curve("M7,7l10,10")), false);
    expect(slot.innerHTML).toBe(drawing(curve("M7,7l10,10")).outerHTML);
    expect(frames.size).toBe(0);
  });

  it("a frame that comes late arrives at once, one from before the start stays at it", () => {
    const slot = slotWith(drawing(curve("M0,0l10,10")));
    new Morph(slot).show(drawing(curve("M0,100l10,10")), true);
    wait(-20);
    expect(shown(slot).value).toBe("M0,0l10,10");
    wait(10 * Morph.duration);
    expect(slot.innerHTML).toBe(drawing(curve("M0,100l10,10")).outerHTML);
  });
});

describe.each([...charts])("Morph between the states of %s", (id, chart) => {
  const names = Object.keys(chart.states);

  it.each(names.slice(1).map((name, index) => [names[index]!, name]))(
    "from %s to %s all curves travel, and what is left is the new drawing itself",
    (from, to) => {
      const slot = slotWith(svgOf(renderDrawing(id, from, "wide", "en")));
      new Morph(slot).show(svgOf(renderDrawing(id, to, "wide", "en")), true);
      wait(half);
      const paths = (svg: Element): Map<string, string> =>
        new Map(
          [...svg.querySelectorAll("[data-mark=line] path[data-key]")].map((path) => [
            path.getAttribute("data-key")!,
            path.getAttribute("d")!
          ])
        );
      const [old, next] = [...slot.children].map(paths) as [Map<string, string>, Map<string, string>];
      for (const [key, d] of next) if (old.has(key)) expect(old.get(key)).toBe(d);
      wait(half);
      expect(slot.innerHTML).toBe(svgOf(renderDrawing(id, to, "wide", "en")).outerHTML);
    }
  );
});
