import {spawn} from "node:child_process";
import {mkdir, readFile, rm} from "node:fs/promises";
import {join} from "node:path";

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** One part of the whole check. */
interface Part {
  readonly name: string;
  readonly command: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Counts of the tests it ran, from the report it wrote; a part without a report is one test itself. */
  readonly counts?: () => Promise<Counts>;
}

const reports = "test-results";
/** As playwright.config.ts says. */
const browserReport = join(reports, "browser.json");

/** A site below the root of its host, built beside the other. */
const subPath = {BASE_PATH: "/below/the/root", SITE_FOLDER: join(reports, "below-the-root")};

const parts: readonly Part[] = [
  {name: "format", command: ["prettier", "--check", "--log-level", "warn", "."]},
  {name: "spelling", command: ["cspell", "lint", "--no-progress", "--no-cache"]},
  {name: "prose", command: ["node", "scripts/run.mjs", "prose"]},
  {name: "unused code", command: ["knip"]},
  {name: "types", command: ["astro", "check"]},
  // After the types, which `astro check` writes for the content: without them all of it is `any`.
  {name: "lint", command: ["eslint", "."]},
  // Before the unit tests, some of which build a copy: the pictures are then in the cache.
  {name: "build", command: ["astro", "build"]},
  vitestPart("unit tests", "tests/unit"),
  vitestPart("builds of copies", "tests/build"),
  {name: "browser tests", command: ["playwright", "test"], counts: browserCounts},
  {
    name: "build under a sub-path",
    command: ["astro", "build", "--outDir", subPath.SITE_FOLDER],
    env: subPath
  },
  {
    name: "browser tests under a sub-path",
    command: [
      "playwright",
      "test",
      "address",
      "data",
      "discovery",
      "embeds",
      "files",
      "offline",
      "page",
      "pdf",
      "scholarly",
      "screen-download",
      "search",
      "single-file",
      "without-scripts",
      "--grep-invert",
      "@any-path"
    ],
    env: subPath,
    counts: browserCounts
  }
];

/** The tests of a folder. */
function vitestPart(name: string, folder: string, options: readonly string[] = []): Part {
  const report = join(reports, `${folder.replaceAll("/", "-")}.json`);
  return {
    name,
    command: [
      "vitest",
      "run",
      folder,
      ...options,
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`
    ],
    counts: async () => {
      const counted =
        await readReport<Record<`num${"Passed" | "Failed" | "Pending" | "Todo"}Tests`, number>>(report);
      return {
        passed: counted.numPassedTests,
        failed: counted.numFailedTests,
        skipped: counted.numPendingTests + counted.numTodoTests
      };
    }
  };
}

/** What takes minutes, for `npm run test:all`. */
const dearParts: readonly Part[] = [
  vitestPart("one more language", "tests/pseudo", ["--config", "tests/pseudo/vitest.config.ts"])
];

async function browserCounts(): Promise<Counts> {
  const {stats} = await readReport<{
    stats: {expected: number; unexpected: number; flaky: number; skipped: number};
  }>(browserReport);
  return {passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped};
}

async function readReport<T>(file: string): Promise<T> {
  return JSON.parse(await readFile(file, "utf8")) as T;
}

/** Runs a command of the project's own packages, with its output to this one's; tells whether it succeeded. */
function run({command: [command, ...args], env}: Part): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(join("node_modules/.bin", command!), args, {
      stdio: ["ignore", "inherit", "inherit"],
      env: {...process.env, ...env, ...(isWhole ? {TEST_ALL: "1"} : {}), ASTRO_TELEMETRY_DISABLED: "1"}
    });
    child.on("error", () => resolve(false));
    child.on("close", (code) => resolve(code === 0));
  });
}

/** A part that failed without a test that failed (no report, a crash, no tests at all) is a failure itself. */
async function check(part: Part): Promise<Counts> {
  console.log(`\n— ${part.name}`);
  const start = Date.now();
  await rm(browserReport, {force: true});
  const isPassed = await run(part);
  console.log(`(${part.name}: ${Math.round((Date.now() - start) / 1000)} s)`);
  const none = {passed: 0, failed: 0, skipped: 0};
  if (!part.counts) return {...none, [isPassed ? "passed" : "failed"]: 1};
  const found = await part.counts().catch(() => none);
  const isSilent = isPassed ? found.passed === 0 : found.failed === 0;
  return isSilent ? {...found, failed: found.failed + 1} : found;
}

await rm(reports, {recursive: true, force: true});
await mkdir(reports);
const isWhole = process.argv.includes("--all");
const total = {passed: 0, failed: 0, skipped: 0};
const failed: string[] = [];
for (const part of isWhole ? [...parts, ...dearParts] : parts) {
  const counts = await check(part);
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
  if (counts.failed > 0) failed.push(part.name);
  // Without a site there is nothing to drive a browser over.
  if (part.command.includes("build") && counts.failed > 0) break;
}
if (failed.length > 0) console.log(`\nfailed: ${failed.join(", ")}`);
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed > 0 ? 1 : 0;
