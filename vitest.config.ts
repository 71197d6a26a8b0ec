/// <reference types="vitest/config" />
import {getViteConfig} from "astro/config";
import {csv} from "./integrations/csv-imports.ts";

export default getViteConfig({
  plugins: [csv()],
  // A busy machine is no failure: limits are there to end what hangs.
  test: {include: ["tests/{unit,build}/**/*.test.ts"], testTimeout: 120_000, hookTimeout: 120_000}
});
