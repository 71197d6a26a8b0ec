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

const isWhole = process.argv.includes("--all");
const reports = "test-results";
/** As playwright.config.ts says. */
const browserReport = join(reports, "browser.json");

/** A site below the root of its host, built beside the other. */
const subPath = {BASE_PATH: "/below/the/root", SITE_FOLDER: join(reports, "below-the-root")};

/** What needs no site; its two lanes run beside each other. */
const lanes: readonly (readonly Part[])[] = [
  [
    {name: "format", command: ["prettier", "--check", "--log-level", "warn", "."]},
    {name: "spelling", command: ["cspell", "lint", "--no-progress", "--no-cache"]},
    {name: "prose", command: ["node", "scripts/run.mjs", "prose"]},
    {name: "unused code", command: ["knip"]}
  ],
  [
    {name: "types", command: ["astro", "check"]},
    // After the types, which `astro check` writes for the content: without them all of it is `any`.
    {name: "lint", command: ["eslint", "."]}
  ]
];

/** Specs of what an address can break, for a site below the root of its host: a few, and all for `npm run test:all`. */
const subPathSpecs = {
  sample: ["address", "embeds", "offline", "page"],
  rest: [
    "data",
    "discovery",
    "files",
    "pdf",
    "scholarly",
    "screen-download",
    "search",
    "single-file",
    "without-scripts"
  ]
};

const parts: readonly Part[] = [
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
      ...subPathSpecs.sample,
      ...(isWhole ? subPathSpecs.rest : []),
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

/**
 * Runs a command of the project's own packages; tells whether it succeeded.
 *
 * @param print takes what it says, piece by piece; without it, it says so itself
 */
function run({command: [command, ...args], env}: Part, print?: (piece: Buffer) => void): Promise<boolean> {
  return new Promise((resolve) => {
    const output = print ? "pipe" : "inherit";
    const child = spawn(join("node_modules/.bin", command!), args, {
      stdio: ["ignore", output, output],
      env: {...process.env, ...env, ...(isWhole ? {TEST_ALL: "1"} : {}), ASTRO_TELEMETRY_DISABLED: "1"}
    });
    if (print) for (const stream of [child.stdout, child.stderr]) stream?.on("data", print);
    child.on("error", () => resolve(false));
    child.on("close", (code) => resolve(code === 0));
  });
}

/** A part that failed without a test that failed (no report, a crash, no tests at all) is a failure itself. */
async function check(part: Part, isBeside: boolean): Promise<Counts> {
  const start = Date.now();
  const pieces: Buffer[] = [];
  if (!isBeside) console.log(`\n— ${part.name}`);
  if (part.counts === browserCounts) await rm(browserReport, {force: true});
  const isPassed = await run(part, isBeside ? (piece) => pieces.push(piece) : undefined);
  // What runs beside others speaks once it is done.
  if (isBeside) process.stdout.write(`\n— ${part.name}\n${Buffer.concat(pieces).toString()}`);
  console.log(`(${part.name}: ${Math.round((Date.now() - start) / 1000)} s)`);
  const none = {passed: 0, failed: 0, skipped: 0};
  if (!part.counts) return {...none, [isPassed ? "passed" : "failed"]: 1};
  const found = await part.counts().catch(() => none);
  const isSilent = isPassed ? found.passed === 0 : found.failed === 0;
  return isSilent ? {...found, failed: found.failed + 1} : found;
}

await rm(reports, {recursive: true, force: true});
await mkdir(reports);
const total = {passed: 0, failed: 0, skipped: 0};
const failed: string[] = [];

/** Runs parts one after the other, and stops where there is no site to drive a browser over. */
async function checkAll(ordered: readonly Part[], isBeside = false): Promise<void> {
  for (const part of ordered) {
    const counts = await check(part, isBeside);
    total.passed += counts.passed;
    total.failed += counts.failed;
    total.skipped += counts.skipped;
    if (counts.failed > 0) failed.push(part.name);
    if (part.command.includes("build") && counts.failed > 0) return;
  }
}

await Promise.all(lanes.map((lane) => checkAll(lane, true)));
await checkAll(isWhole ? [...parts, ...dearParts] : parts);
if (failed.length > 0) console.log(`\nfailed: ${failed.join(", ")}`);
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed > 0 ? 1 : 0;
