import {spawn} from "node:child_process";
import {join} from "node:path";
import {build} from "vite";
import {withModules} from "../../integrations/project-vite.ts";
import {firstLocale} from "../../src/core/i18n/locale.ts";

const root = join(import.meta.dirname, "../..");

/**
 * Builds the whole site into a folder; the seconds it took, Node's start included.
 *
 * @param cache where pictures and fonts are kept from one build to the next; the project's own place without it
 * @throws where the build fails.
 */
export async function buildSite(folder: string, cache?: string): Promise<number> {
  const start = performance.now();
  const astro = join(root, "node_modules/astro/bin/astro.mjs");
  const child = spawn(process.execPath, [astro, "build", "--outDir", folder], {
    cwd: root,
    env: {
      ...process.env,
      BASE_PATH: "/",
      ASTRO_TELEMETRY_DISABLED: "1",
      ...(cache !== undefined && {CACHE_FOLDER: cache})
    },
    stdio: ["ignore", "pipe", "pipe"]
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => (output += text));
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject).on("close", resolve);
  });
  if (code !== 0) throw new Error(`build failed: exit code ${code ?? "none"} (expected 0)\n${output}`);
  return (performance.now() - start) / 1000;
}

/** Builds the chart of `bench/ordinary`, which a page draws in the browser, into a folder. */
export async function buildOrdinary(folder: string): Promise<void> {
  await build({
    root: join(root, "bench/ordinary"),
    configFile: false,
    logLevel: "error",
    build: {outDir: folder, emptyOutDir: true}
  });
}

/**
 * Seconds that the build takes to draw named states of the site's charts, once per round; loading the charts
 * isn't counted. The first round is the slowest, for nothing is compiled yet.
 *
 * @param count how many states, one of each chart in turn
 * @throws where the charts have fewer states
 */
export async function timeDrawings(count: number, rounds: number): Promise<number[]> {
  return withModules(async (load) => {
    const {charts} = await load("/src/registry.ts");
    const {renderState} = await load("/src/export/render.ts");
    const {namedState} = await load("/src/core/define/chart.ts");

    const states = [...charts.values()]
      .flatMap((chart) => Object.keys(chart.states).map((name, turn) => ({chart, name, turn})))
      .sort((a, b) => a.turn - b.turn)
      .slice(0, count);
    if (states.length < count)
      throw new Error(`too few states: ${states.length} (expected ${count} or more)`);
    return Array.from({length: rounds}, () => {
      const start = performance.now();
      for (const {chart, name} of states) renderState(chart, namedState(chart, name), "wide", firstLocale);
      return (performance.now() - start) / 1000;
    });
  });
}
