import {csvFormatRows} from "d3-dsv";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {parseRows, type CsvTable} from "../../../src/core/define/csv.ts";

const none = {label: {en: "x"}, description: {en: "x"}};

const fields = {
  model: {type: "category", categories: ["7B", "13B"], ...none},
  step: {type: "number", unit: "1", range: [0, 1e6], ...none},
  loss: {type: "number", unit: "nat/token", range: [1, 12], decimals: 2, ...none},
  score: {type: "number", unit: "percent", range: [-1e9, 1e9], optional: true, ...none},
  clipped: {type: "boolean", ...none},
  source: {type: "text", ...none}
} as const;

const header = "model,step,loss,score,clipped,source";

function define(text: string): CsvTable<typeof fields> {
  return {
    fields,
    key: ["model", "step"],
    ascending: {field: "step", within: ["model"]},
    rows: {file: "src/data/test.csv", text}
  };
}

/** A table of two good rows, with `line` (2 or 3) replaced. */
function table(line: number, row: string): string {
  const lines = [header, "7B,10,2.25,,0,A", "7B,20,2.10,4.5,1,B"];
  lines[line - 1] = row;
  return `${lines.join("\n")}\n`;
}

function errorOf(text: string): string {
  try {
    parseRows(define(text));
  } catch (error) {
    return (error as Error).message;
  }
  return "no error";
}

