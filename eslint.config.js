import js from "@eslint/js";
import astro from "eslint-plugin-astro";
import globals from "globals";
import {defineConfig, globalIgnores} from "eslint/config";
import ts from "typescript-eslint";

export default defineConfig(
  globalIgnores(["dist/", ".astro/", ".cache/", "test-results/", "playwright-report/"]),
  js.configs.recommended,
  {rules: {"no-console": "error", eqeqeq: "error"}},
  {
    files: ["**/*.ts"],
    // A script within an .astro file is no file of the TypeScript project.
    ignores: ["**/*.astro/*.ts"],
    extends: [ts.configs.strictTypeChecked, ts.configs.stylisticTypeChecked],
    languageOptions: {parserOptions: {projectService: true, tsconfigRootDir: import.meta.dirname}},
    rules: {
      // With noUncheckedIndexedAccess, `!` is how code says that an index is within bounds.
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/no-confusing-void-expression": ["error", {ignoreArrowShorthand: true}],
      "@typescript-eslint/restrict-template-expressions": ["error", {allowNumber: true}],
      "@typescript-eslint/no-unused-vars": ["error", {argsIgnorePattern: "^_"}]
    }
  },
  astro.configs.recommended,
  {files: ["bench/**", "src/**/*.js"], languageOptions: {globals: globals.browser}},
  {
    files: ["*.js", "*.mjs", "integrations/**", "scripts/**"],
    languageOptions: {globals: globals.node}
  },
  {files: ["scripts/**"], rules: {"no-console": "off"}},
  {
    // What is computed is the same in a page, in Node and in a worker.
    files: ["src/{core,data,schedules,laws,analysis,facts}/**/*.ts"],
    rules: {
      "no-restricted-globals": [
        "error",
        ...["document", "window", "navigator", "location", "localStorage", "fetch"].map((name) => ({
          name,
          message: "A page is for src/browser; numbers know none."
        }))
      ]
    }
  },
  {
    files: ["tests/e2e/**"],
    rules: {
      "no-restricted-properties": [
        "error",
        {property: "waitForTimeout", message: "Wait for what the test is about."}
      ],
      "no-restricted-globals": ["error", {name: "setTimeout", message: "Wait for what the test is about."}]
    }
  }
);
