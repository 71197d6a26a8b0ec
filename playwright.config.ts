import {defineConfig, devices} from "@playwright/test";
import {chromiumFlags, findChromium} from "./src/core/node/chromium.ts";
import {firstLocale, tagOf} from "./src/core/i18n/locale.ts";

// The workers load this file too and inherit the environment: the browser is looked for once.
process.env.CHROMIUM_PATH = await findChromium();

// Any that is free, unless one is named; the server says which, and the workers find it in their environment.
const port = process.env.E2E_PORT ?? "0";
const base = `/${process.env.BASE_PATH ?? ""}/`.replace(/\/{2,}/g, "/");
const baseURL = `http://localhost:${port}${base}`;

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results/e2e",
  snapshotPathTemplate: "tests/snapshots/{testFileName}/{arg}{ext}",
  workers: 2,
  // A busy machine is no failure: limits are there to end what hangs.
  timeout: 180_000,
  expect: {timeout: 30_000},
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  reporter: [["list"], ["json", {outputFile: "test-results/browser.json"}]],
  use: {
    actionTimeout: 60_000,
    // One would answer in place of the routes of a test; its own spec lets it in.
    serviceWorkers: "block",
    ...devices["Desktop Chrome"],
    baseURL,
    locale: tagOf(firstLocale),
    timezoneId: "UTC",
    launchOptions: {executablePath: process.env.CHROMIUM_PATH, args: chromiumFlags}
  },
  webServer: {
    command: `node scripts/run.mjs serve --port ${port} --folder ${process.env.SITE_FOLDER ?? "dist"}`,
    wait: {stdout: /Serving .* at http:\/\/localhost:(?<e2e_port>\d+)\//},
    reuseExistingServer: false
  }
});
