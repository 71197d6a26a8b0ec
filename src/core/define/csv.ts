import {csvParseRows} from "d3-dsv";
import type {Field, Fields, NumberField, Row} from "./field.ts";
import {valueAt} from "../math/points.ts";

/** A CSV as the build imports it: its path from the project's root and its text. */
export interface CsvFile {
  readonly file: string;
  readonly text: string;
}

/** Names of the columns of numbers. */
type NumberName<F extends Fields> = {
  [K in keyof F & string]: F[K] extends NumberField ? K : never;
}[keyof F & string];

/** A CSV and what its columns and rows must be. */
export interface CsvTable<F extends Fields> {
  /** Columns, in the order of the header. */
  readonly fields: F;
  /** Fields that together name a row; no two rows share them. */
  readonly key: readonly (keyof NoInfer<F> & string)[];
  /** A number field that strictly ascends within each group of equal `within` cells. */
  readonly ascending?: {
    readonly field: NumberName<NoInfer<F>>;
    readonly within: readonly (keyof NoInfer<F> & string)[];
  };
  readonly rows: CsvFile;
}

type Value = string | number | boolean | null;
type Values = Readonly<Record<string, Value>>;

/** Where an error stands; the header is line 1. */
interface Place {
  readonly file: string;
  readonly line: number;
  readonly column?: string;
}

/**
 * The rows of a CSV, in its order: each cell typed by its field, an empty cell of an optional field as `null`.
 *
 * @throws where the CSV breaks the definition: an unknown, repeated, missing or misplaced column, a wrong number
 * of cells, a line break in a cell, an empty cell, a non-number, a number out of range or with other decimals, an
 * unknown category, a boolean other than 0 and 1, a repeated key, rows out of order, no rows. The message says
 * file, line, column, value and expectation.
 */
export function parseRows<F extends Fields>(definition: CsvTable<F>): readonly Row<F>[] {
  const {fields, key, ascending} = definition;
  const {file, text} = definition.rows;
  const [header = [], ...body] = csvParseRows(text);
  checkHeader(file, header, Object.keys(fields));
  if (body.length === 0) throw fault({file, line: 2}, "no rows", "at least one below the header");
  const rows = body.map((cells, index) => parseRow({file, line: lineOf(index)}, cells, fields));
  checkKeys(file, rows, key);
  if (ascending) checkAscending(file, rows, ascending.field, ascending.within);
  return rows as unknown as readonly Row<F>[];
}

function lineOf(index: number): number {
  return index + 2;
}

function fault({file, line, column}: Place, problem: string, expected: string): Error {
  const where = column === undefined ? `${file}:${line}` : `${file}:${line}: column ${column}`;
  return new Error(`${where}: ${problem} (expected ${expected})`);
}

function quote(cell: string): string {
  return JSON.stringify(cell);
}

function checkHeader(file: string, header: readonly string[], names: readonly string[]): void {
  const all = names.join(", ");
  const lower = header.map((column) => column.toLowerCase());
  header.forEach((column, index) => {
    const place = {file, line: 1, column};
    if (!names.includes(column)) {
      throw fault({file, line: 1}, `unknown column: ${quote(column)}`, `one of ${all}`);
    }
    // SQL and many programs take `a` for `A`.
    if (lower.indexOf(column.toLowerCase()) !== index)
      throw fault(place, `repeated column: ${quote(column)}`, "it once, in capitals or not");
  });
  const missing = names.find((name) => !header.includes(name));
  if (missing !== undefined) throw fault({file, line: 1, column: missing}, "missing column", all);
  const misplaced = header.find((column, index) => column !== names[index]);
  if (misplaced !== undefined) {
    throw fault(
      {file, line: 1, column: misplaced},
      `misplaced column: ${quote(misplaced)}`,
      `the order ${all}`
    );
  }
}