describe("parseRows(definition)", () => {
  it("types every cell by its field", () => {
    expect(parseRows(define(`${header}\n7B,1e3,2.25,-4.5e-1,1,"A, ""B"""\n13B,0,12.00,,0,C\n`))).toEqual([
      {model: "7B", step: 1000, loss: 2.25, score: -0.45, clipped: true, source: 'A, "B"'},
      {model: "13B", step: 0, loss: 12, score: null, clipped: false, source: "C"}
    ]);
  });

  it("reads lines that end with CRLF, and a last line without an end", () => {
    expect(parseRows(define(`${header}\r\n7B,1,2.25,,0,A\r\n7B,2,2.25,,0,A`))).toHaveLength(2);
  });

  it("returns a written table", () => {
    const cells = fc.record({
      model: fc.constantFrom("7B" as const, "13B" as const),
      loss: fc.integer({min: 100, max: 1200}).map((value) => value / 100),
      score: fc.option(
        fc.double({min: -1e9, max: 1e9, noNaN: true}).map((value) => value + 0),
        {nil: null}
      ),
      clipped: fc.boolean(),
      source: fc.string({minLength: 1}).filter((text) => !/[\r\n]/.test(text))
    });
    fc.assert(
      fc.property(fc.array(cells, {minLength: 1, maxLength: 20}), (drawn) => {
        const rows = drawn.map((row, step) => ({...row, step}));
        const written = rows.map((row) => [
          row.model,
          String(row.step),
          row.loss.toFixed(2),
          row.score === null ? "" : String(row.score),
          row.clipped ? "1" : "0",
          row.source
        ]);
        expect(parseRows(define(csvFormatRows([header.split(","), ...written])))).toEqual(rows);
      })
    );
  });

  const row = "7B,20,2.10,4.5,1,B";
  const order = header.replaceAll(",", ", ");
  const loss = "a number in [1, 12], nat/token";

  it.each([
    [
      "an unknown column",
      table(1, `${header},extra`),
      `1: unknown column: "extra" (expected one of ${order})`
    ],
    [
      "a repeated column",
      table(1, `${header},loss`),
      '1: column loss: repeated column: "loss" (expected it once, in capitals or not)'
    ],
    [
      "a missing column",
      table(1, "model,step,loss,score,clipped"),
      `1: column source: missing column (expected ${order})`
    ],
    [
      "columns in another order",
      table(1, "step,model,loss,score,clipped,source"),
      `1: column step: misplaced column: "step" (expected the order ${order})`
    ],
    ["no header", "", `1: column model: missing column (expected ${order})`],
    ["no rows", `${header}\n`, "2: no rows (expected at least one below the header)"],
    [
      "a cell too few",
      table(3, "7B,20,2.10"),
      `3: wrong number of cells: 3 in "7B,20,2.10" (expected 6: ${order})`
    ],
    [
      "a cell too many",
      table(3, `${row},`),
      `3: wrong number of cells: 7 in "${row}," (expected 6: ${order})`
    ],
    ["a blank line", table(2, ""), `2: wrong number of cells: 1 in "" (expected 6: ${order})`],
    [
      "a line break in a cell",
      table(2, '7B,10,2.25,,0,"A\nB"'),
      '2: column source: line break: "A\\nB" (expected one line)'
    ],
    ["an open quote", table(2, '7B,10,"2.25,,0,A'), "2: column loss: line break: "],
    ["an empty number", table(3, "7B,20,,4.5,1,B"), `3: column loss: missing value: "" (expected ${loss})`],
    [
      "an empty category",
      table(2, ",10,2.25,,0,A"),
      '2: column model: missing value: "" (expected one of 7B, 13B)'
    ],
    ["an empty text", table(2, "7B,10,2.25,,0,"), '2: column source: missing value: "" (expected a text)'],
    [
      "an empty boolean",
      table(2, "7B,10,2.25,,,A"),
      '2: column clipped: missing value: "" (expected 0 or 1)'
    ],
    [
      "a non-number",
      table(3, "7B,20,2.2x,4.5,1,B"),
      `3: column loss: not a number: "2.2x" (expected ${loss})`
    ],
    [
      "a number below its range",
      table(3, "7B,20,0.99,4.5,1,B"),
      `3: column loss: out of range: "0.99" (expected ${loss})`
    ],
    [
      "a number above its range",
      table(3, "7B,20,12.01,4.5,1,B"),
      `3: column loss: out of range: "12.01" (expected ${loss})`
    ],
    [
      "a decimal too few",
      table(3, "7B,20,2.1,4.5,1,B"),
      '3: column loss: wrong number of decimals: "2.1" (expected 2 digits after the point and no exponent)'
    ],
    [
      "an exponent where decimals are set",
      table(3, "7B,20,2.10e0,4.5,1,B"),
      '3: column loss: wrong number of decimals: "2.10e0"'
    ],
    [
      "an unknown category",
      table(3, "8B,20,2.10,4.5,1,B"),
      '3: column model: unknown category: "8B" (expected one of 7B, 13B)'
    ],
    [
      "a boolean in words",
      table(3, "7B,20,2.10,4.5,true,B"),
      '3: column clipped: not a boolean: "true" (expected 0 or 1)'
    ],
    [
      "a repeated key",
      table(3, "7B,1e1,2.10,4.5,1,B"),
      '3: column model, step: repeated key: ["7B",10], first on line 2 (expected one row for each key)'
    ],
    [
      "rows that do not ascend",
      table(3, "7B,9,2.10,4.5,1,B"),
      "3: column step: not ascending: 9 (expected above 10 of line 2)"
    ]
  ])("throws for %s", (_case, text, message) => {
    expect(errorOf(text)).toContain(`src/data/test.csv:${message}`);
  });

  it.each([
    " 2",
    "2 ",
    "+2",
    ".5",
    "2.",
    "0x1f",
    "1_000",
    "1,5",
    "NaN",
    "Infinity",
    "1e999",
    "--1",
    "007",
    "1e",
    "−1"
  ])("throws for the number %j", (cell) => {
    expect(errorOf(table(3, `7B,20,2.10,"${cell}",1,B`))).toBe(
      `src/data/test.csv:3: column score: not a number: ${JSON.stringify(cell)} ` +
        "(expected a number in [-1000000000, 1000000000], percent)"
    );
  });

  it("throws for two columns that differ in capitals only", () => {
    const number = {type: "number", unit: "1", range: [0, 1], ...none} as const;
    const alike = {
      fields: {A: number, a: number},
      key: ["A"] as const,
      rows: {file: "src/data/test.csv", text: "A,a\n1,0\n"}
    };
    expect(() => parseRows(alike)).toThrow('src/data/test.csv:1: column a: repeated column: "a"');
  });

  it("takes both ends of a range", () => {
    expect(errorOf(table(3, "7B,20,1.00,4.5,1,B"))).toBe("no error");
    expect(errorOf(table(3, "7B,20,12.00,4.5,1,B"))).toBe("no error");
  });

  it("compares rows only within their group", () => {
    expect(errorOf(table(3, "13B,5,2.10,4.5,1,B"))).toBe("no error");
  });

  it("leaves the unit 1 out of an error", () => {
    expect(errorOf(table(3, "7B,x,2.10,4.5,1,B"))).toMatch(/\(expected a number in \[0, 1000000\]\)$/);
  });
});
