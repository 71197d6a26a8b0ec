import {readdir} from "node:fs/promises";
import {basename, dirname, join} from "node:path";
import {rolldown} from "rolldown";
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
    // What the rows of a dataset are makes no difference.
    plugins: [{name: "empty-csv", load: (file) => (file.endsWith(".csv") ? "export default {};" : null)}],
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
