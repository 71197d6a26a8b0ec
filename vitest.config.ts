/// <reference types="vitest/config" />
import {getViteConfig} from "astro/config";
import {csv} from "./scripts/vite-csv.ts";

export default getViteConfig({
  plugins: [csv()],
  test: {include: ["tests/unit/**/*.test.ts"]}
});
