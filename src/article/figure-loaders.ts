import type {Loader} from "./data-loaders.ts";

/**
 * Code that loads the CSV of a figure at `url`, for each tool. It is the same for all figures: the first column is the
 * name of a curve, also where that looks like a number, and the others are numbers.
 */
export function figureLoaders(url: string): readonly Loader[] {
  return [
    {
      tool: "pandas",
      code: `import pandas as pd\ndf = pd.read_csv(\n    "${url}",\n    dtype={"curve": "str"}, float_precision="round_trip",\n    keep_default_na=False, na_values=[""])`
    },
    {
      tool: "R",
      code: `df <- read.csv(\n  "${url}",\n  na.strings = "", colClasses = c(curve = "character"))`
    },
    {
      tool: "Observable",
      code: `data = d3.csv(\n  "${url}",\n  ({curve, ...numbers}) => ({curve, ...d3.autoType(numbers)})\n)`
    },
    {
      tool: "DuckDB",
      code: `SELECT * FROM read_csv(\n  '${url}',\n  header = true, nullstr = '', sample_size = -1, types = {'curve': 'VARCHAR'});`
    },
    {tool: "Spreadsheet", code: `=IMPORTDATA("${url}")`}
  ];
}
