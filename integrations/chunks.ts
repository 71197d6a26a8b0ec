import type {Plugin} from "vite";

/** Modules that are sent to browsers in one file. */
interface Chunk {
  /** Beginning of the file's name. */
  readonly name: string;
  /** The modules by their paths from the project's root: files, folders (ending in `/`) and packages. */
  readonly modules: readonly string[];
  /** Taken in where at least so many entries need the module; by default one. */
  readonly minShareCount?: number;
}

/**
 * What every page with a figure runs, in one file: cut by who shares what, it would be six, each with a request of its
 * own and a beginning that Brotli knows nothing of.
 */
const figure: Chunk = {
  name: "figure",
  modules: [
    "src/browser/elements/chart-controls.ts",
    "src/browser/elements/chart-reading.ts",
    "src/browser/view/",
    "src/browser/elements/range-player.ts",
    "src/core/i18n/script-strings.ts",
    "src/core/i18n/format.ts",
    "src/core/math/memo.ts",
    "src/figure/point-text.ts",
    "src/figure/query.ts"
  ]
};

/** What most charts are drawn with, in one file too; it comes with Plot, when controls are first touched. */
const chartParts: Chunk = {
  name: "chart-parts",
  modules: ["src/core/", "src/analysis/", "src/marks/", "src/figure/", "node_modules/d3-dsv/"],
  minShareCount: 9
};

const chunks = [figure, chartParts];

/**
 * Sends modules that belong together in one file.
 *
 * @throws where a module of the lists is in none of the site's scripts, as after it was moved.
 */
export function sharedChunks(): Plugin {
  return {
    name: "shared-chunks",
    config: () => ({
      environments: {
        client: {
          build: {
            rolldownOptions: {
              output: {
                codeSplitting: {
                  groups: chunks.map(({modules, ...group}) => ({
                    ...group,
                    test: (id: string) => modules.some((module) => holds(module, id))
                  }))
                }
              }
            }
          }
        }
      }
    }),
    applyToEnvironment: ({name}) => name === "client",
    generateBundle(_, bundle) {
      const built = Object.values(bundle).flatMap((file) => (file.type === "chunk" ? file.moduleIds : []));
      for (const {name, modules} of chunks) {
        const missing = modules.find((module) => !built.some((id) => holds(module, id)));
        if (missing !== undefined)
          throw new Error(
            `chunk ${name} takes in nothing of ${missing} (expected a module of the site's scripts; integrations/chunks.ts lists them)`
          );
      }
    }
  };
}

function holds(module: string, id: string): boolean {
  return module.endsWith("/") ? id.includes(`/${module}`) : id.endsWith(`/${module}`);
}
