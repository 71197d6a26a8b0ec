import {join} from "node:path";
import {createServer, type Plugin} from "vite";
import {chartDatasets} from "./chart-datasets.ts";
import {csv} from "./csv-imports.ts";

/** Root of the project. */
const root = join(import.meta.dirname, "..");

/** Modules that are loaded outside a build of the site, by their paths from the project's root. */
export interface ProjectModules {
  "/src/article/formulas.ts": typeof import("../src/article/formulas.ts");
  "/src/article/section-faults.ts": typeof import("../src/article/section-faults.ts");
  "/src/article/section-files.ts": typeof import("../src/article/section-files.ts");
  "/src/article/tex.ts": typeof import("../src/article/tex.ts");
  "/src/core/define/chart.ts": typeof import("../src/core/define/chart.ts");
  "/src/export/render.ts": typeof import("../src/export/render.ts");
  "/src/laws/multi-power.ts": typeof import("../src/laws/multi-power.ts");
  "/src/registry.ts": typeof import("../src/registry.ts");
}

/** Loads a module of the project as a build does, with all that it imports. */
export type LoadModule = <P extends keyof ProjectModules>(path: P) => Promise<ProjectModules[P]>;

/** The plugins without which no Vite reads this project's modules. */
export function projectPlugins(): Plugin[] {
  return [csv(), chartDatasets()];
}

/** What `use` makes of the project's modules, which Node alone can't import: they import CSVs, globs and styles. */
export async function withModules<T>(use: (load: LoadModule) => Promise<T>): Promise<T> {
  const server = await createServer({
    root,
    configFile: false,
    logLevel: "error",
    appType: "custom",
    plugins: projectPlugins(),
    server: {middlewareMode: true, ws: false, watch: null},
    optimizeDeps: {noDiscovery: true}
  });
  try {
    return await use(async (path) => (await server.ssrLoadModule(path)) as ProjectModules[typeof path]);
  } finally {
    await server.close();
  }
}
