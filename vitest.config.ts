/// <reference types="vitest/config" />
import {getViteConfig} from "astro/config";
import {projectPlugins} from "./integrations/project-vite.ts";

export default getViteConfig({
  plugins: projectPlugins(),
  test: {
    include: ["tests/{unit,build}/**/*.test.ts"],
    // The registry and its data are read once a worker, not once a file.
    isolate: false,
    // Its colours are read as text, and any other stylesheet as none.
    css: {include: [/\/theme\.css/]},
    // A busy machine is no failure: limits are there to end what hangs.
    testTimeout: 120_000,
    hookTimeout: 120_000
  }
});
