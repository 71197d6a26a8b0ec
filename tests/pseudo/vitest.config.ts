/// <reference types="vitest/config" />
import {getViteConfig} from "astro/config";
import {projectPlugins} from "../../integrations/project-vite.ts";

// Apart from the unit tests: it type-checks and builds a whole copy of the project.
export default getViteConfig({
  plugins: projectPlugins(),
  // The room that words have is measured with the theme's own sizes.
  test: {css: true, include: ["tests/pseudo/*.test.ts"], testTimeout: 900_000, hookTimeout: 900_000}
});
