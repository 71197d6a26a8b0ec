import {valueAt} from "../../src/core/math/points.ts";
import type {LabUse} from "./measure-labs.ts";
import {kinds, type Kind, type PageLoad} from "./measure-page.ts";

/** A measured figure: every value of it, and the most it may be in the median. */
export interface Figure {
  readonly subject: string;
  readonly name: string;
  readonly unit: string;
  /** Digits after the point that are printed. */
  readonly decimals: number;
  readonly limit: number;
  readonly values: readonly number[];
}

/** The most a page may cost: kilobytes of 1000 bytes, seconds, milliseconds. */
export interface PageLimits {
  readonly script: number;
  readonly bytes: number;
  readonly chart: number;
  readonly blocking: number;
  readonly shift: number;
}

/** The figures of one page from its loads. */
export function pageFigures(subject: string, loads: readonly PageLoad[], limits: PageLimits): Figure[] {
  const figure = (
    name: string,
    unit: string,
    decimals: number,
    limit: number,
    value: (load: PageLoad) => number
  ): Figure => ({subject, name, unit, decimals, limit, values: loads.map(value)});
  return [
    figure("JavaScript before the first interaction", "kB", 1, limits.script, scriptSize),
    figure("all bytes at load", "kB", 1, limits.bytes, size),
    figure("first chart on screen", "s", 2, limits.chart, seconds),
    figure("blocking time", "ms", 0, limits.blocking, ({blocking}) => blocking),
    figure("layout shift", "", 3, limits.shift, ({shift}) => shift)
  ];
}

/** The figures of charts that were played with: kilobytes, milliseconds. */
export function labFigures(
  uses: readonly LabUse[],
  limits: {readonly script: number; readonly redraw: number}
): Figure[] {
  return uses.flatMap(({chart, run, script, redraws}): Figure[] => [
    {
      subject: chart,
      name: "JavaScript with Plot",
      unit: "kB",
      decimals: 1,
      limit: limits.script,
      values: [script / 1000]
    },
    {
      subject: chart,
      name: run ? `redraw, ${run}` : "redraw",
      unit: "ms",
      decimals: 0,
      limit: limits.redraw,
      values: redraws
    }
  ]);
}

/** One row per figure: median, range, limit, and whether the median is within it. */
export function figureTable(figures: readonly Figure[]): string {
  return table(
    ["what", "figure", "unit", "median", "range", "limit", ""],
    figures.map(({subject, name, unit, decimals, limit, values}) => {
      const write = (value: number): string => value.toFixed(decimals);
      const [least, most] = [write(Math.min(...values)), write(Math.max(...values))];
      return [
        subject,
        name,
        unit,
        write(median(values)),
        least === most ? "" : `${least}–${most}`,
        `≤ ${String(limit)}`,
        median(values) <= limit ? "ok" : "over"
      ];
    })
  );
}

/** Kilobytes of each page by kind, in the median. */
export function kindTable(pages: ReadonlyMap<string, readonly PageLoad[]>): string {
  return table(
    ["kB at load", ...kinds],
    [...pages].map(([name, loads]) => [
      name,
      ...kinds.map((kind: Kind) => median(loads.map(({bytes}) => bytes[kind] / 1000)).toFixed(1))
    ])
  );
}

/** What a chart costs the ordinary way, as a multiple of what ours costs. */
export interface Ratio {
  readonly name: string;
  readonly unit: string;
  readonly decimals: number;
  readonly ours: number;
  readonly ordinary: number;
  /** Absent where ours is nothing. */
  readonly ratio?: number;
}

/** The ratios of two pages that show the same chart. */
export function ratios(ours: readonly PageLoad[], ordinary: readonly PageLoad[]): Ratio[] {
  const compare = (
    name: string,
    unit: string,
    decimals: number,
    value: (load: PageLoad) => number
  ): Ratio => {
    const [a, b] = [median(ours.map(value)), median(ordinary.map(value))];
    return {name, unit, decimals, ours: a, ordinary: b, ...(a > 0 && {ratio: b / a})};
  };
  return [
    compare("JavaScript before the first interaction", "kB", 1, scriptSize),
    compare("all bytes at load", "kB", 1, size),
    compare("first chart on screen", "s", 2, seconds),
    compare("blocking time", "ms", 0, ({blocking}) => blocking)
  ];
}

/** One row per ratio. */
export function ratioTable(compared: readonly Ratio[]): string {
  return table(
    ["the same chart", "unit", "embed page", "Vite + Plot + CSV", "ratio"],
    compared.map(({name, unit, decimals, ours, ordinary, ratio}) => [
      name,
      unit,
      ours.toFixed(decimals),
      ordinary.toFixed(decimals),
      ratio === undefined ? "–" : `${ratio.toFixed(1)}×`
    ])
  );
}

/** The middle of some values; of an even number of them, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return (valueAt(sorted, Math.floor(middle)) + valueAt(sorted, Math.ceil(middle) - 1)) / 2;
}

function scriptSize({bytes}: PageLoad): number {
  return bytes.script / 1000;
}

function size({bytes}: PageLoad): number {
  return kinds.reduce((sum, kind) => sum + bytes[kind], 0) / 1000;
}

function seconds({chart}: PageLoad): number {
  return chart / 1000;
}

/** A Markdown table whose columns are aligned as plain text too. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((title, column) =>
    Math.max(3, ...[title, ...rows.map((row) => row[column] ?? "")].map((cell) => cell.length))
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  return [line(header), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}
