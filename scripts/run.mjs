// @ts-check
// Runs a command by its name: `node scripts/run.mjs serve --port 4417`. Plain JavaScript, so that a Node which can't load
// TypeScript gets to say that it is too old.
import "./node-version.mjs";

/** @type {Readonly<Record<string, () => Promise<unknown>>>} */
const commands = {
  "article-length": () => import("./measure/article-length.ts"),
  "bench-schedule": () => import("./measure/bench-schedule.ts"),
  "fit-laws": () => import("./fit-laws/fit-laws.ts"),
  freeze: () => import("./freeze.ts"),
  katex: () => import("./katex/katex.ts"),
  measure: () => import("./measure/measure.ts"),
  "pack-embed": () => import("./pack-embed.ts"),
  picture: () => import("./picture.ts"),
  prose: () => import("./prose/prose.ts"),
  "release-notes": () => import("./release-notes.ts"),
  serve: () => import("./serve.ts"),
  structure: () => import("./structure/structure.ts"),
  test: () => import("./test.ts"),
  "under-load": () => import("./measure/under-load.ts")
};

const [name = ""] = process.argv.splice(2, 1);
const command = commands[name];
if (command === undefined) {
  console.error(`unknown command: ${name || "none"} (one of ${Object.keys(commands).join(", ")})`);
  process.exit(1);
}
await command();
