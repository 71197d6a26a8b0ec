import chartDatasets from "virtual:chart-datasets";
import type {Chart} from "./core/define/chart.ts";
import type {Dataset} from "./core/define/dataset.ts";
import type {Law} from "./core/define/law.ts";
import type {Schedule} from "./core/define/schedule.ts";

/** Every published dataset by the name of its file. */
export const datasets: ReadonlyMap<string, Dataset> = collect(
  import.meta.glob<Dataset>("./data/*.ts", {eager: true, import: "default"})
);

/** Every law by the name of its file. */
export const laws: ReadonlyMap<string, Law> = collect(
  import.meta.glob<Law>("./laws/*.ts", {eager: true, import: "default"})
);

/** Every learning-rate schedule by the name of its file. */
export const schedules: ReadonlyMap<string, Schedule> = collect(
  import.meta.glob<Schedule>("./schedules/*.ts", {eager: true, import: "default"})
);

const datasetsByChart = new Map(Object.entries(chartDatasets));

/** A chart with what it draws. */
export interface RegisteredChart extends Chart {
  /** Names of its datasets, as they follow from what its file imports; in the order of the imports. */
  readonly datasets: readonly string[];
}

/** Every chart by the name of its file. */
export const charts: ReadonlyMap<string, RegisteredChart> = new Map(
  Array.from(
    collect(import.meta.glob<Chart>("./charts/*.ts", {eager: true, import: "default"})),
    ([name, chart]) => [name, {...chart, datasets: find("chart", datasetsByChart, name)}]
  )
);

/**
 * The entry of a registry by its name; `kind` is what the error calls it, e.g. `"dataset"`.
 *
 * @throws where there is none of that name.
 */
export function find<T>(kind: string, entries: ReadonlyMap<string, T>, name: string): T {
  const entry = entries.get(name);
  if (entry === undefined)
    throw new Error(`unknown ${kind}: ${name} (one of ${[...entries.keys()].join(", ")})`);
  return entry;
}

/** Default exports by the names of their files, in alphabetical order. */
function collect<T>(modules: Readonly<Record<string, T | undefined>>): ReadonlyMap<string, T> {
  return new Map(
    Object.entries(modules).map(([path, entry]) => {
      if (entry === undefined) throw new Error(`no default export: ${path} (expected one per file)`);
      return [path.slice(path.lastIndexOf("/") + 1, -".ts".length), entry];
    })
  );
}
