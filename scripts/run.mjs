// @ts-check
// Runs a command by its name: `node scripts/run.mjs serve --port 4417`. Plain JavaScript, so that a Node which can't load
// TypeScript gets to say that it is too old.
import "./node-version.mjs";

/** @type {Readonly<Record<string, string>>} */
const commands = {
  "article-length": "./measure/article-length.ts",
  "bench-schedule": "./measure/bench-schedule.ts",
  "fit-laws": "./fit-laws/fit-laws.ts",
  freeze: "./freeze.ts",
  katex: "./katex/katex.ts",
  measure: "./measure/measure.ts",
  picture: "./picture.ts",
  prose: "./prose/prose.ts",
  "release-notes": "./release-notes.ts",
  serve: "./serve.ts",
  structure: "./structure/structure.ts",
  test: "./test.ts",
  "under-load": "./measure/under-load.ts"
};

const [name = ""] = process.argv.splice(2, 1);
const file = commands[name];
if (file === undefined) {
  console.error(`unknown command: ${name || "none"} (one of ${Object.keys(commands).join(", ")})`);
  process.exit(1);
}
await import(file);
