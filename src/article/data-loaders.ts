import type {Dataset} from "../core/define/dataset.ts";
import type {Field} from "../core/define/field.ts";

/** A tool that reads the CSVs. */
export type Tool = "pandas" | "R" | "Observable" | "DuckDB" | "Spreadsheet";

/** A few lines that load a dataset in a tool. */
export interface Loader {
  readonly tool: Tool;
  readonly code: string;
}

/**
 * Code that loads the CSV at `url` with the types of its fields, for each tool. Only an empty cell is missing,
 * and a category that looks like a number stays a name.
 */
export function dataLoaders({fields}: Dataset, url: string): readonly Loader[] {
  const each = (write: (name: string, field: Field) => string | null, separator: string): string =>
    Object.entries(fields)
      .map(([name, field]) => write(name, field))
      .filter((line) => line !== null)
      .join(separator);
  return [
    {
      tool: "pandas",
      code: [
        "import pandas as pd",
        "df = pd.read_csv(",
        `    "${url}",`,
        `    dtype={${each((name, field) => `"${name}": "${pandasType(field)}"`, ", ")}},`,
        '    keep_default_na=False, na_values=[""])'
      ].join("\n")
    },
    {
      tool: "R",
      code: [
        "df <- read.csv(",
        `  "${url}",`,
        '  check.names = FALSE, na.strings = "", encoding = "UTF-8",',
        `  colClasses = c(${each((name, field) => `"${name}" = "${rType(field)}"`, ", ")}))`,
        ...Object.entries(fields)
          .filter(([, field]) => field.type === "boolean")
          .map(([name]) => `df$${name} <- df$${name} == 1`)
      ].join("\n")
    },
    {
      tool: "Observable",
      code: ["data = d3.csv(", `  "${url}",`, `  (d) => ({${each(observableCell, ", ")}})`, ")"].join("\n")
    },
    {
      tool: "DuckDB",
      code: [
        "SELECT * FROM read_csv(",
        `  '${url}',`,
        "  header = true, nullstr = '',",
        `  columns = {${each((name, field) => `'${name}': '${duckTypes[kindOf(field)]}'`, ", ")}});`
      ].join("\n")
    },
    {tool: "Spreadsheet", code: `=IMPORTDATA("${url}")`}
  ];
}

const pandasTypes = {
  number: "float64",
  integer: "int64",
  category: "category",
  text: "str",
  boolean: "bool"
} as const;
const rTypes = {
  number: "numeric",
  integer: "integer",
  category: "factor",
  text: "character",
  boolean: "integer"
} as const;
const duckTypes = {
  number: "DOUBLE",
  integer: "BIGINT",
  category: "VARCHAR",
  text: "VARCHAR",
  boolean: "BOOLEAN"
} as const;

/** The largest integer of R. */
const largestOfR = 2 ** 31 - 1;

function kindOf(field: Field): keyof typeof duckTypes {
  return field.type === "number" && field.decimals === 0 ? "integer" : field.type;
}

/** With a capital where a cell may be empty, for which pandas has no plain integer. */
function pandasType(field: Field): string {
  const type = pandasTypes[kindOf(field)];
  return field.optional && type === "int64" ? "Int64" : type;
}

function rType(field: Field): string {
  const isTooLarge = field.type === "number" && field.range[1] > largestOfR;
  return isTooLarge ? rTypes.number : rTypes[kindOf(field)];
}

function observableCell(name: string, field: Field): string {
  const cell = `d.${name}`;
  const read = {number: `+${cell}`, category: cell, text: cell, boolean: `${cell} === "1"`}[field.type];
  return `${name}: ${field.optional ? `${cell} === "" ? null : ${read}` : read}`;
}
