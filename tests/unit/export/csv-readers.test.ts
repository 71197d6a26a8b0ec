import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {DuckDBInstance, type DuckDBConnection} from "@duckdb/node-api";
import {autoType, csvParse, csvParseRows, type DSVRowString} from "d3-dsv";
import ExcelJS from "exceljs";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {Tool} from "../../../src/article/data-loaders.ts";
import {figureLoaders} from "../../../src/article/figure-loaders.ts";
import {figureCsv} from "../../../src/export/numbers.ts";
import {charts, datasets} from "../../../src/registry.ts";
import {isThere, output, python} from "./programs.ts";

type Cell = string | number | null;

const folder = mkdtempSync(join(tmpdir(), "figure-csvs-"));
/** The CSV of every named state, and what anyone should read in it: names, numbers, and `null` for an empty cell. */
const files = [...charts].flatMap(([id, {states}]) =>
  Object.keys(states).map((name) => {
    const text = figureCsv(id, name, "en");
    const [header = [], ...rows] = csvParseRows(text);
    const read = rows.map(([curve = "", ...cells]): Cell[] => [
      curve,
      ...cells.map((cell) => (cell === "" ? null : Number(cell)))
    ]);
    return {place: `${id}/${name}`, text, path: join(folder, `${id}-${name}.csv`), header, read};
  })
);

beforeAll(() => {
  for (const {path, text} of files) writeFileSync(path, text);
});
afterAll(() => {
  rmSync(folder, {recursive: true});
});

/** A loader’s code that reads the file instead of its address. */
function codeFor(tool: Tool, path: string): string {
  return figureLoaders(path).find((loader) => loader.tool === tool)!.code;
}

/** Rows as a program gives them back, which may write a number with one digit less than it has. */
function expectRows(
  read: readonly (readonly unknown[])[],
  {place, read: right}: (typeof files)[number]
): void {
  expect(read.length, place).toBe(right.length);
  for (const [index, row] of right.entries())
    for (const [column, cell] of row.entries()) {
      const found = read[index]?.[column];
      const isRight =
        typeof cell === "number"
          ? typeof found === "number" && Math.abs(found - cell) <= 1e-13 * Math.abs(cell)
          : found === cell;
      if (!isRight) expect(found, `${place}, row ${index}, column ${column}`).toBe(cell);
    }
}

it("there are files, some with numbers that 64 bits can’t count, some with a band", () => {
  expect(files.length).toBeGreaterThan(80);
  expect(files.some(({read}) => read.some((row) => row.some((cell) => Number(cell) > 2 ** 64)))).toBe(true);
  expect(files.some(({header}) => header.includes("low"))).toBe(true);
});

describe("DuckDB", () => {
  let instance: DuckDBInstance;
  let connection: DuckDBConnection;
  beforeAll(async () => {
    instance = await DuckDBInstance.create(":memory:");
    connection = await instance.connect();
  });
  afterAll(() => {
    connection.closeSync();
    instance.closeSync();
  });

  it("reads every figure’s CSV by its loader", async () => {
    for (const file of files) {
      const read = await connection.runAndReadAll(codeFor("DuckDB", file.path));
      expect(read.columnNames(), file.place).toEqual(file.header);
      const rows = read
        .getRows()
        .map((row) => row.map((cell) => (typeof cell === "bigint" ? Number(cell) : cell)));
      expectRows(rows, file);
    }
  });

  it("guesses numbers of 64 bits where they are numbers, without any option", async () => {
    const types = async (path: string): Promise<Map<string, string>> => {
      const read = await connection.runAndReadAll(`DESCRIBE SELECT * FROM '${path}'`);
      return new Map(read.getRows().map(([name, type]) => [String(name), String(type)]));
    };
    for (const {place, path, header} of files) {
      const found = await types(path);
      for (const name of header.slice(1)) expect(["DOUBLE", "BIGINT"], place).toContain(found.get(name));
    }
    for (const {csv, fields} of datasets.values()) {
      const found = await types(csv.file);
      for (const [name, {type}] of Object.entries(fields))
        if (type === "number") expect(["DOUBLE", "BIGINT"], `${csv.file} ${name}`).toContain(found.get(name));
    }
  });
});

