/// <reference types="vitest/config" />
import {getViteConfig} from "astro/config";
import {projectPlugins} from "./integrations/project-vite.ts";

export default getViteConfig({
  plugins: projectPlugins(),
  // A busy machine is no failure: limits are there to end what hangs.
  test: {include: ["tests/{unit,build}/**/*.test.ts"], testTimeout: 120_000, hookTimeout: 120_000}
});
