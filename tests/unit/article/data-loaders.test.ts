import {resolve} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import {csvParse, csvParseRows, type DSVRowString} from "d3-dsv";
import {describe, expect, it} from "vitest";
import {dataLoaders, type Tool} from "../../../src/article/data-loaders.ts";
import type {Dataset} from "../../../src/core/define/dataset.ts";
import {datasets} from "../../../src/registry.ts";
import {isThere, output, python} from "../export/programs.ts";

/** A loader's code that reads the CSV from the project instead of its address. */
function codeFor(tool: Tool, dataset: Dataset): string {
  return dataLoaders(dataset, resolve(dataset.csv.file)).find((loader) => loader.tool === tool)!.code;
}

describe("dataLoaders(dataset, url)", () => {
  it("names the address in every loader", () => {
    for (const dataset of datasets.values()) {
      const loaders = dataLoaders(dataset, "https://example.org/data/x.csv");
      expect(loaders.map(({tool}) => tool)).toEqual(["pandas", "R", "Observable", "DuckDB", "Spreadsheet"]);
      for (const {code} of loaders) expect(code).toContain("https://example.org/data/x.csv");
    }
  });

  it("loads whole numbers as such, in each tool that tells them apart", () => {
    const published = datasets.get("published-models")!;
    for (const [tool, code] of [
      ["pandas", '"tokens": "int64"'],
      ["R", '"tokens" = "integer"'],
      ["DuckDB", "'tokens': 'BIGINT'"]
    ] as const)
      expect(codeFor(tool, published)).toContain(code);
    expect(codeFor("R", datasets.get("llama-runs")!)).toContain('"batch_tokens" = "integer"');
  });

  it.each([...datasets])("Observable reads %s as the site does", (_name, dataset) => {
    const d3 = {
      csv: (_url: string, row: (cells: DSVRowString) => object) => csvParse(dataset.csv.text, row).slice()
    };
    // What a reader would run is what is run here.
    // eslint-disable-next-line @typescript-eslint/no-implied-eval
    const load = new Function("d3", `let ${codeFor("Observable", dataset)}; return data;`) as (
      library: typeof d3
    ) => unknown;
    expect(load(d3)).toEqual(dataset.rows);
  });

  it("DuckDB reads every dataset as the site does", async () => {
    const instance = await DuckDBInstance.create(":memory:");
    const connection = await instance.connect();
    for (const [name, dataset] of datasets) {
      const read = await connection.runAndReadAll(codeFor("DuckDB", dataset));
      expect(read.columnNames(), name).toEqual(Object.keys(dataset.fields));
      const rows = read
        .getRows()
        .map((row) => row.map((cell) => (typeof cell === "bigint" ? Number(cell) : cell)));
      expect(rows, name).toEqual(dataset.rows.map((row) => Object.values(row)));
    }
    connection.closeSync();
    instance.closeSync();
  });

  it.skipIf(!isThere(python, ["-c", "import pandas"]))("pandas reads every dataset as the site does", () => {
    const program = [...datasets.values()].map((dataset) =>
      [codeFor("pandas", dataset), "print(df.to_json(orient='records', double_precision=15))"].join("\n")
    );
    const lines = output(python, ["-"], program.join("\n")).trim().split("\n");
    expect(lines).toHaveLength(datasets.size);
    [...datasets].forEach(([name, {rows}], index) => {
      expect(JSON.parse(lines[index]!), name).toEqual(rows);
    });
  });

  it.skipIf(!isThere("Rscript", ["--version"]))("R reads every dataset as the site does", () => {
    const program = [...datasets.values()].map((dataset) =>
      [
        codeFor("R", dataset),
        "for (each in names(df)) if (is.numeric(df[[each]])) df[[each]] <- ifelse(is.na(df[[each]]), NA, sprintf('%.15g', df[[each]]))",
        "write.csv(df, row.names = FALSE, na = '')",
        "cat('end\\n')"
      ].join("\n")
    );
    const blocks = output("Rscript", ["-"], program.join("\n"))
      .trim()
      .split(/\bend\n?/);
    [...datasets].forEach(([name, dataset], index) => {
      const read = csvParseRows(blocks[index]!.trim());
      expect(read[0], name).toEqual(Object.keys(dataset.fields));
      const rows = dataset.rows.map((row) => Object.values(row).map(written));
      expect(
        read.slice(1).map((cells) => cells.map(comparable)),
        name
      ).toEqual(rows.map((row) => row.map(comparable)));
    });
  });
});

/** A cell as R writes it. */
function written(value: string | number | boolean | null): string {
  if (value === null) return "";
  return typeof value === "boolean" ? String(value).toUpperCase() : String(value);
}

function comparable(cell: string): string | number {
  return cell === "" || Number.isNaN(Number(cell)) ? cell : Number(cell);
}
