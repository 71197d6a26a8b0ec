import {readdirSync} from "node:fs";
import fc from "fast-check";
import {parseHTML} from "linkedom";
import {describe, expect, it} from "vitest";
import {
  answerOf,
  type AnyState,
  type Chart,
  defaultState,
  type DrawingWidth,
  type DrawnInput,
  type Input,
  namedAnswer,
  namedState,
  nameOfState,
  type Reading
} from "../../../src/core/define/chart.ts";
import {fieldKey, isUsed} from "../../../src/core/define/drawn-curve.ts";
import {locales, type Locale, type Localised} from "../../../src/core/i18n/locale.ts";
import {parsePrinted} from "../../../src/article/num.ts";
import {tableHeader, tableRows} from "../../../src/figure/table.ts";
import {charts, datasets, find} from "../../../src/registry.ts";
import {renderDrawing, renderState} from "../../../src/export/render.ts";
import {frames} from "../../../src/marks/theme.ts";
import {readState, writeState} from "../../../src/figure/query.ts";
import {anyState} from "./arbitrary-state.ts";

const widths = ["narrow", "wide"] as const satisfies readonly DrawingWidth[];
const snapshots = "tests/snapshots/charts";

const states = [...charts].flatMap(([id, chart]) =>
  Object.keys(chart.states).map((name) => ({id, chart, name, state: namedState(chart, name)}))
);
const drawings = states.flatMap((each) => widths.map((width) => ({...each, width})));

interface Scale {
  readonly type: string;
  readonly domain: readonly [number, number];
  readonly range: readonly [number, number];
}

function svgOf(text: string): Element {
  return parseHTML(`<body>${text}</body>`).document.querySelector("svg")!;
}

function scalesOf(svg: Element): {readonly x: Scale; readonly y: Scale} {
  return JSON.parse(svg.getAttribute("data-scales")!) as {x: Scale; y: Scale};
}

function pixel({type, domain, range}: Scale, value: number): number {
  const on = type === "log" ? Math.log : (same: number): number => same;
  const share = (on(value) - on(domain[0])) / (on(domain[1]) - on(domain[0]));
  return range[0] + share * (range[1] - range[0]);
}

/** Points of a path of straight lines, in px. */
function pointsOf(path: string): [x: number, y: number][] {
  let [x, y] = [0, 0];
  return Array.from(path.matchAll(/([MLl])(-?[\d.]+),(-?[\d.]+)/g), ([, command, first, second]) => {
    [x, y] = command === "l" ? [x + Number(first), y + Number(second)] : [Number(first), Number(second)];
    return [x, y];
  });
}

/** Place of a dot, in px. */
function placeOf(dot: Element): [x: number, y: number] {
  const moved = /translate\((-?[\d.]+),(-?[\d.]+)\)/.exec(dot.getAttribute("transform") ?? "");
  return moved
    ? [Number(moved[1]), Number(moved[2])]
    : [Number(dot.getAttribute("cx")), Number(dot.getAttribute("cy"))];
}

/** Ticks of an axis: what they read, and where they stand, in px. */
function ticksOf(svg: Element, axis: "x" | "y"): {readonly text: string; readonly place: number}[] {
  return [...svg.querySelectorAll(`[data-mark="${axis}-axis tick label"] text`)].map((tick) => ({
    text: tick.textContent,
    place: placeOf(tick)[axis === "x" ? 0 : 1]
  }));
}

/** Two axes have two ticks or more, no two alike, each where its number belongs. */
function expectTicks(svg: Element): void {
  for (const axis of ["x", "y"] as const) {
    const ticks = ticksOf(svg, axis);
    const scale = scalesOf(svg)[axis];
    expect(ticks.length).toBeGreaterThanOrEqual(2);
    expect(new Set(ticks.map(({text}) => text)).size).toBe(ticks.length);
    for (const {text, place} of ticks) {
      const {value} = parsePrinted(text.replace(/^10(?=[⁰¹²³⁴⁵⁶⁷⁸⁹])/u, "1×10"));
      expect([text, Math.abs(pixel(scale, value) - place)]).toEqual([text, expect.closeTo(0, 0)]);
    }
  }
}

/** Where a drawing shows the points of a series: knots of its curve, or its dots, in drawing order. */
function drawnPoints(svg: Element, key: string): [x: number, y: number][] {
  const path = svg.querySelector(`[data-mark="line"] path[data-key="${key}"]`);
  return path
    ? pointsOf(path.getAttribute("d")!)
    : [...svg.querySelectorAll(`[data-mark="dot"] [data-key^="${key}-"]`)].map(placeOf);
}