it("ExcelJS reads every figure’s CSV as a sheet does", async () => {
  for (const file of files) {
    const sheet = await new ExcelJS.Workbook().csv.readFile(file.path);
    const rows: Cell[][] = [];
    sheet.eachRow((row) => {
      rows.push(file.header.map((_, index) => row.getCell(index + 1).value as Cell));
    });
    expect(rows[0], file.place).toEqual(file.header);
    expectRows(
      rows.slice(1).map(([curve, ...cells]) => [String(curve), ...cells]),
      file
    );
  }
});

it("Observable reads every figure’s CSV by its loader", () => {
  for (const file of files) {
    const d3 = {
      autoType,
      csv: (_url: string, row: (cells: DSVRowString) => object) => csvParse(file.text, row).slice()
    };
    // What a reader would run is what is run here.
    // eslint-disable-next-line @typescript-eslint/no-implied-eval
    const load = new Function("d3", `let ${codeFor("Observable", file.path)}; return data;`) as (
      library: typeof d3
    ) => object[];
    expectRows(
      load(d3).map((row): unknown[] => Object.values(row)),
      file
    );
  }
});

it.skipIf(!isThere("mlr", ["--version"]))("Miller reads every figure’s CSV", () => {
  for (const file of files) {
    const read = JSON.parse(output("mlr", ["--icsv", "--ojson", "cat", file.path])) as Record<string, Cell>[];
    const rows = read.map((row) => Object.values(row).map((cell) => (cell === "" ? null : cell)));
    expectRows(
      rows.map(([curve, ...cells]) => [String(curve), ...cells]),
      file
    );
  }
});

it.skipIf(!isThere("sqlite3", ["--version"]))("sqlite3 reads every figure’s CSV", () => {
  for (const file of files) {
    const [curve = "", ...numbers] = file.header;
    const columns = numbers.map((name) => `CASE ${name} WHEN '' THEN NULL ELSE CAST(${name} AS REAL) END`);
    const script = `.import --csv "${file.path}" t\n.mode json\nSELECT ${[curve, ...columns].join()} FROM t;\n`;
    const read = JSON.parse(output("sqlite3", [":memory:"], script)) as Record<string, Cell>[];
    expectRows(
      read.map((row) => Object.values(row)),
      file
    );
  }
});

it.skipIf(!isThere(python, ["-c", "import pandas"]))("pandas reads every figure’s CSV by its loader", () => {
  const program = files.map(({path}) =>
    [
      codeFor("pandas", path),
      "assert all(kind.kind in 'if' for kind in df.dtypes[1:])",
      "print(json.dumps([[None if cell != cell else cell for cell in row] for row in df.values.tolist()]))"
    ].join("\n")
  );
  const lines = output(python, ["-"], ["import json", ...program].join("\n"))
    .trim()
    .split("\n");
  for (const [index, file] of files.entries()) expectRows(JSON.parse(lines[index]!) as Cell[][], file);
});

it.skipIf(!isThere("Rscript", ["--version"]))("R reads every figure’s CSV by its loader", () => {
  const program = files.map(({path}) =>
    [
      codeFor("R", path),
      "for (each in df[-1]) stopifnot(is.numeric(each))",
      "for (each in names(df)[-1]) df[[each]] <- ifelse(is.na(df[[each]]), NA, sprintf('%.15g', df[[each]]))",
      "write.csv(df, row.names = FALSE, na = '')",
      "cat('end\\n')"
    ].join("\n")
  );
  const blocks = output("Rscript", ["-"], program.join("\n"))
    .trim()
    .split(/^end$\n?/m);
  for (const [index, file] of files.entries()) {
    const [header, ...rows] = csvParseRows(blocks[index]!.trim());
    expect(header, file.place).toEqual(file.header);
    expectRows(
      rows.map(([curve, ...cells]) => [curve, ...cells.map((cell) => (cell === "" ? null : Number(cell)))]),
      file
    );
  }
});