function parseRow(place: Place, cells: readonly string[], fields: Fields): Values {
  const columns = Object.entries(fields);
  const names = columns.map(([name]) => name);
  checkLineBreaks(place, cells, names);
  if (cells.length !== names.length) {
    const row = quote(cells.join(","));
    throw fault(
      place,
      `wrong number of cells: ${cells.length} in ${row}`,
      `${names.length}: ${names.join(", ")}`
    );
  }
  return Object.fromEntries(
    columns.map(([column, field], index) => [
      column,
      parseCell({...place, column}, valueAt(cells, index), field)
    ])
  );
}

/** A row must be one line: the line numbers of all later errors are counted by rows. */
function checkLineBreaks(place: Place, cells: readonly string[], names: readonly string[]): void {
  cells.forEach((cell, index) => {
    if (!/[\r\n]/.test(cell)) return;
    throw fault(
      {...place, column: names[index] ?? String(index + 1)},
      `line break: ${quote(cell)}`,
      "one line"
    );
  });
}

function parseCell(place: Place, cell: string, field: Field): Value {
  if (cell === "") {
    if (field.optional) return null;
    throw fault(place, `missing value: ${quote(cell)}`, expectation(field));
  }
  switch (field.type) {
    case "number":
      return parseNumber(place, cell, field);
    case "category":
      if (!field.categories.includes(cell)) {
        throw fault(place, `unknown category: ${quote(cell)}`, expectation(field));
      }
      return cell;
    case "boolean":
      if (cell !== "0" && cell !== "1")
        throw fault(place, `not a boolean: ${quote(cell)}`, expectation(field));
      return cell === "1";
    case "text":
      return cell;
  }
}

function parseNumber(place: Place, cell: string, field: NumberField): number {
  // `Number` alone would also take "0x1f", " 1 ", "1." and "Infinity".
  const written = /^-?(?:0|[1-9]\d*)(?:\.(?<decimals>\d+))?(?<exponent>[eE][+-]?\d+)?$/.exec(cell);
  const value = Number(cell);
  if (!written || !Number.isFinite(value)) {
    throw fault(place, `not a number: ${quote(cell)}`, expectation(field));
  }
  const {decimals = "", exponent} = written.groups ?? {};
  if (field.decimals !== undefined && (decimals.length !== field.decimals || exponent !== undefined)) {
    const expected = `${field.decimals} digits after the point and no exponent`;
    throw fault(place, `wrong number of decimals: ${quote(cell)}`, expected);
  }
  const [min, max] = field.range;
  if (value < min || value > max) throw fault(place, `out of range: ${quote(cell)}`, expectation(field));
  return value;
}

function expectation(field: Field): string {
  switch (field.type) {
    case "number": {
      const bounds = `a number in [${field.range.join(", ")}]`;
      return field.unit === "1" ? bounds : `${bounds}, ${field.unit}`;
    }
    case "category":
      return `one of ${field.categories.join(", ")}`;
    case "boolean":
      return "0 or 1";
    case "text":
      return "a text";
  }
}

function checkKeys(file: string, rows: readonly Values[], key: readonly string[]): void {
  const lines = new Map<string, number>();
  rows.forEach((row, index) => {
    const line = lineOf(index);
    const cells = JSON.stringify(key.map((column) => row[column]));
    const first = lines.get(cells);
    if (first !== undefined) {
      const place = {file, line, column: key.join(", ")};
      throw fault(place, `repeated key: ${cells}, first on line ${first}`, "one row for each key");
    }
    lines.set(cells, line);
  });
}

function checkAscending(
  file: string,
  rows: readonly Values[],
  field: string,
  within: readonly string[]
): void {
  const highest = new Map<string, {readonly value: number; readonly line: number}>();
  rows.forEach((row, index) => {
    const value = row[field];
    if (typeof value !== "number") return;
    const line = lineOf(index);
    const group = JSON.stringify(within.map((column) => row[column]));
    const before = highest.get(group);
    if (before && value <= before.value) {
      throw fault(
        {file, line, column: field},
        `not ascending: ${value}`,
        `above ${before.value} of line ${before.line}`
      );
    }
    highest.set(group, {value, line});
  });
}