/** Each keyed path of a drawing, by key, as its commands without the numbers. */
function knotsOf(svg: Element): Map<string, string> {
  return new Map(
    [...svg.querySelectorAll("[data-mark=line] path[data-key], [data-mark=area] path[data-key]")].map(
      (path) => [path.getAttribute("data-key")!, path.getAttribute("d")!.replace(/[^MLlZ]/g, "")]
    )
  );
}

function expectTexts(text: Localised): void {
  for (const locale of locales) expect(text[locale].trim()).not.toBe("");
}

function expectProse(text: string): void {
  expect(text).toMatch(/^\p{Lu}.*[.?]$/u);
  expect(text).not.toMatch(/undefined|null|NaN|Infinity|\[object| {2}|[.,:;] ?[.,:;]/);
}

function expectInput(input: Input): void {
  expectTexts(input.label);
  if (input.type === "range") {
    expect(input.step).toBeGreaterThan(0);
    expect(input.max).toBeGreaterThan(input.min);
    for (const value of [input.max, input.default]) {
      const steps = (value - input.min) / input.step;
      expect(steps).toBeCloseTo(Math.round(steps), 9);
      expect(steps).toBeGreaterThanOrEqual(0);
    }
    expect(input.default).toBeLessThanOrEqual(input.max);
    return;
  }
  if (input.type === "drawn") {
    expectDrawnInput(input);
    return;
  }
  const options = input.options as readonly string[];
  expect(options.length).toBeGreaterThan(1);
  if (input.type === "choice" && input.isSwitch) expect(options).toHaveLength(2);
  expect(new Set(options).size).toBe(options.length);
  // A comma parts the options of a subset in an address.
  for (const option of options) expect(option).toMatch(/^[^,\s]+$/);
  expect(Object.keys(input.names as object).sort()).toEqual(options.toSorted());
  for (const name of Object.values(input.names as Record<string, Localised>)) expectTexts(name);
  const chosen = [input.default].flat() as string[];
  expect(options.filter((option) => chosen.includes(option))).toEqual(chosen);
}

function expectDrawnInput({at, from, min, max, step, unit, atUnit, ...input}: DrawnInput): void {
  expectTexts(unit);
  expectTexts(atUnit);
  expect(at.length).toBeGreaterThan(1);
  for (const [index, x] of at.entries()) expect(x).toBeGreaterThan(at[index - 1] ?? from?.at ?? -Infinity);
  expect(step).toBeGreaterThan(0);
  expect(max).toBeGreaterThan(min);
  expect([0, at.length]).toContain(input.default.length);
  for (const value of [min, max, ...input.default]) {
    expect(value / step).toBeCloseTo(Math.round(value / step), 6);
    expect(value).toBeGreaterThanOrEqual(min);
    expect(value).toBeLessThanOrEqual(max);
  }
}

/** The numbers behind a drawing are whole, finite, in order, and within its scales. */
function expectReading(reading: Reading, svg: Element): void {
  const {x, y} = scalesOf(svg);
  const inside = (scale: Scale, value: number): boolean => {
    const [from, to] = scale.range.toSorted((a, b) => a - b) as [number, number];
    const place = pixel(scale, value);
    return place >= from - 0.1 && place <= to + 0.1;
  };
  const keys = reading.series.map(({key}) => key);
  expect(new Set(keys).size).toBe(keys.length);
  for (const series of reading.series) {
    const {low = series.y, high = series.y} = series;
    expect(series.label).not.toBe("");
    expect(series.x.length).toBeGreaterThan(0);
    expect([series.y, low, high].map(({length}) => length)).toEqual(Array(3).fill(series.x.length));
    expect(series.x.filter((value, index) => !(value >= (series.x[index - 1] ?? -Infinity)))).toEqual([]);
    expect(series.x.filter((value) => !inside(x, value))).toEqual([]);
    for (const side of [low, series.y, high]) expect(side.filter((value) => !inside(y, value))).toEqual([]);
    expect(series.y.filter((value, index) => value < low[index]! || value > high[index]!)).toEqual([]);
  }
}

/** A drawing shows the numbers of its reading, each at its place to a tenth of a pixel. */
function expectDrawn(reading: Reading, svg: Element): void {
  const {x, y} = scalesOf(svg);
  for (const series of reading.series) {
    const points = drawnPoints(svg, series.key);
    expect(points).toHaveLength(series.x.length);
    const strays = points.flatMap((point, index) => {
      const expected = [pixel(x, series.x[index]!), pixel(y, series.y[index]!)] as const;
      const isThere = point.every((value, side) => Math.abs(value - expected[side]!) < 0.06);
      return isThere ? [] : [{key: series.key, index, point, expected}];
    });
    expect(strays).toEqual([]);
  }
}

/** A drawing has a field for each curve that is drawn by hand in its state, and for no other. */
function expectFields(chart: Chart, state: AnyState, svg: Element): void {
  for (const [name, input] of Object.entries(chart.inputs)) {
    if (input.type !== "drawn") continue;
    const fields = svg.querySelectorAll(`[data-mark="area"] path[data-key="${fieldKey(name)}"]`);
    expect([name, fields.length]).toEqual([name, isUsed(input, state) ? 1 : 0]);
  }
}

function deepFrozen<T extends object>(value: T): T {
  for (const part of Object.values(value))
    if (typeof part === "object" && part !== null) deepFrozen(part as object);
  return Object.freeze(value);
}

function proseOf(chart: Chart, state: AnyState, locale: Locale): string[] {
  return [chart.note, chart.summary, chart.describe].map((write) => write(state)[locale]);
}

describe("charts", () => {
  it("holds at least 4", () => expect(charts.size).toBeGreaterThanOrEqual(4));

  it("has no snapshot of a state that is gone", () => {
    const files = (readdirSync(snapshots, {recursive: true}) as string[]).filter((file) =>
      file.endsWith(".svg")
    );
    const expected = drawings.map(({id, name, width}) => `${id}/${name}.${width}.svg`);
    expect(files.filter((file) => !expected.includes(file))).toEqual([]);
  });
});

describe.each([...charts])("%s", (_, chart) => {
  const names = Object.keys(chart.states);

  it("says title and question, in every language", () => {
    for (const locale of locales) {
      expect(chart.title[locale]).toMatch(/^\p{Lu}.*[^.]$/u);
      expectProse(chart.question[locale]);
      expect(chart.question[locale]).toMatch(/\?$/);
    }
  });

  it("draws datasets that exist", () => {
    for (const name of chart.datasets) expect(() => find("dataset", datasets, name)).not.toThrow();
    expect(new Set(chart.datasets).size).toBe(chart.datasets.length);
  });

  it.each(Object.entries(chart.inputs))("input %s is well formed", (name, input) => {
    expect(name).toMatch(/^[a-z][A-Za-z]*$/);
    expectInput(input);
    if (input.type !== "drawn") return;
    for (const [other, choice] of Object.entries(input.usedWhere ?? {})) {
      const {type, ...rest} = chart.inputs[other]!;
      expect(type).toBe("choice");
      expect((rest as {options: readonly string[]}).options).toContain(choice);
    }
  });

  it("has named states, in kebab case, of which no two are the same", () => {
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(names.map((name) => nameOfState(chart, namedState(chart, name)))).toEqual(names);
  });

  it("has its outcome among its states", () => {
    if (chart.outcome !== undefined) expect(names).toContain(chart.outcome);
  });

  it("opens with every input at its default", () => {
    expect(namedState(chart, names[0]!)).toEqual(defaultState(chart.inputs));
  });

  it("answers and describes no two named states alike", () => {
    for (const locale of locales) {
      const told = names.map((name) => {
        const state = namedState(chart, name);
        return [namedAnswer(chart, name, locale), chart.describe(state)[locale]];
      });
      expect(new Set(told.map(([answer]) => answer)).size).toBe(names.length);
      expect(new Set(told.map(([, description]) => description)).size).toBe(names.length);
    }
  });

  it("a curve has the same knots in every named state that draws it", () => {
    const knots = new Map<string, Set<string>>();
    for (const name of names) {
      for (const width of widths) {
        for (const [key, commands] of knotsOf(svgOf(renderDrawing(idOf(chart), name, width, "en"))))
          knots.set(key, (knots.get(key) ?? new Set()).add(commands));
      }
    }
    expect(knots.size).toBeGreaterThan(0);
    for (const [key, kinds] of knots) expect([key, kinds.size]).toEqual([key, 1]);
  });

  it("draws, reads and describes any state", () => {
    fc.assert(
      fc.property(anyState(chart.inputs), fc.constantFrom(...widths), (state, width) => {
        const text = renderState(chart, state, width, "en");
        expect(text).not.toMatch(/NaN|undefined|Infinity/);
        for (const prose of proseOf(chart, state, "en")) expectProse(prose);
        const reading = chart.reading(state, "en");
        const svg = svgOf(text);
        expectTicks(svg);
        expectReading(reading, svg);
        expectDrawn(reading, svg);
        expectFields(chart, state, svg);
      }),
      {numRuns: 60}
    );
  });
});

function idOf(chart: Chart): string {
  return [...charts].find(([, other]) => other === chart)![0];
}

describe.each(states)("$id in the state $name", ({chart, name, state}) => {
  it("is a state that its inputs allow", () => {
    expect(readState(chart.inputs, writeState(chart.inputs, state))).toEqual({state, ignored: []});
  });

  it.each(locales)("says answer, note, summary and description in %s", (locale) => {
    for (const prose of proseOf(chart, state, locale)) expectProse(prose);
    expectProse(answerOf(chart, state, locale));
    expect(answerOf(chart, state, locale)).toBe(namedAnswer(chart, name, locale));
  });

  it.each(locales)("has a table whose rows fill its header, and goes through JSON, in %s", (locale) => {
    const reading = chart.reading(state, locale);
    const header = tableHeader(reading, locale);
    const rows = tableRows(reading, locale);
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(header).size).toBe(header.length);
    for (const row of rows) {
      expect(row).toHaveLength(header.length);
      expect(row).not.toContain("");
    }
    expect(new Set(reading.series.map(({label}) => label)).size).toBe(reading.series.length);
    expect(JSON.parse(JSON.stringify(reading))).toEqual(reading);
  });
});

