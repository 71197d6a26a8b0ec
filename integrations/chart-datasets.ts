import {readdir} from "node:fs/promises";
import {basename, dirname, join} from "node:path";
import {rolldown, type PluginContext} from "rolldown";
import type {Plugin} from "vite";

/** The module that holds the names of each chart's datasets. */
const id = "virtual:chart-datasets";

/** The datasets that charts draw, and all files that say so. */
export interface ChartDatasets {
  /** Names of datasets by the name of a chart, in the order in which its imports come to them. */
  readonly datasets: Readonly<Record<string, readonly string[]>>;
  readonly files: readonly string[];
}

/**
 * A Vite plugin that derives from what each chart imports which datasets it draws, so that none can be forgotten:
 * `virtual:chart-datasets` has them by the chart's name. A dataset counts where a value of it is left once all that the
 * chart doesn't use is shaken off, whether it comes from the chart, its marks, an analysis or a law.
 */
export function chartDatasets(): Plugin {
  let root = "";
  return {
    name: "past-chinchilla:chart-datasets",
    configResolved(config) {
      root = config.root;
    },
    resolveId: (source) => (source === id ? `\0${id}` : null),
    async load(resolved) {
      if (resolved !== `\0${id}`) return null;
      const {datasets, files} = await datasetsOfCharts(root);
      // A change of any of them may change what is drawn.
      for (const file of files) this.addWatchFile(file);
      return `export default ${JSON.stringify(datasets)};`;
    }
  };
}

/** The datasets of every chart of a project. @throws where a chart can't be read. */
export async function datasetsOfCharts(root: string): Promise<ChartDatasets> {
  const entries = await readdir(join(root, "src/charts"));
  const charts = entries.filter((entry) => entry.endsWith(".ts")).sort();
  const read = await Promise.all(charts.map((chart) => modulesOf(join(root, "src/charts", chart))));
  // Folders within it hold what several datasets say.
  const folder = join(root, "src/data");
  const named = charts.map((chart, index): [name: string, datasets: string[]] => {
    const used = read[index]?.used ?? [];
    return [
      basename(chart, ".ts"),
      used
        .filter((file) => dirname(file) === folder && file.endsWith(".ts"))
        .map((file) => basename(file, ".ts"))
    ];
  });
  return {
    datasets: Object.fromEntries(named),
    files: [...new Set(read.flatMap(({files}) => files))]
  };
}

/** The project's own modules that a chart comes to, and those of which something is used, in the order of imports. */
async function modulesOf(chart: string): Promise<{files: readonly string[]; used: readonly string[]}> {
  const bundle = await rolldown({
    input: chart,
    external: /^[^./]/,
    // A module without a value that is used is left out, whatever it does when it is imported.
    treeshake: {moduleSideEffects: false, propertyReadSideEffects: false, unknownGlobalSideEffects: false},
    plugins: [
      // What the rows of a dataset are makes no difference.
      {name: "empty-csv", load: (file) => (file.endsWith(".csv") ? "export default {};" : null)},
      {
        name: "pure-constants",
        transform: {
          filter: {id: /\.ts$/},
          handler(code) {
            return withPureConstants(code, constantsOf(this.parse(code, {lang: "ts"})));
          }
        }
      }
    ],
    logLevel: "silent"
  });
  try {
    const {output} = await bundle.generate();
    const used = output.flatMap((file) =>
      file.type === "chunk"
        ? Object.entries(file.modules)
            .filter(([, {renderedLength}]) => renderedLength > 0)
            .map(([module]) => module)
        : []
    );
    return {files: await bundle.watchFiles, used};
  } finally {
    await bundle.close();
  }
}

type Program = ReturnType<PluginContext["parse"]>;
type Span = Readonly<Record<"start" | "end", number>>;

/** Where a module computes the constants that it declares, in their order. */
function constantsOf({body}: Program): Span[] {
  return body.flatMap((statement) => {
    const declaration = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
    if (declaration?.type !== "VariableDeclaration") return [];
    return declaration.declarations.flatMap(({init}) => (init ? [init] : []));
  });
}

/**
 * A module whose constants are computed by calls that are marked as pure. Unmarked, `rows.filter(…)` may do anything, so
 * that a constant would stay, with its dataset, wherever something else of its module is used.
 */
function withPureConstants(code: string, constants: readonly Span[]): string {
  let [marked, end] = ["", 0];
  for (const constant of constants) {
    marked += `${code.slice(end, constant.start)}/* @__PURE__ */ (() => (${code.slice(constant.start, constant.end)}))()`;
    end = constant.end;
  }
  return marked + code.slice(end);
}