describe.each(drawings)("$id in the state $name, $width", ({id, chart, name, state, width}) => {
  const text = renderDrawing(id, name, width, "en");
  const svg = svgOf(text);

  it("is its snapshot", async () => {
    await expect(`${text.replaceAll("><", ">\n<")}\n`).toMatchFileSnapshot(
      `../../snapshots/charts/${id}/${name}.${width}.svg`
    );
  });

  it("is the same each time, and leaves its state as it is", () => {
    const frozen = deepFrozen(structuredClone(state) as object) as AnyState;
    renderState(chart, defaultState(chart.inputs), width, "en");
    expect(renderState(chart, frozen, width, "en")).toBe(text);
    expect(frozen).toEqual(state);
  });

  it("holds to a strict content policy, and to what a page may hold twice", () => {
    const elements = [svg, ...svg.querySelectorAll("*")];
    const names = new Set(elements.map(({localName}) => localName));
    expect(["g", "path", "line", "circle", "text", "tspan", "svg"]).toEqual(
      expect.arrayContaining([...names])
    );
    const attributes = new Set(
      elements.flatMap((element) => [...element.attributes].map((attribute) => attribute.name))
    );
    // `opacity` is Morph's own.
    for (const attribute of attributes)
      expect(attribute).not.toMatch(/^(style|id|on.*|href|xlink.*|opacity)$/);
    expect(text).not.toMatch(/url\(|javascript:|NaN|undefined|Infinity/);
  });

  it("has the size of its frame, and scales that span it", () => {
    const frame = frames[width];
    expect(svg.getAttribute("width")).toBe(String(frame.width));
    expect(svg.getAttribute("height")).toBe(String(frame.height));
    expect(svg.getAttribute("viewBox")).toBe(`0 0 ${frame.width} ${frame.height}`);
    expect(svg.getAttribute("class")).toBe(`drawing drawing-${width}`);
    expect(svg.getAttribute("data-width")).toBe(width);
    expect(svg.getAttribute("aria-hidden")).toBe("true");
    const {x, y} = scalesOf(svg);
    expect(x.range).toEqual([frame.marginLeft, frame.width - frame.marginRight]);
    expect(y.range).toEqual([frame.height - frame.marginBottom, frame.marginTop]);
    for (const {type, domain} of [x, y]) {
      expect(["linear", "log"]).toContain(type);
      expect(domain).toHaveLength(2);
      expect(domain[0]).toBeLessThan(domain[1]);
      if (type === "log") expect(domain[0]).toBeGreaterThan(0);
    }
  });

  it("has two labelled axes, whose ticks stand where they say", () => {
    for (const axis of ["x", "y"]) {
      const labels = [...svg.querySelectorAll(`[data-mark="${axis}-axis label"] text`)];
      expect(labels.map(({textContent}) => textContent)).toEqual([expect.stringMatching(/^\p{Lu}.+/u)]);
    }
    expectTicks(svg);
  });

  it("gives no two marks one key", () => {
    const keys = [...svg.querySelectorAll("[data-key]")].map((mark) => mark.getAttribute("data-key"));
    expect(keys.length).toBeGreaterThan(0);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
    expect(keys).not.toContain("");
  });

  it("shows the numbers of its reading, each where the scales say", () => {
    const reading = chart.reading(state, "en");
    expect(reading.series.length).toBeGreaterThan(0);
    expectReading(reading, svg);
    expectDrawn(reading, svg);
  });
});

/** Rows of a CSV as text, without the header. */
function linesOf(name: string): string[][] {
  const lines = find("dataset", datasets, name).csv.text.trim().split(/\r?\n/).slice(1);
  return lines.map((line) => line.split(","));
}

/** The table of a state with the keys of its series in place of their labels. */
function keyedRows(chart: Chart, state: AnyState): string[] {
  const reading = chart.reading(state, "en");
  const keyed = {...reading, series: reading.series.map((series) => ({...series, label: series.key}))};
  return tableRows(keyed, "en").map((row) => row.join(" "));
}

describe("numbers of the pictures", () => {
  const curves = ["llama1", "llama2"].flatMap((family) =>
    linesOf(`${family}-curves`).map(([model, ...cells]) => [`${family}-${model!}`, ...cells.slice(0, 4)])
  );
  const corrected = states.filter(({id, state}) => id === "loss" && state.calibration === "corrected");

  it.each(corrected.filter(({state}) => state.axis === "tokens"))(
    "loss in the state $name has the CSV’s own digits",
    ({chart, state}) => {
      const lines = new Set(curves.map((cells) => cells.join(" ")));
      expect(keyedRows(chart, state).filter((row) => !lines.has(row))).toEqual([]);
    }
  );

  it.each(corrected.filter(({state}) => state.axis !== "tokens"))(
    "loss in the state $name has the CSV’s own losses",
    ({chart, state}) => {
      const lines = new Set(curves.map(([key, , ...losses]) => [key, ...losses].join(" ")));
      const rows = keyedRows(chart, state).map((row) => row.replace(/^(\S+) .* (\S+ \S+ \S+)$/, "$1 $2"));
      expect(rows.filter((row) => !lines.has(row))).toEqual([]);
    }
  );

  it.each(states.filter(({id}) => id === "cosine-ablation"))(
    "cosine-ablation in the state $name has every row of its panels, digit by digit",
    ({chart, state}) => {
      const lines = linesOf("chinchilla-figure-a1")
        .filter(([panel]) => state.panel === "both" || panel === state.panel)
        .map(([panel, multiplier, sequences, loss]) => `${panel!}-${multiplier!} ${sequences!} ${loss!}`);
      const rows = keyedRows(chart, state).map((row) => row.split(" ").slice(0, 3).join(" "));
      expect(rows.sort()).toEqual(lines.sort());
    }
  );

  it.each(states.filter(({id}) => id === "cycle-length"))(
    "cycle-length in the state $name has the twelve rows of its sequences, digit by digit",
    ({chart, state}) => {
      const lines = linesOf("chinchilla-figure-a1-cycle")
        .filter(([sequences]) => sequences === state.sequences)
        .map(([, panel, , cycle, loss]) => `${panel!} ${cycle!} ${loss!}`);
      const rows = keyedRows(chart, state).map((row) => row.split(" ").slice(0, 3).join(" "));
      expect(lines).toHaveLength(12);
      expect(rows.sort()).toEqual(lines.sort());
    }
  );
});

describe("namedState", () => {
  it("namedState throws where the chart has no such state, and says which it has", () => {
    const chart = find("chart", charts, "cycle-length");
    expect(() => namedState(chart, "eight-million")).toThrow(
      "unknown state: eight-million (one of six-million, five-million, seven-million)"
    );
  });
});

describe("answerOf", () => {
  it("answerOf(state without a name) is the chart’s summary of it", () => {
    const chart = find("chart", charts, "cycle-length");
    const state = {sequences: "5", scale: "linear"};
    expect(nameOfState(chart, state)).toBeUndefined();
    expect(answerOf(chart, state, "en")).toBe(chart.summary(state).en);
    expect(answerOf(chart, state, "en")).toMatch(/^After 5 million sequences, /);
  });
});
